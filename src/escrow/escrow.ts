// «Безопасная сделка»: a record of who agreed to what, who confirmed it, and where the money stands. It
// moves no money. At every moment it is somebody's move, that move has a deadline, and whatever was paid
// in is held, released or given back, to the last kopeck. What each move does is in moves.ts.

import type { Currency } from './currency.ts';
import { type StageTerms, sumOf } from './terms.ts';

/** A company's side of the deal, and the staff who keep it. */
export type Side = 'exporter' | 'importer';
export type Role = Side | 'manager';

export const SIDES = ['exporter', 'importer'] as const satisfies readonly Side[];
export const ROLES = ['exporter', 'importer', 'manager'] as const satisfies readonly Role[];

export type EscrowStatus =
  /** Terms are written; a side has not agreed to them yet. */
  | 'draft'
  /** Agreed by both: the importer pays the invoice. */
  | 'invoiced'
  /** The importer says it is paid: a manager looks whether it has come. */
  | 'paid'
  /** The money is here; the exporter does the present stage. */
  | 'working'
  /** The exporter says it is done: the importer looks. */
  | 'checking'
  /** Confirmed by the importer: a manager has its share paid out. */
  | 'releasing'
  /** One side asks the other for a change of terms or to part. */
  | 'asked'
  | 'disputed'
  /** It is decided where the rest goes: a manager has it paid. */
  | 'settling'
  | 'completed'
  | 'cancelled';

export const ESCROW_STATUSES = [
  'draft',
  'invoiced',
  'paid',
  'working',
  'checking',
  'releasing',
  'asked',
  'disputed',
  'settling',
  'completed',
  'cancelled',
] as const satisfies readonly EscrowStatus[];

/** Where the present stage stands. */
export type StageStatus = 'working' | 'checking' | 'releasing';

export interface Stage extends StageTerms {
  /** When the exporter said so, and the importer; null: not yet, or sent back since. */
  readonly doneAt: Date | null;
  readonly confirmedAt: Date | null;
  /** Where its money went; null: nowhere yet. */
  readonly settled: { readonly as: Settlement; readonly at: Date } | null;
}

export type Settlement = 'released' | 'refunded';

export type Question =
  | { readonly kind: 'cancel'; readonly by: Side }
  /** `stages` would stand in place of those that are not begun, or not done. */
  | { readonly kind: 'change'; readonly by: Side; readonly stages: readonly StageTerms[] };

/** Of the present step. A step that follows has a timer of its own. */
export interface StepClock {
  readonly since: Date;
  readonly remindAt: Date;
  readonly deadlineAt: Date;
  /** When whose move it is was reminded, and when somebody above was called; null: not yet. */
  readonly remindedAt: Date | null;
  readonly calledAt: Date | null;
}

export interface Escrow {
  readonly id: number;
  /** Grows with each move; a button carries it, so that nothing is pressed twice or unseen. */
  readonly revision: number;
  readonly status: EscrowStatus;
  readonly currency: Currency;
  readonly stages: readonly Stage[];
  /** The sides that have agreed to these terms. */
  readonly agreedBy: readonly Side[];
  readonly fundedAt: Date | null;
  /** Since when a dispute may be opened; null: nothing is held that could be disputed. */
  readonly disputableFrom: Date | null;
  readonly question: Question | null;
  /** The stage's step that waits for a question or a dispute, and what was left of its time. */
  readonly stopped: { readonly status: StageStatus; readonly leftMs: number } | null;
  /** What is decided for the rest. */
  readonly settlement: Settlement | null;
  /** Null: it is over. */
  readonly clock: StepClock | null;
}

export function isOver({ status }: Pick<Escrow, 'status'>): boolean {
  return status === 'completed' || status === 'cancelled';
}

/** Whose move it is; nobody's when it is over. */
export function whoseMove(escrow: Escrow): readonly Role[] {
  switch (escrow.status) {
    case 'draft':
      return SIDES.filter((side) => !escrow.agreedBy.includes(side));
    case 'invoiced':
    case 'checking':
      return ['importer'];
    case 'working':
      return ['exporter'];
    case 'paid':
    case 'releasing':
    case 'disputed':
    case 'settling':
      return ['manager'];
    case 'asked':
      return SIDES.filter((side) => side !== escrow.question?.by);
    case 'completed':
    case 'cancelled':
      return [];
  }
}

/** In minor units. `agreed` = `unpaid` + `held` + `released` + `refunded`, always. */
export interface Sums {
  readonly agreed: number;
  /** Not confirmed to have come. */
  readonly unpaid: number;
  readonly held: number;
  readonly released: number;
  readonly refunded: number;
}

export function sumsOf({ stages, fundedAt }: Pick<Escrow, 'stages' | 'fundedAt'>): Sums {
  const open = sumOf(stages.filter(({ settled }) => !settled));
  return {
    agreed: sumOf(stages),
    unpaid: fundedAt ? 0 : open,
    held: fundedAt ? open : 0,
    released: sumOf(stages.filter(({ settled }) => settled?.as === 'released')),
    refunded: sumOf(stages.filter(({ settled }) => settled?.as === 'refunded')),
  };
}

/** The stage that is worked on, counted from 0; null: the money has not come, or none is left. */
export function presentStage({
  stages,
  fundedAt,
}: Pick<Escrow, 'stages' | 'fundedAt'>): number | null {
  const index = stages.findIndex(({ settled }) => !settled);
  return fundedAt && index >= 0 ? index : null;
}

export type StageState = 'waiting' | 'working' | 'done' | 'confirmed' | Settlement;

/** How the stage of that index stands, as the card shows it. */
export function stateOfStage(escrow: Escrow, index: number): StageState {
  const stage = escrow.stages[index];
  if (stage?.settled) return stage.settled.as;
  if (!stage || index !== presentStage(escrow) || isOver(escrow)) return 'waiting';
  if (stage.confirmedAt) return 'confirmed';
  return stage.doneAt ? 'done' : 'working';
}
