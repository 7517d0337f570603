// What people write for numbers and days, and what the buttons of forms carry.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePress, type FormPress, parsePress } from '../../../src/platform/forms/press.ts';
import { dayInWords, readDay, today } from '../../../src/platform/forms/read-day.ts';
import { readNumber } from '../../../src/platform/forms/read-number.ts';

describe('a number', () => {
  it.each([
    ['250', 0, 250],
    [' 1 500 ', 0, 1500],
    ['1\u00A0500', 0, 1500],
    ['-3', 0, -3],
    ['12,5', 1, 12.5],
    ['12.50', 2, 12.5],
    ['1.500,75', 2, 1500.75],
    ['1,500.75', 2, 1500.75],
    ["1'500", 0, 1500],
  ])('is read from «%s»', (text, decimals, value) => {
    expect(readNumber(text, decimals)).toBe(value);
  });

  it.each([
    ['много', 0],
    ['', 2],
    ['12.5', 0],
    ['12,555', 2],
    ['1e5', 0],
    ['0x10', 0],
    ['12 шт', 0],
    ['99999999999999999999', 0],
  ])('is not read from «%s» with %d digits behind the point', (text, decimals) => {
    expect(readNumber(text, decimals)).toBeNull();
  });
});

describe('a day', () => {
  it.each([
    ['25.11', '2026-11-25'],
    ['22.11', '2026-11-22'],
    ['21.11', '2027-11-21'],
    ['1/2', '2027-02-01'],
    ['25.11.2026', '2026-11-25'],
    ['25.11.27', '2027-11-25'],
    ['2026-11-25', '2026-11-25'],
    ['29.02.2028', '2028-02-29'],
  ])('is read from «%s»', (text, day) => {
    expect(readDay(text, '2026-11-22')).toBe(day);
  });

  it.each(['29.02.2027', '32.01', '1.13', 'завтра-послезавтра', '25', '10:30', ''])(
    'is not read from «%s»',
    (text) => {
      expect(readDay(text, '2026-11-22')).toBeNull();
    },
  );

  it('is the one that it is where the person lives', () => {
    const lateInMoscow = new Date('2026-11-22T21:30:00Z');
    expect(today(lateInMoscow, 'Europe/Moscow')).toBe('2026-11-23');
    expect(today(lateInMoscow, 'America/Sao_Paulo', 1)).toBe('2026-11-23');
    expect(dayInWords('ru', '2026-11-23')).toBe('23.11.2026');
  });
});

describe('the button of a form', () => {
  const press = fc.record<FormPress>({
    userId: fc.integer({ min: 1, max: 2 ** 52 }),
    openedBy: fc.integer({ min: 1, max: 2 ** 31 }),
    n: fc.integer({ min: 1, max: 40 }),
    choice: fc.oneof(
      fc
        .constantFrom('cancel' as const, 'skip' as const, 'done' as const)
        .map((kind) => ({ kind })),
      fc.stringMatching(/^[\w-]{1,24}$/).map((id) => ({ kind: 'option' as const, id })),
    ),
  });

  it('carries the longest ids there are, and brings back what it was given', () => {
    fc.assert(
      fc.property(press, (one) => {
        const data = encodePress(one);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(parsePress(data)).toEqual(one);
      }),
    );
  });

  it('refuses an option that would not fit, or is no word', () => {
    const at = { userId: 2 ** 52, openedBy: 2 ** 31, n: 1 };
    for (const id of ['x'.repeat(60), 'a/b', 'чай', '']) {
      expect(() => encodePress({ ...at, choice: { kind: 'option', id } })).toThrow(RangeError);
    }
  });

  it('brings back nothing from what it does not carry', () => {
    for (const data of ['form:', 'form:1:2:3:z', 'form:1:2:3:o', 'take:1:0', undefined]) {
      expect(parsePress(data)).toBeNull();
    }
  });
});
