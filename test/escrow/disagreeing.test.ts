// Parting, changing what was agreed, disputes and silence: where money would go wrong if it could.

import { describe, expect, it } from 'vitest';
import { silenceAt, silenceNoted } from '../../src/escrow/deadlines.ts';
import { ESCROW_STATUSES, type Escrow, sumsOf, whoseMove } from '../../src/escrow/escrow.ts';
import { press } from '../../src/escrow/moves.ts';
import { afterwards, dealIn, hoursAfter, NOON, newDeal, presses, STAGES } from './deals.ts';

describe('parting', () => {
  it.each(['draft', 'invoiced', 'paid'] as const)('in %s either side may, at once', (status) => {
    for (const side of ['exporter', 'importer'] as const) {
      const deal = afterwards(dealIn(status), [side, 'cancel']);
      expect(deal.status).toBe('cancelled');
      expect(sumsOf(deal)).toMatchObject({ unpaid: 30_000_000, held: 0, refunded: 0 });
    }
  });

  it('after the payment needs the other side; the rest goes back when a manager says so', () => {
    const parted = afterwards(dealIn('asked'), ['exporter', 'accept']);
    expect([parted.status, sumsOf(parted).held]).toEqual(['settling', 30_000_000]);

    const outcome = presses(parted, 'manager', { kind: 'settle' });
    expect(outcome).toMatchObject({
      status: 'done',
      escrow: { status: 'cancelled', clock: null },
      settled: { as: 'refunded', amount: 30_000_000 },
    });
  });

  it('leaves what was released with the exporter', () => {
    const second = afterwards(
      dealIn('releasing'),
      ['manager', 'release-stage'],
      ['exporter', 'ask-cancel'],
      ['importer', 'accept'],
      ['manager', 'settle'],
    );

    expect(sumsOf(second)).toEqual({
      agreed: 30_000_000,
      unpaid: 0,
      held: 0,
      released: 10_000_000,
      refunded: 20_000_000,
    });
  });

  it('was agreed by both: no manager takes it back', () => {
    const parted = afterwards(dealIn('asked'), ['exporter', 'accept']);

    expect(presses(parted, 'manager', { kind: 'reconsider' })).toEqual({
      status: 'not-now',
      now: 'settling',
    });
  });

  it.each([
    ['exporter', 'decline'],
    ['importer', 'withdraw'],
    ['manager', 'dismiss'],
  ] as const)('that the %s %ss lets the stage go on with the time it had left', (role, kind) => {
    const working = dealIn('working');
    const begun = working.clock?.since ?? NOON;
    const askedAt = hoursAfter(begun, 2);
    const left = (working.clock?.deadlineAt ?? NOON).getTime() - askedAt.getTime();

    const again = afterwards(working, ['importer', 'ask-cancel'], [role, kind]);

    expect(again).toMatchObject({ status: 'working', question: null, stopped: null });
    const resumedAt = hoursAfter(askedAt, 2);
    expect(again.clock?.deadlineAt).toEqual(new Date(resumedAt.getTime() + left));
  });
});

describe('a change of terms after the payment', () => {
  const instead = [
    { title: 'Половина', amount: 15_000_000, dueAt: null },
    { title: 'Вторая половина', amount: 15_000_000, dueAt: null },
  ];

  it('holds when the other side agrees', () => {
    const asked = presses(dealIn('working'), 'exporter', { kind: 'ask-change', stages: instead });
    if (asked.status !== 'done') throw new Error(asked.status);
    expect(whoseMove(asked.escrow)).toEqual(['importer']);
    expect(asked.escrow.stages.map(({ title }) => title)).toEqual(['Производство', 'Поставка']);

    const changed = afterwards(asked.escrow, ['importer', 'accept']);

    expect(changed.status).toBe('working');
    expect(changed.stages.map(({ amount }) => amount)).toEqual([15_000_000, 15_000_000]);
    expect(sumsOf(changed).held).toBe(30_000_000);
  });

  it('costs what is held, no kopeck more or less', () => {
    const dearer = [{ title: 'Дороже', amount: 30_000_001, dueAt: null }];

    expect(presses(dealIn('working'), 'exporter', { kind: 'ask-change', stages: dearer })).toEqual({
      status: 'bad-terms',
      problem: { kind: 'sum-differs', expected: 30_000_000, actual: 30_000_001 },
    });
  });

  it('leaves alone what the exporter has done', () => {
    const rest = [{ title: 'Поставка морем', amount: 20_000_000, dueAt: null }];
    const asked = presses(dealIn('checking'), 'importer', { kind: 'ask-change', stages: rest });
    if (asked.status !== 'done') throw new Error(asked.status);

    const changed = afterwards(asked.escrow, ['exporter', 'accept']);

    expect(changed.status).toBe('checking');
    expect(changed.stages.map(({ title }) => title)).toEqual(['Производство', 'Поставка морем']);
    expect(changed.stages[0]?.doneAt).not.toBeNull();
  });

  it('is not asked for where nothing is left to change', () => {
    const last = afterwards(
      dealIn('releasing'),
      ['manager', 'release-stage'],
      ['exporter', 'stage-done'],
    );

    expect(presses(last, 'exporter', { kind: 'ask-change', stages: STAGES })).toEqual({
      status: 'not-now',
      now: 'checking',
    });
  });
});

describe('a dispute', () => {
  const opened = { kind: 'dispute' } as const;

  it('waits an hour after the payment: first ask the other side', () => {
    const deal = dealIn('working');
    const paidAt = deal.clock?.since ?? NOON;
    const at = (hours: number) =>
      press(deal, { move: opened, role: 'importer', revision: 0, now: hoursAfter(paidAt, hours) });

    expect(at(0.5)).toEqual({ status: 'too-early', from: hoursAfter(paidAt, 1) });
    expect(at(1)).toMatchObject({ status: 'done', escrow: { status: 'disputed' } });
  });

  it('is opened on an outdated card too: whoever presses wants everything to stop', () => {
    const now = hoursAfter(NOON, 50);
    const outcome = press(dealIn('releasing'), {
      move: opened,
      role: 'exporter',
      revision: 0,
      now,
    });

    expect(outcome).toMatchObject({ status: 'done', escrow: { status: 'disputed' } });
  });

  it('stops the stage’s clock and ends an open question; going on gives the time back', () => {
    const checking = dealIn('checking');
    const since = checking.clock?.since ?? NOON;
    const disputed = afterwards(checking, ['exporter', 'ask-cancel'], ['exporter', 'dispute']);
    expect(disputed).toMatchObject({ status: 'disputed', question: null });
    expect(whoseMove(disputed)).toEqual(['manager']);

    const again = afterwards(disputed, ['manager', 'resolve-continue']);

    // Of 72 hours two had gone when the question stopped it; it goes on six hours after it began.
    expect(again.status).toBe('checking');
    expect(again.clock?.deadlineAt).toEqual(hoursAfter(since, 6 + 70));
    expect(again.disputableFrom).toEqual(hoursAfter(since, 7));
  });

  it('leaves a day at least where a minute was left', () => {
    const working = dealIn('working');
    const deadline = working.clock?.deadlineAt ?? NOON;
    const late = { move: opened, role: 'importer', revision: 0, now: deadline } as const;
    const disputed = press(working, late);
    if (disputed.status !== 'done') throw new Error(disputed.status);

    const again = afterwards(disputed.escrow, ['manager', 'resolve-continue']);

    expect(again.clock?.deadlineAt).toEqual(hoursAfter(deadline, 2 + 24));
  });

  it.each([
    ['resolve-release', 'completed', { released: 30_000_000, refunded: 0 }],
    ['resolve-refund', 'cancelled', { released: 0, refunded: 30_000_000 }],
  ] as const)('%s moves nothing until a manager has it paid', (kind, status, sums) => {
    const decided = afterwards(dealIn('disputed'), ['manager', kind]);
    expect(sumsOf(decided)).toMatchObject({ held: 30_000_000, released: 0, refunded: 0 });

    const paid = afterwards(decided, ['manager', 'settle']);
    expect(paid.status).toBe(status);
    expect(sumsOf(paid)).toMatchObject({ held: 0, ...sums });
  });

  it('may be decided again until then', () => {
    const again = afterwards(dealIn('settling'), ['manager', 'reconsider']);

    expect(again).toMatchObject({ status: 'disputed', settlement: null });
    const other = afterwards(again, ['manager', 'resolve-continue']);
    expect(other.status).toBe('working');
  });
});

describe('silence', () => {
  it.each(ESCROW_STATUSES)('in %s reminds, calls, and changes nothing', (status) => {
    const deal = dealIn(status);
    if (!deal.clock) {
      expect(silenceAt(deal, hoursAfter(NOON, 10_000))).toBeNull();
      return;
    }
    const { since, remindAt, deadlineAt } = deal.clock;
    expect([since, remindAt, deadlineAt].map((now) => silenceAt(deal, now))).toEqual([
      null,
      'remind',
      'call',
    ]);

    const reminded = silenceNoted(deal, 'remind', remindAt);
    expect(silenceAt(reminded, remindAt)).toBeNull();
    const called = silenceNoted(reminded, 'call', deadlineAt);
    expect(silenceAt(called, hoursAfter(deadlineAt, 10_000))).toBeNull();
    expect({ ...called, clock: null } satisfies Escrow).toEqual({ ...deal, clock: null });
  });

  it('begins anew with each step: nothing of the last one’s is left', () => {
    const deal = dealIn('working');
    const late = silenceNoted(deal, 'call', deal.clock?.deadlineAt ?? NOON);
    const next = afterwards(late, ['exporter', 'stage-done']);

    expect(next.clock).toMatchObject({ remindedAt: null, calledAt: null });
  });

  it('has the time that the terms give: to the day for work, but never less than three days', () => {
    const soon = hoursAfter(NOON, 1);
    const deal = newDeal([
      { title: 'Срочно', amount: 1, dueAt: soon },
      { title: 'К сроку', amount: 1, dueAt: hoursAfter(NOON, 1_000) },
    ]);
    const funded = afterwards(
      deal,
      ['exporter', 'agree'],
      ['importer', 'agree'],
      ['manager', 'confirm-funding'],
    );
    expect(funded.clock?.deadlineAt).toEqual(hoursAfter(funded.clock?.since ?? NOON, 72));

    const second = afterwards(
      funded,
      ['exporter', 'stage-done'],
      ['importer', 'confirm-stage'],
      ['manager', 'release-stage'],
    );
    expect(second.clock?.deadlineAt).toEqual(hoursAfter(NOON, 1_000));
  });

  it('reminds a day ahead, in a short step a third of it', () => {
    const { clock: short } = dealIn('paid');
    expect(short?.remindAt).toEqual(hoursAfter(short?.since ?? NOON, 16));
    const { clock: long } = dealIn('invoiced');
    expect(long?.remindAt).toEqual(hoursAfter(long?.since ?? NOON, 120 - 24));
  });
});
