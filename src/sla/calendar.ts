// Arithmetic of working time: a minute counts only while the calendar is open, and an hour that
// summer time takes away or gives is counted as it really passed.
import { DateTime } from 'luxon';
import type { BusinessCalendar, WorkInterval } from './business-calendar.ts';

/** Milliseconds since the epoch; open at `from`, closed again at `to`. */
type Span = { readonly from: number; readonly to: number };

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A calendar with no opening for that long is a mistake in its data, not a long holiday. */
const LONGEST_CLOSURE_DAYS = 5 * 366;

/**
 * The moment when `minutes` of working time (0 or more, fractions allowed) have passed since `start`.
 * A deadline that falls on closing time is that closing time, not the next opening.
 * @throws RangeError for negative minutes, or when the calendar never opens again.
 */
export function addWorkingTime(calendar: BusinessCalendar, start: Date, minutes: number): Date {
  if (!(minutes >= 0)) throw new RangeError(`working time cannot go back: ${minutes} minutes`);
  let left = Math.round(minutes * MINUTE_MS);
  if (left === 0) return new Date(start);
  for (const span of openSpans(calendar, start.getTime())) {
    const length = span.to - span.from;
    if (left <= length) return new Date(span.from + left);
    left -= length;
  }
  throw new RangeError(`the calendar of ${calendar.timeZone} never opens again`);
}

/**
 * Working milliseconds from `start` to `end`; 0 where `end` is not after it. Additive: a time that is cut in two
 * counts as much as the two together.
 */
export function workingTimeBetween(calendar: BusinessCalendar, start: Date, end: Date): number {
  const until = end.getTime();
  if (until <= start.getTime()) return 0;
  let counted = 0;
  for (const span of openSpans(calendar, start.getTime())) {
    if (span.from >= until) break;
    counted += Math.min(span.to, until) - span.from;
  }
  return counted;
}

/**
 * The latest moment from which `minutes` of working time (more than 0) have passed by `end`: whoever has
 * waited since then or longer has waited so long. As long ago as a closure can last, if it never opened.
 */
export function workingTimeBefore(calendar: BusinessCalendar, end: Date, minutes: number): Date {
  if (!(minutes > 0)) throw new RangeError(`working time must be more than none: ${minutes}`);
  let left = Math.round(minutes * MINUTE_MS);
  for (const { from, to } of openSpansBefore(calendar, end.getTime())) {
    if (left <= to - from) return new Date(to - left);
    left -= to - from;
  }
  return new Date(end.getTime() - LONGEST_CLOSURE_DAYS * DAY_MS);
}

/**
 * The same time of day so many working days (0 or more) later; a day is one on which the calendar opens.
 * @throws RangeError when the calendar never opens again
 */
export function addWorkingDays(calendar: BusinessCalendar, start: Date, days: number): Date {
  let at = DateTime.fromJSDate(start, { zone: calendar.timeZone });
  for (let left = days, closed = 0; left > 0; ) {
    at = at.plus({ days: 1 });
    closed = startOfWork(calendar, at.toJSDate()) ? 0 : closed + 1;
    if (closed === 0) left -= 1;
    if (closed > LONGEST_CLOSURE_DAYS) {
      throw new RangeError(`the calendar of ${calendar.timeZone} never opens again`);
    }
  }
  return at.toJSDate();
}

/** A time in which nobody works: closed at `since`, open again at `until`. */
export type Closure = { readonly since: Date; readonly until: Date };

/**
 * The closed time around `at`; null while the calendar is open.
 * @throws RangeError when the calendar never opens again.
 */
export function closureAt(calendar: BusinessCalendar, at: Date): Closure | null {
  const [next] = openSpans(calendar, at.getTime());
  if (!next) throw new RangeError(`the calendar of ${calendar.timeZone} never opens again`);
  if (next.from <= at.getTime()) return null;
  return { since: new Date(lastOpenUntil(calendar, at.getTime())), until: new Date(next.from) };
}

/** The moment itself, or the next opening: nobody is called in their quiet hours. */
export function inHours(calendar: BusinessCalendar, at: Date): Date {
  return closureAt(calendar, at)?.until ?? at;
}

/** So long after closing time whoever was there may still be told what fell due with it. */
const CLOSING_MS = 15 * MINUTE_MS;

/** Until when nobody is to be disturbed; null: somebody is there, or has only just left. */
export function quietUntil(calendar: BusinessCalendar, now: Date): Date | null {
  const closure = closureAt(calendar, now);
  if (!closure || now.getTime() - closure.since.getTime() <= CLOSING_MS) return null;
  return closure.until;
}

/** When the calendar was open last before `at`; as long ago as a closure can last, if it never was. */
function lastOpenUntil(calendar: BusinessCalendar, at: number): number {
  const { value } = openSpansBefore(calendar, at).next();
  return value ? value.to : at - LONGEST_CLOSURE_DAYS * DAY_MS;
}

/** When work begins on the civil date, in the calendar's zone, in which `at` lies; null: a day off. */
export function startOfWork(calendar: BusinessCalendar, at: Date): Date | null {
  const [first] = spansAround(calendar, at);
  return first ? new Date(first.from) : null;
}

/** When work ends on that date; null: a day off. */
export function endOfWork(calendar: BusinessCalendar, at: Date): Date | null {
  const last = spansAround(calendar, at).at(-1);
  return last ? new Date(last.to) : null;
}

/** The open times of the civil date in which `at` lies. An hour that the clocks skip is no opening. */
function spansAround(calendar: BusinessCalendar, at: Date): readonly Span[] {
  const { former } = calendar;
  if (former && at < former.until) return spansAround(former.hours, at);
  const { year, month, day } = DateTime.fromJSDate(at, { zone: calendar.timeZone });
  const spans = spansOfDay(calendar, Date.UTC(year, month - 1, day) / DAY_MS);
  return spans.filter(({ from, to }) => from < to);
}

/**
 * Open times from a moment on, in order and without overlap, until the calendar opens no more; by the hours that held
 * at each moment.
 */
function* openSpans(calendar: BusinessCalendar, since: number): Generator<Span> {
  const { former } = calendar;
  const changedAt = former ? former.until.getTime() : since;
  if (former && since < changedAt) {
    for (const { from, to } of openSpans(former.hours, since)) {
      if (from >= changedAt) break;
      yield { from, to: Math.min(to, changedAt) };
    }
  }
  let cursor = Math.max(since, changedAt);
  // No zone is more than a day away from UTC, so the day before in UTC has surely begun too early.
  const firstDay = Math.floor(cursor / DAY_MS) - 1;
  for (let day = firstDay, closed = 0; closed < LONGEST_CLOSURE_DAYS; day += 1) {
    closed += 1;
    for (const span of spansOfDay(calendar, day)) {
      // Where the clocks jump, two spans may claim the same hour: it is counted once.
      const from = Math.max(span.from, cursor);
      if (from >= span.to) continue;
      cursor = span.to;
      closed = 0;
      yield { from, to: span.to };
    }
  }
}

/** The same backwards: open times that ended by a moment or were cut by it, the last first. */
function* openSpansBefore(calendar: BusinessCalendar, end: number): Generator<Span, undefined> {
  const { former } = calendar;
  const changedAt = former ? former.until.getTime() : Number.NEGATIVE_INFINITY;
  let cursor = end;
  const lastDay = Math.floor(end / DAY_MS) + 1;
  for (let day = lastDay; day > lastDay - LONGEST_CLOSURE_DAYS; day -= 1) {
    // What ends a day later than this one in UTC ends before the change in any zone.
    if ((day + 2) * DAY_MS < changedAt) break;
    for (const span of spansOfDay(calendar, day).toReversed()) {
      const from = Math.max(span.from, changedAt);
      const to = Math.min(span.to, cursor);
      if (from >= to) continue;
      cursor = from;
      yield { from, to };
    }
  }
  if (former) yield* openSpansBefore(former.hours, Math.min(end, changedAt));
}

/** Finding a zone's offset costs some 20 µs and cards ask for the same few days, thousands a second. */
const knownDays = new WeakMap<BusinessCalendar, Map<number, readonly Span[]>>();
const MAX_KNOWN_DAYS = 4_000;

/** The open times of a civil date, given as days since 1970-01-01. */
function spansOfDay(calendar: BusinessCalendar, day: number): readonly Span[] {
  let days = knownDays.get(calendar);
  if (!days || days.size >= MAX_KNOWN_DAYS) {
    days = new Map();
    knownDays.set(calendar, days);
  }
  let spans = days.get(day);
  if (!spans) {
    spans = readDay(calendar, day);
    days.set(day, spans);
  }
  return spans;
}

function readDay(calendar: BusinessCalendar, day: number): readonly Span[] {
  const date = DateTime.fromMillis(day * DAY_MS, { zone: 'utc' });
  return hoursOf(calendar, date).map(({ from, to }) => ({
    from: momentOf(calendar, date, from),
    to: momentOf(calendar, date, to),
  }));
}

function hoursOf(calendar: BusinessCalendar, date: DateTime): readonly WorkInterval[] {
  const iso = date.toISODate() ?? '';
  const special = calendar.specialDays?.[iso];
  if (special) return special;
  if (calendar.holidays?.includes(iso)) return [];
  return calendar.week[String(date.weekday) as keyof BusinessCalendar['week']] ?? [];
}

/** A time that the clocks skip is the time they show instead; 24:00 is the next midnight. */
function momentOf(calendar: BusinessCalendar, date: DateTime, time: string): number {
  const { year, month, day } = date;
  const [hour, minute] = time.split(':').map(Number);
  const local = { year, month, day, hour, minute };
  return DateTime.fromObject(local, { zone: calendar.timeZone }).toMillis();
}
