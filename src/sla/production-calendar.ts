// Production calendars as data. They say what differs from the usual week; the hours are those of the calendar they
// are laid over. A company adds its own days in the table, which are stronger.

import { DateTime } from 'luxon';
import type { BusinessCalendar, WorkInterval } from './business-calendar.ts';

interface Year {
  /** Days off, also where they fall on a weekend: some work every day. A pair is from – to. */
  readonly off: readonly (string | readonly [string, string])[];
  /** One hour shorter: the day before a holiday. */
  readonly short: readonly string[];
  /** Weekends on which people work, as on a Friday. */
  readonly working: readonly string[];
}

/**
 * Russia: Labour Code, articles 95 and 112; 2026 with the days moved by the government (ten days of New Year, 31
 * December). What is moved in 2027 is decreed at the end of 2026: until it stands here, the law's own days do.
 */
const RU: readonly Year[] = [
  {
    off: [
      ['2026-01-01', '2026-01-11'],
      ['2026-02-21', '2026-02-23'],
      ['2026-03-07', '2026-03-09'],
      ['2026-05-01', '2026-05-03'],
      ['2026-05-09', '2026-05-11'],
      ['2026-06-12', '2026-06-14'],
      '2026-11-04',
      '2026-12-31',
    ],
    short: ['2026-04-30', '2026-05-08', '2026-06-11', '2026-11-03'],
    working: [],
  },
  {
    off: [
      ['2027-01-01', '2027-01-08'],
      '2027-02-23',
      '2027-03-08',
      ['2027-05-01', '2027-05-03'],
      ['2027-05-09', '2027-05-10'],
      ['2027-06-12', '2027-06-14'],
      '2027-11-04',
    ],
    short: ['2027-02-22', '2027-04-30', '2027-06-11', '2027-11-03', '2027-12-31'],
    working: [],
  },
];

const PRODUCTION_CALENDARS = ['ru'] as const;
export type ProductionCalendar = (typeof PRODUCTION_CALENDARS)[number];

const YEARS: Record<ProductionCalendar, readonly Year[]> = { ru: RU };

const DAY_MS = 24 * 3_600_000;
const FRIDAY = 5;

/** The days that differ from this week, in the hours of this week. */
export function productionDays(
  name: ProductionCalendar,
  week: BusinessCalendar['week'],
): Record<string, readonly WorkInterval[]> {
  const hours = (day: number) => week[String(day) as keyof typeof week] ?? [];
  return Object.fromEntries(
    YEARS[name].flatMap(({ off, short, working }) => [
      ...off.flatMap(datesOf).map((date) => [date, []] as const),
      ...short.map((date) => [date, shortened(hours(weekdayOf(date)))] as const),
      ...working.map((date) => [date, hours(FRIDAY)] as const),
    ]),
  );
}

function datesOf(days: string | readonly [string, string]): string[] {
  const [first, last] = typeof days === 'string' ? [days, days] : days;
  const count = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  return Array.from({ length: count }, (_, day) => isoDate(Date.parse(first) + day * DAY_MS));
}

function isoDate(ms: number): string {
  return DateTime.fromMillis(ms, { zone: 'utc' }).toISODate() ?? '';
}

function weekdayOf(date: string): number {
  return DateTime.fromISO(date, { zone: 'utc' }).weekday;
}

/** The last hour of the day is off; an interval that lies in it goes whole. */
function shortened(day: readonly WorkInterval[]): readonly WorkInterval[] {
  const end = day.at(-1)?.to;
  if (!end) return [];
  const [hour = 0, minute = 0] = end.split(':').map(Number);
  const to = `${String(hour - 1).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return day
    .filter(({ from }) => from < to)
    .map(({ from, to: until }) => ({ from, to: until > to ? to : until }));
}
