// What may be changed about a plan, and what comes of it. Pure.

import type { ClockKind } from './clock.ts';
import {
  type ClockedSubject,
  type Promises,
  promisesFor,
  type SlaPlan,
  type SlaTarget,
} from './plan.ts';

/** A row of the table of targets. */
export interface TargetRow {
  readonly subject: ClockedSubject;
  /** Null: any type. */
  readonly typeId: number | null;
  /** Null: any urgency. */
  readonly urgency: string | null;
}

export type PlanChange =
  | { readonly kind: 'name'; readonly name: string }
  /** One cell; null: nothing is promised. */
  | {
      readonly kind: 'promise';
      readonly row: TargetRow;
      readonly of: ClockKind;
      readonly minutes: number | null;
    }
  /** The row says nothing of its own any more: what is less particular holds. */
  | { readonly kind: 'inherit'; readonly row: TargetRow }
  | { readonly kind: 'warn'; readonly percents: readonly number[] }
  | { readonly kind: 'escalate'; readonly minutes: readonly number[] }
  | { readonly kind: 'calendar'; readonly calendarId: number }
  /** It holds where nothing else is agreed, and for the desk's own dialogs. */
  | { readonly kind: 'default' }
  | { readonly kind: 'archive' }
  | { readonly kind: 'restore' };

/** In signs. */
export const LONGEST_PLAN_NAME = 60;

/** The row as it stands in the plan; null: it has nothing of its own. */
export function ownRow({ targets }: SlaPlan, row: TargetRow): SlaTarget | null {
  return targets.find((target) => isSameRow(target, row)) ?? null;
}

export function isSameRow(a: TargetRow, b: TargetRow): boolean {
  return a.subject === b.subject && a.typeId === b.typeId && a.urgency === b.urgency;
}

/** A row that gets its first own promise keeps what was promised by others until then. */
export function rowWith(
  plan: SlaPlan,
  row: TargetRow,
  promise: Partial<Promises>,
): SlaTarget | null {
  const before = promisesFor(plan, row);
  const promises = { ...before, ...promise };
  const isSame = Object.entries(promises).every(
    ([kind, minutes]) => before[kind as ClockKind] === minutes,
  );
  const { subject, typeId, urgency } = row;
  return isSame ? null : { subject, typeId, urgency, promises };
}
