// A sheet to print and put up: whose it is, a code to be read by a telephone, and what to do with it. A5, so that
// two fit on a sheet of an office printer.

import { create } from 'qrcode';
import type { Pen } from './chart/pen.ts';
import { element } from './chart/svg.ts';

export interface Poster {
  readonly title: string;
  /** Above the code, in large letters. A line that is broken stays so. */
  readonly line: string;
  /** Below it. */
  readonly how: string;
  /** What the code says. */
  readonly code: string;
}

/** A5 at 200 dots an inch. */
const POSTER = { width: 1_165, height: 1_654 } as const;

const MARGIN = 90;
const WIDTH = POSTER.width - 2 * MARGIN;
const INK = '#111827';
const GREY = '#4b5563';
const CODE_SIZE = 800;
/** White around the code, in modules; readers want four. */
const QUIET = 4;
const TITLE = { size: 78, leading: 92, lines: 3 } as const;
const LINE = { size: 50, leading: 64, lines: 3 } as const;
const HOW = { size: 34, leading: 46, lines: 3 } as const;

/** An SVG. */
export function drawPoster({ title, line, how, code }: Poster, pen: Pen): string {
  const head = paragraph(pen, title, 130, { ...TITLE, fill: INK, bold: true });
  const call = paragraph(pen, line, head.end + 24, { ...LINE, fill: INK });
  const codeAt = Math.max(call.end + 10, (POSTER.height - CODE_SIZE) / 2);
  const foot = paragraph(pen, how, codeAt + CODE_SIZE + 50, { ...HOW, fill: GREY });
  const parts = [
    element('rect', { ...POSTER, fill: '#ffffff' }),
    ...head.drawn,
    ...call.drawn,
    drawCode(code, [(POSTER.width - CODE_SIZE) / 2, codeAt]),
    ...foot.drawn,
  ];
  const sheet = { xmlns: 'http://www.w3.org/2000/svg', ...POSTER, 'font-family': 'Roboto' };
  return element('svg', sheet, parts.join(''));
}

interface Lettering {
  readonly size: number;
  readonly leading: number;
  /** At most so many; the last is cut. */
  readonly lines: number;
  readonly fill: string;
  readonly bold?: boolean;
}

/** Lines in the middle of the sheet; `end`: where the next may begin. */
function paragraph(pen: Pen, text: string, top: number, { leading, lines, ...style }: Lettering) {
  const look = { ...style, width: WIDTH, anchor: 'middle' } as const;
  const rows = text.split('\n').flatMap((part) => wrapped(pen, part, style.size, lines));
  const drawn = rows
    .slice(0, lines)
    .map((words, index) =>
      pen.write(words, [POSTER.width / 2, top + style.size + index * leading], look),
    );
  return { drawn, end: top + drawn.length * leading + (leading - style.size) };
}

function wrapped(pen: Pen, text: string, size: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    const isLast = lines.length === most;
    if (lines.length > 0 && (isLast || pen.widthOf(longer, size) <= WIDTH * 0.94)) {
      lines[lines.length - 1] = longer;
    } else lines.push(word);
  }
  return lines;
}

/** Rows of dark modules as one path: no seams between them, whatever prints it. */
function drawCode(text: string, [left, top]: readonly [number, number]): string {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const unit = CODE_SIZE / (size + 2 * QUIET);
  const squares: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (data[row * size + column]) squares.push(`M${column} ${row}h1v1h-1z`);
    }
  }
  const place = `translate(${left + QUIET * unit} ${top + QUIET * unit}) scale(${unit})`;
  const look = { fill: '#000000', 'shape-rendering': 'crispEdges' };
  return element('path', { d: squares.join(''), transform: place, ...look });
}
