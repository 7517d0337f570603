// The thread in which one document is made. It ends with it, and what was loaded for it is gone.

import { parentPort, workerData } from 'node:worker_threads';
import type { Chart } from './chart/chart.ts';
import { drawPaper, type Paper } from './paper.ts';
import { drawPicture, drawPosterPicture } from './picture.ts';
import type { Poster } from './poster.ts';
import { drawPosterPaper } from './poster-paper.ts';
import { type Spreadsheet, writeSpreadsheet } from './spreadsheet.ts';

export type DocumentTask =
  | { readonly kind: 'paper'; readonly paper: Paper }
  | { readonly kind: 'spreadsheet'; readonly spreadsheet: Spreadsheet }
  | { readonly kind: 'picture'; readonly chart: Chart }
  | { readonly kind: 'poster'; readonly poster: Poster; readonly form: 'png' | 'pdf' };

const task: DocumentTask = workerData;

parentPort?.postMessage(new Uint8Array(await make(task)));

function make(task: DocumentTask): Promise<Uint8Array> {
  switch (task.kind) {
    case 'paper':
      return drawPaper(task.paper);
    case 'spreadsheet':
      return writeSpreadsheet(task.spreadsheet);
    case 'picture':
      return drawPicture(task.chart);
    case 'poster':
      return task.form === 'png' ? drawPosterPicture(task.poster) : drawPosterPaper(task.poster);
  }
}
