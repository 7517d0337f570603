// Times as people type them into a plan.
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../src/platform/i18n.ts';
import { readEscalation, readMarks, readSpan, readTarget } from '../../src/sla/span-text.ts';
import { spanWordsIn } from '../../src/tickets/plans/texts.ts';

/** A day of nine to six. */
const reading = { words: spanWordsIn(createTranslator()), dayMinutes: 540 };

describe('a time that somebody types', () => {
  it.each([
    ['30', 30],
    ['45 мин', 45],
    ['45мин.', 45],
    ['2 ч', 120],
    ['1 ч 30 мин', 90],
    ['1 ч 30', 90],
    ['1,5 часа', 90],
    ['1.5h', 90],
    ['2 hours', 120],
    ['1 д', 540],
    ['2 days', 1080],
    ['1 день 2 часа', 660],
    ['СРАЗУ', 0],
    ['at once', 0],
  ])('«%s» is %i minutes', (text, minutes) => {
    expect(readSpan(text, reading)).toBe(minutes);
  });

  it.each(['', 'скоро', '2 недели', '-30', '30 40 попугаев', 'ч 2', '1;30'])(
    '«%s» is none',
    (text) => {
      expect(readSpan(text, reading)).toBeNull();
    },
  );

  it.each([
    ['1', 1],
    ['90 д', 48_600],
    ['129600', 129_600],
    ['0', null],
    ['129601', null],
  ])('«%s» is promised as %s', (text, minutes) => {
    expect(readTarget(text, reading)).toBe(minutes);
  });
});

describe('when circles are told', () => {
  it.each([
    ['0, 15, 30', [0, 15, 30]],
    ['сразу; 30 мин; 2 ч', [0, 30, 120]],
    ['at once / 1 h', [0, 60]],
    ['10', [10]],
    ['0, 0, 0', [0, 0, 0]],
  ])('«%s»', (text, minutes) => {
    expect(readEscalation(text, reading)).toEqual(minutes);
  });

  it.each(['30, 15', '0, 1, 2, 3', '0,,5', 'завтра', ''])('«%s» is no order', (text) => {
    expect(readEscalation(text, reading)).toBeNull();
  });
});

describe('marks', () => {
  it.each([
    ['80', [80]],
    ['50, 80', [50, 80]],
    ['80 % и 50 %'.replace(' и', ','), [50, 80]],
    ['95% 50% 80%', [50, 80, 95]],
    ['80, 80', [80]],
  ])('«%s»', (text, marks) => {
    expect(readMarks(text)).toEqual(marks);
  });

  it.each(['', '0', '100', '33.3', '10, 20, 30, 40', 'часто'])('«%s» are none', (text) => {
    expect(readMarks(text)).toBeNull();
  });
});
