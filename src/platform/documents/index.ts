// Papers, spreadsheets, charts and posters out of titles, lines and tables; blind to what they are about. Each is made in a
// thread of its own: two thousand rows take seconds, in which the program goes on answering, and the 40 MB
// that it takes to know how are there only while they are needed.

import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Chart } from './chart/chart.ts';
import type { Paper } from './paper.ts';
import type { Poster } from './poster.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import type { DocumentTask } from './worker.ts';

export type { Chart, Panel, Tile, Tone } from './chart/chart.ts';
export type { Paper, PaperBlock, PaperCell, PaperColumn, PaperLine } from './paper.ts';
export type { Poster } from './poster.ts';
export type { Sheet, SheetCell, SheetColumn, SheetTotal, Spreadsheet } from './spreadsheet.ts';

/** Tens of thousands of rows fit; whoever asks for more ends the thread, not the program. */
const MEMORY_MB = 512;

/** The bytes of a PDF. @throws Error where it cannot be made. */
export function makePaper(paper: Paper): Promise<Uint8Array> {
  return inThread({ kind: 'paper', paper });
}

/** The bytes of an XLSX file. @throws Error where it cannot be made. */
export function makeSpreadsheet(spreadsheet: Spreadsheet): Promise<Uint8Array> {
  return inThread({ kind: 'spreadsheet', spreadsheet });
}

/** The bytes of a PNG. @throws Error where it cannot be made. */
export function makePicture(chart: Chart): Promise<Uint8Array> {
  return inThread({ kind: 'picture', chart });
}

/** A sheet to print and put up, as PNG or PDF. @throws Error where it cannot be made. */
export function makePoster(poster: Poster, form: 'png' | 'pdf'): Promise<Uint8Array> {
  return inThread({ kind: 'poster', poster, form });
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: ten at once would take half a gigabyte each. */
function inThread(task: DocumentTask): Promise<Uint8Array> {
  const made = last.then(() => make(task));
  last = made.catch(() => undefined);
  return made;
}

async function make(task: DocumentTask): Promise<Uint8Array> {
  // What is compiled, also where tests run the sources: a thread runs no TypeScript.
  const program = createRequire(import.meta.url).resolve('#dist/platform/documents/worker.js');
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MB };
  // Nothing of the program's environment: it needs no token.
  const worker = new Worker(program, { workerData: task, resourceLimits, env: {} });
  try {
    const [bytes] = await once(worker, 'message');
    return bytes;
  } finally {
    await worker.terminate();
  }
}
