// A week as people type it, in both languages.
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../src/platform/i18n.ts';
import { longestDay, readIntervals, readWeek } from '../../src/sla/week-text.ts';
import { readDays, weekWordsIn } from '../../src/tickets/plans/texts.ts';

const words = weekWordsIn(createTranslator());
const day = (from: string, to: string) => [{ from, to }];
const NINE_TO_SIX = day('09:00', '18:00');
const OFFICE = {
  '1': NINE_TO_SIX,
  '2': NINE_TO_SIX,
  '3': NINE_TO_SIX,
  '4': NINE_TO_SIX,
  '5': NINE_TO_SIX,
};
const BREAK = [...day('09:00', '13:00'), ...day('14:00', '18:00')];

describe('a week that somebody types', () => {
  it.each([
    ['Пн–Пт 09:00–18:00, Сб 10:00–14:00', { ...OFFICE, '6': day('10:00', '14:00') }],
    ['пн-пт 9-18; сб 10-14', { ...OFFICE, '6': day('10:00', '14:00') }],
    ['Mon–Fri 9–18\nSat 10–14', { ...OFFICE, '6': day('10:00', '14:00') }],
    ['Пн, Ср 9–13, 14–18', { '1': BREAK, '3': BREAK }],
    ['понедельник: 09.00–13.00 14.00–18.00', { '1': BREAK }],
    ['Сб–Пн 9–18', { '6': NINE_TO_SIX, '7': NINE_TO_SIX, '1': NINE_TO_SIX }],
    ['ежедневно 9–18', { ...OFFICE, '6': NINE_TO_SIX, '7': NINE_TO_SIX }],
    ['Пт 22–24, Сб 0–6', { '5': day('22:00', '24:00'), '6': day('00:00', '06:00') }],
  ])('«%s»', (text, week) => {
    expect(readWeek(text, words)).toEqual(week);
  });

  it.each(['круглосуточно', '24/7', 'Round the clock'])('«%s» never ends', (text) => {
    const week = readWeek(text, words);
    expect(week).toMatchObject({ '1': day('00:00', '24:00'), '7': day('00:00', '24:00') });
  });

  it.each([
    ['', 'nothing'],
    ['9–18', 'no-day'],
    ['Пн–Птн 9–18', 'no-day'],
    ['Пн–Пт', 'no-hours'],
    ['Пн 9', 'no-time'],
    ['Пн 9–25', 'no-time'],
    ['Пн 9:70–18', 'no-time'],
    ['Пн 18–9', 'backwards'],
    ['Пн 9–13 12–18', 'overlap'],
    ['Пн–Ср 9–18, Ср 9–18', 'twice'],
  ])('«%s» is refused: %s', (text, kind) => {
    expect(readWeek(text, words)).toMatchObject({ kind });
  });

  it('has a longest day, which is what a day is in its plan', () => {
    expect(longestDay({ ...OFFICE, '6': day('10:00', '14:00') })).toBe(540);
    expect(longestDay({ '1': BREAK })).toBe(480);
  });
});

describe('hours of one day', () => {
  it('are put in order', () => {
    expect(readIntervals('14–18, 9–13')).toEqual(BREAK);
    expect(readIntervals('весь день')).toMatchObject({ kind: 'no-time' });
  });
});

describe('days that somebody types in November 2026', () => {
  it.each([
    ['30.12', '2026-12-30', '2026-12-30'],
    ['30.12–08.01', '2026-12-30', '2027-01-08'],
    ['30.12.2026 - 31.12.2026', '2026-12-30', '2026-12-31'],
    ['2026-12-30', '2026-12-30', '2026-12-30'],
    ['2026-12-30 – 2026-12-31', '2026-12-30', '2026-12-31'],
    ['1.3', '2027-03-01', '2027-03-01'],
  ])('«%s»', (text, from, to) => {
    expect(readDays(text, '2026-11-22')).toEqual({ from, to });
  });

  it.each(['', 'завтра', '31.02', '31.12.2026–30.12.2026'])('«%s» are none', (text) => {
    expect(readDays(text, '2026-11-22')).toBeNull();
  });
});
