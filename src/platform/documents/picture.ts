// A chart or a poster as PNG, drawn with letters of our own: a machine without any fonts draws the same. Nothing in it is
// fetched.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Chart } from './chart/chart.ts';
import { drawChart } from './chart/draw-chart.ts';
import { createPen, type Pen } from './chart/pen.ts';
import { createLetters } from './letters.ts';
import { drawPoster, type Poster } from './poster.ts';

/** The bytes of a PNG. To be called once in a thread: the library is set up only once. */
export function drawPicture(chart: Chart): Promise<Uint8Array> {
  return toPng((pen) => drawChart(chart, pen));
}

/** The same of a sheet to put up. */
export function drawPosterPicture(poster: Poster): Promise<Uint8Array> {
  return toPng((pen) => drawPoster(poster, pen));
}

async function toPng(draw: (pen: Pen) => string): Promise<Uint8Array> {
  const require = createRequire(import.meta.url);
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const letters = createLetters();
  const drawing = draw(createPen(letters));
  // Which fonts are needed is known when all is written.
  const fontBuffers = letters
    .used()
    .flatMap(({ normal, bold }) => (normal === bold ? [normal] : [normal, bold]))
    .map((font) => new Uint8Array(font));
  const font = { fontBuffers, defaultFontFamily: letters.main, loadSystemFonts: false };
  return new Resvg(drawing, { font }).render().asPng();
}
