import { describe, expect, it } from 'vitest';
import {
  ESCROW_STATUSES,
  type EscrowStatus,
  ROLES,
  type Role,
  stateOfStage,
  sumsOf,
  whoseMove,
} from '../../src/escrow/escrow.ts';
import { press } from '../../src/escrow/moves.ts';
import { MOVES, type Move, type MoveKind, movesOf } from '../../src/escrow/rules.ts';
import type { StageTerms } from '../../src/escrow/terms.ts';
import { afterwards, dealIn, hoursAfter, NOON, newDeal, presses, STAGES } from './deals.ts';

/** The whole law: what each side may press in each status. */
const MAY: Readonly<Record<EscrowStatus, Readonly<Record<Role, readonly MoveKind[]>>>> = {
  draft: {
    exporter: ['agree', 'change-terms', 'cancel'],
    importer: ['agree', 'change-terms', 'cancel'],
    manager: ['change-terms', 'cancel'],
  },
  invoiced: {
    exporter: ['change-terms', 'cancel'],
    importer: ['change-terms', 'cancel', 'report-payment'],
    manager: ['change-terms', 'cancel', 'confirm-funding'],
  },
  paid: {
    exporter: ['cancel'],
    importer: ['cancel'],
    manager: ['cancel', 'confirm-funding', 'deny-payment'],
  },
  working: {
    exporter: ['stage-done', 'ask-cancel', 'ask-change', 'dispute'],
    importer: ['ask-cancel', 'ask-change', 'dispute'],
    manager: ['dispute'],
  },
  checking: {
    exporter: ['ask-cancel', 'ask-change', 'dispute'],
    importer: ['confirm-stage', 'return-stage', 'ask-cancel', 'ask-change', 'dispute'],
    manager: ['dispute'],
  },
  releasing: {
    exporter: ['ask-cancel', 'ask-change', 'dispute'],
    importer: ['ask-cancel', 'ask-change', 'dispute'],
    manager: ['release-stage', 'dispute'],
  },
  asked: {
    exporter: ['accept', 'decline', 'dispute'],
    importer: ['withdraw', 'dispute'],
    manager: ['dismiss', 'dispute'],
  },
  disputed: {
    exporter: [],
    importer: [],
    manager: ['resolve-continue', 'resolve-release', 'resolve-refund'],
  },
  settling: { exporter: [], importer: [], manager: ['reconsider', 'settle'] },
  completed: { exporter: [], importer: [], manager: [] },
  cancelled: { exporter: [], importer: [], manager: [] },
};

function moveOf(kind: MoveKind): Move {
  if (kind === 'change-terms') return { kind, currency: 'RUB', stages: STAGES };
  if (kind === 'ask-change') return { kind, stages: STAGES };
  return { kind };
}

describe.each(ESCROW_STATUSES)('in %s', (status) => {
  it.each(ROLES)('the %s is offered what they may press, and nothing else works', (role) => {
    const deal = dealIn(status);

    expect(deal.status).toBe(status);
    expect([...movesOf(deal, role)].sort()).toEqual([...MAY[status][role]].sort());
    for (const kind of MOVES.filter((kind) => !MAY[status][role].includes(kind))) {
      const { status: outcome } = presses(deal, role, moveOf(kind));
      expect(['not-yours', 'not-now']).toContain(outcome);
    }
  });

  it('it is somebody’s move until it is over, with a deadline that lies ahead', () => {
    const deal = dealIn(status);
    const isOver = status === 'completed' || status === 'cancelled';

    expect(whoseMove(deal).length > 0).toBe(!isOver);
    expect(deal.clock === null).toBe(isOver);
    if (!deal.clock) return;
    expect(deal.clock.remindAt > deal.clock.since).toBe(true);
    expect(deal.clock.deadlineAt > deal.clock.remindAt).toBe(true);
  });
});

describe('from the terms to the last stage', () => {
  it('the invoice is there when both have agreed, and the money when a manager says so', () => {
    const half = afterwards(newDeal(), ['importer', 'agree']);
    expect(whoseMove(half)).toEqual(['exporter']);

    const invoiced = afterwards(half, ['exporter', 'agree']);
    expect(invoiced.status).toBe('invoiced');
    expect(sumsOf(invoiced)).toEqual({
      agreed: 30_000_000,
      unpaid: 30_000_000,
      held: 0,
      released: 0,
      refunded: 0,
    });

    const funded = afterwards(invoiced, ['manager', 'confirm-funding']);
    expect(funded.status).toBe('working');
    expect(sumsOf(funded)).toMatchObject({ unpaid: 0, held: 30_000_000 });
  });

  it('a stage is paid out when the exporter, the importer and a manager have each said so', () => {
    const done = afterwards(dealIn('working'), ['exporter', 'stage-done']);
    expect([stateOfStage(done, 0), stateOfStage(done, 1)]).toEqual(['done', 'waiting']);
    const confirmed = afterwards(done, ['importer', 'confirm-stage']);
    expect(sumsOf(confirmed).released).toBe(0);
    expect(stateOfStage(confirmed, 0)).toBe('confirmed');

    const outcome = presses(confirmed, 'manager', { kind: 'release-stage' });
    if (outcome.status !== 'done') throw new Error(outcome.status);
    expect(outcome.settled).toEqual({ as: 'released', amount: 10_000_000 });
    expect(sumsOf(outcome.escrow)).toMatchObject({ held: 20_000_000, released: 10_000_000 });
    expect([stateOfStage(outcome.escrow, 0), stateOfStage(outcome.escrow, 1)]).toEqual([
      'released',
      'working',
    ]);
  });

  it('after the last stage everything is released and it is over', () => {
    const deal = dealIn('completed');

    expect(sumsOf(deal)).toMatchObject({ agreed: 30_000_000, held: 0, released: 30_000_000 });
    expect(deal.disputableFrom).toBeNull();
  });

  it('a stage that the importer sends back is the exporter’s move again', () => {
    const deal = afterwards(dealIn('checking'), ['importer', 'return-stage']);

    expect(deal.status).toBe('working');
    expect(stateOfStage(deal, 0)).toBe('working');
  });

  it('a payment that has not come is the importer’s move again', () => {
    const deal = afterwards(dealIn('paid'), ['manager', 'deny-payment']);

    expect([deal.status, whoseMove(deal)]).toEqual(['invoiced', ['importer']]);
    expect(sumsOf(deal).held).toBe(0);
  });
});

describe('a press', () => {
  it('a second time does nothing: the side has agreed already', () => {
    const deal = newDeal();
    const agreed = afterwards(deal, ['importer', 'agree']);
    const again = { move: { kind: 'agree' }, role: 'importer', revision: 0, now: NOON } as const;

    expect(press(agreed, again)).toEqual({ status: 'already' });
  });

  it('by one side leaves the other’s button good: both agree on the card that was drawn first', () => {
    const deal = newDeal();
    const agreed = afterwards(deal, ['importer', 'agree']);
    const other = press(agreed, {
      move: { kind: 'agree' },
      role: 'exporter',
      revision: deal.revision,
      now: NOON,
    });

    expect(other).toMatchObject({ status: 'done', escrow: { status: 'invoiced' } });
  });

  it('on terms that were changed since is refused: nobody agrees to what they have not seen', () => {
    const deal = newDeal();
    const cheaper = [{ title: 'Всё сразу', amount: 1, dueAt: null }];
    const changed = press(deal, {
      move: { kind: 'change-terms', currency: 'RUB', stages: cheaper },
      role: 'importer',
      revision: 0,
      now: NOON,
    });
    if (changed.status !== 'done') throw new Error(changed.status);
    const stale = { move: { kind: 'agree' }, role: 'exporter', revision: 0, now: NOON } as const;

    expect(press(changed.escrow, stale)).toEqual({ status: 'stale', revision: 1 });
  });

  it('on the first stage’s button does not finish the second', () => {
    const first = dealIn('working');
    const second = afterwards(
      first,
      ['exporter', 'stage-done'],
      ['importer', 'confirm-stage'],
      ['manager', 'release-stage'],
    );
    const late = press(second, {
      move: { kind: 'stage-done' },
      role: 'exporter',
      revision: first.revision,
      now: hoursAfter(NOON, 20),
    });

    expect(late).toEqual({ status: 'stale', revision: second.revision });
  });

  it('a second time after the first has changed the status says what it is now', () => {
    const working = dealIn('working');
    const done = afterwards(working, ['exporter', 'stage-done']);
    const again = press(done, {
      move: { kind: 'stage-done' },
      role: 'exporter',
      revision: working.revision,
      now: hoursAfter(NOON, 20),
    });

    expect(again).toEqual({ status: 'not-now', now: 'checking' });
  });
});

describe('terms', () => {
  const good: StageTerms = { title: 'Этап', amount: 100, dueAt: null };
  const due = (hours: number) => hoursAfter(NOON, hours);

  it.each<[string, readonly StageTerms[], object]>([
    ['without stages', [], { kind: 'no-stages' }],
    ['of thirteen stages', Array(13).fill(good), { kind: 'too-many-stages', most: 12 }],
    ['without a title', [good, { ...good, title: '  ' }], { kind: 'title-missing', stage: 2 }],
    ['with a novel', [{ ...good, title: 'я'.repeat(121) }], { kind: 'title-too-long', stage: 1 }],
    ['for nothing', [{ ...good, amount: 0 }], { kind: 'amount-wrong', stage: 1 }],
    ['for less than nothing', [{ ...good, amount: -1 }], { kind: 'amount-wrong', stage: 1 }],
    ['for half a kopeck', [{ ...good, amount: 0.5 }], { kind: 'amount-wrong', stage: 1 }],
    ['for no number', [{ ...good, amount: Number.NaN }], { kind: 'amount-wrong', stage: 1 }],
    ['beyond all sums', Array(2).fill({ ...good, amount: 6e12 }), { kind: 'sum-too-large' }],
    ['due in the past', [{ ...good, dueAt: due(0) }], { kind: 'due-past', stage: 1 }],
    [
      'due before the stage before',
      [{ ...good, dueAt: due(48) }, good, { ...good, dueAt: due(24) }],
      { kind: 'due-out-of-order', stage: 3 },
    ],
  ])('%s are refused by name', (_, stages, problem) => {
    const move = { kind: 'change-terms', currency: 'USD', stages } as const;
    const outcome = press(newDeal(), { move, role: 'manager', revision: 0, now: NOON });

    expect(outcome).toMatchObject({ status: 'bad-terms', problem });
  });

  it('proposed in place of what is not done are twelve stages at most with those that are', () => {
    const released = afterwards(
      dealIn('working'),
      ['exporter', 'stage-done'],
      ['importer', 'confirm-stage'],
      ['manager', 'release-stage'],
    );
    const ask = (most: number) => {
      const rest = { title: 'Поставка', amount: 20_000_000 / most, dueAt: null };
      return presses(released, 'importer', { kind: 'ask-change', stages: Array(most).fill(rest) });
    };

    expect(ask(16)).toMatchObject({ problem: { kind: 'too-many-stages', most: 11 } });
    expect(ask(10)).toMatchObject({ status: 'done' });
  });

  it('changed by one side ask both again, also after the invoice', () => {
    const move = { kind: 'change-terms', currency: 'USD', stages: [good] } as const;
    const outcome = presses(dealIn('invoiced'), 'exporter', move);

    expect(outcome).toMatchObject({
      status: 'done',
      escrow: { status: 'draft', agreedBy: [], currency: 'USD', stages: [{ amount: 100 }] },
    });
  });
});
