// A page to print and to keep: PDF with letters of its own (Roboto: Latin, Cyrillic, Greek), the same on
// every telephone. Nothing in it is fetched, and no file is read but the letters.

import { createRequire } from 'node:module';
import path from 'node:path';

export interface Paper {
  readonly title: string;
  /** At the foot of each page, beside its number. */
  readonly footer: string;
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
      readonly rows: readonly (readonly string[])[];
    };

export interface PaperColumn {
  readonly title: string;
  /** What the column gets of the page's width, beside the others; default 1. */
  readonly share?: number;
  readonly align?: 'left' | 'right';
}

/** A4 in points, less its margins. */
const MARGIN = 42;
const WIDTH = 595 - 2 * MARGIN;
/** What a cell's lines and padding take of its column. */
const CELL_PADDING = 9;

/** The bytes of a PDF; some two milliseconds a row, without a pause. */
export function drawPaper(paper: Paper): Promise<Uint8Array> {
  return loadPdfmake().createPdf(definitionOf(paper)).getBuffer();
}

/**
 * What we use of pdfmake. Its published types bring in those of a browser, and then the whole program may
 * speak of windows and documents that are not there.
 */
interface Pdfmake {
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (file: string) => boolean): void;
  setFonts(fonts: Readonly<Record<string, Readonly<Record<'normal' | 'bold', string>>>>): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
}

type Content = object;

function loadPdfmake(): Pdfmake {
  const require = createRequire(import.meta.url);
  const pdfmake: Pdfmake = require('pdfmake');
  const letters = path.join(
    path.dirname(require.resolve('pdfmake/package.json')),
    'fonts',
    'Roboto',
  );
  const font = (style: string) => path.join(letters, `Roboto-${style}.ttf`);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => path.dirname(file) === letters);
  pdfmake.setFonts({ Roboto: { normal: font('Regular'), bold: font('Medium') } });
  return pdfmake;
}

function definitionOf({ title, footer, madeAt, blocks }: Paper): object {
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN + 14],
    info: { title, creationDate: madeAt, modDate: madeAt, producer: '', creator: '' },
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.15 },
    content: [
      { text: title, fontSize: 16, bold: true, margin: [0, 0, 0, 10] },
      ...blocks.map(contentOf),
    ],
    footer: (page: number, pages: number) => ({
      columns: [{ text: footer }, { text: `${page} / ${pages}`, alignment: 'right', width: 60 }],
      margin: [MARGIN, 12],
      fontSize: 8,
      color: '#777777',
    }),
  };
}

function contentOf(block: PaperBlock): Content {
  switch (block.kind) {
    case 'heading':
      return { text: block.text, fontSize: 12, bold: true, margin: [0, 10, 0, 5] };
    case 'text':
      return { text: block.text, margin: [0, 0, 0, 4], ...(block.quiet && { color: '#777777' }) };
    case 'facts':
      return factsOf(block.facts);
    case 'table':
      return tableOf(block.columns, block.rows);
  }
}

function factsOf(facts: readonly (readonly [string, string])[]): Content {
  const rows = facts.map(([name, value]) => [{ text: name, color: '#777777' }, { text: value }]);
  if (rows.length === 0) return [];
  return { layout: 'noBorders', margin: [0, 0, 0, 6], table: { widths: [130, '*'], body: rows } };
}

function tableOf(columns: readonly PaperColumn[], rows: readonly (readonly string[])[]): Content {
  const total = columns.reduce((sum, { share = 1 }) => sum + share, 0);
  const cell = (text: string, { align = 'left' }: PaperColumn) => ({ text, alignment: align });
  const head = columns.map((column) => ({
    ...cell(column.title, column),
    bold: true,
    fillColor: '#eeeeee',
  }));
  const body = rows.map((row) => columns.map((column, index) => cell(row[index] ?? '', column)));
  const widths = columns.map(({ share = 1 }) => (WIDTH * share) / total - CELL_PADDING);
  return {
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      hLineColor: () => '#bbbbbb',
      vLineColor: () => '#bbbbbb',
    },
    margin: [0, 2, 0, 8],
    table: { headerRows: 1, dontBreakRows: true, widths, body: [head, ...body] },
  };
}
