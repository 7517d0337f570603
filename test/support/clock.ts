// A clock that stands still until a test walks it.
import type { Clock } from '../../src/platform/clock.ts';

export type TestClock = Clock & {
  /**
   * Walks `ms` forward. Sleeps that fall due are woken one by one in their order, each at its own
   * moment, and what they start (another sleep, say) has its turn before time goes on.
   */
  advance(ms: number): Promise<void>;
  /** The same in strides of `strideMs`: whatever falls due within one is woken once, at its end. */
  stride(ms: number, strideMs: number): Promise<void>;
  /** Walks to a later moment as `advance` does; to an earlier one it jumps, as a corrected clock does. */
  set(moment: Date | string): Promise<void>;
  /** How many sleeps are waiting now. */
  sleeping(): number;
};

type Sleeper = { readonly due: number; readonly wake: () => void };

/** Nothing here holds a timer: a sleep nobody wakes does not keep the process alive. */
export function createTestClock(start: Date | string = '2026-11-21T09:00:00Z'): TestClock {
  let now = new Date(start).getTime();
  let sleepers: Sleeper[] = [];

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) {
        resolve();
        return;
      }
      const sleeper: Sleeper = { due: now + Math.max(0, ms), wake };
      sleepers.push(sleeper);
      signal?.addEventListener('abort', wake, { once: true });
      function wake(): void {
        sleepers = sleepers.filter((other) => other !== sleeper);
        signal?.removeEventListener('abort', wake);
        resolve();
      }
    });
  }

  /** The first to wake no later than `until`; among equals, the one that fell asleep first. */
  function nextDue(until: number): Sleeper | undefined {
    return sleepers
      .filter((sleeper) => sleeper.due <= until)
      .reduce<Sleeper | undefined>((a, b) => (a && a.due <= b.due ? a : b), undefined);
  }

  async function walkTo(until: number): Promise<void> {
    for (let next = nextDue(until); next; next = nextDue(until)) {
      now = Math.max(now, next.due);
      next.wake();
      await aTurn();
    }
    now = until;
  }

  async function strideTo(until: number, strideMs: number): Promise<void> {
    while (now < until) {
      now = Math.min(until, now + strideMs);
      for (const { due, wake } of sleepers) if (due <= now) wake();
      await aTurn();
    }
  }

  return {
    now: () => new Date(now),
    sleep,
    sleeping: () => sleepers.length,
    advance: (ms) => walkTo(now + ms),
    stride: (ms, strideMs) => strideTo(now + ms, strideMs),
    set: (moment) => walkTo(new Date(moment).getTime()),
  };
}

function aTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
