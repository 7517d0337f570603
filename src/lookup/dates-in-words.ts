// Days as people write them: «21.11», «21.11.2026», «2026-11-21», «10.11-15.11», and as they stand in
// the hashtags of cards. Moments are counted in the zone of the company.

import { DateTime } from 'luxon';

/** From a moment on, and before another. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

const NAMED_DAYS = [
  'today',
  'yesterday',
  'day-before',
  'week',
  'last-week',
  'month',
  'last-month',
] as const;
export type NamedDays = (typeof NAMED_DAYS)[number];

export function isNamedDays(word: string): word is NamedDays {
  return NAMED_DAYS.some((name) => name === word);
}

/** The days that a word names; the week begins on Monday. */
export function namedDays(name: NamedDays, timeZone: string, now: Date): Span {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
  switch (name) {
    case 'today':
      return spanOf(today, 'day');
    case 'yesterday':
      return spanOf(today.minus({ days: 1 }), 'day');
    case 'day-before':
      return spanOf(today.minus({ days: 2 }), 'day');
    case 'week':
      return spanOf(today.startOf('week'), 'week');
    case 'last-week':
      return spanOf(today.startOf('week').minus({ weeks: 1 }), 'week');
    case 'month':
      return spanOf(today.startOf('month'), 'month');
    case 'last-month':
      return spanOf(today.startOf('month').minus({ months: 1 }), 'month');
  }
}

/** The letters that stand before the date in a hashtag, of all languages. */
export interface DateTags {
  readonly day: readonly string[];
  readonly month: readonly string[];
  readonly week: readonly string[];
}

/** A day, a span of days or the date of a hashtag; null: the word is none of them. */
export function daysIn(word: string, tags: DateTags, timeZone: string, now: Date): Span | null {
  const parts = word.split(/[-\u2013\u2014]/u);
  const [first, last] = parts.length === 2 ? parts : [word, word];
  const from = dayIn(first ?? '', timeZone, now);
  const until = dayIn(last ?? '', timeZone, now);
  if (from && until && from <= until)
    return { from: from.toJSDate(), until: until.plus({ days: 1 }).toJSDate() };
  const iso = isoDay(word, timeZone);
  return iso ? spanOf(iso, 'day') : tagDays(word, tags, timeZone);
}

/** Without a year: the last such day that is not to come. */
function dayIn(word: string, zone: string, now: Date): DateTime | null {
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?$/.exec(word) ?? [];
  if (day === undefined) return null;
  const today = DateTime.fromJSDate(now, { zone });
  const full = year?.length === 2 ? 2000 + Number(year) : Number(year ?? today.year);
  const date = DateTime.fromObject(
    { year: full, month: Number(month), day: Number(day) },
    { zone },
  );
  if (!date.isValid) return null;
  return year === undefined && date > today ? date.minus({ years: 1 }) : date;
}

function isoDay(word: string, zone: string): DateTime | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(word)) return null;
  const date = DateTime.fromISO(word, { zone });
  return date.isValid ? date : null;
}

function tagDays(word: string, tags: DateTags, zone: string): Span | null {
  const [, letters = '', year, second, day] =
    /^(\p{L}+)(\d{4})_(\d{2})(?:_(\d{2}))?$/u.exec(word) ?? [];
  const date = { year: Number(year), month: Number(second), day: Number(day ?? 1) };
  if (day !== undefined && tags.day.includes(letters)) return validSpan(date, zone, 'day');
  if (day !== undefined) return null;
  if (tags.month.includes(letters)) return validSpan(date, zone, 'month');
  if (!tags.week.includes(letters)) return null;
  return validSpan({ weekYear: Number(year), weekNumber: Number(second) }, zone, 'week');
}

function validSpan(
  date: Parameters<typeof DateTime.fromObject>[0],
  zone: string,
  unit: 'day' | 'week' | 'month',
): Span | null {
  const start = DateTime.fromObject(date ?? {}, { zone });
  return start.isValid ? spanOf(start.startOf(unit), unit) : null;
}

function spanOf(start: DateTime, unit: 'day' | 'week' | 'month'): Span {
  return { from: start.toJSDate(), until: start.plus({ [unit]: 1 }).toJSDate() };
}
