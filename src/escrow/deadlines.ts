// Each step has a timer of its own, and what its silence brings: a reminder to whose move it is, then
// somebody above is called. Silence moves nothing else: no money, no stage, no agreement.

import type { Escrow, EscrowStatus, StageStatus, StepClock } from './escrow.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long a step may take, in hours of the clock on the wall: the sides live in many time zones. */
const HOURS_OF: Readonly<Record<Exclude<EscrowStatus, 'completed' | 'cancelled'>, number>> = {
  draft: 72,
  invoiced: 120,
  paid: 24,
  working: 14 * 24,
  checking: 72,
  releasing: 48,
  asked: 48,
  disputed: 48,
  settling: 48,
};

/** Whoever is reminded late in a long step still has a day; in a short one, a third of it. */
const LATEST_REMINDER_MS = DAY_MS;
const REMINDER_SHARE = 1 / 3;

/** Work that is due tomorrow, or was yesterday, is given so long at least once it is begun. */
const LEAST_WORK_MS = 72 * HOUR_MS;

/** A step that was stopped a minute before its deadline cannot be missed the minute it goes on. */
const LEAST_AFTER_STOP_MS = DAY_MS;

/**
 * From the payment, or from the end of the last dispute: first ask the other side. A dispute stops
 * everything for everybody.
 */
export const DISPUTE_AFTER_MS = HOUR_MS;

/** The timer of a step that begins at `now`; `dueAt`: when its stage is due, for work. */
export function clockOf(status: EscrowStatus, now: Date, dueAt: Date | null): StepClock | null {
  if (status === 'completed' || status === 'cancelled') return null;
  const usual = now.getTime() + HOURS_OF[status] * HOUR_MS;
  if (status !== 'working' || !dueAt) return clockUntil(now, usual);
  return clockUntil(now, Math.max(dueAt.getTime(), now.getTime() + LEAST_WORK_MS));
}

/** The timer of a step that had so much time left when it was stopped, and goes on at `now`. */
export function resumedClock(leftMs: number, now: Date): StepClock {
  return clockUntil(now, now.getTime() + Math.max(leftMs, LEAST_AFTER_STOP_MS));
}

function clockUntil(now: Date, deadline: number): StepClock {
  const before = Math.min(LATEST_REMINDER_MS, (deadline - now.getTime()) * REMINDER_SHARE);
  return {
    since: now,
    remindAt: new Date(Math.round(deadline - before)),
    deadlineAt: new Date(deadline),
    remindedAt: null,
    calledAt: null,
  };
}

/** What is left of a stage's step at `now`, so that it can be stopped; null: no such step runs. */
export function stop(escrow: Escrow, now: Date): Escrow['stopped'] {
  if (escrow.stopped) return escrow.stopped;
  const status = stageStatus(escrow.status);
  if (!status || !escrow.clock) return null;
  return { status, leftMs: Math.max(0, escrow.clock.deadlineAt.getTime() - now.getTime()) };
}

function stageStatus(status: EscrowStatus): StageStatus | null {
  return status === 'working' || status === 'checking' || status === 'releasing' ? status : null;
}

export type Silence =
  /** Whose move it is hears that time is running out. */
  | 'remind'
  /** The time is over: a manager is called, over a manager's own silence a supervisor. */
  | 'call';

/** What the silence of this step calls for at `now`; null: nothing, or it was done. */
export function silenceAt({ clock }: Escrow, now: Date): Silence | null {
  if (!clock) return null;
  if (now >= clock.deadlineAt) return clock.calledAt ? null : 'call';
  return now >= clock.remindAt && !clock.remindedAt ? 'remind' : null;
}

/** It was done. The revision stays: a reminder makes nobody's button stale. */
export function silenceNoted(escrow: Escrow, silence: Silence, now: Date): Escrow {
  if (!escrow.clock) return escrow;
  const noted = silence === 'call' ? { calledAt: now } : { remindedAt: now };
  return { ...escrow, clock: { ...escrow.clock, ...noted } };
}
