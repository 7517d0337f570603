// Hours as somebody elsewhere reads them on their own clock.
import { describe, expect, it } from 'vitest';
import { type BusinessCalendar, dailyCalendar } from '../../src/sla/business-calendar.ts';
import { isAlways, runsOf, weekIn } from '../../src/sla/week.ts';

/** A Sunday in November: New York has winter time. */
const NOW = new Date('2026-11-22T12:00:00Z');
const DAY = [
  { from: '09:00', to: '13:00' },
  { from: '14:00', to: '18:00' },
];
const OFFICE: BusinessCalendar = {
  timeZone: 'Europe/Moscow',
  week: { '1': DAY, '2': DAY, '3': DAY, '4': DAY, '5': DAY, '6': [{ from: '10:00', to: '15:00' }] },
};

describe('the hours of a week', () => {
  it('are told by days that are alike, with their breaks', () => {
    expect(weekIn(OFFICE, 'Europe/Moscow', NOW)).toEqual([
      { days: [1, 2, 3, 4, 5], intervals: DAY },
      { days: [6], intervals: [{ from: '10:00', to: '15:00' }] },
    ]);
  });

  it('are later in the east, and end on the next day where they must', () => {
    const [weekdays, saturday] = weekIn(OFFICE, 'Asia/Vladivostok', NOW);
    // Seven hours ahead of Moscow.
    expect(weekdays?.intervals).toEqual([
      { from: '16:00', to: '20:00' },
      { from: '21:00', to: '01:00' },
    ]);
    expect(saturday).toEqual({ days: [6], intervals: [{ from: '17:00', to: '22:00' }] });
  });

  it('begin on the day before in the far west', () => {
    const early = dailyCalendar('Europe/Moscow', { from: '06:00', to: '08:00' });
    const mondays = { ...early, week: { '1': [{ from: '06:00', to: '08:00' }] } };
    // Eight hours behind Moscow in winter: Sunday, 22:00 to midnight.
    expect(weekIn(mondays, 'America/New_York', NOW)).toEqual([
      { days: [7], intervals: [{ from: '22:00', to: '24:00' }] },
    ]);
  });

  it('are all there are where nobody ever goes home', () => {
    const always = dailyCalendar('Europe/Moscow', { from: '00:00', to: '24:00' });
    expect(isAlways(weekIn(always, 'Europe/Moscow', NOW))).toBe(true);
    expect(isAlways(weekIn(always, 'Asia/Omsk', NOW))).toBe(true);
    expect(isAlways(weekIn(OFFICE, 'Europe/Moscow', NOW))).toBe(false);
  });

  it('are said of days that follow each other together', () => {
    expect(runsOf([1, 2, 3, 5, 7])).toEqual([
      [1, 3],
      [5, 5],
      [7, 7],
    ]);
  });
});
