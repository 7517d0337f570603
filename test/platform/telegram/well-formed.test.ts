import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWellFormedJson } from '../../../src/platform/telegram/well-formed.ts';

const anyUnits = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom('\u0000', '\ud83d', '\ude00', '\\', '\\u0000', '\\ud800', '"', 'ё', '👍'),
  ),
});

describe('an update on its way into the database', () => {
  it.each([
    ['nul\u0000l', 'null'],
    ['half \ud83d of one', 'half \ufffd of one'],
    ['other \ude00 half', 'other \ufffd half'],
    ['wrong way \ude00\ud83d round', 'wrong way \ufffd\ufffd round'],
    ['apart \ud83d\u0000\ude00 by nul', 'apart \ufffd\ufffd by nul'],
    ['👍 whole', '👍 whole'],
    ['typed \\u0000 and \\ud83d', 'typed \\u0000 and \\ud83d'],
    ['typed \\\u0000', 'typed \\'],
    ['quotes " and \n lines', 'quotes " and \n lines'],
  ])('%j is stored as %j', (text, stored) => {
    expect(JSON.parse(toWellFormedJson({ message: { text, 'k\u0000': [text] } }))).toEqual({
      message: { text: stored, k: [stored] },
    });
  });

  it('is text that any database takes, whatever stood in it and however deep', () => {
    fc.assert(
      fc.property(
        fc.jsonValue().chain((value) => fc.tuple(fc.constant(value), anyUnits)),
        ([value, text]) => {
          const json = toWellFormedJson({ value, deep: [{ [text]: text }] });
          const back = JSON.stringify(JSON.parse(json));

          expect(json).not.toMatch(/\p{Cs}/u);
          expect(back).not.toMatch(/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/);
          expect(back).toBe(json);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('stays what it was when nothing is wrong with it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        expect(toWellFormedJson(value)).toBe(JSON.stringify(value));
      }),
    );
  });

  it('is refused when it is nothing', () => {
    expect(() => toWellFormedJson(undefined)).toThrow(TypeError);
  });
});
