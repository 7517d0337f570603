// What comes of a move: the same deal, one step on. Nothing here happens by itself, and nothing twice.

import { clockOf, DISPUTE_AFTER_MS, resumedClock, stop } from './deadlines.ts';
import {
  type Escrow,
  type EscrowStatus,
  presentStage,
  type Question,
  type Role,
  type Settlement,
  type Stage,
  sumsOf,
} from './escrow.ts';
import { changeable, type Move, type Refused, refusalOf } from './rules.ts';
import {
  MAX_STAGES,
  problemOf,
  type StageTerms,
  sumOf,
  type Terms,
  type TermsProblem,
} from './terms.ts';

export interface Press {
  readonly move: Move;
  readonly role: Role;
  /** The escrow's revision when the button was drawn. */
  readonly revision: number;
  readonly now: Date;
}

export interface Moved {
  readonly status: 'done';
  readonly escrow: Escrow;
  /** The money that this move recorded as gone; null: none. */
  readonly settled: { readonly as: Settlement; readonly amount: number } | null;
}

/** A new escrow; nobody has agreed to it, not even who wrote it: they read it once more on the card. */
export function draft(
  id: number,
  terms: Terms,
  now: Date,
): Moved | { readonly status: 'bad-terms'; readonly problem: TermsProblem } {
  const problem = problemOf(terms.stages, now);
  if (problem) return { status: 'bad-terms', problem };
  const blank: Escrow = {
    id,
    revision: 0,
    status: 'draft',
    currency: terms.currency,
    stages: terms.stages.map(untouched),
    agreedBy: [],
    fundedAt: null,
    disputableFrom: null,
    question: null,
    stopped: null,
    settlement: null,
    clock: clockOf('draft', now, null),
  };
  return { status: 'done', escrow: blank, settled: null };
}

function untouched({ title, amount, dueAt }: StageTerms): Stage {
  return { title, amount, dueAt, doneAt: null, confirmedAt: null, settled: null };
}

/**
 * What pressing does. A dispute asks for no fresh button: whoever wants everything to stop means it
 * whatever has happened since the card was drawn.
 */
export function press(escrow: Escrow, { move, role, revision, now }: Press): Moved | Refused {
  const refused = refusalOf(escrow, move.kind, role);
  if (refused) return refused;
  if (move.kind !== 'dispute' && revision !== escrow.revision) {
    return { status: 'stale', revision: escrow.revision };
  }
  if (move.kind === 'dispute' && escrow.disputableFrom && now < escrow.disputableFrom) {
    return { status: 'too-early', from: escrow.disputableFrom };
  }
  return carriedOut(escrow, move, role, now);
}

function carriedOut(escrow: Escrow, move: Move, role: Role, now: Date): Moved | Refused {
  switch (move.kind) {
    case 'agree':
      return agreed(escrow, role, now);
    case 'change-terms':
      return termsChanged(escrow, move, now);
    case 'ask-cancel':
      return asked(escrow, { kind: 'cancel' }, role, now);
    case 'ask-change':
      return changeAsked(escrow, move.stages, role, now);
    case 'accept':
      return accepted(escrow, now);
    case 'confirm-funding':
      return funded(escrow, now);
    case 'stage-done':
      return step(withPresent(escrow, { doneAt: now }), 'checking', now);
    case 'confirm-stage':
      return step(withPresent(escrow, { confirmedAt: now }), 'releasing', now);
    case 'return-stage':
      return step(withPresent(escrow, { doneAt: null }), 'working', now);
    case 'release-stage':
      return released(escrow, now);
    case 'settle':
      return settled(escrow, now);
    default:
      return simplyMoved(escrow, move, now);
  }
}

type SimpleMove = Exclude<
  Move,
  {
    kind:
      | 'agree'
      | 'change-terms'
      | 'ask-cancel'
      | 'ask-change'
      | 'accept'
      | 'confirm-funding'
      | 'stage-done'
      | 'confirm-stage'
      | 'return-stage'
      | 'release-stage'
      | 'settle';
  }
>;

/** Moves that lead to another status and touch neither terms nor stages. */
function simplyMoved(escrow: Escrow, { kind }: SimpleMove, now: Date): Moved {
  switch (kind) {
    case 'cancel':
      return step(escrow, 'cancelled', now);
    case 'report-payment':
      return step(escrow, 'paid', now);
    case 'deny-payment':
      return step(escrow, 'invoiced', now);
    case 'decline':
    case 'withdraw':
    case 'dismiss':
      return resumed(escrow, now);
    case 'dispute':
      return step({ ...escrow, question: null, stopped: stop(escrow, now) }, 'disputed', now);
    case 'resolve-continue':
      return resumed({ ...escrow, disputableFrom: disputableAfter(now) }, now);
    case 'resolve-release':
      return step({ ...escrow, settlement: 'released' }, 'settling', now);
    case 'resolve-refund':
      return step({ ...escrow, settlement: 'refunded' }, 'settling', now);
    case 'reconsider':
      return step({ ...escrow, settlement: null }, 'disputed', now);
  }
}

/**
 * The first side's agreement leaves the revision: what the other side's button says is still true. With
 * the second the invoice is there.
 */
function agreed(escrow: Escrow, role: Role, now: Date): Moved {
  if (role === 'manager') return done(escrow);
  const agreedBy = [...escrow.agreedBy, role];
  if (agreedBy.length < 2) return done({ ...escrow, agreedBy });
  return step({ ...escrow, agreedBy }, 'invoiced', now);
}

/** New terms are nobody's yet: both sides are asked, whoever changed them too. */
function termsChanged(escrow: Escrow, { currency, stages }: Terms, now: Date): Moved | Refused {
  const problem = problemOf(stages, now);
  if (problem) return { status: 'bad-terms', problem };
  const changed = { ...escrow, currency, stages: stages.map(untouched), agreedBy: [] };
  return step(changed, 'draft', now);
}

function funded(escrow: Escrow, now: Date): Moved {
  return step({ ...escrow, fundedAt: now, disputableFrom: disputableAfter(now) }, 'working', now);
}

function disputableAfter(now: Date): Date {
  return new Date(now.getTime() + DISPUTE_AFTER_MS);
}

type Asking =
  | { readonly kind: 'cancel' }
  | { readonly kind: 'change'; readonly stages: readonly StageTerms[] };

/** The stage's step stands still until the other side has answered. */
function asked(escrow: Escrow, asking: Asking, role: Role, now: Date): Moved {
  if (role === 'manager') return done(escrow);
  const question: Question = { ...asking, by: role };
  return step({ ...escrow, question, stopped: stop(escrow, now) }, 'asked', now);
}

function changeAsked(
  escrow: Escrow,
  stages: readonly StageTerms[],
  role: Role,
  now: Date,
): Moved | Refused {
  // With those that stand it is still one deal, which its card has to hold.
  const most = MAX_STAGES - (escrow.stages.length - changeable(escrow).length);
  const problem = problemOf(stages, now, most);
  if (problem) return { status: 'bad-terms', problem };
  const [expected, actual] = [sumOf(changeable(escrow)), sumOf(stages)];
  if (expected !== actual) {
    return { status: 'bad-terms', problem: { kind: 'sum-differs', expected, actual } };
  }
  return asked(escrow, { kind: 'change', stages }, role, now);
}

function accepted(escrow: Escrow, now: Date): Moved {
  if (escrow.question?.kind !== 'change') {
    // Both part: there is nothing to go back to.
    const parted = { ...escrow, question: null, stopped: null, settlement: 'refunded' as const };
    return step(parted, 'settling', now);
  }
  const kept = escrow.stages.slice(0, escrow.stages.length - changeable(escrow).length);
  const stages = [...kept, ...escrow.question.stages.map(untouched)];
  const changed = { ...escrow, stages };
  // Other work has another timer; what was done already is only looked at later.
  if (escrow.stopped?.status !== 'working') return resumed(changed, now);
  return step({ ...changed, question: null, stopped: null }, 'working', now);
}

/** What was stopped goes on, with the time it had left. */
function resumed(escrow: Escrow, now: Date): Moved {
  if (!escrow.stopped) return done(escrow);
  const { status, leftMs } = escrow.stopped;
  const running = { ...escrow, question: null, stopped: null };
  return step(running, status, now, resumedClock(leftMs, now));
}

function released(escrow: Escrow, now: Date): Moved {
  const amount = escrow.stages[presentStage(escrow) ?? -1]?.amount ?? 0;
  const paid = withPresent(escrow, { settled: { as: 'released', at: now } });
  const status = presentStage(paid) === null ? 'completed' : 'working';
  return { ...step(paid, status, now), settled: { as: 'released', amount } };
}

/** The rest goes where it was decided; what was released before stays released. */
function settled(escrow: Escrow, now: Date): Moved {
  const as: Settlement = escrow.settlement ?? 'refunded';
  const stages = escrow.stages.map((stage) =>
    stage.settled ? stage : { ...stage, settled: { as, at: now } },
  );
  const ended = { ...escrow, stages, stopped: null };
  return {
    ...step(ended, as === 'released' ? 'completed' : 'cancelled', now),
    settled: { as, amount: sumsOf(escrow).held },
  };
}

function withPresent(escrow: Escrow, change: Partial<Stage>): Escrow {
  const present = presentStage(escrow);
  const stages = escrow.stages.map((stage, index) =>
    index === present ? { ...stage, ...change } : stage,
  );
  return { ...escrow, stages };
}

/** Into another status, with a timer of its own: every button that was drawn before is outdated. */
function step(
  escrow: Escrow,
  status: EscrowStatus,
  now: Date,
  clock = clockOf(status, now, dueOfPresent(escrow)),
): Moved {
  const over = status === 'completed' || status === 'cancelled';
  const disputableFrom = over ? null : escrow.disputableFrom;
  return done({ ...escrow, status, clock, disputableFrom, revision: escrow.revision + 1 });
}

function dueOfPresent(escrow: Escrow): Date | null {
  return escrow.stages[presentStage(escrow) ?? -1]?.dueAt ?? null;
}

function done(escrow: Escrow): Moved {
  return { status: 'done', escrow, settled: null };
}
