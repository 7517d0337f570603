// The one gate by which time enters the program: whoever needs the hour or a pause asks a Clock, so
// that a test can walk through a week in a millisecond.

export type Clock = {
  /** The present moment. Always a fresh object: the caller may keep it. */
  now(): Date;
  /**
   * Resolves after `ms` milliseconds (zero and less: on the next turn), or as soon as `signal` aborts.
   * It never rejects: whoever is woken early looks at the signal.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

/** Node's timers hold a signed 32-bit number of milliseconds and fire at once beyond it. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = { now: () => new Date(), sleep };

async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  let rest = Math.max(0, ms);
  do {
    const step = Math.min(rest, LONGEST_TIMER_MS);
    await nap(step, signal);
    rest -= step;
  } while (rest > 0 && !signal?.aborted);
}

function nap(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(wake, ms);
    signal?.addEventListener('abort', wake, { once: true });
    function wake(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', wake);
      resolve();
    }
  });
}
