// A spreadsheet whose cells are what they were given as: a number is a number, a moment a moment, and words
// stay words, also those that begin like a formula. Somebody's name must not run on a reader's computer.

import type { Cell, Style, Worksheet } from 'exceljs';
import { IANAZone } from 'luxon';

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
  /** Lines above the table; the first is its title. */
  readonly heading?: readonly string[];
  /** Under the rows, a cell for each column; they follow what readers choose by the filter. */
  readonly totals?: readonly SheetTotal[];
}

export interface SheetColumn {
  readonly title: string;
  /** In letters, about. */
  readonly width: number;
  /** Left where nothing is said; numbers always stand at the right. */
  readonly align?: 'right';
}

/**
 * `decimals`: how many digits are shown behind the point; `share`: from 0 to 1, shown in percent; `minutes`: shown
 * as hours and minutes; null is an empty cell.
 */
export type SheetCell =
  | string
  | number
  | boolean
  | Date
  | { readonly number: number; readonly decimals: number }
  | { readonly share: number }
  | { readonly minutes: number }
  | null;

/** `share`: what the total of column `of` is of that and the total of column `rest`; columns count from 0. */
export type SheetTotal =
  | { readonly kind: 'cell'; readonly cell: SheetCell }
  | { readonly kind: 'sum' }
  | { readonly kind: 'share'; readonly of: number; readonly rest: number };

/** Excel refuses a file with more in one cell. */
const LONGEST_TEXT = 32_767;

/** Of a line of words, in points; and the tallest row that Excel takes. */
const LINE_HEIGHT = 15;
const TALLEST = 409;
/** How much of a line is filled before the next word is too long for it. */
const FILLED = 0.9;

/** On paper: as wide as the page, the head on each. */
const PRINTED = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const;

const HEAD_COLOUR = 'FFEEF1F5';
/** A font that is given in part is another one in some programs. */
const FONT = { name: 'Calibri', family: 2, size: 11 };
const QUIET = { argb: 'FF6B7280' };
const TOTAL = {
  font: { ...FONT, bold: true },
  border: { top: { style: 'thin', color: QUIET } },
} as const;
/** Words that begin beside a number are to be told from it. */
const BESIDE = { horizontal: 'left', indent: 1 } as const;
const PERCENT = '0%';
const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;
/** Between two of these moments no zone sets its clocks. */
const QUARTER_MS = 15 * MINUTE_MS;
/** Packed harder, a file of twenty thousand rows is a fifth smaller and takes three times as long. */
const ZIP = { compressionOptions: { level: 2 } } as const;

/** The bytes of an XLSX file. */
export async function writeSpreadsheet(spreadsheet: Spreadsheet): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.created = spreadsheet.madeAt;
  workbook.modified = spreadsheet.madeAt;
  const names = sheetNames(spreadsheet.sheets);
  const hand = createHand(spreadsheet.timeZone);
  for (const [index, sheet] of spreadsheet.sheets.entries()) {
    const { heading = [], columns, rows, totals } = sheet;
    const head = heading.length + 1;
    const view = { state: 'frozen', ySplit: head } as const;
    const page = workbook.addWorksheet(names[index], { views: [view], pageSetup: PRINTED });
    page.pageSetup.printTitlesRow = `${head}:${head}`;
    page.headerFooter.oddFooter = '&L&A&R&P / &N';
    page.columns = columns.map(({ width }) => ({ width }));
    writeHead(page, sheet);
    const last = totals ? head + rows.length : head;
    page.autoFilter = { from: { row: head, column: 1 }, to: { row: last, column: columns.length } };
    for (const cells of rows) {
      const row = page.addRow([]);
      cells.forEach((cell, column) => {
        hand.write(row.getCell(column + 1), cell, columns[column]?.align);
      });
      const lines = linesOf(cells, columns);
      if (lines > 1) row.height = Math.min(TALLEST, lines * LINE_HEIGHT);
    }
    if (totals) writeTotals(page, { first: head + 1, rows, totals }, hand);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer({ zip: ZIP }));
}

function writeHead(page: Worksheet, { heading = [], columns }: Sheet): void {
  for (const [index, line] of heading.entries()) {
    const font = index === 0 ? { ...FONT, bold: true, size: 14 } : { ...FONT, color: QUIET };
    page.addRow([plain(line)]).font = font;
  }
  const head = page.addRow(columns.map(({ title }) => plain(title)));
  head.font = { ...FONT, bold: true };
  head.alignment = { wrapText: true, vertical: 'middle', ...BESIDE };
  // Two lines: no program measures them by itself.
  if (heading.length > 0) head.height = 34;
  head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEAD_COLOUR } };
  for (const [index, { align }] of columns.entries()) {
    if (!align) continue;
    head.getCell(index + 1).alignment = { wrapText: true, vertical: 'middle', horizontal: align };
  }
}

type Hand = ReturnType<typeof createHand>;

/** Cells that look alike share one style: the library works out each once. */
function createHand(timeZone: string) {
  const wallClock = createWallClock(timeZone);
  const styles = new Map<string, Partial<Style>>();

  function write(place: Cell, cell: SheetCell, align?: SheetColumn['align']): void {
    const { value, numFmt } = written(cell, wallClock);
    const key = `${typeof value} ${numFmt} ${align}`;
    const style = styles.get(key) ?? {
      ...(numFmt ? { numFmt } : {}),
      alignment: align
        ? { ...alignmentOf(value), horizontal: align, indent: 0 }
        : alignmentOf(value),
    };
    styles.set(key, style);
    place.value = value;
    place.style = style;
  }

  return { write };
}

interface Totals {
  /** The number of the first row that is summed. */
  readonly first: number;
  readonly rows: Sheet['rows'];
  readonly totals: readonly SheetTotal[];
}

/** Formulas, with what they come to: rows that a filter hides are left out (109). */
function writeTotals(page: Worksheet, { first, rows, totals }: Totals, hand: Hand): void {
  const row = page.addRow([]);
  const letterOf = (column: number) => page.getColumn(column + 1).letter;
  const sumOf = (column: number) =>
    rows.reduce((sum, cells) => sum + numberIn(cells[column] ?? null), 0);
  for (const [column, total] of totals.entries()) {
    const place = row.getCell(column + 1);
    if (total.kind === 'cell') hand.write(place, total.cell);
    else if (total.kind === 'sum') {
      const range = `${letterOf(column)}${first}:${letterOf(column)}${first + rows.length - 1}`;
      const result = sumOf(column);
      place.value = rows.length === 0 ? 0 : { formula: `SUBTOTAL(109,${range})`, result };
    } else {
      const [of, rest] = [
        `${letterOf(total.of)}${row.number}`,
        `${letterOf(total.rest)}${row.number}`,
      ];
      const [part, whole] = [sumOf(total.of), sumOf(total.of) + sumOf(total.rest)];
      const result = whole === 0 ? '' : part / whole;
      place.value = { formula: `IF(${of}+${rest}=0,"",${of}/(${of}+${rest}))`, result };
      place.style = { numFmt: PERCENT };
    }
    place.style = { ...place.style, ...TOTAL };
  }
}

function numberIn(cell: SheetCell): number {
  if (typeof cell === 'number') return cell;
  return cell !== null && typeof cell === 'object' && 'number' in cell ? cell.number : 0;
}

/** How tall a row has to be: a program that opens the file measures no words by itself. About, and rather too many. */
function linesOf(cells: readonly SheetCell[], columns: Sheet['columns']): number {
  return cells.reduce<number>((most, cell, column) => {
    if (typeof cell !== 'string') return most;
    const letters = Math.max(1, ((columns[column]?.width ?? 0) - 2) * FILLED);
    const lines = cell
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
    return Math.max(most, lines);
  }, 1);
}

/** Numbers stand at the right; words and moments where a line of them begins. */
function alignmentOf(value: Written['value']) {
  if (typeof value === 'number') return { vertical: 'top' } as const;
  return { vertical: 'top', wrapText: typeof value === 'string', ...BESIDE } as const;
}

interface Written {
  readonly value: string | number | boolean | Date | null;
  readonly numFmt?: string;
}

function written(cell: SheetCell, wallClock: (moment: Date) => Date): Written {
  if (typeof cell === 'string') return { value: plain(cell) };
  if (cell instanceof Date) return { value: wallClock(cell), numFmt: 'dd.mm.yyyy hh:mm' };
  if (cell === null || typeof cell !== 'object') return { value: cell };
  if ('share' in cell) return { value: cell.share, numFmt: PERCENT };
  if ('minutes' in cell) return { value: cell.minutes / DAY_MINUTES, numFmt: '[h]:mm' };
  const fraction = cell.decimals > 0 ? `.${'0'.repeat(cell.decimals)}` : '';
  return { value: cell.number, numFmt: `#,##0${fraction}` };
}

/** What the clock on the wall of that zone shows, as the moment at which it is so in UTC. */
function createWallClock(timeZone: string): (moment: Date) => Date {
  const zone = IANAZone.create(timeZone);
  const offsets = new Map<number, number>();
  return (moment) => {
    const quarter = Math.floor(moment.getTime() / QUARTER_MS);
    const offset = offsets.get(quarter) ?? zone.offset(quarter * QUARTER_MS);
    offsets.set(quarter, offset);
    return new Date(moment.getTime() + offset * MINUTE_MS);
  };
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
/** Excel keeps it for itself. */
const RESERVED = ['history'];

/** As Excel takes them: short, without its signs, never empty, never twice. */
function sheetNames(sheets: readonly Sheet[]): readonly string[] {
  const taken = new Set(RESERVED);
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
