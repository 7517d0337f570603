// Dice that fall the same way for the same seed, so that a failed run says how to repeat its deeds.

export type Dice = ReturnType<typeof createDice>;

/** mulberry32: 32 bits of state are plenty for a few thousand throws. */
export function createDice(seed: number) {
  let state = seed >>> 0;

  function throwOne(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  return {
    /** From 0 to `most` - 1. */
    below: (most: number): number => Math.floor(throwOne() * most),
    chance: (share: number): boolean => throwOne() < share,
    pick: <T>(items: readonly T[]): T | undefined => items[Math.floor(throwOne() * items.length)],
  };
}
