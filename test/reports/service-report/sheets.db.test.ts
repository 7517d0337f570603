import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSpreadsheet } from '../../../src/platform/documents/index.ts';
import { createTranslator, type Locale } from '../../../src/platform/i18n.ts';
import { createKnownRepository } from '../../../src/reports/service-report/known-repository.ts';
import { THIS_WEEK } from '../../../src/reports/service-report/query.ts';
import { createReportReader } from '../../../src/reports/service-report/reading.ts';
import { createFiguresRepository } from '../../../src/reports/service-report/repository.ts';
import { createSheetViews } from '../../../src/reports/service-report/sheet-views.ts';
import { createTicketRowsRepository } from '../../../src/reports/service-report/ticket-rows-repository.ts';
import { createReportViews } from '../../../src/reports/service-report/views.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type ServedWeek, serveWeek } from '../../support/served-week.ts';

/** As the library reads a cell of so many minutes. */
const lasted = (minutes: number) => new Date(Date.UTC(1899, 11, 30, 0, minutes));

let database: TestDatabase;
let week: ServedWeek;
let russian: exceljs.Workbook;

beforeAll(async () => {
  database = await createTestDatabase();
  week = await serveWeek(database);
  russian = await madeIn('ru');
});
afterAll(() => database.close());

async function madeIn(locale: Locale): Promise<exceljs.Workbook> {
  const { clock } = week;
  const t = createTranslator();
  const figures = createFiguresRepository(database);
  const reader = createReportReader({ figures, clock, timeZone: 'Europe/Moscow' });
  const report = await reader.breakdown({
    ...THIS_WEEK,
    period: { kind: 'named', name: 'last-week' },
  });
  const tickets = await createTicketRowsRepository(database).list(report.query, report.span);
  const known = await createKnownRepository(database).known();
  const sheets = createSheetViews(t, createReportViews(t));
  const tabled = { report, known, tickets, forAll: true, now: clock.now() };
  const book = new exceljs.Workbook();
  const bytes = await makeSpreadsheet(sheets.spreadsheet(locale, tabled));
  await book.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
  return book;
}

/** The cells of a row that begins with these words. */
function rowOf(book: exceljs.Workbook, sheet: string, words: string): readonly unknown[] {
  const rows: unknown[][] = [];
  book.getWorksheet(sheet)?.eachRow((row) => {
    rows.push((row.values as unknown[]).slice(1));
  });
  const found = rows.find(([first]) => first === words);
  if (!found) throw new Error(`no row «${words}» on «${sheet}»`);
  return found;
}

describe('the spreadsheet of a week', () => {
  it('sums the week up beside the one before, with what has changed', () => {
    expect(rowOf(russian, 'Сводка', 'Новые')).toEqual(['Новые', 5, 1, '+4']);
    expect(rowOf(russian, 'Сводка', 'Сроки соблюдены')).toEqual([
      ...['Сроки соблюдены', 0.5, 1, '−50 п. п.'],
    ]);
    const median = rowOf(russian, 'Сводка', 'Первый ответ, медиана, ч:мм');
    expect(median.slice(1)).toEqual([lasted(30), lasted(10), '+20 мин']);
  });

  it('tells clients apart, with totals that are formulas and come out right', () => {
    const shop = rowOf(russian, 'По клиентам', 'Вкусно и рядом');
    expect(shop.slice(1, 8)).toEqual([4, 2, 2, 0, 0, 4, 2]);
    expect(rowOf(russian, 'По клиентам', 'Пекарня').slice(1, 8)).toEqual([1, 0, 0, 1, 2, 0, 2]);
    const total = rowOf(russian, 'По клиентам', 'Всего');
    expect(total[1]).toEqual({ formula: 'SUBTOTAL(109,B5:B6)', result: 5 });
    expect(total[8]).toEqual({ formula: 'IF(G7+H7=0,"",G7/(G7+H7))', result: 0.5 });
    // Medians do not add up: it is that of everything together.
    expect(total[9]).toEqual(lasted(30));
  });

  it('tells types and employees apart, and names what is of nobody', () => {
    expect(rowOf(russian, 'По типам', 'Вопрос')[1]).toBe(1);
    expect(rowOf(russian, 'По сотрудникам', 'Олег')[1]).toBe(1);
    expect(rowOf(russian, 'По сотрудникам', 'Не назначен')[1]).toBe(2);
  });

  it('has each ticket in a row, with its times and whether it was in time', () => {
    const [, t1 = 0] = week.ids;
    const number = `T-${String(t1).padStart(6, '0')}`;
    const row = rowOf(russian, 'Заявки', number);
    expect(row.slice(1, 8)).toEqual([
      ...[
        'Вкусно и рядом',
        'Что-то не работает',
        'Обычная',
        'Заявка T1',
        'Закрыта',
        'Катя',
        'Анна',
      ],
    ]);
    // 10:00 in Moscow: a cell knows no zone.
    expect(row[8]).toEqual(new Date('2026-11-16T10:00:00Z'));
    expect(row[12]).toEqual(lasted(20));
    expect(row.slice(13)).toEqual(['да', lasted(300), 'да', 0, 5, '']);
    expect(russian.getWorksheet('Заявки')?.rowCount).toBe(4 + 6);
  });

  it('needs no touch: its head stays in sight, rows can be filtered, it prints on whole pages', () => {
    for (const sheet of russian.worksheets) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
      expect(sheet.autoFilter).toBeTruthy();
      expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1 });
    }
  });

  it('is in English for whoever reads English', async () => {
    const english = await madeIn('en');
    expect(english.worksheets.map(({ name }) => name)).toEqual([
      ...['Summary', 'By client', 'By type', 'By employee', 'Tickets'],
    ]);
    expect(rowOf(english, 'Summary', 'New')).toEqual(['New', 5, 1, '+4']);
  });
});
