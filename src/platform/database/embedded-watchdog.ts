// A second thread of the embedded database's process. While Postgres computes, or hangs, its thread
// hears nothing; this one sees that the program is gone, and ends the process for it. That is as good
// as any kill: what was acknowledged is on disk.
import { workerData } from 'node:worker_threads';
import { systemClock } from '../clock.ts';

const GLANCE_MS = 500;

/** In milliseconds: for ending in order, where the main thread still can. */
const GRACE_MS = 3000;

const { parent } = workerData as { readonly parent: number };

while (process.ppid === parent) await systemClock.sleep(GLANCE_MS);
await systemClock.sleep(GRACE_MS);
process.kill(process.pid, 'SIGKILL');
