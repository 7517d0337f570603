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

const TICK_MS = 1_000;

/** Sweeps run one after the other; one that throws is logged and looks again at its next turn. */
export function createSweeper({ sweeps, mayRun, clock, logger }: SweeperDeps) {
  const lastRun = new Map<Sweep, number>();
  let looking: Promise<void> | null = null;

  /** One look at every sweep whose turn it is, or at all of them; whoever asks during a look waits for that one. */
  function look(whose: 'due' | 'all' = 'due'): Promise<void> {
    looking ??= lookAt(whose).finally(() => {
      looking = null;
    });
    return looking;
  }

  /** A look at every sweep that begins now: what is due at this moment has been done when it ends. */
  async function lookAtAll(): Promise<void> {
    await looking;
    await look('all');
  }

  async function lookAt(whose: 'due' | 'all'): Promise<void> {
    for (const sweep of sweeps) {
      if (!mayRun()) return;
      const now = clock.now().getTime();
      if (whose === 'due' && !isItsTurn(sweep, now)) continue;
      lastRun.set(sweep, now);
      try {
        await sweep.run();
      } catch (error) {
        logger.warn({ err: error, sweep: sweep.name }, 'a sweep failed, it will look again');
      }
    }
  }

  function isItsTurn(sweep: Sweep, now: number): boolean {
    const last = lastRun.get(sweep);
    // A clock that was set back must not keep a sweep from looking until it has caught up.
    return last === undefined || now < last || now - last >= (sweep.everyMs ?? TICK_MS);
  }

  async function run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      await look();
      await clock.sleep(TICK_MS, stop);
    }
    await looking;
  }

  return { run, look, lookAtAll };
}
