// How promises would have been kept under two plans, counted side by side. Pure.

import type { BusinessCalendar } from '../../sla/business-calendar.ts';
import { workingTimeBetween } from '../../sla/calendar.ts';
import { CLOCK_KINDS, type ClockKind } from '../../sla/clock.ts';
import type { ClockedSubject } from '../../sla/plan.ts';
import type { Stretch } from './replay.ts';

const MINUTE_MS = 60_000;

/** What a plan promises about one thing, and in which hours. */
export interface Terms {
  /** Working minutes; null: nothing. */
  readonly minutes: number | null;
  readonly calendar: BusinessCalendar;
}

export interface Verdict {
  /** Null: nothing was promised, or it is neither kept nor broken yet. */
  readonly outcome: 'met' | 'missed' | null;
  readonly spentMs: number;
}

/** What became of a promise under these terms; what is missed already stays missed, whatever comes later. */
export function judge({ runs, end }: Stretch, { minutes, calendar }: Terms): Verdict {
  const spentMs = runs.reduce(
    (sum, { from, to }) => sum + workingTimeBetween(calendar, from, to),
    0,
  );
  if (minutes === null) return { outcome: null, spentMs };
  if (spentMs > minutes * MINUTE_MS) return { outcome: 'missed', spentMs };
  return { outcome: end === 'kept' ? 'met' : null, spentMs };
}

export interface Count {
  readonly met: number;
  readonly missed: number;
}

/** What would have been late under the other plan, and by how much. */
export interface Miss {
  readonly subject: ClockedSubject;
  readonly id: number;
  readonly kind: ClockKind;
  readonly spentMs: number;
  readonly allowedMs: number;
  /** It was late as it is, too. */
  readonly anyway: boolean;
}

export interface Tally {
  readonly present: Readonly<Record<ClockKind, Count>>;
  readonly tried: Readonly<Record<ClockKind, Count>>;
  /** Missed under the plan that is tried, but not as it is; and the other way round. */
  readonly more: number;
  readonly fewer: number;
  /** The latest ones first. */
  readonly worst: readonly Miss[];
}

const NONE: Count = { met: 0, missed: 0 };
const MOST_WORST = 7;

export function nothingCounted(): Tally {
  const counts = Object.fromEntries(CLOCK_KINDS.map((kind) => [kind, NONE])) as Tally['present'];
  return { present: counts, tried: counts, more: 0, fewer: 0, worst: [] };
}

export interface Judged {
  readonly subject: ClockedSubject;
  readonly id: number;
  readonly kind: ClockKind;
  readonly present: Verdict;
  readonly tried: Verdict;
  /** What the other plan allows; null: it promises nothing. */
  readonly triedMinutes: number | null;
}

/** The plans as they are, and the one that is tried. */
type Side = 'present' | 'tried';

export function withJudged(tally: Tally, judged: readonly Judged[]): Tally {
  const misses = judged.flatMap(({ present, tried, triedMinutes, ...of }): Miss[] => {
    if (tried.outcome !== 'missed' || triedMinutes === null) return [];
    const allowedMs = triedMinutes * MINUTE_MS;
    return [{ ...of, spentMs: tried.spentMs, allowedMs, anyway: present.outcome === 'missed' }];
  });
  const changed = (from: Side, to: Side) =>
    judged.filter((one) => one[from].outcome === 'missed' && one[to].outcome !== 'missed').length;
  return {
    present: counted(tally.present, judged, 'present'),
    tried: counted(tally.tried, judged, 'tried'),
    more: tally.more + changed('tried', 'present'),
    fewer: tally.fewer + changed('present', 'tried'),
    worst: [...tally.worst, ...misses].toSorted((a, b) => late(b) - late(a)).slice(0, MOST_WORST),
  };
}

function late({ spentMs, allowedMs }: Miss): number {
  return spentMs - allowedMs;
}

function counted(
  counts: Tally['present'],
  judged: readonly Judged[],
  when: Side,
): Tally['present'] {
  const of = (kind: ClockKind, outcome: 'met' | 'missed') =>
    judged.filter((one) => one.kind === kind && one[when].outcome === outcome).length;
  return Object.fromEntries(
    CLOCK_KINDS.map((kind) => {
      const { met, missed } = counts[kind];
      return [kind, { met: met + of(kind, 'met'), missed: missed + of(kind, 'missed') }];
    }),
  ) as Tally['present'];
}
