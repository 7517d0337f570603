import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BudgetChat,
  createBudget,
  type OutboxLimits,
} from '../../../src/platform/outbox/budget.ts';

const TODAY: OutboxLimits = {
  overallPerSecond: 30,
  chatPerSecond: 1,
  chatBurst: 3,
  groupPerMinute: 20,
};
const NONE: OutboxLimits = {
  overallPerSecond: 0,
  chatPerSecond: 0,
  chatBurst: 0,
  groupPerMinute: 0,
};
const ONLY_GROUPS: OutboxLimits = { ...NONE, groupPerMinute: 20, chatBurst: 3 };

const group: BudgetChat = { chatId: -1001, group: true };
const anna: BudgetChat = { chatId: 7, group: false };

/** When calls leave that are all wanted at `wanted`, in milliseconds. */
function send(limits: OutboxLimits, wanted: readonly (readonly [chat: BudgetChat, at: number])[]) {
  const budget = createBudget(limits);
  const left: { chat: BudgetChat; at: number }[] = [];
  let now = 0;
  for (const [chat, at] of wanted) {
    now = Math.max(now, at);
    now = Math.max(now, budget.nextAt(chat, now));
    budget.spend(chat, now);
    left.push({ chat, at: now });
  }
  return left.map(({ at }) => at);
}

/** When calls to a group arrive that take so long to arrive, and so much longer to be answered. */
function arrivals(
  limits: OutboxLimits,
  calls: readonly (readonly [wanted: number, way: number, back: number])[],
): number[] {
  const budget = createBudget(limits);
  let underWay: { left: number; answered: number }[] = [];
  let now = 0;
  return calls.map(([wanted, way, back]) => {
    for (let at = Math.max(now, wanted); ; at = Math.max(at, budget.nextAt(group, at))) {
      const answers = underWay.filter(({ answered }) => answered <= at);
      for (const { left, answered } of answers) budget.answered(group, left, answered);
      underWay = underWay.filter(({ answered }) => answered > at);
      now = at;
      if (budget.nextAt(group, at) <= at) break;
    }
    budget.spend(group, now);
    underWay.push({ left: now, answered: now + way + back });
    return now + way;
  });
}

const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

function mostWithin(times: readonly number[], ms: number): number {
  return Math.max(
    0,
    ...times.map((from) => times.filter((at) => at >= from && at < from + ms).length),
  );
}

describe('a group', () => {
  it('takes a small burst at once, makes up for it within the minute, and never stalls', () => {
    const times = send(TODAY, many(70, [group, 0]));
    const gaps = times.slice(1).map((at, index) => at - (times[index] as number));
    // Three at once; one of them has been made up for by the time of the fourth, which is one of 19.
    expect(gaps.slice(0, 2)).toEqual([0, 0]);
    expect(gaps[2]).toBe(3_211);
    // A minute (and a second for jitter) less two that came early is shared by the other 18.
    expect(new Set(gaps.slice(3, 19))).toEqual(new Set([3_389]));
    // From then on every minute has all of its twenty.
    for (const minute of [1, 2]) {
      const from = minute * 61_000;
      expect(times.filter((at) => at >= from && at < from + 61_000)).toHaveLength(20);
    }
    expect(Math.max(...gaps)).toBeLessThan(3_600);
  });

  it('has 20 in its first minute', () => {
    const times = send(TODAY, many(45, [group, 0]));
    expect(times.filter((at) => at < 60_000)).toHaveLength(20);
  });

  it('takes a burst again after a short pause', () => {
    const last = send(TODAY, many(20, [group, 0])).at(-1) as number;
    const late = Math.ceil(last + (3 * 61_000) / 18);
    const times = send(TODAY, [
      ...many(20, [group, 0] as const),
      ...many(3, [group, late] as const),
    ]);
    expect(times.slice(20)).toEqual([late, late, late]);
  });

  it('never has more than 20 in any 60 seconds, whatever is wanted when', () => {
    const arrivals = fc.array(fc.nat(300_000), { minLength: 21, maxLength: 120 });
    const limits = fc.record({
      overallPerSecond: fc.constantFrom(0, 30),
      chatPerSecond: fc.constantFrom(0, 1),
      chatBurst: fc.integer({ min: 0, max: 25 }),
      groupPerMinute: fc.constant(20),
    });
    fc.assert(
      fc.property(arrivals, limits, (wanted, chosen) => {
        const times = send(
          chosen,
          wanted.sort((a, b) => a - b).map((at) => [group, at] as const),
        );
        expect(mostWithin(times, 60_000)).toBeLessThanOrEqual(20);
      }),
    );
  });

  it('never gets more than 20 in any 60 seconds, however late each of them arrives', () => {
    // When it is wanted, and how long after it leaves it arrives and is answered.
    const call = fc.tuple(fc.nat(200_000), fc.nat(9_000), fc.nat(9_000));
    fc.assert(
      fc.property(fc.array(call, { minLength: 21, maxLength: 80 }), (calls) => {
        const wanted = calls.sort(([a], [b]) => a - b);
        expect(mostWithin(arrivals(ONLY_GROUPS, wanted), 60_000)).toBeLessThanOrEqual(20);
      }),
    );
  });

  it('that wants little waits for nothing', () => {
    const wanted = Array.from({ length: 40 }, (_, index) => [group, index * 10_000] as const);
    expect(send(TODAY, wanted)).toEqual(wanted.map(([, at]) => at));
  });

  it('holds up no other', () => {
    const budget = createBudget(ONLY_GROUPS);
    for (let call = 0; call < 20; call += 1) budget.spend(group, 0);
    expect(budget.nextAt(group, 0)).toBeGreaterThan(50_000);
    expect(budget.nextAt({ chatId: -1002, group: true }, 0)).toBe(0);
  });
});

describe('a chat', () => {
  it('takes three at once and then one a second', () => {
    expect(send(TODAY, many(6, [anna, 0]))).toEqual([0, 0, 0, 1_000, 2_000, 3_000]);
  });

  it('is told to wait by Telegram, and that stops it alone', () => {
    const budget = createBudget(NONE);
    budget.park(group.chatId, 35_000);
    expect(budget.nextAt(group, 0)).toBe(35_000);
    expect(budget.nextAt(anna, 0)).toBe(0);
    budget.tidy(35_000);
    expect(budget.nextAt(group, 35_000)).toBe(0);
  });

  it('that was told twice waits for the longer', () => {
    const budget = createBudget(NONE);
    budget.park(7, 35_000);
    budget.park(7, 5_000);
    expect(budget.nextAt(anna, 0)).toBe(35_000);
  });
});

describe('all chats together', () => {
  it('have 30 in any second', () => {
    const chats = Array.from({ length: 100 }, (_, index) => ({ chatId: index + 1, group: false }));
    const times = send(
      TODAY,
      chats.map((chat) => [chat, 0] as const),
    );
    expect(mostWithin(times, 1_000)).toBe(30);
    expect(times.at(-1)).toBe(3_000);
  });

  it('never have more than 30 in any second, whatever is wanted when', () => {
    const wanted = fc.array(fc.tuple(fc.nat(50), fc.nat(5_000)), { maxLength: 300 });
    fc.assert(
      fc.property(wanted, (calls) => {
        const sorted = calls
          .sort(([, a], [, b]) => a - b)
          .map(([id, at]) => [{ chatId: id, group: false }, at] as const);
        expect(mostWithin(send(TODAY, sorted), 1_000)).toBeLessThanOrEqual(30);
      }),
      { numRuns: 30 },
    );
  });
});

describe('limits of zero', () => {
  it('are no limits', () => {
    expect(new Set(send(NONE, many(500, [group, 5])))).toEqual(new Set([5]));
    expect(createBudget(NONE).isLimited(group)).toBe(false);
  });

  it('of the burst still let one go, and the next in its time', () => {
    expect(send({ ...TODAY, chatBurst: 0 }, many(2, [anna, 0]))).toEqual([0, 1_000]);
    const [first, second] = send({ ...ONLY_GROUPS, chatBurst: 0 }, many(2, [group, 0]));
    expect(first).toBe(0);
    expect(second).toBeGreaterThan(2_500);
  });

  it('of groups leave the others, and the other way round', () => {
    const budget = createBudget(ONLY_GROUPS);
    expect([budget.isLimited(group), budget.isLimited(anna)]).toEqual([true, false]);
  });
});

describe('what was spent', () => {
  it('is given back when no call was made', () => {
    const budget = createBudget(TODAY);
    for (let turn = 0; turn < 50; turn += 1) {
      expect(budget.nextAt(group, turn)).toBeLessThanOrEqual(turn);
      budget.spend(group, turn);
      budget.giveBack(group, turn);
    }
  });

  it('is forgotten when the clock is set back, so that nobody waits for that hour to come again', () => {
    const budget = createBudget(TODAY);
    for (let call = 0; call < 20; call += 1) budget.spend(group, 3_600_000);
    budget.park(anna.chatId, 3_700_000);
    budget.startAfresh();
    expect([budget.nextAt(group, 0), budget.nextAt(anna, 0)]).toEqual([0, 0]);
  });

  it('makes a chat short of it when the next call would have to wait', () => {
    const budget = createBudget(TODAY);
    expect(budget.isShort(group, 0)).toBe(false);
    budget.spend(group, 0);
    expect(budget.isShort(group, 0)).toBe(false);
    budget.spend(group, 0);
    expect(budget.isShort(group, 0)).toBe(true);
    expect(createBudget(NONE).isShort(group, 0)).toBe(false);
    expect(createBudget({ ...TODAY, chatBurst: 1 }).isShort(anna, 5_000)).toBe(true);
  });
});
