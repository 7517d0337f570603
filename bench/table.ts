// Figures as a table: for each database its aim, its figure, and the same over many dialogs with how
// much worse that is.

import { type Aim, aimInWords, type Figure, GROWTH, growth, inWords, meets } from './figures.ts';

export interface Column {
  readonly kind: 'postgres' | 'embedded';
  readonly dialogs: number;
  readonly figures: readonly Figure[];
}

const TITLES = { postgres: 'Postgres', embedded: 'embedded' } as const;

/** Markdown that can be read as it is. */
export function toTable(columns: readonly Column[]): string {
  const names = [...new Set(columns.flatMap(({ figures }) => figures.map(({ name }) => name)))];
  const kinds = [...new Set(columns.map(({ kind }) => kind))];
  const of = kinds.map((kind) => columns.filter((column) => column.kind === kind));
  const head = ['', ...of.flatMap(titles)];
  const rows = names.map((name) => [name, ...of.flatMap((sizes) => cells(sizes, name))]);
  return layOut([head, ...rows]);
}

function titles(sizes: readonly Column[]): string[] {
  const [small, ...larger] = sizes;
  if (!small) return [];
  const more = larger.flatMap(({ dialogs }) => [`over ${inWords(dialogs)} dialogs`, 'growth']);
  return ['aim', TITLES[small.kind], ...more];
}

function cells(sizes: readonly Column[], name: string): string[] {
  const [small, ...larger] = sizes.map(({ figures }) => figures.find((one) => one.name === name));
  const aim = small?.aim ?? larger.find((figure) => figure)?.aim;
  const more = larger.flatMap((figure) => [cell(figure), growthCell(small, figure)]);
  return [aim ? aimInWords(aim) : '', cell(small), ...more];
}

function cell(figure: Figure | undefined): string {
  if (!figure) return '';
  return `${inWords(figure.value, figure.unit)}${mark(figure.value, figure.aim)}`;
}

function growthCell(small: Figure | undefined, large: Figure | undefined): string {
  const times = small && large ? growth(small, large) : null;
  return times === null ? '' : `× ${inWords(times)}${mark(times, GROWTH)}`;
}

function mark(value: number, aim: Aim | undefined): string {
  if (!aim) return '';
  return meets(value, aim) ? ' ✓' : ' ✗';
}

function layOut(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.map((_, column) => column) ?? [];
  const widths = columns.map((column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((text, at) => pad(text, widths, at)).join(' | ')} |`;
  const rule = widths.map((width, at) =>
    at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(rows[0] ?? []), line(rule), ...rows.slice(1).map(line)].join('\n');
}

function pad(text: string, widths: readonly number[], at: number): string {
  const width = widths[at] ?? 0;
  return at === 0 ? text.padEnd(width) : text.padStart(width);
}
