// A spreadsheet of products as people save it: commas, semicolons or tabs, UTF-8 or the encoding of Russian
// Windows, columns in any order under their names. Pure.

import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { ProductShape } from '../intake.ts';
import type { GivenProduct } from '../product.ts';

export const COLUMNS = [
  'external_id',
  'exporter_id',
  'name',
  'url',
  'category',
  'is_offered',
] as const;
export type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ['external_id', 'exporter_id', 'name', 'url'];

/** More than this is no list that somebody has typed. */
const MOST_ROWS = 5_000;

export interface CsvWords {
  /** How people call each column, in small letters. */
  readonly columns: Readonly<Record<Column, readonly string[]>>;
  /** What means that a product is not offered. */
  readonly no: readonly string[];
}

export interface CsvRow {
  /** In the file, the header is 1. */
  readonly line: number;
  /** Its exporter is the marketplace's id or a name. */
  readonly product: GivenProduct;
}

export interface CsvProblem {
  readonly line: number;
  /** `twice`: an earlier line has this id. */
  readonly what: Column | 'exporter-unknown' | 'twice';
}

export type CsvRead =
  | {
      readonly status: 'read';
      readonly rows: readonly CsvRow[];
      readonly problems: readonly CsvProblem[];
    }
  | { readonly status: 'no-columns'; readonly missing: readonly Column[] }
  | { readonly status: 'unreadable' | 'too-many' | 'empty' };

export function readProducts(bytes: Uint8Array, words: CsvWords): CsvRead {
  const lines = linesOf(bytes);
  if (!lines) return { status: 'unreadable' };
  const [header = [], ...body] = lines;
  const places = placesOf(header, words);
  const missing = NEEDED.filter((column) => places[column] === -1);
  if (missing.length > 0) return { status: 'no-columns', missing };
  if (body.length === 0) return { status: 'empty' };
  if (body.length > MOST_ROWS) return { status: 'too-many' };
  const judged = body.map((cells, index) => judge(cells, index + 2, places, words));
  return { status: 'read', ...apart(judged) };
}

/** Of lines with one id the first counts. */
function apart(judged: readonly (CsvRow | CsvProblem)[]) {
  const rows = new Map<string, CsvRow>();
  const problems: CsvProblem[] = [];
  for (const one of judged) {
    if ('what' in one) problems.push(one);
    else if (rows.has(one.product.externalId)) problems.push({ line: one.line, what: 'twice' });
    else rows.set(one.product.externalId, one);
  }
  return { rows: [...rows.values()], problems };
}

/** Null: no table at all. */
function linesOf(bytes: Uint8Array): string[][] | null {
  const text = decode(bytes);
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const count = (sign: string) => head.split(sign).length;
  const [delimiter = ','] = [';', '\t', ','].toSorted((a, b) => count(b) - count(a));
  const relaxed = { relax_column_count: true, skip_empty_lines: true, trim: true };
  try {
    return parse(text, { delimiter, bom: true, ...relaxed });
  } catch {
    return null;
  }
}

/** Excel saves in the encoding of the system; what is UTF-8 is so by no chance. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

type Places = Readonly<Record<Column, number>>;

function placesOf(header: readonly string[], { columns }: CsvWords): Places {
  const titles = header.map((title) => title.trim().toLowerCase());
  const place = (column: Column) =>
    titles.findIndex((title) => title === column || columns[column].includes(title));
  return Object.fromEntries(COLUMNS.map((column) => [column, place(column)])) as Places;
}

function judge(
  cells: readonly string[],
  line: number,
  places: Places,
  { no }: CsvWords,
): CsvRow | CsvProblem {
  const cell = (column: Column) => cells[places[column]]?.trim() ?? '';
  // No database keeps a NUL, and one of them would stop every list behind this one.
  const exporter = cell('exporter_id').replace(/\p{Cc}/gu, '');
  if (exporter === '') return { line, what: 'exporter_id' };
  const read = ProductShape.safeParse({
    external_id: cell('external_id'),
    // A name may stand here, which is no id: whose it is, is found out later.
    exporter_id: 'by-name',
    name: cell('name'),
    url: cell('url'),
    category: cell('category') || null,
    is_offered: !no.includes(cell('is_offered').toLowerCase()),
  });
  if (!read.success) return { line, what: columnOf(read.error) };
  const { external_id: externalId, name, url, category, is_offered: isOffered } = read.data;
  return { line, product: { externalId, exporterId: exporter, name, url, category, isOffered } };
}

function columnOf({ issues }: z.ZodError): Column {
  return COLUMNS.find((column) => issues.some(({ path }) => path[0] === column)) ?? 'external_id';
}
