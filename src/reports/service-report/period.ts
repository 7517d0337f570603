// The time that a report tells of, what it is compared with, and the steps in which its chart goes. Days, weeks
// and months are those of the company's time zone; a week begins on Monday. Pure.

import { DateTime, type DurationLike } from 'luxon';

/** Offered by name; they go on with the calendar. */
export const NAMED_PERIODS = [
  'today',
  'week',
  'last-week',
  'month',
  'last-month',
  'quarter',
] as const;
export type NamedPeriod = (typeof NAMED_PERIODS)[number];

export type Period =
  | { readonly kind: 'named'; readonly name: NamedPeriod }
  /** Civil dates, «2026-11-01»; both belong to it. */
  | { readonly kind: 'dates'; readonly first: string; readonly last: string };

/** From a moment on, and before another. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

export interface ReportSpan extends Span {
  /** It is not over yet. */
  readonly runs: boolean;
  /** What it is compared with: the one before, of one that runs so much of it as has passed. */
  readonly before: Span;
}

const UNIT = {
  today: 'day',
  week: 'week',
  'last-week': 'week',
  month: 'month',
  'last-month': 'month',
  quarter: 'quarter',
} as const;

/** The span of a period as it is at `now`. @throws RangeError for dates that are none */
export function spanOf(period: Period, timeZone: string, now: Date): ReportSpan {
  const { start, end, earlier } = bounds(period, timeZone, now);
  const runs = now < end.toJSDate();
  const passed = Math.max(0, now.getTime() - start.toMillis());
  const cut = earlier.toMillis() + passed;
  const ends = runs ? Math.min(cut, start.toMillis()) : start.toMillis();
  return {
    from: start.toJSDate(),
    until: end.toJSDate(),
    runs,
    before: {
      from: earlier.toJSDate(),
      until: DateTime.fromMillis(ends).toJSDate(),
    },
  };
}

function bounds(period: Period, zone: string, now: Date) {
  if (period.kind === 'dates') {
    const start = dayOf(period.first, zone);
    const end = dayOf(period.last, zone).plus({ days: 1 });
    const days = Math.round(end.diff(start, 'days').days);
    if (days < 1) throw new RangeError(`a period ends before it begins: ${period.first}`);
    return { start, end, earlier: start.minus({ days }) };
  }
  const unit = UNIT[period.name];
  const step: DurationLike = { [unit]: 1 };
  const current = DateTime.fromJSDate(now, { zone }).startOf(unit);
  const start = period.name.startsWith('last-') ? current.minus(step) : current;
  return { start, end: start.plus(step), earlier: start.minus(step) };
}

function dayOf(iso: string, zone: string): DateTime {
  const day = DateTime.fromISO(iso, { zone });
  if (!day.isValid) throw new RangeError(`no such day: ${iso}`);
  return day.startOf('day');
}

/** The week (Monday to Sunday) before the one in which `now` lies. */
export function weekBefore(timeZone: string, now: Date): Extract<Period, { kind: 'dates' }> {
  const monday = DateTime.fromJSDate(now, { zone: timeZone }).startOf('week').minus({ weeks: 1 });
  const isoDay = (day: DateTime) => day.toISODate() ?? '';
  return { kind: 'dates', first: isoDay(monday), last: isoDay(monday.plus({ days: 6 })) };
}

/** The civil date of a moment, «2026-11-22». */
export function civilDate(timeZone: string, at: Date): string {
  return DateTime.fromJSDate(at, { zone: timeZone }).toISODate() ?? '';
}

const BUCKET_UNITS = ['hour', 'day', 'week', 'month'] as const;
export type BucketUnit = (typeof BUCKET_UNITS)[number];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** So many fit beside each other on a telephone. */
const MOST_DAYS = 35;
const MOST_WEEKS = 31;

/** In which steps a chart of this span goes. */
export function bucketUnitOf({ from, until }: Span): BucketUnit {
  const days = (until.getTime() - from.getTime()) / DAY_MS;
  // The day on which the clocks are set has 25 hours.
  if (days <= 1 + 1 / 24) return 'hour';
  if (days <= MOST_DAYS) return 'day';
  return days <= MOST_WEEKS * 7 ? 'week' : 'month';
}

/** A step of a chart: when it begins, and its key among what the database counted. */
export interface Bucket {
  readonly key: string;
  readonly at: Date;
}

/** As the database writes the beginning of a step: «2026-11-22 00:00» on the clocks of that zone. */
const KEY = 'yyyy-MM-dd HH:mm';

/** All steps of the span that have begun by `now`, in order; those in which nothing happened as well. */
export function bucketsOf(span: Span, unit: BucketUnit, timeZone: string, now: Date): Bucket[] {
  const end = Math.min(span.until.getTime(), now.getTime());
  const first = DateTime.fromJSDate(span.from, { zone: timeZone }).startOf(unit);
  const buckets: Bucket[] = [];
  for (let n = 0; ; n += 1) {
    const at = first.plus({ [unit]: n });
    if (at.toMillis() >= end) return buckets;
    const key = at.toFormat(KEY);
    // The hour that is there twice is one step.
    if (buckets.at(-1)?.key !== key) buckets.push({ key, at: at.toJSDate() });
  }
}
