import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineButton, defineChoice } from '../../../src/platform/telegram/callback-data.ts';

const take = defineButton('take');
const rate = defineChoice('rate', ['1', '2', '3', '4', '5']);
const id = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const revision = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

describe('the data of a button', () => {
  it('names the action, the row and its revision', () => {
    expect(take.encode({ id: 42, revision: 36 })).toBe('take:42:10');
    expect(take.parse('take:42:10')).toEqual({ id: 42, revision: 36 });
    expect(take.pattern.test('take:42:10')).toBe(true);
  });

  it('is nobody’s with a number that no row can have', () => {
    expect(take.parse('take:2147483647:1')).toEqual({ id: 2_147_483_647, revision: 1 });
    expect(take.parse('take:2147483648:1')).toBeNull();
  });

  it('names the answer too where a button is one of several', () => {
    expect(rate.encode({ id: 42, revision: 0, choice: '5' })).toBe('rate:42:0:5');
    expect(rate.parse('rate:42:0:5')).toEqual({ id: 42, revision: 0, choice: '5' });
    expect(rate.parse('rate:42:0:6')).toBeNull();
  });

  it('comes back as it went, in no more than 64 bytes, and matches its own pattern alone', () => {
    fc.assert(
      fc.property(id, revision, (id, revision) => {
        const data = take.encode({ id, revision });

        expect(take.parse(data)).toEqual({ id, revision });
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(take.pattern.test(data)).toBe(true);
        expect(rate.pattern.test(data)).toBe(false);
        expect(defineButton('take-over').parse(data)).toBeNull();
      }),
    );
  });

  it('is read only in the one form in which it is written', () => {
    const almost = fc.stringMatching(/^take:[0-9a-z.+ -]{0,18}:[0-9A-Za-z]{0,13}$/);
    fc.assert(
      fc.property(fc.oneof(almost, fc.string({ unit: 'binary' })), (data) => {
        const target = take.parse(data);

        if (target) expect(take.encode(target)).toBe(data);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    'take',
    'take:',
    'take:42',
    'take:0:0',
    'take:042:0',
    'take:-1:0',
    'take:1e3:0',
    'take:42:00',
    'take:42:Z',
    'take:9007199254740992:0',
    'take:1:zzzzzzzzzzz',
    'take:42:0:1',
    'take:42:0\n',
    ' take:42:0',
    'TAKE:42:0',
    '',
    undefined,
  ])('garbage is nothing: %j', (data) => {
    expect(take.parse(data)).toBeNull();
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 53])('a row that cannot be is refused: %d', (id) => {
    expect(() => take.encode({ id, revision: 0 })).toThrow(/button take: bad id/);
    expect(() => take.encode({ id: 1, revision: id === 0 ? -1 : id })).toThrow(
      /button take: bad rev/,
    );
  });

  it('a button that would grow beyond the limit is refused by name when it is defined', () => {
    const long = 'a-name-that-goes-on-and-on-and-on-and-on-on';

    expect(() => defineButton(long)).toThrow(`button ${long}: its data may take 66 bytes`);
    expect(() => defineButton('with:colon')).toThrow(/button with:colon: bad word/);
  });
});
