// A spreadsheet whose cells are what they were given as: a number is a number, a moment a moment, and words
// stay words, also those that begin like a formula. Somebody's name must not run on a reader's computer.

import { DateTime } from 'luxon';

export interface Spreadsheet {
  readonly madeAt: Date;
  /** In which zone moments are written: a cell knows none. */
  readonly timeZone: string;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}

export interface SheetColumn {
  readonly title: string;
  /** In letters, about. */
  readonly width: number;
}

/** `decimals`: how many digits are shown behind the point; null is an empty cell. */
export type SheetCell =
  | string
  | number
  | boolean
  | Date
  | { readonly number: number; readonly decimals: number }
  | null;

/** Excel refuses a file with more in one cell. */
const LONGEST_TEXT = 32_767;

/** On paper: as wide as the page, the head on each. */
const PRINTED = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const;

const HEAD_COLOUR = 'FFEEF1F5';

/** The bytes of an XLSX file. */
export async function writeSpreadsheet(spreadsheet: Spreadsheet): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.created = spreadsheet.madeAt;
  workbook.modified = spreadsheet.madeAt;
  const names = sheetNames(spreadsheet.sheets);
  for (const [index, { columns, rows }] of spreadsheet.sheets.entries()) {
    const view = { state: 'frozen', ySplit: 1 } as const;
    const sheet = workbook.addWorksheet(names[index], { views: [view], pageSetup: PRINTED });
    sheet.pageSetup.printTitlesRow = '1:1';
    sheet.headerFooter.oddFooter = '&L&A&R&P / &N';
    sheet.columns = columns.map(({ width }) => ({ width }));
    const head = sheet.addRow(columns.map(({ title }) => plain(title)));
    head.font = { bold: true };
    head.alignment = { wrapText: true, vertical: 'middle' };
    head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEAD_COLOUR } };
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
    for (const cells of rows) {
      const row = sheet.addRow([]);
      for (const [column, cell] of cells.entries()) {
        const { value, numFmt } = written(cell, spreadsheet.timeZone);
        const place = row.getCell(column + 1);
        place.value = value;
        if (numFmt) place.numFmt = numFmt;
        place.alignment = alignmentOf(value);
      }
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Numbers stand at the right; words and moments where a line of them begins. */
function alignmentOf(value: Written['value']) {
  if (typeof value === 'number') return { vertical: 'top' } as const;
  return { vertical: 'top', horizontal: 'left', wrapText: typeof value === 'string' } as const;
}

interface Written {
  readonly value: string | number | boolean | Date | null;
  readonly numFmt?: string;
}

function written(cell: SheetCell, timeZone: string): Written {
  if (typeof cell === 'string') return { value: plain(cell) };
  if (cell instanceof Date) return { value: wallClock(cell, timeZone), numFmt: 'dd.mm.yyyy hh:mm' };
  if (cell === null || typeof cell !== 'object') return { value: cell };
  const fraction = cell.decimals > 0 ? `.${'0'.repeat(cell.decimals)}` : '';
  return { value: cell.number, numFmt: `#,##0${fraction}` };
}

/** What the clock on the wall of that zone shows, as the moment at which it is so in UTC. */
function wallClock(moment: Date, timeZone: string): Date {
  const local = DateTime.fromJSDate(moment, { zone: timeZone });
  return local.setZone('utc', { keepLocalTime: true }).toJSDate();
}

/** Not in XML: most control characters, and halves of characters. */
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** «_x0041_» is the letter A to Excel; what somebody wrote is to be read as it was written. */
const EXCEL_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

function plain(text: string): string {
  const clean = text.replace(NOT_IN_XML, '').replace(EXCEL_ESCAPE, '_x005F_');
  return clean.length <= LONGEST_TEXT ? clean : `${clean.slice(0, LONGEST_TEXT - 1)}…`;
}

const LONGEST_SHEET_NAME = 31;

/** As Excel takes them: short, without its signs, never empty, never twice. */
function sheetNames(sheets: readonly Sheet[]): readonly string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, index) => {
    const clean = name
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, LONGEST_SHEET_NAME);
    const isFree = clean !== '' && !taken.has(clean.toLowerCase());
    const given = isFree ? clean : String(index + 1);
    taken.add(given.toLowerCase());
    return given;
  });
}
