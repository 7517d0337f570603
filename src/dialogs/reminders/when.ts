// When to remind, as people write it: «2ч», «через 30 минут», «завтра в 10», «fri 17:30», «25.11 10:00»,
// and after it the words of the reminder. Forgiving: languages mix, prepositions may be missing.

import { DateTime } from 'luxon';
import { findDay, findTime, type Part, type TimeOfDay } from './moments.ts';
import type { TimeWords } from './time-words.ts';
import { type Token, tokensOf } from './tokens.ts';

export type When =
  /** `dueAt` to the minute; `words` as they were written, empty where there were none. */
  | { readonly status: 'understood'; readonly dueAt: Date; readonly words: string }
  | { readonly status: 'not-understood' }
  | { readonly status: 'past'; readonly dueAt: Date }
  | { readonly status: 'too-far' };

export interface Reading {
  readonly now: Date;
  /** IANA; times are of this zone. */
  readonly timeZone: string;
  readonly words: TimeWords;
}

/** A day without a time means its morning. */
const MORNING: TimeOfDay = { hour: 9, minute: 0 };
const MOST_DAYS = 366;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What the beginning of a text says about when; the rest of it are the reminder's words. */
export function readWhen(text: string, reading: Reading): When {
  const tokens = tokensOf(text);
  const found = readDuration(tokens, reading) ?? readMoment(tokens, reading);
  if (!found) return { status: 'not-understood' };
  const rest = tokens[found.length];
  const words = rest ? text.slice(rest.start).trim() : '';
  return judged(found.value, words, reading.now);
}

/** As if somebody had written it: in so many minutes, to the minute. */
export function inMinutes(now: Date, minutes: number): Date {
  return toMinute(new Date(now.getTime() + minutes * MINUTE_MS));
}

/** Tomorrow's morning in a zone. */
export function tomorrowMorning(now: Date, timeZone: string): Date {
  const day = DateTime.fromJSDate(now, { zone: timeZone }).plus({ days: 1 });
  return at(day, MORNING);
}

function judged(dueAt: Date, words: string, now: Date): When {
  if (dueAt <= now) return { status: 'past', dueAt };
  if (dueAt.getTime() - now.getTime() > MOST_DAYS * DAY_MS) return { status: 'too-far' };
  return { status: 'understood', dueAt, words };
}

/** «2 часа», «1ч 30м», «через полчаса», «через неделю»: a bare unit counts only after «in». */
function readDuration(tokens: readonly Token[], { now, words }: Reading): Part<Date> | null {
  const said = words.get(tokens[0]?.word ?? '')?.kind === 'in' ? 1 : 0;
  let minutes = 0;
  let length = said;
  for (;;) {
    const step = durationStep(tokens, length, words, said > 0 && length === said);
    if (!step) break;
    minutes += step.value;
    length += step.length;
  }
  if (length === said) return null;
  return { value: inMinutes(now, Math.round(minutes)), length };
}

function durationStep(
  tokens: readonly Token[],
  index: number,
  words: TimeWords,
  mayBeBare: boolean,
): Part<number> | null {
  const token = tokens[index];
  if (!token) return null;
  const [, digits, glued] = /^(\d{1,4}(?:[.,]\d)?)(\p{L}*)$/u.exec(token.word) ?? [];
  if (digits !== undefined) {
    const unit = words.get(glued === '' ? (tokens[index + 1]?.word ?? '') : (glued ?? ''));
    if (unit?.kind !== 'unit') return null;
    return {
      value: Number(digits.replace(',', '.')) * unit.minutes,
      length: glued === '' ? 2 : 1,
    };
  }
  const word = words.get(token.word);
  if (word?.kind === 'span') return { value: word.minutes, length: 1 };
  return word?.kind === 'unit' && mayBeBare ? { value: word.minutes, length: 1 } : null;
}

/** A day, a time or both, in either order. */
function readMoment(tokens: readonly Token[], reading: Reading): Part<Date> | null {
  const { now, timeZone, words } = reading;
  const today = DateTime.fromJSDate(now, { zone: timeZone });
  const first = findTime(tokens, 0, words);
  const day = findDay(tokens, first?.length ?? 0, words, today);
  const time = first ?? findTime(tokens, day?.length ?? 0, words);
  const length = (first?.length ?? 0) + (day?.length ?? 0) + (first ? 0 : (time?.length ?? 0));
  if (length === 0) return null;
  if (!day) return time && { value: nextAt(today, time.value, now), length };
  if (!time && day.value.isToday) return null;
  const moment = at(day.value.day, time?.value ?? MORNING);
  const passed = moment <= now && day.value.orElse !== null;
  const later = passed && day.value.orElse ? at(day.value.orElse, time?.value ?? MORNING) : moment;
  return { value: later, length };
}

/** Today, or tomorrow where that has passed. */
function nextAt(today: DateTime, time: TimeOfDay, now: Date): Date {
  const moment = at(today, time);
  return moment > now ? moment : at(today.plus({ days: 1 }), time);
}

function at(day: DateTime, { hour, minute }: TimeOfDay): Date {
  return day.set({ hour, minute, second: 0, millisecond: 0 }).toJSDate();
}

function toMinute(date: Date): Date {
  return new Date(Math.floor(date.getTime() / MINUTE_MS) * MINUTE_MS);
}
