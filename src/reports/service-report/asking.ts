// What people write after /report: dates, a month, or the name of a period, in either language. Pure.

import { DateTime } from 'luxon';
import type { TimeWords } from '../../dialogs/reminders/time-words.ts';
import { normalWord } from '../../dialogs/reminders/tokens.ts';
import { LOCALES, type Translate } from '../../platform/i18n.ts';
import { NAMED_PERIODS, type Period } from './period.ts';

export type AskedPeriod =
  | { readonly status: 'read'; readonly period: Period }
  | { readonly status: 'not-read' }
  /** Its last day is not there yet. */
  | { readonly status: 'future' }
  | { readonly status: 'backwards' }
  /** More than {@link MOST_YEARS}. */
  | { readonly status: 'too-long' };

export interface Asking {
  readonly t: Translate;
  readonly words: TimeWords;
  readonly timeZone: string;
  readonly now: Date;
}

export const MOST_YEARS = 2;

/** A day, or a whole month; what is not said is null. */
interface Part {
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
}

/** The first year of which anybody asks. */
const FIRST_YEAR = 2_000;

const DASH = /\s*[-\u2013\u2014]\s*/u;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
/** In «2026-11-01 - 2026-11-15» most dashes part nothing. */
const TWO_ISO = /^(\d{4}-\d{1,2}-\d{1,2})\s*[-\u2013\u2014]\s*(\d{4}-\d{1,2}-\d{1,2})$/u;
const IN_DIGITS = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?\.?$/;
const NUMBER = /^(\d{1,2}|\d{4})(?:st|nd|rd|th)?$/;

export function readPeriod(text: string, asking: Asking): AskedPeriod {
  const asked = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const { t } = asking;
  const name = NAMED_PERIODS.find((one) =>
    LOCALES.some((locale) => t(locale, `report-period-${one}`) === asked),
  );
  if (name) return { status: 'read', period: { kind: 'named', name } };
  const parts = partsOf(asked, asking).map((part) => partIn(part, asking.words));
  const [first, last = first] = parts;
  if (!first || !last || parts.length > 2) return { status: 'not-read' };
  return judged(first, last, asking);
}

/** One day or month, or two with a dash or a word between them. */
function partsOf(asked: string, { t }: Asking): readonly string[] {
  const said = (key: string) =>
    LOCALES.flatMap((locale) => t(locale, `report-words-${key}`).split(', '));
  const [until, from, besides] = [said('until'), said('from'), said('besides')];
  const words = asked
    .split(' ')
    .filter((word, at) => !(at === 0 && from.includes(word)) && !besides.includes(normalWord(word)))
    .map((word, at) => (at > 0 && until.includes(word) ? '-' : word));
  const text = words.join(' ');
  if (ISO.test(text)) return [text];
  return TWO_ISO.exec(text)?.slice(1) ?? text.split(DASH);
}

/** Null: it is none. */
function partIn(text: string, words: TimeWords): Part | null {
  const [, isoYear, isoMonth, isoDay] = ISO.exec(text) ?? [];
  if (isoYear) return { day: Number(isoDay), month: Number(isoMonth), year: Number(isoYear) };
  const [, day, month, year] = IN_DIGITS.exec(text) ?? [];
  if (day) return { day: Number(day), month: Number(month), year: yearIn(year) };
  return partInWords(text, words);
}

/** A day with its month in letters, the month first or last; a month alone; the day alone of two in one month. */
function partInWords(text: string, words: TimeWords): Part | null {
  const part: { -readonly [Key in keyof Part]: Part[Key] } = { day: null, month: null, year: null };
  for (const word of text.split(' ').map(normalWord)) {
    const meaning = words.get(word);
    const number = NUMBER.exec(word)?.[1];
    if (meaning?.kind === 'month' && part.month === null) part.month = meaning.month;
    else if (number?.length === 4 && part.year === null) part.year = Number(number);
    else if (number && number.length < 3 && part.day === null) part.day = Number(number);
    else return null;
  }
  return part;
}

function yearIn(year: string | undefined): number | null {
  if (year === undefined) return null;
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function judged(first: Part, last: Part, { timeZone, now }: Asking): AskedPeriod {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
  // What is said of the last day alone holds for the first.
  const shared = { ...first, month: first.month ?? last.month, year: yearOf(first, last) };
  const begins = pastDay(shared, today);
  const ends = begins && (last.year === null ? nextDay(last, begins) : pastDay(last, today));
  if (!begins || !ends) return { status: 'not-read' };
  const closes = last.day === null ? monthEnd(ends, today) : ends;
  if (closes < begins) return { status: 'backwards' };
  // Without years, «15.11-01.11» would end in the next one.
  const wraps = last.year === null && closes.year > begins.year;
  if (closes > today) return { status: wraps ? 'backwards' : 'future' };
  if (closes >= begins.plus({ years: MOST_YEARS })) return { status: 'too-long' };
  const [from, until] = [begins, closes].map((day) => day.toFormat('yyyy-MM-dd'));
  return { status: 'read', period: { kind: 'dates', first: from ?? '', last: until ?? '' } };
}

/** The year behind the last day is that of both, unless the first comes later in it. */
function yearOf(first: Part, last: Part): number | null {
  if (first.year !== null || last.year === null) return first.year;
  const month = first.month ?? last.month ?? 0;
  const sameMonth = month === last.month && (first.day ?? 1) > (last.day ?? 31);
  const comesLater = month > (last.month ?? 0) || sameMonth;
  // Of one month it is a slip, and said to be.
  return comesLater && !sameMonth ? last.year - 1 : last.year;
}

/** Without a year: the last such day that is not to come. Null: there is none. */
function pastDay(part: Part, today: DateTime): DateTime | null {
  const at = dayIn(part, today);
  return at && part.year === null && at > today ? at.minus({ years: 1 }) : at;
}

/** The first such day (or such a month) from a day on. */
function nextDay(part: Part, from: DateTime): DateTime | null {
  const at = dayIn(part, from);
  const earliest = part.day === null ? from.startOf('month') : from;
  return at && at < earliest ? at.plus({ years: 1 }) : at;
}

/** In the year of `near`, where none is said; of a month its first day. */
function dayIn({ day, month, year }: Part, near: DateTime): DateTime | null {
  if (month === null) return null;
  const date = { year: year ?? near.year, month, day: day ?? 1 };
  const at = DateTime.fromObject(date, { zone: near.zone });
  return at.isValid && at.year >= FIRST_YEAR ? at : null;
}

/** A month that goes on is told of until today. */
function monthEnd(first: DateTime, today: DateTime): DateTime {
  const end = first.endOf('month').startOf('day');
  return end > today && first <= today ? today : end;
}
