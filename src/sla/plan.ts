// What is promised, by when, and who is told before and after. Pure.

import type { BusinessCalendar } from './business-calendar.ts';
import { type ClockKind, markAt, type SlaClock } from './clock.ts';

/** What has clocks on it. */
export type ClockedSubject = 'dialog' | 'ticket';

/** Working minutes; null: nothing is promised. */
export type Promises = Readonly<Record<ClockKind, number | null>>;

export interface SlaTarget {
  readonly subject: ClockedSubject;
  /** Null: of any type. */
  readonly typeId: number | null;
  /** Null: of any urgency. */
  readonly urgency: string | null;
  readonly promises: Promises;
}

export interface SlaPlan {
  readonly id: number;
  readonly name: string;
  readonly isDefault: boolean;
  readonly calendarId: number;
  /** Percent of the allowed time after which to warn, rising, each from 1 to 99. */
  readonly warnPercents: readonly number[];
  /** Working minutes after the deadline until each next circle is told; the first may be 0. */
  readonly escalationMinutes: readonly number[];
  readonly targets: readonly SlaTarget[];
}

export interface SlaCalendar {
  readonly id: number;
  readonly name: string;
  readonly hours: BusinessCalendar;
  /** Nobody is offered it any more. */
  readonly isArchived: boolean;
}

/** Who hears of what is missed, one circle after the other. */
export const CIRCLES = ['responsible', 'team', 'supervisors'] as const;
export type Circle = (typeof CIRCLES)[number];

/** What is told of a clock while it runs. */
export type ClockStep =
  | { readonly kind: 'warn'; readonly percent: number }
  | { readonly kind: 'escalate'; readonly circle: Circle };

export interface About {
  readonly subject: ClockedSubject;
  readonly typeId: number | null;
  readonly urgency: string | null;
}

const NOTHING: Promises = { response: null, next_response: null, resolution: null };

/** What the plan promises about this: the most particular row counts, and a type weighs more than an urgency. */
export function promisesFor({ targets }: SlaPlan, about: About): Promises {
  const fitting = targets.filter(
    ({ subject, typeId, urgency }) =>
      subject === about.subject &&
      (typeId === null || typeId === about.typeId) &&
      (urgency === null || urgency === about.urgency),
  );
  const weight = ({ typeId, urgency }: SlaTarget) =>
    (typeId === null ? 0 : 2) + (urgency === null ? 0 : 1);
  const [best] = fitting.toSorted((a, b) => weight(b) - weight(a));
  return best?.promises ?? NOTHING;
}

/** All that is told of a clock, in the order of time. */
export function stepsOf(plan: Pick<SlaPlan, 'warnPercents' | 'escalationMinutes'>): ClockStep[] {
  return [
    ...plan.warnPercents.map((percent) => ({ kind: 'warn', percent }) as const),
    ...CIRCLES.slice(0, plan.escalationMinutes.length).map(
      (circle) => ({ kind: 'escalate', circle }) as const,
    ),
  ];
}

/**
 * When the step of that number (from 0) is due while the clock runs on; null: there is no such step, or the clock
 * stands still.
 */
export function stepDueAt(
  plan: Pick<SlaPlan, 'warnPercents' | 'escalationMinutes'>,
  calendar: BusinessCalendar,
  clock: SlaClock,
  step: number,
): Date | null {
  const percent = plan.warnPercents[step];
  if (percent !== undefined) return markAt(clock, calendar, percent / 100);
  const after = plan.escalationMinutes[step - plan.warnPercents.length];
  if (after === undefined) return null;
  return markAt(clock, calendar, 1 + after / clock.targetMinutes);
}

/**
 * The last step that is due by `now`, and how many steps are told with it: after a long stop what is late is told
 * once. Null: nothing is due that has not been told.
 */
export function dueStep(
  plan: Pick<SlaPlan, 'warnPercents' | 'escalationMinutes'>,
  calendar: BusinessCalendar,
  { clock, told, now }: { readonly clock: SlaClock; readonly told: number; readonly now: Date },
): { readonly step: ClockStep; readonly told: number } | null {
  const steps = stepsOf(plan);
  let due: { step: ClockStep; told: number } | null = null;
  for (const [index, step] of steps.entries()) {
    if (index < told) continue;
    const at = stepDueAt(plan, calendar, clock, index);
    if (!at || at > now) break;
    due = { step, told: index + 1 };
  }
  return due;
}

/**
 * How many steps of another plan, or of this one with other marks, count as told of what `told` steps of `before` were
 * told: nobody hears twice of what they know.
 */
export function toldUnder(
  before: Pick<SlaPlan, 'warnPercents' | 'escalationMinutes'>,
  after: Pick<SlaPlan, 'warnPercents' | 'escalationMinutes'>,
  told: number,
): number {
  const last = stepsOf(before)[told - 1];
  if (!last) return 0;
  const isKnown = (step: ClockStep) => {
    if (step.kind === 'warn') return last.kind !== 'warn' || step.percent <= last.percent;
    return last.kind === 'escalate' && CIRCLES.indexOf(step.circle) <= CIRCLES.indexOf(last.circle);
  };
  return stepsOf(after).filter(isKnown).length;
}
