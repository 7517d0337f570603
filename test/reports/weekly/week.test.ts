import { describe, expect, it } from 'vitest';
import { weekDue } from '../../../src/reports/weekly/week.ts';
import { dailyCalendar } from '../../../src/sla/business-calendar.ts';

const HOURS = { from: '09:00', to: '18:00' };
const week = { '1': [HOURS], '2': [HOURS], '3': [HOURS], '4': [HOURS], '5': [HOURS] };
const OFFICE = { timeZone: 'Europe/Moscow', week };
const at = (iso: string) => new Date(`${iso}+03:00`);
const LAST_WEEK = { first: '2026-11-16', last: '2026-11-22' };

describe('the report on a week', () => {
  it('is due from the start of work on Monday', () => {
    expect(weekDue(OFFICE, at('2026-11-23T08:59'))).toBeNull();
    expect(weekDue(OFFICE, at('2026-11-23T09:00'))).toEqual(LAST_WEEK);
  });

  it('is due on the first day on which people work, where Monday is a day off', () => {
    const holidays = ['2026-11-23'];
    expect(weekDue({ ...OFFICE, holidays }, at('2026-11-23T09:30'))).toBeNull();
    expect(weekDue({ ...OFFICE, holidays }, at('2026-11-24T09:00'))).toEqual(LAST_WEEK);
  });

  it('is told after a stop of the program, but not days later', () => {
    expect(weekDue(OFFICE, at('2026-11-25T20:00'))).toEqual(LAST_WEEK);
    expect(weekDue(OFFICE, at('2026-11-27T10:00'))).toBeNull();
  });

  it('is not due in a week in which nobody works', () => {
    const holidays = [23, 24, 25, 26, 27].map((day) => `2026-11-${day}`);
    expect(weekDue({ ...OFFICE, holidays }, at('2026-11-25T12:00'))).toBeNull();
  });

  it('comes on Monday also where people work on each day', () => {
    const calendar = dailyCalendar('Europe/Moscow', HOURS);
    expect(weekDue(calendar, at('2026-11-22T12:00'))).toBeNull();
    expect(weekDue(calendar, at('2026-11-23T12:00'))).toEqual(LAST_WEEK);
  });
});
