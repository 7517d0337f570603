// A checkpoint (контрольная точка): what is to be done in a room, by when, and who answers for it. Pure.

import type { BusinessCalendar } from '../../../sla/business-calendar.ts';
import { addWorkingTime, closureAt } from '../../../sla/calendar.ts';
import type { Deed } from '../agreements/agreement.ts';

/** Why one is moved, where a tap says it. */
export const MOVE_REASONS = ['papers', 'side', 'time', 'terms'] as const;
export type MoveReason = (typeof MOVE_REASONS)[number];

/** What is said of one: a day and an hour before, when it is late, and then to the manager. In this order. */
export const RINGS = ['day', 'hour', 'late', 'manager'] as const;
export type Ring = (typeof RINGS)[number];

export interface Checkpoint {
  readonly id: number;
  readonly roomId: number;
  /** Counted in its room, from 1. */
  readonly number: number;
  readonly title: string;
  readonly dueAt: Date;
  /** A person; null: nobody yet. */
  readonly responsibleId: number | null;
  /** Null: the program made it. */
  readonly createdById: number | null;
  /** Grows with each change; buttons carry it. */
  readonly revision: number;
  readonly done: Deed | null;
  readonly cancelled: Deed | null;
  readonly next: Due | null;
}

/** What is said next, and when. */
export interface Due {
  readonly ring: Ring;
  readonly at: Date;
}

/** When people may be called about a checkpoint. */
export interface RingHours {
  /** Of whoever answers for it. */
  readonly own: BusinessCalendar;
  /** Of employees. */
  readonly office: BusinessCalendar;
}

/** In signs. */
export const MOST_TITLE = 200;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** How long before it is due, in milliseconds. */
const AHEAD: Readonly<Record<'day' | 'hour', number>> = { day: 24 * HOUR_MS, hour: HOUR_MS };
/** After how much time of the open hours the manager hears of what is late. */
const MANAGER_MINUTES = 60;

/**
 * What is said next of a checkpoint that is due at `dueAt`, after `last` (null: nothing yet). Nobody is
 * called outside their hours: a word ahead waits for their beginning, and is left out where that comes too
 * late; a word behind waits for it.
 */
export function nextDue(dueAt: Date, last: Ring | null, now: Date, hours: RingHours): Due | null {
  const rest = RINGS.slice(last === null ? 0 : RINGS.indexOf(last) + 1);
  for (const ring of rest) {
    const at = momentOf(ring, dueAt, now, hours);
    if (at) return { ring, at };
  }
  return null;
}

function momentOf(ring: Ring, dueAt: Date, now: Date, { own, office }: RingHours): Date | null {
  if (ring === 'day' || ring === 'hour') {
    const planned = new Date(dueAt.getTime() - AHEAD[ring]);
    if (planned <= now) return null;
    const at = opened(planned, own);
    return at < dueAt ? at : null;
  }
  if (ring === 'late') return opened(dueAt > now ? dueAt : now, own);
  return opened(addWorkingTime(own, opened(dueAt, own), MANAGER_MINUTES), office);
}

/**
 * What becomes of a ring whose hour has come, and which is looked at only now (after a stop, say): itself,
 * or in quiet hours the same at their end; a word ahead that would then come too late gives way.
 */
export function ringNow({ ring, at }: Due, dueAt: Date, now: Date, hours: RingHours): Due | null {
  const quiet = closureAt(ring === 'manager' ? hours.office : hours.own, now);
  if (!quiet) return { ring, at };
  const isAhead = ring === 'day' || ring === 'hour';
  if (isAhead && quiet.until >= dueAt) return nextDue(dueAt, ring, now, hours);
  return { ring, at: quiet.until };
}

/** That moment, or the end of the quiet hours around it. */
function opened(at: Date, hours: BusinessCalendar): Date {
  return closureAt(hours, at)?.until ?? at;
}

export function isOver({ done, cancelled }: Pick<Checkpoint, 'done' | 'cancelled'>): boolean {
  return done !== null || cancelled !== null;
}

export function isLate({ dueAt, ...rest }: Checkpoint, now: Date): boolean {
  return !isOver({ ...rest }) && dueAt <= now;
}

/** Who wants to change one. */
export interface Changer {
  readonly personId: number;
  /** They are somebody in the room. */
  readonly isMember: boolean;
  readonly isStaff: boolean;
}

/**
 * Whether somebody may say that it is done, move it or name another responsible person: whoever answers
 * for it or made it, employees, and as long as nobody answers for it everybody in the room.
 */
export function mayChange(
  { responsibleId, createdById }: Pick<Checkpoint, 'responsibleId' | 'createdById'>,
  { personId, isMember, isStaff }: Changer,
): boolean {
  if (isStaff) return true;
  if (!isMember) return false;
  return responsibleId === null || [responsibleId, createdById].includes(personId);
}

/** Whether somebody may give it up: whoever made it, and employees. */
export function mayCancel(
  { createdById }: Pick<Checkpoint, 'createdById'>,
  { personId, isMember, isStaff }: Changer,
): boolean {
  return isStaff || (isMember && createdById === personId);
}

/** What was said of it last, told by what comes next. */
export function lastBefore({ next }: Pick<Checkpoint, 'next'>): Ring | null {
  if (!next) return 'manager';
  return RINGS[RINGS.indexOf(next.ring) - 1] ?? null;
}
