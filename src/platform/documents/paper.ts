// A page to print and to keep: a PDF with letters of its own, the same on every telephone. Whoever draws
// it fetches nothing and reads no file: the letters are handed over.

import { createRequire } from 'node:module';
import { createLetters, type Font, type Letters } from './letters.ts';
import { type Content, createSetting, type Setting } from './setting.ts';

export interface Paper {
  readonly title: string;
  /** At the foot of each page, beside its number. */
  readonly footer: string;
  /** Said at the end where a sign had no letters and is shown as ▯. */
  readonly lacking: string;
  readonly madeAt: Date;
  readonly blocks: readonly PaperBlock[];
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly quiet?: boolean }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly PaperColumn[];
      readonly rows: readonly (readonly PaperCell[])[];
      /** In place of the columns' titles: what all of its rows have in common. */
      readonly band?: string;
    };

export interface PaperColumn {
  readonly title: string;
  /** What the column gets of the page's width, beside the others; default 1. */
  readonly share?: number;
  readonly align?: 'left' | 'right';
}

export type PaperCell = string | readonly PaperLine[];

export interface PaperLine {
  readonly text: string;
  /** `strong`: what it is about · `quiet`: beside the point · `fine`: small, for long numbers. */
  readonly tone?: 'strong' | 'quiet' | 'fine';
}

/** A4 in points, less its margins. */
const MARGIN = 42;
const WIDTH = 595 - 2 * MARGIN;
const SIZE = 9.5;
const QUIET = '#6b7280';
const LINE = '#d5d9e0';
const SHADE = '#eef1f5';
const PADDING = { across: 5, down: 3.5 };

/** The bytes of a PDF; some four milliseconds a row, without a pause. */
export function drawPaper(paper: Paper): Promise<Uint8Array> {
  const letters = createLetters();
  // Which fonts are needed is known when all is set.
  const definition = definitionOf(paper, letters);
  return loadPdfmake(letters.used()).createPdf(definition).getBuffer();
}

/**
 * What we use of pdfmake. Its published types bring in those of a browser, and then the whole program may
 * speak of windows and documents that are not there.
 */
interface Pdfmake {
  readonly virtualfs: { writeFileSync(file: string, bytes: Buffer): void };
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (file: string) => boolean): void;
  setFonts(fonts: Readonly<Record<string, Readonly<Record<'normal' | 'bold', string>>>>): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
}

/** It fetches nothing and reads no file. */
export function loadPdfmake(fonts: readonly Font[]): Pdfmake {
  const pdfmake: Pdfmake = createRequire(import.meta.url)('pdfmake');
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  const put = (file: string, bytes: Buffer) => {
    pdfmake.virtualfs.writeFileSync(file, bytes);
    return file;
  };
  pdfmake.setFonts(
    Object.fromEntries(
      fonts.map(({ name, normal, bold }) => [
        name,
        { normal: put(`${name} normal`, normal), bold: put(`${name} bold`, bold) },
      ]),
    ),
  );
  return pdfmake;
}

function definitionOf({ title, footer, lacking, madeAt, blocks }: Paper, letters: Letters): object {
  const set = createSetting(letters);
  const small = { fontSize: 8, color: QUIET };
  const content = [
    set.text(title, WIDTH, 17, { bold: true, margin: [0, 0, 0, 8] }),
    ...blocks.map((block) => contentOf(block, set)),
  ];
  const foot = set.text(footer, WIDTH - 70, 8);
  const head = set.text(title, WIDTH, 8, { ...small, margin: [MARGIN, 20, MARGIN, 0] });
  if (letters.lacksSome()) content.push(set.text(lacking, WIDTH, 8, small));
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN + 14],
    info: { title, creationDate: madeAt, modDate: madeAt, producer: '', creator: '' },
    defaultStyle: { font: letters.main, fontSize: SIZE, lineHeight: 1.15 },
    content,
    // The first page has its title.
    header: (page: number) => (page === 1 ? null : head),
    footer: (page: number, pages: number) => ({
      columns: [foot, { text: `${page} / ${pages}`, alignment: 'right', width: 60 }],
      margin: [MARGIN, 14],
      ...small,
    }),
  };
}

function contentOf(block: PaperBlock, set: Setting): Content {
  switch (block.kind) {
    case 'heading':
      return set.text(block.text, WIDTH, 12, { bold: true, margin: [0, 12, 0, 5] });
    case 'text':
      return set.text(block.text, WIDTH, SIZE, {
        margin: [0, 0, 0, 4],
        ...(block.quiet && { color: QUIET }),
      });
    case 'facts':
      return factsOf(block.facts, set);
    case 'table':
      return tableOf(block, set);
  }
}

const FACT_NAME = 130;

function factsOf(facts: readonly (readonly [string, string])[], set: Setting): Content {
  if (facts.length === 0) return [];
  const rows = facts.map(([name, value]) => [
    set.text(name, FACT_NAME, SIZE, { color: QUIET }),
    set.text(value, WIDTH - FACT_NAME - 16, SIZE),
  ]);
  const table = { widths: [FACT_NAME, '*'], body: rows };
  return { layout: 'noBorders', margin: [0, 0, 0, 6], table };
}

const TONES = {
  strong: { size: SIZE, style: { bold: true } },
  quiet: { size: SIZE, style: { color: QUIET } },
  fine: { size: 7, style: { color: QUIET } },
} as const;

function tableOf(
  { columns, rows, band }: Extract<PaperBlock, { kind: 'table' }>,
  set: Setting,
): Content {
  const total = columns.reduce((sum, { share = 1 }) => sum + share, 0);
  const widths = columns.map(({ share = 1 }) => (WIDTH * share) / total - 2 * PADDING.across);
  const cell = (content: PaperCell, index: number): Content => {
    const width = widths[index] ?? 0;
    const alignment = columns[index]?.align ?? 'left';
    if (typeof content === 'string') return set.text(content, width, SIZE, { alignment });
    const stack = content.map(({ text, tone }) => {
      const { size, style } = tone ? TONES[tone] : { size: SIZE, style: {} };
      return set.text(text, width, size, style);
    });
    return { stack, alignment };
  };
  const head = { bold: true, fillColor: SHADE };
  const top =
    band === undefined
      ? columns.map(({ title }, index) => ({ ...cell(title, index), ...head }))
      : [
          { ...set.text(band, WIDTH, SIZE), ...head, colSpan: columns.length },
          ...columns.slice(1).map(() => ({})),
        ];
  const body = [
    top,
    ...rows.map((row) => columns.map((_, index) => cell(row[index] ?? '', index))),
  ];
  return {
    layout: LAYOUT,
    margin: [0, 2, 0, 8],
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: !rows.some(isTall),
      widths,
      body,
    },
  };
}

const LAYOUT = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingLeft: () => PADDING.across,
  paddingRight: () => PADDING.across,
  paddingTop: () => PADDING.down,
  paddingBottom: () => PADDING.down,
};

/** Whether a row may need a good part of a page; on one that is kept whole the rest of it would be cut off. */
function isTall(row: readonly PaperCell[]): boolean {
  return row.some((cell) => {
    const texts = typeof cell === 'string' ? [cell] : cell.map(({ text }) => text);
    const lines = texts.join('\n').split('\n');
    return lines.reduce((sum, line) => sum + 1 + line.length / 30, 0) > 40;
  });
}
