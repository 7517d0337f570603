// Files are read beside the sweeps: a slow one keeps nothing else from its hour.

import type { Logger } from '../../../platform/logger.ts';
import type { Sweep } from '../../../platform/sweeps.ts';

const EVERY_MS = 2_000;

export interface FileJobsDeps {
  readonly hashDue: () => Promise<number>;
  readonly logger: Logger;
}

/** One reading at a time; what is left of it when the process ends is due again after the start. */
export function createFileJobs({ hashDue, logger }: FileJobsDeps): Sweep {
  let reading = false;

  async function read(): Promise<void> {
    reading = true;
    try {
      while ((await hashDue()) > 0);
    } catch (err) {
      logger.warn({ err }, 'files could not be read, they will be tried again');
    } finally {
      reading = false;
    }
  }

  return {
    name: 'room-files',
    everyMs: EVERY_MS,
    async run() {
      if (!reading) void read();
    },
  };
}
