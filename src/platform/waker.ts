// A bell for a loop: it sleeps until something happens or the time is up, whichever comes first.
// A ring while nobody sleeps is not lost: the next wait returns at once. One loop for each bell.

import type { Clock } from './clock.ts';

export interface Waker {
  ring(): void;
  /** Waits for a ring, `ms` milliseconds (zero, less and NaN: the next turn), or `stop`. */
  wait(ms: number, stop: AbortSignal): Promise<void>;
}

/** A bell that has not rung. */
export function createWaker(clock: Clock): Waker {
  let rung = false;
  let sleeper: AbortController | null = null;

  function ring(): void {
    rung = true;
    sleeper?.abort();
  }

  async function wait(ms: number, stop: AbortSignal): Promise<void> {
    if (rung && !stop.aborted) await nextTurn();
    else if (!stop.aborted) await sleep(ms, stop);
    rung = false;
  }

  async function sleep(ms: number, stop: AbortSignal): Promise<void> {
    const current = new AbortController();
    sleeper = current;
    stop.addEventListener('abort', ring, { once: true });
    await clock.sleep(ms > 0 ? ms : 0, current.signal);
    stop.removeEventListener('abort', ring);
    sleeper = null;
  }

  return { ring, wait };
}

/** A loop that is rung without end still lets everybody else have their turn. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
