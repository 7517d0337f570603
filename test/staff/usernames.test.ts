// Names of Telegram's that somebody has mistyped.

import { describe, expect, it } from 'vitest';
import { isOneLetterOff } from '../../src/staff/usernames.ts';

describe('a name is an employee’s, mistyped, where', () => {
  it.each([
    ['a letter is another', 'boris_0', 'boris_o'],
    ['the first letter is another', 'poris_o', 'boris_o'],
    ['a letter is missing', 'bori_o', 'boris_o'],
    ['the last letter is missing', 'boris_', 'boris_o'],
    ['a letter is doubled', 'borris_o', 'boris_o'],
    ['a letter stands behind it', 'boris_oo', 'boris_o'],
    ['a letter stands in front', 'aboris_o', 'boris_o'],
    ['two neighbours are exchanged', 'borsi_o', 'boris_o'],
    ['the last two are exchanged', 'boriso_', 'boris_o'],
    ['it has five letters', 'anna1', 'anna2'],
  ])('%s', (_, typed, known) => {
    expect(isOneLetterOff(typed, known)).toBe(true);
    expect(isOneLetterOff(known, typed)).toBe(true);
  });

  it.each([
    ['two letters are others', 'doris_0', 'boris_o'],
    ['two are missing', 'bor_o', 'boris_o'],
    ['two are exchanged that are no neighbours', 'bsrio_o', 'boris_o'],
    ['one is missing and one another', 'bari_o', 'boris_o'],
    ['it is the same', 'boris_o', 'boris_o'],
    ['it has four letters', 'anna', 'anna2'],
    ['there is none', '', 'boris_o'],
  ])('but not where %s', (_, typed, known) => {
    expect(isOneLetterOff(typed, known)).toBe(false);
    expect(isOneLetterOff(known, typed)).toBe(false);
  });
});
