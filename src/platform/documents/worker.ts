// The thread in which one document is made. It ends with it, and what was loaded for it is gone.

import { parentPort, workerData } from 'node:worker_threads';
import { drawPaper, type Paper } from './paper.ts';
import { type Spreadsheet, writeSpreadsheet } from './spreadsheet.ts';

export type DocumentTask =
  | { readonly kind: 'paper'; readonly paper: Paper }
  | { readonly kind: 'spreadsheet'; readonly spreadsheet: Spreadsheet };

const task: DocumentTask = workerData;

const bytes =
  task.kind === 'paper' ? await drawPaper(task.paper) : await writeSpreadsheet(task.spreadsheet);
parentPort?.postMessage(new Uint8Array(bytes));
