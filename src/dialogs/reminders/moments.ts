// The days and the times in what people write, token by token.

import type { DateTime } from 'luxon';
import { DAY_MINUTES, type TimeWord, type TimeWords } from './time-words.ts';
import type { Token } from './tokens.ts';

/** Something that was read, and how many tokens it took. */
export interface Part<T> {
  readonly value: T;
  readonly length: number;
}

export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

export interface FoundDay {
  readonly day: DateTime;
  /** The day that is meant where this one has passed: next week's, next year's; null: none. */
  readonly orElse: DateTime | null;
  readonly isToday: boolean;
}

type Read<T> = (tokens: readonly Token[], index: number) => Part<T> | null;

/** «в 10», «10:30», «10.30» after «at», «5pm», «6 вечера», «вечером»; null: no time begins there. */
export function findTime(
  tokens: readonly Token[],
  index: number,
  words: TimeWords,
): Part<TimeOfDay> | null {
  const said = isAt(tokens, index, words) ? 1 : 0;
  const token = tokens[index + said];
  if (!token) return null;
  const [, hours, minutes = '0', half] =
    /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(token.word) ?? [];
  if (hours === undefined) {
    const part = words.get(token.word);
    if (part?.kind !== 'part') return null;
    return { value: { hour: part.hour, minute: 0 }, length: said + 1 };
  }
  const part = half ? null : partAfter(words.get(tokens[index + said + 1]?.word ?? ''), said > 0);
  const isTime = /:/.test(token.word) || half !== undefined || part !== null || said > 0;
  if (!isTime) return null;
  const isAfternoon = half === 'pm' || part?.isAfternoon === true;
  const value = { hour: hourOf(Number(hours), isAfternoon, half), minute: Number(minutes) };
  if (value.hour > 23 || value.minute > 59) return null;
  return { value, length: said + 1 + (part ? 1 : 0) };
}

/** After «at» a «day» is no length of time: «в 2 дня» is two in the afternoon. */
function partAfter(
  word: TimeWord | undefined,
  isAfterAt: boolean,
): { readonly isAfternoon: boolean } | null {
  if (word?.kind === 'part') return word;
  const isDay = word?.kind === 'unit' && word.minutes === DAY_MINUTES;
  return isDay && isAfterAt ? { isAfternoon: true } : null;
}

function hourOf(hour: number, isAfternoon: boolean, half: string | undefined): number {
  if (isAfternoon && hour < 12) return hour + 12;
  return half === 'am' && hour === 12 ? 0 : hour;
}

/** «завтра», «в пятницу», «25.11», «25 ноября», «november 25»; null: no day begins there. */
export function findDay(
  tokens: readonly Token[],
  index: number,
  words: TimeWords,
  today: DateTime,
): Part<FoundDay> | null {
  const said = isAt(tokens, index, words) ? 1 : 0;
  const readers: readonly Read<FoundDay>[] = [
    namedDay(words, today),
    numericDate(today),
    writtenDate(words, today),
  ];
  for (const read of readers) {
    const found = read(tokens, index + said);
    if (found) return { value: found.value, length: said + found.length };
  }
  return null;
}

function namedDay(words: TimeWords, today: DateTime): Read<FoundDay> {
  return (tokens, index) => {
    const word = words.get(tokens[index]?.word ?? '');
    if (word?.kind === 'day') {
      const day = today.plus({ days: word.days });
      return { value: { day, orElse: null, isToday: word.days === 0 }, length: 1 };
    }
    if (word?.kind !== 'weekday') return null;
    const day = today.plus({ days: (word.weekday - today.weekday + 7) % 7 });
    return { value: { day, orElse: day.plus({ weeks: 1 }), isToday: false }, length: 1 };
  };
}

function numericDate(today: DateTime): Read<FoundDay> {
  return (tokens, index) => {
    const [, day, month, year] =
      /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?$/.exec(tokens[index]?.word ?? '') ?? [];
    if (day === undefined) return null;
    const value = dateOf(today, Number(day), Number(month), year);
    return value && { value, length: 1 };
  };
}

function writtenDate(words: TimeWords, today: DateTime): Read<FoundDay> {
  return (tokens, index) => {
    const pair = [tokens[index]?.word ?? '', tokens[index + 1]?.word ?? ''];
    const digits = pair.find((word) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(word));
    const month = pair.map((word) => words.get(word)).find((word) => word?.kind === 'month');
    if (digits === undefined || month?.kind !== 'month') return null;
    const value = dateOf(today, Number.parseInt(digits, 10), month.month, undefined);
    return value && { value, length: 2 };
  };
}

/** Without a year it is the next such day. */
function dateOf(
  today: DateTime,
  day: number,
  month: number,
  year: string | undefined,
): FoundDay | null {
  const named = year === undefined ? today.year : Number(year.length === 2 ? `20${year}` : year);
  const date = today.set({ year: named, month: 1, day: 1 }).set({ month, day });
  if (month > 12 || date.day !== day || date.month !== month) return null;
  const orElse = year === undefined ? date.plus({ years: 1 }) : null;
  return { day: date, orElse, isToday: false };
}

function isAt(tokens: readonly Token[], index: number, words: TimeWords): boolean {
  return words.get(tokens[index]?.word ?? '')?.kind === 'at';
}
