import { describe, expect, it } from 'vitest';
import { type CsvWords, readProducts } from '../../src/leads/import/csv.ts';

const words: CsvWords = {
  columns: {
    external_id: ['артикул'],
    exporter_id: ['экспортёр'],
    name: ['название'],
    url: ['ссылка'],
    category: ['категория'],
    is_offered: ['показывать'],
  },
  no: ['нет'],
};
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a spreadsheet of products', () => {
  it('is read as people save it: semicolons, a mark at its beginning, columns in any order', () => {
    const read = readProducts(
      utf8(
        '\ufeffНазвание;Артикул;Экспортёр;Ссылка;Показывать\r\n' +
          '"Мёд; липовый";a-1;Русский мёд;https://x.example/russia/1;да\r\n' +
          '\r\nВоск;a-2;e-1;https://x.example/2;Нет\r\n',
      ),
      words,
    );

    const common = { category: null };
    expect(read).toEqual({
      status: 'read',
      problems: [],
      rows: [
        {
          line: 2,
          product: {
            ...common,
            externalId: 'a-1',
            exporterId: 'Русский мёд',
            name: 'Мёд; липовый',
            url: 'https://x.example/russia/1',
            isOffered: true,
          },
        },
        {
          line: 3,
          product: {
            ...common,
            externalId: 'a-2',
            exporterId: 'e-1',
            name: 'Воск',
            url: 'https://x.example/2',
            isOffered: false,
          },
        },
      ],
    });
  });

  it('is read in the encoding of Russian Windows too', () => {
    // «Чай» in windows-1251.
    const name = [0xd7, 0xe0, 0xe9];
    const bytes = Uint8Array.from([
      ...utf8('external_id,exporter_id,url,name\na,e,https://x.example/,'),
      ...name,
    ]);

    expect(readProducts(bytes, words)).toMatchObject({ rows: [{ product: { name: 'Чай' } }] });
  });

  it('names each line that cannot be taken, and takes the rest', () => {
    const read = readProducts(
      utf8(
        'external_id,exporter_id,name,url\n' +
          'a b,e,Чай,https://x.example/\n' +
          'c,,Чай,https://x.example/\n' +
          'd,e,,https://x.example/\n' +
          'f,e,Чай,x.example\n' +
          'g,e,Чай,https://x.example/\n' +
          'g,e,Кофе,https://x.example/\n' +
          'h,e\n',
      ),
      words,
    );

    expect(read).toMatchObject({
      rows: [{ line: 6 }],
      problems: [
        { line: 2, what: 'external_id' },
        { line: 3, what: 'exporter_id' },
        { line: 4, what: 'name' },
        { line: 5, what: 'url' },
        { line: 7, what: 'twice' },
        { line: 8, what: 'name' },
      ],
    });
  });

  it.each([
    ['a,b\n1,2', { status: 'no-columns', missing: ['external_id', 'exporter_id', 'name', 'url'] }],
    ['external_id,exporter_id,name,url\n', { status: 'empty' }],
    ['external_id,exporter_id,name,url\n"a', { status: 'unreadable' }],
    ['', { status: 'no-columns', missing: ['external_id', 'exporter_id', 'name', 'url'] }],
    [
      `external_id,exporter_id,name,url\n${'a,e,n,https://x\n'.repeat(5_001)}`,
      { status: 'too-many' },
    ],
  ])('that is none is told as such', (text, outcome) => {
    expect(readProducts(utf8(text), words)).toEqual(outcome);
  });
});
