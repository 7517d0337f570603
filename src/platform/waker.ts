// A bell for a loop: it sleeps until something happens or the time is up, whichever comes first.
// A ring while nobody sleeps is not lost: the next wait returns at once.

import type { Clock } from './clock.ts';

export interface Waker {
  ring(): void;
  /** Waits for a ring, `ms` milliseconds, or `stop`. */
  wait(ms: number, stop: AbortSignal): Promise<void>;
}

export function createWaker(clock: Clock): Waker {
  let rung = false;
  let sleeper: AbortController | null = null;

  function ring(): void {
    rung = true;
    sleeper?.abort();
  }

  async function wait(ms: number, stop: AbortSignal): Promise<void> {
    if (!rung && !stop.aborted) {
      const current = new AbortController();
      sleeper = current;
      stop.addEventListener('abort', ring, { once: true });
      await clock.sleep(ms, current.signal);
      stop.removeEventListener('abort', ring);
      sleeper = null;
      // A sleep that ran its whole length leaves its timer behind only if it was not aborted.
      current.abort();
    }
    rung = false;
  }

  return { ring, wait };
}
