import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import {
  makePaper,
  makePoster,
  makeSpreadsheet,
  type PaperBlock,
  type SheetCell,
} from '../../../src/platform/documents/index.ts';
import { textOfPdf } from '../../support/pdf-text.ts';

const lacking = 'Знака нет в шрифтах: ▯';
const madeAt = new Date('2026-11-22T12:00:00Z');

function paper(blocks: readonly PaperBlock[], footer = 'Deskroom') {
  return makePaper({ title: 'Безопасная сделка № 17', footer, lacking, madeAt, blocks });
}

describe('a paper', () => {
  it('is read in Russian and in English: title, facts, tables, the foot of the page', async () => {
    const bytes = await paper(
      [
        { kind: 'heading', text: 'Стороны' },
        {
          kind: 'facts',
          facts: [
            ['Экспортёр', 'ООО «Ёлка»'],
            ['Importer', 'Olá & Çelik Ltd'],
          ],
        },
        {
          kind: 'table',
          columns: [
            { title: 'Этап', share: 3 },
            { title: 'Сумма', align: 'right' },
          ],
          rows: [
            ['Производство', '100\u00a0000,50\u00a0₽'],
            ['Поставка, №\u00a02', '−5\u00a0$'],
          ],
        },
        { kind: 'text', text: 'Составлено 22.11.2026', quiet: true },
      ],
      'ООО «Ромашка»',
    );

    const text = textOfPdf(bytes).replace(/\s+/g, ' ');
    for (const words of [
      'Безопасная сделка № 17',
      'Стороны',
      'ООО «Ёлка»',
      'Olá & Çelik Ltd',
      'Производство',
      '100 000,50 ₽',
      'Составлено 22.11.2026',
      'ООО «Ромашка»',
      '1 / 1',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('keeps a long hash within its column, whole, over several lines', async () => {
    const hash = '0123456789abcdef'.repeat(4);
    const columns = [{ title: 'Файл' }, { title: 'SHA-256' }, { title: 'Кто' }];
    const bytes = await paper([{ kind: 'table', columns, rows: [['a', hash, 'b']] }]);

    const lines = textOfPdf(bytes).split('\n');
    expect(lines.join('')).toContain(hash);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(40);
  });

  it('takes words as words, also those that are instructions to whoever draws it', async () => {
    const words = ['file:///etc/passwd', '{"image":"/etc/passwd"}', '<svg>', '\u0000\ud800'];
    const bytes = await paper([
      { kind: 'table', columns: [{ title: 'Слова' }], rows: words.map((word) => [word]) },
    ]);

    const text = textOfPdf(bytes).replace(/\s+/g, '');
    expect(text).toContain('file:///etc/passwd');
    expect(text).toContain('{"image":"/etc/passwd"}');
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('/URI');
  });

  it('has letters of every people, and says so where there is none', async () => {
    const words = ['王小明', '한국어', 'Ժորժ', 'გიორგი', 'ไทย', '👍', 'Nguyễn'];
    const rows = words.map((word) => [word]);
    const columns = [{ title: 'Слова' }];
    const text = textOfPdf(await paper([{ kind: 'table', columns, rows }])).replace(/\s/g, '');
    for (const word of words) expect(text).toContain(word);
    expect(text).not.toContain('▯');
    expect(text).not.toContain('нетвшрифтах');

    const bytes = await paper([{ kind: 'table', columns, rows: [['до\u{10FFFD}после']] }]);
    expect(textOfPdf(bytes)).toContain('до');
    expect(textOfPdf(bytes).replace(/\s+/g, ' ')).toContain('Знака нет в шрифтах: ▯');
  });

  it('keeps a row whole that is longer than a page: it goes on on the next', async () => {
    const lines = Array.from({ length: 120 }, (_, index) => `строка${index + 1}`);
    const rows = [['до'], [lines.join('\n')], ['после']];
    const text = textOfPdf(await paper([{ kind: 'table', columns: [{ title: 'Что' }], rows }]));
    const seen = text.split('\n').map((line) => line.trim());
    for (const line of [...lines, 'после']) expect(seen).toContain(line);
  });

  it('says on each page what all its rows have in common', async () => {
    const rows = Array.from({ length: 80 }, (_, index) => [`Событие ${index + 1}`]);
    const table = { kind: 'table', columns: [{ title: '' }], band: '22.11.2026', rows } as const;
    const text = textOfPdf(await paper([table]));

    expect(text.match(/^22\.11\.2026$/gm)?.length).toBeGreaterThan(1);
  });

  it('numbers its pages and repeats what the columns are', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`Событие ${index + 1}`]);
    const text = textOfPdf(await paper([{ kind: 'table', columns: [{ title: 'Что' }], rows }]));

    expect(text.match(/^Что$/gm)?.length).toBeGreaterThan(1);
    expect(text.replace(/\s+/g, ' ')).toMatch(/Событие 120 .*4 \/ 4/);
  });
});

async function cellsOf(rows: readonly (readonly SheetCell[])[], name = 'Лист') {
  const width = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index) => ({ title: `c${index}`, width: 20 }));
  const sheets = [{ name, columns, rows }];
  const bytes = await makeSpreadsheet({ madeAt, timeZone: 'Europe/Moscow', sheets });
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.buffer as exceljs.Buffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  return { sheet, cell: (row: number, column: number) => sheet.getCell(row + 2, column + 1) };
}

describe('a spreadsheet', () => {
  it('keeps words as words, also those that begin like a formula or look like a number', async () => {
    const words = [
      "=cmd|'/C calc'!A0",
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '007',
      'TRUE',
      '2026-11-22',
      '<b>&"',
      'Ёлка 😀 中文',
    ];
    const { cell } = await cellsOf(words.map((word) => [word]));

    for (const [row, word] of words.entries()) {
      expect([cell(row, 0).type, cell(row, 0).value]).toEqual([exceljs.ValueType.String, word]);
    }
  });

  it('has numbers that can be summed, moments that can be sorted, and empty cells', async () => {
    const { cell } = await cellsOf([
      [{ number: 100_000.5, decimals: 2 }, 7, new Date('2026-11-22T21:30:00Z'), true, null],
    ]);

    expect(cell(0, 0).value).toBe(100_000.5);
    expect(cell(0, 0).numFmt).toBe('#,##0.00');
    expect(cell(0, 1).value).toBe(7);
    // Half past midnight in Moscow, whatever the reader's own zone.
    expect(cell(0, 2).value).toEqual(new Date('2026-11-23T00:30:00Z'));
    expect(cell(0, 3).value).toBe(true);
    expect(cell(0, 4).value).toBeNull();
  });

  it('opens whatever was written into it: no half characters, no controls, nothing too long', async () => {
    const { cell } = await cellsOf([['a\u0001b\ud800c\u0000'], ['я'.repeat(40_000)], ['_x0041_']]);

    expect(cell(0, 0).value).toBe('abc');
    expect(String(cell(1, 0).value)).toHaveLength(32_767);
    expect(cell(2, 0).value).toBe('_x0041_');
  });

  it('shows what the clock on the wall showed, also where it was set back by half an hour', async () => {
    const at = ['2026-04-04T14:59:00Z', '2026-04-04T15:00:00Z', '2026-04-04T15:29:30Z'];
    const bytes = await makeSpreadsheet({
      ...{ madeAt, timeZone: 'Australia/Lord_Howe' },
      sheets: [
        {
          name: 'Lord Howe',
          columns: [{ title: 'When', width: 20 }],
          rows: at.map((iso) => [new Date(iso)]),
        },
      ],
    });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes.buffer as exceljs.Buffer);
    const shown = at.map((_, row) => workbook.worksheets[0]?.getCell(row + 2, 1).value);
    // Eleven hours ahead of Greenwich until two at night, ten and a half from then on.
    expect(shown).toEqual([
      new Date('2026-04-05T01:59:00Z'),
      new Date('2026-04-05T01:30:00Z'),
      new Date('2026-04-05T01:59:30Z'),
    ]);
  });

  it('has rows as tall as their words need, and none taller than Excel takes', async () => {
    // Twenty letters wide, of which about sixteen are filled.
    const { sheet } = await cellsOf([
      ['Касса'],
      ['Не печатает касса на втором этаже'],
      ['один\nдва\nтри'],
      ['слово '.repeat(2_000)],
    ]);
    const heights = [2, 3, 4, 5].map((row) => sheet.getRow(row).height);
    expect(heights).toEqual([undefined, 45, 45, 409]);
  });

  it('has sheets with names that Excel takes', async () => {
    const name = 'Договорённости [2026]: всё/ничего, и ещё многое';
    const columns = [{ title: 'a', width: 5 }];
    const sheets = [name, name, ''].map((each) => ({ name: each, columns, rows: [] }));
    const bytes = await makeSpreadsheet({ madeAt, timeZone: 'UTC', sheets });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes.buffer as exceljs.Buffer);

    const names = workbook.worksheets.map((sheet) => sheet.name);
    expect(names).toEqual(['Договорённости  2026   всё ниче', '2', '3']);
  });
});

describe('a poster', () => {
  const poster = {
    title: 'Вкусно и рядом',
    line: 'Наведите камеру —\nвступите в чат',
    how: 'Бот впустит вас сам.',
    code: 'https://t.me/deskroom_bot?start=cq_abcdefghijklmnopqrstuv',
  };

  it('is one page of A5 with a picture, for whoever prints it', async () => {
    const bytes = Buffer.from(await makePoster(poster, 'pdf')).toString('latin1');

    expect(bytes.slice(0, 5)).toBe('%PDF-');
    expect(bytes.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(bytes).toContain('/MediaBox [0 0 419.53 595.28]');
  });
});
