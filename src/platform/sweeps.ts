// The clock of the house: each second it asks every sweep what is due and not yet done. Nothing holds a
// timer, so a restart misses nothing, and what is late happens once.

import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';

export interface Sweep {
  readonly name: string;
  /** How often it looks, in milliseconds. Defaults to each second. */
  readonly everyMs?: number;
  run(): Promise<void>;
}

export interface SweeperDeps {
  readonly sweeps: readonly Sweep[];
  /** Whether this process works, or stands by. */
  readonly mayRun: () => boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}

export type Sweeper = ReturnType<typeof createSweeper>;

const TICK_MS = 1_000;

export function createSweeper({ sweeps, mayRun, clock, logger }: SweeperDeps) {
  const lastRun = new Map<string, number>();
  let busy = false;

  /** One look at everything; a sweep that fails is logged and looks again at its next turn. */
  async function look(): Promise<void> {
    if (!mayRun() || busy) return;
    busy = true;
    for (const sweep of sweeps) {
      const now = clock.now().getTime();
      if (now - (lastRun.get(sweep.name) ?? Number.NEGATIVE_INFINITY) < (sweep.everyMs ?? TICK_MS)) continue;
      lastRun.set(sweep.name, now);
      try {
        await sweep.run();
      } catch (error) {
        logger.warn({ err: error, sweep: sweep.name }, 'a sweep failed, it will look again');
      }
    }
    busy = false;
  }

  async function run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      await look();
      await clock.sleep(TICK_MS, stop);
    }
  }

  return { run, look };
}
