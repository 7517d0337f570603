// The hours of a week as people type them: «Пн–Пт 09:00–13:00 14:00–18:00, Сб 10–14», «ежедневно 9–21», «24/7». Pure:
// the names of days come from the locales. What cannot be understood is named, so that it can be put right.

import type { BusinessCalendar, WorkInterval } from './business-calendar.ts';

export type Week = BusinessCalendar['week'];

/** In lower case, in every language. */
export interface WeekWords {
  /** Monday first. */
  readonly days: readonly (readonly string[])[];
  readonly daily: readonly string[];
  readonly always: readonly string[];
}

export type WeekProblem =
  | { readonly kind: 'nothing' }
  /** No day is called so. */
  | { readonly kind: 'no-day'; readonly said: string }
  | { readonly kind: 'no-hours'; readonly said: string }
  | { readonly kind: 'no-time'; readonly said: string }
  /** A night is two intervals, one in each day. */
  | { readonly kind: 'backwards'; readonly said: string }
  | { readonly kind: 'overlap'; readonly said: string }
  | { readonly kind: 'twice'; readonly said: string };

const DASH = '[-–—]';
/** Days, then the hours, which begin with the first digit. */
const PART = /^([^\d]+?)\s*(\d.*)$/u;
const HOURS = new RegExp(
  `(\\d{1,2})(?:[:.](\\d{2}))?\\s*${DASH}\\s*(\\d{1,2})(?:[:.](\\d{2}))?`,
  'gu',
);
const WHOLE_DAY = { from: '00:00', to: '24:00' } as const;

/** The week, or what is wrong about it first. */
export function readWeek(text: string, words: WeekWords): Week | WeekProblem {
  const said = text.trim().toLowerCase();
  if (said === '') return { kind: 'nothing' };
  if (words.always.includes(said)) return weekOf([[[1, 2, 3, 4, 5, 6, 7], [WHOLE_DAY]]]);
  const parts: [readonly number[], readonly WorkInterval[]][] = [];
  const seen = new Set<number>();
  for (const part of partsOf(said)) {
    const read = readPart(part, words);
    if ('kind' in read) return read;
    if (read[0].some((day) => seen.has(day))) return { kind: 'twice', said: part };
    for (const day of read[0]) seen.add(day);
    parts.push(read);
  }
  return weekOf(parts);
}

/** A comma before a day begins a new part; one before hours goes on with the same days, one between days joins them. */
function partsOf(said: string): string[] {
  const parts: string[] = [];
  for (const piece of said.split(/[,;\n]/).map((one) => one.trim())) {
    if (piece === '') continue;
    const last = parts.at(-1);
    const goesOn = last !== undefined && (/^\d/.test(piece) || !/\d/.test(last));
    if (goesOn) parts[parts.length - 1] = `${last}, ${piece}`;
    else parts.push(piece);
  }
  return parts;
}

function readPart(
  part: string,
  words: WeekWords,
): [readonly number[], readonly WorkInterval[]] | WeekProblem {
  const [, names, hours] = PART.exec(part) ?? [];
  if (names === undefined || hours === undefined) {
    return { kind: /\d/.test(part) ? 'no-day' : 'no-hours', said: part };
  }
  const days = readDays(names, words);
  if (!days) return { kind: 'no-day', said: names.trim() };
  const intervals = readIntervals(hours);
  return 'kind' in intervals ? intervals : [days, intervals];
}

/** «9–13, 14–18»: hours of one day, in order; or what is wrong about them. */
export function readIntervals(text: string): readonly WorkInterval[] | WeekProblem {
  const said = text.trim();
  const rest = said.replace(HOURS, '').replace(/[\s,;]|\p{L}/gu, '');
  const read = [...said.matchAll(HOURS)];
  if (read.length === 0 || rest !== '') return { kind: 'no-time', said };
  const intervals: WorkInterval[] = [];
  for (const [whole, fromHour, fromMinute, toHour, toMinute] of read) {
    const [from, to] = [timeOf(fromHour, fromMinute), timeOf(toHour, toMinute)];
    if (from === null || to === null) return { kind: 'no-time', said: whole };
    if (from >= to) return { kind: 'backwards', said: whole };
    intervals.push({ from, to });
  }
  const sorted = intervals.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const isFine = sorted.every(({ from }, index) => from >= (sorted[index - 1]?.to ?? from));
  return isFine ? sorted : { kind: 'overlap', said };
}

function timeOf(hour = '', minute = '00'): string | null {
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time) ? time : null;
}

/** ISO weekdays; «сб–вт» goes on over Sunday. */
function readDays(text: string, { days, daily }: WeekWords): readonly number[] | null {
  const said = text.replace(/[:.]/g, '').trim();
  if (daily.includes(said)) return [1, 2, 3, 4, 5, 6, 7];
  const named = (name: string) => days.findIndex((names) => names.includes(name.trim())) + 1;
  const found: number[] = [];
  for (const range of said.split(/\s*,\s*/)) {
    const [first = 0, last = first, ...more] = range.split(/\s*[-–—]\s*/u).map(named);
    if (first === 0 || last === 0 || more.length > 0) return null;
    for (let day = first; ; day = (day % 7) + 1) {
      found.push(day);
      if (day === last) break;
    }
  }
  return found;
}

function weekOf(parts: readonly (readonly [readonly number[], readonly WorkInterval[]])[]): Week {
  const days = parts.flatMap(([some, intervals]) => some.map((day) => [day, intervals] as const));
  const sorted = days.toSorted(([a], [b]) => a - b);
  return Object.fromEntries(sorted.map(([day, intervals]) => [String(day), intervals]));
}

/** Working minutes of the longest day of a week. */
export function longestDay(week: Week): number {
  const minutes = (time: string) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return hour * 60 + minute;
  };
  const lengths = Object.values(week).map((day) =>
    day.reduce((sum, { from, to }) => sum + minutes(to) - minutes(from), 0),
  );
  return Math.max(...lengths);
}
