// A little patience with guessers: so many tries a person and hour. In memory, for a restart gives a
// guesser of 128 bits nothing.

import type { Clock } from '../platform/clock.ts';

const MOST = 5;
const WINDOW_MS = 3_600_000;
/** How many people are remembered before those whose hour is over are forgotten. */
const REMEMBERED = 1_000;

export interface Attempts {
  /** Counts a try; false when this person has had too many within the hour. */
  mayTry(userId: number): boolean;
}

/** Five tries an hour for each person. */
export function createAttempts(clock: Clock): Attempts {
  const tries = new Map<number, readonly number[]>();

  function recentOf(userId: number, now: number): readonly number[] {
    return (tries.get(userId) ?? []).filter((at) => at > now - WINDOW_MS);
  }

  function tidy(now: number): void {
    for (const userId of [...tries.keys()]) {
      if (recentOf(userId, now).length === 0) tries.delete(userId);
    }
  }

  return {
    mayTry(userId) {
      const now = clock.now().getTime();
      const recent = recentOf(userId, now);
      if (recent.length >= MOST) return false;
      if (tries.size >= REMEMBERED) tidy(now);
      tries.set(userId, [...recent, now]);
      return true;
    },
  };
}
