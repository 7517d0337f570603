// Dates and times as people read them, each in the zone it is asked for. Making a formatter costs
// some 50 µs and using it two; a card has twenty moments, most of them on the card before as well. So
// formatters are made once, and what a minute is called is remembered for a while.
import type { Locale } from './i18n.ts';

type Style = 'time' | 'day' | 'date' | 'weekday';

const STYLES: { readonly [style in Style]: Intl.DateTimeFormatOptions } = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { day: '2-digit', month: '2-digit' },
  date: { day: '2-digit', month: '2-digit', year: 'numeric' },
  weekday: { weekday: 'long' },
};

/** British English: 21/11/2026 and the 24 hour clock, the day before the month as in Russian. */
const TAGS: { readonly [locale in Locale]: string } = { ru: 'ru-RU', en: 'en-GB' };

const MINUTE_MS = 60_000;

/** Some hours of work; then it begins anew. */
const REMEMBERED = 5_000;

/** What does not change within a minute; no zone of today is off by less. */
function byMinute<T>(): (key: string, date: Date, make: () => T) => T {
  const known = new Map<string, T>();
  return (key, date, make) => {
    const minute = `${key} ${Math.floor(date.getTime() / MINUTE_MS)}`;
    const found = known.get(minute);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED) known.clear();
    const made = make();
    known.set(minute, made);
    return made;
  };
}

const words = byMinute<string>();
const days = byMinute<CalendarDay>();
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(style: Style, locale: Locale, timeZone: string, date: Date): string {
  const key = `${style} ${locale} ${timeZone}`;
  return words(key, date, () => formatterOf(key, style, locale, timeZone).format(date));
}

function formatterOf(
  key: string,
  style: Style,
  locale: Locale,
  timeZone: string,
): Intl.DateTimeFormat {
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(TAGS[locale], { ...STYLES[style], timeZone });
    formatters.set(key, formatter);
  }
  return formatter;
}

/** «12:40». */
export function formatTime(locale: Locale, timeZone: string, date: Date): string {
  return format('time', locale, timeZone, date);
}

/** «21.11.2026», in English «21/11/2026». */
export function formatDate(locale: Locale, timeZone: string, date: Date): string {
  return format('date', locale, timeZone, date);
}

/** «суббота», in English «Saturday». */
export function formatWeekday(locale: Locale, timeZone: string, date: Date): string {
  return format('weekday', locale, timeZone, date);
}

/** «21.11» for a day of the same year as `now`, else with the year. */
export function formatDay(locale: Locale, timeZone: string, date: Date, now: Date): string {
  const isThisYear = calendarDay(timeZone, date).year === calendarDay(timeZone, now).year;
  return format(isThisYear ? 'day' : 'date', locale, timeZone, date);
}

/** «12:40» for a moment of the same day as `now`, «21.11 12:40» within its year, else with the year. */
export function formatWhen(locale: Locale, timeZone: string, date: Date, now: Date): string {
  const time = formatTime(locale, timeZone, date);
  const [day, today] = [calendarDay(timeZone, date), calendarDay(timeZone, now)];
  if (day.year !== today.year) return `${formatDate(locale, timeZone, date)} ${time}`;
  if (day.month === today.month && day.day === today.day) return time;
  return `${format('day', locale, timeZone, date)} ${time}`;
}

/** What people call a time zone: «Москва», «Moscow Time»; the offset where it has no name. */
export function zoneName(locale: Locale, timeZone: string, date: Date): string {
  const format = new Intl.DateTimeFormat(TAGS[locale], { timeZone, timeZoneName: 'shortGeneric' });
  const part = format.formatToParts(date).find(({ type }) => type === 'timeZoneName');
  return part?.value ?? timeZone;
}

export type CalendarDay = {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  /** The ISO week (it begins on Monday; week 1 has the year's first Thursday) and the year it is in. */
  readonly week: number;
  readonly weekYear: number;
};

const DAY_MS = 86_400_000;

/** Which day it is in `timeZone` at that moment. */
export function calendarDay(timeZone: string, date: Date): CalendarDay {
  return days(timeZone, date, () => findDay(timeZone, date));
}

/** The same as «2026-11-22». */
export function isoDay(timeZone: string, date: Date): string {
  const { year, month, day } = calendarDay(timeZone, date);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

function findDay(timeZone: string, date: Date): CalendarDay {
  const [day = 0, month = 0, year = 0] = formatDate('en', timeZone, date).split('/').map(Number);
  const midnight = Date.UTC(year, month - 1, day);
  // The week belongs to the year in which its Thursday lies.
  const thursday = midnight + (4 - (new Date(midnight).getUTCDay() || 7)) * DAY_MS;
  const weekYear = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(weekYear, 0, 1)) / (7 * DAY_MS)) + 1;
  return { year, month, day, week, weekYear };
}
