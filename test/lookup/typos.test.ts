// Words that are written almost alike.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, leftovers, mistakesIn, nearest } from '../../src/lookup/typos.ts';

const letter = fc.constantFrom(...'абвгдежз');
const word = fc.array(letter, { minLength: 4, maxLength: 7 }).map((letters) => letters.join(''));

describe('a word', () => {
  it.each([
    ['договор', 'договор', 0],
    ['дагавор', 'договор', 2],
    ['догвоор', 'договор', 1],
    ['оговор', 'договор', 1],
    ['договр', 'договорами', 1],
    ['скидка', 'складка', 2],
  ])('«%s» is as far from «%s» as %i letters', (one, other, far) => {
    expect(distance(one, other)).toBe(far);
  });

  it('mistyped as often as is forgiven still has a leftover in common with itself', () => {
    fc.assert(
      fc.property(
        word,
        fc.array(fc.tuple(fc.nat(9), letter), { maxLength: 2 }),
        (said, mistakes) => {
          const typed = mistakes
            .slice(0, mistakesIn(said))
            .reduce((now, [at, put]) => now.slice(0, at) + put + now.slice(at + 1), said)
            .slice(0, said.length);
          const left = new Set(leftovers(said));
          expect(leftovers(typed).some((one) => left.has(one))).toBe(true);
        },
      ),
    );
  });

  it('is taken for the nearest ones alone, and for none that is too far', () => {
    expect(nearest('дагавор', ['договора', 'разговор', 'договор'], 4)).toEqual([
      'договор',
      'договора',
    ]);
    expect(nearest('жираф', ['договор'], 4)).toEqual([]);
    expect(nearest('груз', ['грез', 'груша', 'арбуз'], 4)).toEqual(['грез', 'груша']);
  });
});
