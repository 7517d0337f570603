// How often one employee is disturbed: three times an hour at most, and one of these is kept for the evening, when
// everything that is open is told together. Pure.

import type { BusinessCalendar } from '../../sla/business-calendar.ts';
import { endOfWork, startOfWork } from '../../sla/calendar.ts';

export const MOST_AN_HOUR = 3;
const HOUR_MS = 3_600_000;

/** The evening of a working day, and when work ends. */
export interface Evening {
  readonly from: Date;
  readonly to: Date;
}

/** The last hour of the working day in which `now` lies, or all of a shorter one; null: a day off. */
export function eveningOf(hours: BusinessCalendar, now: Date): Evening | null {
  const [opens, closes] = [startOfWork(hours, now), endOfWork(hours, now)];
  if (!opens || !closes) return null;
  return { from: new Date(Math.max(opens.getTime(), closes.getTime() - HOUR_MS)), to: closes };
}

/**
 * How many times somebody may still be disturbed now. `rang`: when they were; `evening`: when they will be told
 * what is open, null: they have been, or will not be today.
 */
export function ringsLeft(rang: readonly Date[], evening: Date | null, now: Date): number {
  const at = now.getTime();
  const within = rang.filter((one) => at - one.getTime() < HOUR_MS).length;
  const ahead = evening ? evening.getTime() - at : 0;
  const kept = ahead > 0 && ahead < HOUR_MS ? 1 : 0;
  return Math.max(0, MOST_AN_HOUR - within - kept);
}

/** Each by itself as long as all of it fits; else all together, as one. `later`: not now. */
export function howToTell(count: number, left: number): 'singly' | 'together' | 'later' {
  if (count === 0 || left === 0) return 'later';
  return count <= left ? 'singly' : 'together';
}
