// The hours of a business calendar as somebody in another time zone reads them on their own clock. Pure.

import { DateTime } from 'luxon';
import type { BusinessCalendar, WorkInterval } from './business-calendar.ts';

/** Days with the same hours. */
export interface DaysAlike {
  /** ISO weekdays, rising: 1 is Monday. */
  readonly days: readonly number[];
  /** `to` may be earlier than `from`: it is then the next day's. */
  readonly intervals: readonly WorkInterval[];
}

/** A day on which the clocks of `timeZone` are as they are at `now`; its hours, by the weekday on which they begin. */
export function weekIn(
  { timeZone: own, week }: BusinessCalendar,
  timeZone: string,
  now: Date,
): readonly DaysAlike[] {
  const monday = DateTime.fromJSDate(now, { zone: own }).startOf('week');
  const byDay = new Map<number, WorkInterval[]>();
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    for (const { from, to } of week[String(weekday) as keyof typeof week] ?? []) {
      const day = monday.plus({ days: weekday - 1 });
      const begins = timeOn(day, from).setZone(timeZone);
      const ends = timeOn(day, to).setZone(timeZone);
      const interval = { from: begins.toFormat('HH:mm'), to: closing(ends.toFormat('HH:mm')) };
      byDay.set(begins.weekday, [...(byDay.get(begins.weekday) ?? []), interval]);
    }
  }
  return alike(byDay);
}

/** Whether there is no hour at which nobody works. */
export function isAlways([only, ...others]: readonly DaysAlike[]): boolean {
  const [interval, ...more] = only?.intervals ?? [];
  if (others.length > 0 || more.length > 0 || only?.days.length !== 7) return false;
  if (!interval) return false;
  // In another zone a day that never ends begins and ends at the same hour.
  return interval.from === interval.to || (interval.from === '00:00' && interval.to === '24:00');
}

/** The days as they are said: runs of three and more become one. */
export function runsOf(
  days: readonly number[],
): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

function alike(byDay: ReadonlyMap<number, readonly WorkInterval[]>): readonly DaysAlike[] {
  const groups = new Map<string, { days: number[]; intervals: readonly WorkInterval[] }>();
  for (const [day, unsorted] of [...byDay].sort(([a], [b]) => a - b)) {
    const intervals = unsorted.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    const key = intervals.map(({ from, to }) => `${from}-${to}`).join();
    const group = groups.get(key);
    if (group) group.days.push(day);
    else groups.set(key, { days: [day], intervals });
  }
  return [...groups.values()];
}

function timeOn(day: DateTime, time: string): DateTime {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour === 24 ? day.plus({ days: 1 }) : day.set({ hour, minute });
}

/** Midnight ends a day, and does not begin it. */
function closing(time: string): string {
  return time === '00:00' ? '24:00' : time;
}
