// Which moves there are, and which side may make each of them in which status. Who the presser is has been
// settled before (the staff table, the room's members); here only the rules of the deal are judged.

import {
  type Escrow,
  type EscrowStatus,
  presentStage,
  ROLES,
  type Role,
  SIDES,
  type Side,
  type Stage,
} from './escrow.ts';
import type { StageTerms, Terms, TermsProblem } from './terms.ts';

export type Move =
  | { readonly kind: 'agree' }
  | ({ readonly kind: 'change-terms' } & Terms)
  /** Before the money has come; afterwards both must want it: `ask-cancel`. */
  | { readonly kind: 'cancel' }
  | { readonly kind: 'report-payment' }
  | { readonly kind: 'confirm-funding' }
  | { readonly kind: 'deny-payment' }
  | { readonly kind: 'stage-done' }
  | { readonly kind: 'confirm-stage' }
  /** The importer finds it is not done. */
  | { readonly kind: 'return-stage' }
  | { readonly kind: 'release-stage' }
  | { readonly kind: 'ask-cancel' }
  /** Other stages in place of those that are not done; they cost the same together. */
  | { readonly kind: 'ask-change'; readonly stages: readonly StageTerms[] }
  | { readonly kind: 'accept' }
  | { readonly kind: 'decline' }
  | { readonly kind: 'withdraw' }
  /** A manager ends a question that nobody answers: everything goes on as it was agreed. */
  | { readonly kind: 'dismiss' }
  | { readonly kind: 'dispute' }
  | { readonly kind: 'resolve-continue' }
  | { readonly kind: 'resolve-release' }
  | { readonly kind: 'resolve-refund' }
  /** What was decided for the rest after a dispute, taken back before it was paid. */
  | { readonly kind: 'reconsider' }
  | { readonly kind: 'settle' };

export type MoveKind = Move['kind'];

interface Rule {
  readonly by: readonly Role[];
  readonly from: readonly EscrowStatus[];
}

const STAGE = ['working', 'checking', 'releasing'] as const satisfies readonly EscrowStatus[];

const RULES: Readonly<Record<MoveKind, Rule>> = {
  agree: { by: SIDES, from: ['draft'] },
  'change-terms': { by: ROLES, from: ['draft', 'invoiced'] },
  cancel: { by: ROLES, from: ['draft', 'invoiced', 'paid'] },
  'report-payment': { by: ['importer'], from: ['invoiced'] },
  'confirm-funding': { by: ['manager'], from: ['invoiced', 'paid'] },
  'deny-payment': { by: ['manager'], from: ['paid'] },
  'stage-done': { by: ['exporter'], from: ['working'] },
  'confirm-stage': { by: ['importer'], from: ['checking'] },
  'return-stage': { by: ['importer'], from: ['checking'] },
  'release-stage': { by: ['manager'], from: ['releasing'] },
  'ask-cancel': { by: SIDES, from: STAGE },
  'ask-change': { by: SIDES, from: STAGE },
  accept: { by: SIDES, from: ['asked'] },
  decline: { by: SIDES, from: ['asked'] },
  withdraw: { by: SIDES, from: ['asked'] },
  dismiss: { by: ['manager'], from: ['asked'] },
  dispute: { by: ROLES, from: [...STAGE, 'asked'] },
  'resolve-continue': { by: ['manager'], from: ['disputed'] },
  'resolve-release': { by: ['manager'], from: ['disputed'] },
  'resolve-refund': { by: ['manager'], from: ['disputed'] },
  reconsider: { by: ['manager'], from: ['settling'] },
  settle: { by: ['manager'], from: ['settling'] },
};

export const MOVES = Object.keys(RULES) as readonly MoveKind[];

export type Refused =
  /** This move belongs to others. */
  | { readonly status: 'not-yours'; readonly whose: readonly Role[] }
  /** Nobody can make it in the present status: it was made already, or things went another way. */
  | { readonly status: 'not-now'; readonly now: EscrowStatus }
  /** The presser has done just this before. */
  | { readonly status: 'already' }
  /** Something has changed since the button was drawn: whoever presses must have seen it. */
  | { readonly status: 'stale'; readonly revision: number }
  | { readonly status: 'too-early'; readonly from: Date }
  | { readonly status: 'bad-terms'; readonly problem: TermsProblem | SumDiffers };

/** The stages would cost more or less than the money that is held for them. */
export interface SumDiffers {
  readonly kind: 'sum-differs';
  readonly expected: number;
  readonly actual: number;
}

/** What this side may press at present, whatever the hour: the buttons that mean something to it. */
export function movesOf(escrow: Escrow, role: Role): readonly MoveKind[] {
  return MOVES.filter((kind) => !refusalOf(escrow, kind, role));
}

/** Why this role cannot make this move at all now; null: it can. */
export function refusalOf(escrow: Escrow, kind: MoveKind, role: Role): Refused | null {
  const { by, from } = RULES[kind];
  if (!by.includes(role)) return { status: 'not-yours', whose: by };
  if (!from.includes(escrow.status)) return { status: 'not-now', now: escrow.status };
  if (kind === 'agree' && escrow.agreedBy.some((side) => side === role)) {
    return { status: 'already' };
  }
  if (kind === 'reconsider' && !escrow.stopped) return { status: 'not-now', now: escrow.status };
  if (kind === 'ask-change' && changeable(escrow).length === 0) {
    return { status: 'not-now', now: escrow.status };
  }
  return escrow.question ? refusalOfAnswer(escrow.question.by, kind, role) : null;
}

/** A question is answered by the other side, and withdrawn by whoever asked. */
function refusalOfAnswer(asker: Side, kind: MoveKind, role: Role): Refused | null {
  const whose = SIDES.filter((side) => (kind === 'withdraw') === (side === asker));
  if (kind !== 'accept' && kind !== 'decline' && kind !== 'withdraw') return null;
  return whose.some((side) => side === role) ? null : { status: 'not-yours', whose };
}

/**
 * The stages that a change of terms may replace: those that are not begun, and the one that is worked on.
 * What the exporter has done stands.
 */
export function changeable(escrow: Escrow): readonly Stage[] {
  const present = presentStage(escrow);
  if (present === null) return [];
  const status = escrow.stopped?.status ?? escrow.status;
  return escrow.stages.slice(status === 'working' ? present : present + 1);
}
