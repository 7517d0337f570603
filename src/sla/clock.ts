// A clock on something that was promised: it counts working time, stands still while the other side is to
// act, and ends as met or missed. Pure: what has been counted is a number, what is counted now has a beginning.

import type { BusinessCalendar } from './business-calendar.ts';
import { addWorkingTime, workingTimeBetween } from './calendar.ts';

/**
 * What is promised: a first answer, an answer to each later question, a solution. Terms of ITIL and of most
 * help desks: first response, next response, resolution.
 */
export const CLOCK_KINDS = ['response', 'next_response', 'resolution'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** `cancelled`: nothing was owed any more, so it counts in no share. */
export type ClockOutcome = 'met' | 'missed' | 'cancelled';

export interface SlaClock {
  readonly kind: ClockKind;
  /** Working minutes allowed, more than 0. */
  readonly targetMinutes: number;
  readonly startedAt: Date;
  /** Working milliseconds counted before the present run. */
  readonly spentMs: number;
  /** Since when it runs; null: it stands still, or has ended. */
  readonly runningSince: Date | null;
  readonly stoppedAt: Date | null;
  readonly outcome: ClockOutcome | null;
}

const MINUTE_MS = 60_000;

/** A clock that begins to run at `at`, at any hour. @throws RangeError for a target that is not more than 0 */
export function startClock(kind: ClockKind, targetMinutes: number, at: Date): SlaClock {
  if (!(targetMinutes > 0)) throw new RangeError(`a target must be more than 0: ${targetMinutes}`);
  const nothing = { spentMs: 0, stoppedAt: null, outcome: null };
  return { kind, targetMinutes, startedAt: at, runningSince: at, ...nothing };
}

/** Working milliseconds counted by `at`; what is counted of the present run is counted by `calendar`. */
export function spentBy(clock: SlaClock, calendar: BusinessCalendar, at: Date): number {
  const { spentMs, runningSince } = clock;
  return spentMs + (runningSince ? workingTimeBetween(calendar, runningSince, at) : 0);
}

/** The other side is to act: nothing counts until `resumeClock`. Nothing changes where it does not run. */
export function pauseClock(clock: SlaClock, calendar: BusinessCalendar, at: Date): SlaClock {
  if (!clock.runningSince) return clock;
  return { ...clock, spentMs: spentBy(clock, calendar, at), runningSince: null };
}

/** It counts again from `at`; nothing changes where it runs already, or has ended. */
export function resumeClock(clock: SlaClock, at: Date): SlaClock {
  return clock.runningSince || clock.stoppedAt ? clock : { ...clock, runningSince: at };
}

/** What was promised is done at `at`: met when no more was spent than allowed. An ended clock stays as it is. */
export function stopClock(clock: SlaClock, calendar: BusinessCalendar, at: Date): SlaClock {
  if (clock.stoppedAt) return clock;
  const spentMs = spentBy(clock, calendar, at);
  const outcome = spentMs <= clock.targetMinutes * MINUTE_MS ? 'met' : 'missed';
  return { ...clock, spentMs, runningSince: null, stoppedAt: at, outcome };
}

/** Nothing is owed any more. What is missed already stays missed. */
export function cancelClock(clock: SlaClock, calendar: BusinessCalendar, at: Date): SlaClock {
  const stopped = stopClock(clock, calendar, at);
  return stopped.outcome === 'met' && !clock.stoppedAt
    ? { ...stopped, outcome: 'cancelled' }
    : stopped;
}

/**
 * When `share` (above 0; 1 is the deadline, more is after it) of the allowed time will be spent if it goes on
 * running; null while it stands still, for nobody knows. In the past where it is spent already.
 */
export function markAt(clock: SlaClock, calendar: BusinessCalendar, share: number): Date | null {
  const { runningSince, spentMs, targetMinutes } = clock;
  if (!runningSince) return null;
  const leftMs = targetMinutes * MINUTE_MS * share - spentMs;
  // It was reached in an earlier run: due at once, not at a moment that nobody remembers.
  if (leftMs <= 0) return runningSince;
  return addWorkingTime(calendar, runningSince, leftMs / MINUTE_MS);
}

/** The deadline; null while it stands still. */
export function dueAt(clock: SlaClock, calendar: BusinessCalendar): Date | null {
  return markAt(clock, calendar, 1);
}

/**
 * Another target or another calendar from `at` on: what is counted until then stays as it was counted, so that
 * history is never rewritten. An ended clock stays as it is.
 */
export function retarget(
  clock: SlaClock,
  before: BusinessCalendar,
  { targetMinutes, at }: { readonly targetMinutes: number; readonly at: Date },
): SlaClock {
  if (clock.stoppedAt) return clock;
  const runs = clock.runningSince !== null;
  const paused = pauseClock(clock, before, at);
  return { ...paused, targetMinutes, runningSince: runs ? at : null };
}
