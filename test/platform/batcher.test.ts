import { describe, expect, it } from 'vitest';
import { createBatcher } from '../../src/platform/batcher.ts';

/** Doubles numbers; the odd one out can be made to fail. */
function doubling(options: { most?: number; sideBySide?: number; culprit?: number } = {}) {
  const batches: number[][] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  const double = createBatcher<number, number>({
    most: options.most ?? 100,
    sideBySide: options.sideBySide ?? 1,
    async run(inputs) {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      await new Promise((resolve) => setImmediate(resolve));
      atOnce -= 1;
      batches.push([...inputs]);
      if (inputs.includes(options.culprit ?? Number.NaN)) throw new Error('culprit');
      return inputs.map((input) => input * 2);
    },
  });
  return { double, batches, mostAtOnce: () => mostAtOnce };
}

const outcomes = async (promises: readonly Promise<number>[]) =>
  (await Promise.allSettled(promises)).map((one) =>
    one.status === 'fulfilled' ? one.value : (one.reason as Error).message,
  );

describe('asking at the same time', () => {
  it('is one piece of work, and everybody gets their own answer', async () => {
    const { double, batches } = doubling();
    expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('is cut into batches of the largest size, one after the other', async () => {
    const { double, batches, mostAtOnce } = doubling({ most: 2 });
    expect(await Promise.all([1, 2, 3, 4, 5].map(double))).toEqual([2, 4, 6, 8, 10]);
    expect(batches).toEqual([[1, 2], [3, 4], [5]]);
    expect(mostAtOnce()).toBe(1);
  });

  it('runs as many batches side by side as it is allowed, and no more', async () => {
    const { double, mostAtOnce } = doubling({ most: 1, sideBySide: 2 });
    await Promise.all([1, 2, 3, 4, 5].map(double));
    expect(mostAtOnce()).toBe(2);
  });

  it('spoiled by one of them fails for that one alone', async () => {
    const { double, batches } = doubling({ culprit: 2 });
    expect(await outcomes([double(1), double(2), double(3)])).toEqual([2, 'culprit', 6]);
    expect(batches).toEqual([[1, 2, 3], [1], [2], [3]]);
  });

  it('of a database that is away is not repeated one by one', async () => {
    let asked = 0;
    const ask = createBatcher<number, number>({
      most: 100,
      run() {
        asked += 1;
        return Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
      },
    });
    expect(await outcomes([ask(1), ask(2), ask(3)])).toEqual(['refused', 'refused', 'refused']);
    expect(asked).toBe(1);
  });

  it('goes on after a failure', async () => {
    const { double } = doubling({ culprit: 7 });
    expect(await outcomes([double(7)])).toEqual(['culprit']);
    expect(await double(8)).toBe(16);
  });

  it('answered for fewer than asked is a mistake, and nobody waits for ever', async () => {
    const ask = createBatcher<number, number>({ most: 10, run: () => Promise.resolve([]) });
    expect(await outcomes([ask(1)])).toEqual(['asked for 1 at once, answered 0']);
  });

  it('that fails before it begins is a failure like any other', async () => {
    const ask = createBatcher<number, number>({
      most: 10,
      run: () => {
        throw new Error('at once');
      },
    });
    expect(await outcomes([ask(1)])).toEqual(['at once']);
  });
});
