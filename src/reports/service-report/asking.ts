// What people write after /report: dates, or the name of a period in either language. Pure.

import { daysIn } from '../../lookup/dates-in-words.ts';
import { LOCALES, type Translate } from '../../platform/i18n.ts';
import { civilDate, NAMED_PERIODS, type Period } from './period.ts';

const NO_TAGS = { day: [], month: [], week: [] };

/** Null: it is neither. */
export function readPeriod(
  words: string,
  t: Translate,
  timeZone: string,
  now: Date,
): Period | null {
  const asked = words.trim().toLowerCase();
  const name = NAMED_PERIODS.find((one) =>
    LOCALES.some((locale) => t(locale, `report-period-${one}`) === asked),
  );
  if (name) return { kind: 'named', name };
  // «01.11 - 15.11» is one word as well.
  const span = daysIn(asked.replace(/\s*([-\u2013\u2014])\s*/gu, '$1'), NO_TAGS, timeZone, now);
  if (!span) return null;
  const last = new Date(span.until.getTime() - 1);
  return { kind: 'dates', first: civilDate(timeZone, span.from), last: civilDate(timeZone, last) };
}
