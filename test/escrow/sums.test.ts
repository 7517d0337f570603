// Whatever anybody presses, in whatever order, on however old a card: the sums add up, and no money leaves
// but by the presses that let it go. The book kept beside knows nothing of how the deal is stored.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { silenceAt, silenceNoted } from '../../src/escrow/deadlines.ts';
import {
  type Escrow,
  isOver,
  ROLES,
  type Role,
  sumsOf,
  whoseMove,
} from '../../src/escrow/escrow.ts';
import { press } from '../../src/escrow/moves.ts';
import { MOVES, type Move, type MoveKind } from '../../src/escrow/rules.ts';
import { hoursAfter, NOON, newDeal } from './deals.ts';

interface Deed {
  readonly role: Role;
  readonly kind: MoveKind;
  readonly amounts: readonly number[];
  /** How many revisions ago the card was drawn on which it is pressed. */
  readonly behind: number;
  readonly hours: number;
}

const amounts = fc.array(fc.integer({ min: -1, max: 5_000_000 }), { minLength: 1, maxLength: 4 });

const deed: fc.Arbitrary<Deed> = fc.record({
  role: fc.constantFrom(...ROLES),
  kind: fc.constantFrom(...MOVES),
  amounts,
  behind: fc.constantFrom(0, 0, 0, 0, 1, 2),
  hours: fc.integer({ min: 0, max: 200 }),
});

/**
 * Random presses alone would seldom get to the money: most of the time somebody whose move it is does
 * what leads on.
 */
const LEADS_ON: Readonly<Partial<Record<Escrow['status'], MoveKind>>> = {
  draft: 'agree',
  invoiced: 'report-payment',
  paid: 'confirm-funding',
  working: 'stage-done',
  checking: 'confirm-stage',
  releasing: 'release-stage',
  asked: 'accept',
  disputed: 'resolve-continue',
  settling: 'settle',
};

const story = fc.array(
  fc.oneof({ weight: 2, arbitrary: deed }, { weight: 3, arbitrary: fc.constant(null) }),
  {
    minLength: 10,
    maxLength: 60,
  },
);

function stagesOf(amounts: readonly number[]) {
  return amounts.map((amount, index) => ({ title: `Этап ${index + 1}`, amount, dueAt: null }));
}

/** For a change that the other side could accept: what is held, cut in another way. */
function moveOf({ kind, amounts }: Deed, escrow: Escrow): Move {
  if (kind === 'change-terms') return { kind, currency: 'USD', stages: stagesOf(amounts) };
  if (kind !== 'ask-change') return { kind };
  const open = escrow.stages.filter(({ settled, doneAt }) => !settled && !doneAt);
  return {
    kind,
    stages: open.toReversed().map(({ title, amount }) => ({ title, amount, dueAt: null })),
  };
}

function leadingOn(escrow: Escrow): Deed | null {
  const [role] = whoseMove(escrow);
  const kind = LEADS_ON[escrow.status];
  return role && kind ? { role, kind, amounts: [1], behind: 0, hours: 2 } : null;
}

/** Who must have said what since a stage began, before its money may go. */
interface Book {
  paidIn: number;
  released: number;
  refunded: number;
  said: string[];
}

function bookkeep(book: Book, role: Role, kind: MoveKind): void {
  book.said.push(`${role} ${kind}`);
  if (kind === 'return-stage') book.said = book.said.filter((one) => one !== 'exporter stage-done');
}

it('add up after every press, and money goes only where it was let go', () => {
  let ends = 0;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 1, maxLength: 4 }),
      story,
      (first, deeds) => {
        let escrow = newDeal(stagesOf(first));
        let now = NOON;
        const book: Book = { paidIn: 0, released: 0, refunded: 0, said: [] };

        for (const one of deeds) {
          const deed = one ?? leadingOn(escrow);
          if (!deed) break;
          now = hoursAfter(now, deed.hours);
          const revision = Math.max(0, escrow.revision - deed.behind);
          const before = escrow;
          const outcome = press(before, {
            move: moveOf(deed, before),
            role: deed.role,
            revision,
            now,
          });
          if (outcome.status !== 'done') {
            const silence = silenceAt(before, now);
            if (silence) escrow = silenceNoted(before, silence, now);
            expect(sumsOf(escrow)).toEqual(sumsOf(before));
            continue;
          }
          escrow = outcome.escrow;
          bookkeep(book, deed.role, deed.kind);
          if (deed.kind === 'confirm-funding') book.paidIn = sumsOf(before).agreed;
          if (outcome.settled) {
            expect(outcome.settled.amount).toBeGreaterThan(0);
            expect(deed.role).toBe('manager');
            expect(letGo(book.said)).toBe(true);
            book[outcome.settled.as] += outcome.settled.amount;
            book.said = [];
          }

          const sums = sumsOf(escrow);
          expect(sums.agreed).toBe(sums.unpaid + sums.held + sums.released + sums.refunded);
          expect(sums.held).toBe(book.paidIn - book.released - book.refunded);
          expect(sums).toMatchObject({ released: book.released, refunded: book.refunded });
          expect(Object.values(sums).every((sum) => sum >= 0 && Number.isSafeInteger(sum))).toBe(
            true,
          );
          if (isOver(escrow)) expect(sums.held).toBe(0);
          if (before.fundedAt) expect(sums.agreed).toBe(sumsOf(before).agreed);
          else expect(escrow.fundedAt !== null).toBe(deed.kind === 'confirm-funding');
        }
        if (isOver(escrow)) ends += 1;
      },
    ),
    { numRuns: 250 },
  );
  // The stories are worth something only if many of them come to an end.
  expect(ends).toBeGreaterThan(60);
});

/** The last words before money goes: a stage by all three, the rest by both sides or by a decision. */
function letGo(said: readonly string[]): boolean {
  const has = (one: string) => said.includes(one);
  if (has('manager settle')) {
    const decided = has('manager resolve-release') || has('manager resolve-refund');
    const parted = ['exporter', 'importer'].some(
      (side, index, both) => has(`${side} accept`) && has(`${both[1 - index]} ask-cancel`),
    );
    return decided || parted;
  }
  return (
    has('exporter stage-done') && has('importer confirm-stage') && has('manager release-stage')
  );
}
