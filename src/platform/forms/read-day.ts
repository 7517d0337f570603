// A day as people write it: «25.11», «25.11.2026», «25/11», «2026-11-25». Days are handed on as text,
// «2026-11-25», which sorts as days do and has no zone to go wrong.

import { DateTime } from 'luxon';
import { formatDate } from '../dates.ts';
import type { Locale } from '../i18n.ts';

/** «2026-11-25». */
export type Day = string;

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const WRITTEN = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4}))?\.?$/;

/** So many days after the day that it is in a zone. */
export function today(now: Date, timeZone: string, plusDays = 0): Day {
  return dayOf(DateTime.fromJSDate(now, { zone: timeZone }).plus({ days: plusDays }));
}

/** Without a year: the next such day, `today` included. Null: no such day. */
export function readDay(text: string, today: Day): Day | null {
  const said = text.trim();
  const iso = ISO.exec(said);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const match = WRITTEN.exec(said);
  if (!match) return null;
  const [day, month] = [Number(match[1]), Number(match[2])];
  const year = match[3];
  if (year !== undefined) return real(Number(year) + (year.length === 2 ? 2000 : 0), month, day);
  const thisYear = Number(today.slice(0, 4));
  const soon = real(thisYear, month, day);
  return soon !== null && soon >= today ? soon : real(thisYear + 1, month, day);
}

/** «25.11.2026», in English «25/11/2026». */
export function dayInWords(locale: Locale, day: Day): string {
  return formatDate(locale, 'UTC', DateTime.fromISO(day, { zone: 'utc' }).toJSDate());
}

function real(year: number, month: number, day: number): Day | null {
  const date = DateTime.fromObject({ year, month, day }, { zone: 'utc' });
  return date.isValid ? dayOf(date) : null;
}

function dayOf(date: DateTime): Day {
  return date.toFormat('yyyy-MM-dd');
}
