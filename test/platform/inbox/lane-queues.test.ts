import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLaneQueues } from '../../../src/platform/inbox/lane-queues.ts';
import type { StoredUpdate } from '../../../src/platform/inbox/repository.ts';

const update = (seq: number, lane: string, urgent = false): StoredUpdate => ({
  seq: BigInt(seq),
  updateId: seq,
  lane,
  urgent,
  attempts: 0,
  payload: {},
});

/** Handles everything, one update at a time; the order in which it was done. */
function drain(queues: ReturnType<typeof createLaneQueues>): number[] {
  const order: number[] = [];
  for (let lane = queues.next(0); lane; lane = queues.next(0)) {
    order.push((lane.updates[0] as StoredUpdate).updateId);
    queues.handBack(lane, true);
  }
  return order;
}

describe('lanes', () => {
  it('take turns, and keep their own order', () => {
    const queues = createLaneQueues();
    for (const [seq, lane] of [
      [1, 'a'],
      [2, 'a'],
      [3, 'b'],
      [4, 'a'],
    ] as const) {
      queues.add(update(seq, lane));
    }
    expect(drain(queues)).toEqual([1, 3, 2, 4]);
    expect(queues.held()).toBe(0);
  });

  it('go first with a press, which still waits for what came before it in its lane', () => {
    const queues = createLaneQueues();
    queues.add(update(1, 'a'));
    queues.add(update(2, 'b'));
    queues.add(update(3, 'b', true));
    queues.add(update(4, 'b'));
    expect(drain(queues)).toEqual([2, 3, 1, 4]);
  });

  it('go first also when the press comes while they wait', () => {
    const queues = createLaneQueues();
    queues.add(update(1, 'a'));
    queues.add(update(2, 'b'));
    queues.add(update(3, 'c'));
    queues.add(update(4, 'c', true));
    expect(drain(queues)[0]).toBe(3);
  });

  it('are out once only, until they are handed back', () => {
    const queues = createLaneQueues();
    queues.add(update(1, 'a'));
    const lane = queues.next(0);
    queues.add(update(2, 'a', true));
    expect(queues.next(0)).toBeNull();
    if (lane) queues.handBack(lane, false);
    expect(queues.next(0)?.updates.map(({ updateId }) => updateId)).toEqual([1, 2]);
  });

  it('that wait after a failure let the others pass, and say when to look again', () => {
    const queues = createLaneQueues();
    queues.add(update(1, 'a'));
    queues.add(update(2, 'b'));
    const failed = queues.next(0);
    if (!failed) throw new Error('a lane was expected');
    failed.notBefore = 700;
    queues.handBack(failed, false);
    expect(queues.next(0)?.key).toBe('b');
    expect(queues.next(0)).toBeNull();
    expect(queues.pause(0, 1_000)).toBe(700);
    expect(queues.next(700)?.key).toBe('a');
  });

  it('do not wait for hours because the clock was set back', () => {
    const queues = createLaneQueues();
    queues.add(update(1, 'a'));
    const failed = queues.next(3_600_000);
    if (!failed) throw new Error('a lane was expected');
    failed.notBefore = 3_600_700;
    queues.handBack(failed, false);
    expect(queues.next(0)?.key).toBe('a');
  });

  it('never lose, repeat or reorder anything, whatever comes when', () => {
    const step = fc.record({
      lane: fc.constantFrom('a', 'b', 'c'),
      urgent: fc.boolean(),
      handle: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const queues = createLaneQueues();
        const given = new Map<string, number[]>();
        const handled = new Map<string, number[]>();
        const note = (to: Map<string, number[]>, { lane, updateId }: StoredUpdate) =>
          to.set(lane, [...(to.get(lane) ?? []), updateId]);
        const handleOne = (): boolean => {
          const lane = queues.next(0);
          if (!lane) return false;
          note(handled, lane.updates[0] as StoredUpdate);
          queues.handBack(lane, true);
          return true;
        };
        steps.forEach(({ lane, urgent, handle }, index) => {
          const one = update(index, lane, urgent);
          note(given, one);
          queues.add(one);
          for (let left = handle; left > 0 && handleOne(); left -= 1);
        });
        while (handleOne());
        expect(handled).toEqual(given);
        expect([queues.held(), queues.waiting()]).toEqual([0, 0]);
      }),
    );
  });
});
