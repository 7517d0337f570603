// Deals for tests, at every step: reached by the presses that lead there, never written by hand.

import type { Escrow, EscrowStatus, Role } from '../../src/escrow/escrow.ts';
import { draft, press } from '../../src/escrow/moves.ts';
import type { Move, MoveKind } from '../../src/escrow/rules.ts';
import type { StageTerms } from '../../src/escrow/terms.ts';

/** Monday, noon in Moscow. */
export const NOON = new Date('2026-11-23T09:00:00Z');

export function hoursAfter(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * 3_600_000);
}

/** 300,000 roubles in two stages, 200,000 of them for the second. */
export const STAGES: readonly StageTerms[] = [
  { title: 'Производство', amount: 10_000_000, dueAt: new Date('2026-12-07T20:59:00Z') },
  { title: 'Поставка', amount: 20_000_000, dueAt: null },
];

export type SimpleKind = Exclude<MoveKind, 'change-terms' | 'ask-change'>;
export type Step = readonly [role: Role, kind: SimpleKind];

const PAY: readonly Step[] = [
  ['exporter', 'agree'],
  ['importer', 'agree'],
  ['importer', 'report-payment'],
  ['manager', 'confirm-funding'],
];
const STAGE: readonly Step[] = [
  ['exporter', 'stage-done'],
  ['importer', 'confirm-stage'],
  ['manager', 'release-stage'],
];

const WAY: Readonly<Record<EscrowStatus, readonly Step[]>> = {
  draft: [],
  invoiced: PAY.slice(0, 2),
  paid: PAY.slice(0, 3),
  working: PAY,
  checking: [...PAY, ...STAGE.slice(0, 1)],
  releasing: [...PAY, ...STAGE.slice(0, 2)],
  asked: [...PAY, ['importer', 'ask-cancel']],
  disputed: [...PAY, ['importer', 'dispute']],
  settling: [...PAY, ['importer', 'dispute'], ['manager', 'resolve-refund']],
  completed: [...PAY, ...STAGE, ...STAGE],
  cancelled: [['importer', 'cancel']],
};

/** A deal in this status: each press comes two hours after the one before. */
export function dealIn(status: EscrowStatus): Escrow {
  return afterwards(newDeal(), ...WAY[status]);
}

export function newDeal(stages: readonly StageTerms[] = STAGES): Escrow {
  const made = draft(7, { currency: 'RUB', stages }, NOON);
  if (made.status !== 'done') throw new Error(`no such deal: ${made.status}`);
  return made.escrow;
}

export function afterwards(escrow: Escrow, ...steps: readonly Step[]): Escrow {
  return steps.reduce((present, [role, kind]) => {
    const outcome = presses(present, role, { kind });
    if (outcome.status !== 'done') throw new Error(`${role} ${kind}: ${outcome.status}`);
    return outcome.escrow;
  }, escrow);
}

/** On the present card, two hours after its step began. */
export function presses(escrow: Escrow, role: Role, move: Move) {
  const now = hoursAfter(escrow.clock?.since ?? NOON, 2);
  return press(escrow, { move, role, revision: escrow.revision, now });
}
