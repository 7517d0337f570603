import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMessage,
  emptyLane,
  type Lane,
  NO_FALLBACKS,
  NO_PROGRESS,
  nextLookAt,
  nextOf,
  type Rules,
} from '../../../src/platform/outbox/lanes.ts';
import {
  type DirtyProjection,
  keyOf,
  type QueuedMessage,
} from '../../../src/platform/outbox/message.ts';
import { card, message } from './messages.ts';

const rules: Rules = {
  short: false,
  rankOf: ({ kind }) => (kind === 'card' ? 'card' : 'adornment'),
  mergeable: ({ args }) => (args.alone === true ? null : Number(args.units ?? 10)),
};
const whenShort: Rules = { ...rules, short: true };

function laneOf(...things: readonly (QueuedMessage | DirtyProjection)[]): Lane {
  const lane = emptyLane('thread:1');
  lane.place = { status: 'ready', chatId: -1001, group: true, thread: { topic: 30 } };
  for (const thing of things) {
    if ('wanted' in thing) lane.projections.set(keyOf(thing), thing);
    else addMessage(lane, thing);
  }
  return lane;
}

/** What goes next, in short: ids of messages, the kind of a projection, or that a place is prepared. */
function next(lane: Lane, now: number, how = rules): string | null {
  const work = nextOf(lane, now, how)?.work;
  if (!work) return null;
  if (work.type === 'messages') return work.messages.map(({ id }) => id).join('+');
  return work.type === 'projection' ? work.projection.kind : 'prepare';
}

describe('order in a destination', () => {
  it('is that of the rows, also when an older one was committed later', () => {
    const lane = laneOf(message(1), message(3), message(2));
    expect(lane.messages.map(({ id }) => Number(id))).toEqual([1, 2, 3]);
    expect(next(lane, 0)).toBe('1');
  });

  it('is not held up by what is put off, which comes in its turn at its hour', () => {
    const off = message(1, { at: 0, notBefore: 60_000 });
    const lane = laneOf(off, message(2, { at: 10_000 }));
    expect(next(lane, 10_000)).toBe('2');
    const quiet = laneOf(off, message(2, { notBefore: 30_000 }));
    expect(next(quiet, 10_000)).toBeNull();
    expect(next(quiet, 30_000)).toBe('2');
    // Once it is due, it may be on its way: nothing gets before it.
    const late = laneOf(off, message(2, { at: 70_000 }));
    expect(next(late, 70_000)).toBe('1');
  });

  it('is kept however rows come in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(500)), (ids) => {
        const lane = laneOf(...ids.map((id) => message(id)));
        expect(lane.messages.map(({ id }) => Number(id))).toEqual(ids.sort((a, b) => a - b));
      }),
    );
  });

  it('looks again at what is put off when its hour has come', () => {
    const lane = laneOf(message(1, { notBefore: 5_000 }));
    expect([next(lane, 4_999), next(lane, 5_000)]).toEqual([null, '1']);
    expect(nextLookAt(lane, 0)).toBe(5_000);
  });

  it('has nothing for a lane that is on its way, or waits', () => {
    const lane = laneOf(message(1));
    lane.busy = true;
    expect(next(lane, 0)).toBeNull();
    lane.busy = false;
    lane.notBefore = 100;
    expect([next(lane, 99), next(lane, 100)]).toEqual([null, '1']);
  });
});

describe('a thread', () => {
  it('begins with its card, whatever waits longer', () => {
    const lane = laneOf(message(1), card({ messageId: null, dirtySince: 900 }));
    expect(next(lane, 1_000)).toBe('card');
  });

  it('begins with its topic', () => {
    const lane = laneOf(message(1), card({ messageId: null }));
    lane.place = {
      status: 'unprepared',
      chatId: -1001,
      group: true,
      call: { method: 'createForumTopic', payload: {}, repeatable: true },
    };
    expect(next(lane, 0)).toBe('prepare');
  });

  it('says nothing before a card that could not be posted yet', () => {
    const lane = laneOf(message(1), card({ messageId: null }));
    lane.pauses.set('card:1', { failures: 1, until: 2_000 });
    expect([next(lane, 1_999), next(lane, 2_000)]).toEqual([null, 'card']);
  });
});

describe('weights', () => {
  // A card weighs three, words one, an icon a fifth, each by the time it has waited.
  it('let a card go before words of the same age, and words before an icon', () => {
    expect(next(laneOf(message(1), card()), 1_000)).toBe('card');
    expect(next(laneOf(message(1), card({ kind: 'icon' })), 1_000)).toBe('1');
  });

  it('let what has waited long enough go before a card', () => {
    expect(next(laneOf(message(1), card({ dirtySince: 6_000 })), 8_000)).toBe('1');
    expect(
      next(laneOf(message(1, { rank: 'adornment' }), card({ dirtySince: 6_000 })), 8_000),
    ).toBe('card');
  });

  it('compare lanes by what has waited in them', () => {
    const fresh = nextOf(laneOf(card({ messageId: null, dirtySince: 9_000 })), 10_000, rules);
    const old = nextOf(laneOf(message(1)), 10_000, rules);
    expect(fresh?.score).toBe(1_001 * 3);
    expect(old?.score).toBe(10_001);
  });
});

describe('a pause after a failure', () => {
  it('of an icon holds up neither words nor the card', () => {
    const lane = laneOf(message(1), card({ dirtySince: 900 }), card({ kind: 'icon' }));
    lane.pauses.set('icon:1', { failures: 3, until: 9_000 });
    expect(next(lane, 1_000)).toBe('1');
    expect(nextLookAt(lane, 1_000)).toBe(0);
  });

  it('of a message holds up those behind it, and no card', () => {
    const lane = laneOf(message(1), message(2), card({ dirtySince: 900 }));
    lane.pauses.set('messages', { failures: 1, until: 9_000 });
    expect(next(lane, 1_000)).toBe('card');
    lane.projections.clear();
    expect([next(lane, 8_999), next(lane, 9_000)]).toEqual([null, '1']);
    expect(nextLookAt(lane, 1_000)).toBe(9_000);
  });
});

describe('texts that wait together', () => {
  it('leave together when the budget is short, one by one when it is not', () => {
    const lane = laneOf(message(1), message(2), message(3));
    expect([next(lane, 0, whenShort), next(lane, 0)]).toEqual(['1+2+3', '1']);
  });

  it('stop where one must stand alone, belongs to an album, or is another kind of message', () => {
    expect(
      next(laneOf(message(1), message(2), message(3, { args: { alone: true } })), 0, whenShort),
    ).toBe('1+2');
    expect(next(laneOf(message(1), message(2, { groupKey: 'g' })), 0, whenShort)).toBe('1');
    expect(next(laneOf(message(1), message(2, { name: 'notice' })), 0, whenShort)).toBe('1');
    expect(next(laneOf(message(1, { args: { alone: true } }), message(2)), 0, whenShort)).toBe('1');
  });

  it('pass one by whose hour has not come', () => {
    const lane = laneOf(message(1), message(2, { notBefore: 9_000 }), message(3));
    expect(next(lane, 1_000, whenShort)).toBe('1+3');
  });

  it('are at most fifty', () => {
    const lane = laneOf(...Array.from({ length: 60 }, (_, index) => message(index + 1)));
    expect(next(lane, 0, whenShort)?.split('+')).toHaveLength(50);
  });

  it('go one by one after they were refused together', () => {
    const lane = laneOf(message(1), message(2), message(3));
    lane.alone.add(1n).add(2n);
    expect(next(lane, 0, whenShort)).toBe('1');
    lane.messages.shift();
    expect(next(lane, 0, whenShort)).toBe('2');
  });

  it('of which a part was sent go on with the same ones', () => {
    const lane = laneOf(message(1), message(2), message(3));
    const progress = { ...NO_PROGRESS, calls: 1, messageIds: [700] };
    lane.retry = { ids: [1n, 2n], at: '', fallbacks: NO_FALLBACKS, progress };
    expect([next(lane, 0, whenShort), next(lane, 0)]).toEqual(['1+2', '1+2']);
  });
});

describe('an album', () => {
  const part = (id: number, at: number) =>
    message(id, { groupKey: 'g', at, notBefore: at + 1_000 });

  it('waits a second after its last part, and leaves as one', () => {
    const lane = laneOf(part(1, 0), part(2, 600));
    expect([next(lane, 1_599), next(lane, 1_600)]).toEqual([null, '1+2']);
    expect(nextLookAt(lane, 0)).toBe(1_600);
  });

  it('waits three seconds at most', () => {
    const lane = laneOf(...[0, 900, 1_800, 2_700].map((at, index) => part(index + 1, at)));
    expect([next(lane, 2_999), next(lane, 3_000)]).toEqual([null, '1+2+3+4']);
  });

  it('has ten parts at most, and ends where another begins', () => {
    const lane = laneOf(...Array.from({ length: 12 }, (_, index) => part(index + 1, 0)));
    expect(next(lane, 3_000)?.split('+')).toHaveLength(10);
    expect(next(laneOf(part(1, 0), message(2, { groupKey: 'other' })), 3_000)).toBe('1');
  });

  it('stays one when something else for the same place came in between', () => {
    const lane = laneOf(part(1, 0), message(2), part(3, 600));
    expect(next(lane, 1_600)).toBe('1+3');
  });

  it('does not wait for the clock to catch up when it was set back', () => {
    const hour = 3_600_000;
    expect(next(laneOf(part(1, hour)), 0)).toBe('1');
    expect(next(laneOf(message(1, { at: hour })), 0)).toBe('1');
  });
});
