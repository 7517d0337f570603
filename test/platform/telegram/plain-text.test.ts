import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainName, signBoundary, truncate } from '../../../src/platform/telegram/plain-text.ts';

const FAMILY = '👨‍👩‍👧‍👦';
const ZALGO = `Z${'\u0301'.repeat(500)}`;

describe('a name in a line of ours', () => {
  it.each([
    ['Анна Ёлкина', 'Анна Ёлкина'],
    ['  Anna \t\n  Maria  ', 'Anna Maria'],
    ['admin\u202egnp.exe', 'admingnp.exe'],
    ['\u2067\u2066Bob\u2069', 'Bob'],
    ['B\u200bo\u200db\u200f', 'Bob'],
    ['line\u2028two\u2029three', 'line two three'],
    ['nul\u0000l', 'nul l'],
    ['lone \ud800 half', 'lone half'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['Ольга 🇷🇺 ❤️', 'Ольга 🇷🇺 ❤️'],
    ['عبد الله', 'عبد الله'],
    ['☆', '☆'],
    ['\u200b\u200e', 'без имени'],
    ['\u3164', 'без имени'],
    ['\u2800', 'без имени'],
    ['', 'без имени'],
    [null, 'без имени'],
    [undefined, 'без имени'],
  ])('%j is shown as «%s»', (name, shown) => {
    expect(plainName(name, 'без имени')).toBe(shown);
  });

  it('is cut after 64 signs, and a heap of marks is one sign that is cut as well', () => {
    expect(plainName('ё'.repeat(64), '?')).toBe('ё'.repeat(64));
    expect(plainName('ё'.repeat(65), '?')).toBe(`${'ё'.repeat(63)}…`);
    expect(plainName('🇷🇺'.repeat(65), '?', 10)).toBe(`${'🇷🇺'.repeat(9)}…`);
    expect(plainName(ZALGO, '?').length).toBe(16);
  });

  it('is never empty, never turns or breaks a line, never longer than it may be', () => {
    const odd = fc.string({
      unit: fc.oneof(
        fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
        fc.constantFrom(
          '\u202e',
          '\u200b',
          '\u2066',
          '\n',
          ' ',
          '\ufeff',
          FAMILY,
          '👍🏽',
          '\u0301',
        ),
      ),
      maxLength: 200,
    });
    const signs = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(odd, (name) => {
        const shown = plainName(name, 'nobody', 20);

        expect(shown).not.toMatch(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069]/u);
        expect(shown).toBe(shown.trim());
        expect(shown).not.toBe('');
        expect([...signs.segment(shown)].length).toBeLessThanOrEqual(20);
        expect(plainName(shown, 'nobody', 20)).toBe(shown);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a text cut short', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly 10', 10, 'exactly 10'],
    ['more than 10', 10, 'more than…'],
    ['кот и ещё\nкот', 8, 'кот и е…'],
    [`${FAMILY}${FAMILY}${FAMILY}`, 2, `${FAMILY}…`],
    ['🇷🇺🇧🇾🇰🇿', 2, '🇷🇺…'],
    ['a\u0301e\u0301i\u0301', 2, 'a\u0301…'],
  ])('%j to %i signs is %j', (text, limit, cut) => {
    expect(truncate(text, limit)).toBe(cut);
  });

  it.each([
    ['abc', 2, 2],
    ['👍', 1, 0],
    ['a👍', 2, 1],
    [`ab${FAMILY}`, 6, 2],
    [FAMILY, 20, FAMILY.length],
    ['abc', 0, 0],
  ])('the place to cut %j near %i is %i', (text, index, boundary) => {
    expect(signBoundary(text, index)).toBe(boundary);
  });
});
