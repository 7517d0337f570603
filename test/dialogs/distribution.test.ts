// Whose turn it is.

import { describe, expect, it } from 'vitest';
import { chooseNext } from '../../src/dialogs/duty/distribution-service.ts';

describe('whoever is next', () => {
  it('is the first in turn', () => {
    expect(chooseNext([7, 8, 9], null)).toBe(7);
  });

  it('is whoever keeps fewest waiting, of several the first in turn', () => {
    const loads = new Map([
      [7, 2],
      [8, 1],
      [9, 1],
    ]);

    expect(chooseNext([7, 9, 8], loads)).toBe(9);
    expect(chooseNext([7, 8, 10], loads)).toBe(10);
  });

  it('is nobody where nobody is on duty', () => {
    expect(chooseNext([], null)).toBeNull();
  });
});
