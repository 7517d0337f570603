import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { calendarDay, formatDate, formatTime, formatWhen } from '../../src/platform/dates.ts';

const MOSCOW = 'Europe/Moscow';
const noon = new Date('2026-11-21T09:40:00Z');

describe('dates on a card', () => {
  it('stand in the zone that was asked for', () => {
    expect(formatTime('ru', MOSCOW, noon)).toBe('12:40');
    expect(formatTime('en', 'America/New_York', noon)).toBe('04:40');
    expect(formatTime('ru', MOSCOW, new Date('2026-11-20T21:05:00Z'))).toBe('00:05');
    expect(formatDate('ru', MOSCOW, noon)).toBe('21.11.2026');
    expect(formatDate('en', MOSCOW, noon)).toBe('21/11/2026');
  });

  it.each([
    ['2026-11-21T06:00:00Z', '09:00', '09:00'],
    ['2026-11-20T20:59:00Z', '20.11 23:59', '20/11 23:59'],
    ['2026-11-20T21:00:00Z', '00:00', '00:00'],
    ['2025-11-21T09:40:00Z', '21.11.2025 12:40', '21/11/2025 12:40'],
  ])('say no more than needed at noon on 21 November: %s', (moment, ru, en) => {
    expect(formatWhen('ru', MOSCOW, new Date(moment), noon)).toBe(ru);
    expect(formatWhen('en', MOSCOW, new Date(moment), noon)).toBe(en);
  });
});

describe('the day of a moment', () => {
  it.each([
    ['2026-11-21T09:40:00Z', { year: 2026, month: 11, day: 21, week: 47, weekYear: 2026 }],
    ['2026-12-31T20:59:00Z', { year: 2026, month: 12, day: 31, week: 53, weekYear: 2026 }],
    ['2026-12-31T21:00:00Z', { year: 2027, month: 1, day: 1, week: 53, weekYear: 2026 }],
    ['2027-01-04T00:00:00Z', { year: 2027, month: 1, day: 4, week: 1, weekYear: 2027 }],
    ['2024-12-30T12:00:00Z', { year: 2024, month: 12, day: 30, week: 1, weekYear: 2025 }],
  ])('%s in Moscow', (moment, day) => {
    expect(calendarDay(MOSCOW, new Date(moment))).toEqual(day);
  });

  it('has the week that a calendar shows', () => {
    const moment = fc.date({
      min: new Date('2000-01-02'),
      max: new Date('2060-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (moment) => {
        const shown = DateTime.fromJSDate(moment, { zone: MOSCOW });

        expect(calendarDay(MOSCOW, moment)).toEqual({
          year: shown.year,
          month: shown.month,
          day: shown.day,
          week: shown.weekNumber,
          weekYear: shown.weekYear,
        });
      }),
    );
  });
});
