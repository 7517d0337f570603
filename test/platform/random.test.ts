import { describe, expect, it } from 'vitest';
import { digits, jitter, token } from '../../src/platform/random.ts';

describe('chance', () => {
  it('gives words that fit into a link and do not repeat', () => {
    const words = Array.from({ length: 1_000 }, () => token(16));

    expect(new Set(words).size).toBe(1_000);
    expect(words.every((word) => /^[\w-]{22}$/.test(word))).toBe(true);
  });

  it('gives codes of as many digits as asked, also ones that begin with a zero', () => {
    const codes = Array.from({ length: 1_000 }, () => digits(3));

    expect(codes.every((code) => /^\d{3}$/.test(code))).toBe(true);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
  });

  it('never spreads further than allowed, and spreads nothing when nothing is allowed', () => {
    const spreads = Array.from({ length: 1_000 }, () => jitter(3));

    expect(new Set(spreads)).toEqual(new Set([0, 1, 2, 3]));
    expect(jitter(0)).toBe(0);
    expect(jitter(-5)).toBe(0);
  });
});
