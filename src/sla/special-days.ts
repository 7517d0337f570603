// The days of a calendar that are no usual ones: those of the production calendar, and the company's own, which are
// stronger. Pure; days are «2026-12-30».

import { DateTime } from 'luxon';
import type { BusinessCalendar, WorkInterval } from './business-calendar.ts';
import { type ProductionCalendar, productionDays } from './production-calendar.ts';

/** What a calendar says about its days. */
export interface CalendarDays {
  readonly week: BusinessCalendar['week'];
  /** Null: no production calendar is laid over the week. */
  readonly holidays: ProductionCalendar | null;
  readonly specialDays: Readonly<Record<string, readonly WorkInterval[]>>;
  /** Why, in a word, by day. */
  readonly dayNotes: Readonly<Record<string, string>>;
}

/** `other`: as many hours as usual or more, or at another time. */
export type DayKind = 'off' | 'short' | 'working' | 'other';

/** Days in a row that are alike. */
export interface DayRun {
  readonly from: string;
  readonly to: string;
  readonly hours: readonly WorkInterval[];
  readonly kind: DayKind;
  /** The company's own; null: the production calendar's. */
  readonly own: { readonly note: string } | null;
}

/** The longest row of days that is set at once. */
export const MOST_DAYS = 366;

/** The runs of days from `today` on, in their order, at most so many. */
export function upcomingDays(
  calendar: CalendarDays,
  today: string,
  most: number,
): readonly DayRun[] {
  return runsOf(calendar)
    .filter(({ to }) => to >= today)
    .slice(0, most);
}

function runsOf(calendar: CalendarDays): readonly DayRun[] {
  const { week, holidays, specialDays, dayNotes } = calendar;
  const given = holidays ? productionDays(holidays, week) : {};
  const days = Object.entries({ ...given, ...specialDays }).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const runs: DayRun[] = [];
  for (const [day, hours] of days) {
    const own = day in specialDays ? { note: dayNotes[day] ?? '' } : null;
    const one = { from: day, to: day, hours, kind: kindOf(week, day, hours), own };
    const last = runs.at(-1);
    if (last && isAlike(last, one) && nextDay(last.to) === day)
      runs[runs.length - 1] = { ...last, to: day };
    else runs.push(one);
  }
  return runs;
}

function isAlike(a: DayRun, b: DayRun): boolean {
  const words = ({ kind, hours, own }: DayRun) => JSON.stringify([kind, hours, own]);
  return words(a) === words(b);
}

function kindOf(
  week: BusinessCalendar['week'],
  day: string,
  hours: readonly WorkInterval[],
): DayKind {
  const weekday = String(DateTime.fromISO(day, { zone: 'utc' }).weekday) as keyof typeof week;
  const [usual, now] = [lengthOf(week[weekday] ?? []), lengthOf(hours)];
  if (now === 0) return 'off';
  if (usual === 0) return 'working';
  return now < usual ? 'short' : 'other';
}

function lengthOf(hours: readonly WorkInterval[]): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return hours.reduce((sum, { from, to }) => sum + minutes(to) - minutes(from), 0);
}

/** All days from the first to the last; none where they are the wrong way round or too many. */
export function daysBetween(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length <= MOST_DAYS; day = nextDay(day)) days.push(day);
  return days.length > MOST_DAYS ? [] : days;
}

function nextDay(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd');
}

/** With those days of the company's own. */
export function withDays(
  { specialDays, dayNotes }: Pick<CalendarDays, 'specialDays' | 'dayNotes'>,
  days: readonly string[],
  { hours, note }: { readonly hours: readonly WorkInterval[]; readonly note: string },
): Pick<CalendarDays, 'specialDays' | 'dayNotes'> {
  const set = <T>(value: T) => Object.fromEntries(days.map((day) => [day, value]));
  const { dayNotes: rest } = withoutDays({ specialDays, dayNotes }, days);
  return {
    specialDays: { ...specialDays, ...set(hours) },
    dayNotes: note === '' ? rest : { ...rest, ...set(note) },
  };
}

/** These are as the week and the production calendar have them. */
export function withoutDays(
  { specialDays, dayNotes }: Pick<CalendarDays, 'specialDays' | 'dayNotes'>,
  days: readonly string[],
): Pick<CalendarDays, 'specialDays' | 'dayNotes'> {
  const kept = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([day]) => !days.includes(day)));
  return { specialDays: kept(specialDays), dayNotes: kept(dayNotes) };
}
