// Work that was taken from a lane and is on its way.

import type { Lane, Work } from './lanes.ts';
import type { Place } from './ports.ts';

/** The lane is busy until the job is released. */
export interface Job {
  readonly lane: Lane;
  readonly work: Work;
  readonly place: Place;
  /** When its first call was taken from the budget, in milliseconds since the epoch. */
  readonly begunAt: number;
}

/** `settled`: the work is over. `notBefore`: when its lane may go on, in milliseconds since the epoch. */
export type Release = (job: Job, settled: boolean, notBefore: number) => void;
