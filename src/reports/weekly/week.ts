// When the report on a week is due: at the start of work of the week after it, on Monday or, where that is a day off,
// on the first day on which people work. Pure.

import { DateTime } from 'luxon';
import type { BusinessCalendar } from '../../sla/business-calendar.ts';
import { startOfWork } from '../../sla/calendar.ts';
import { weekBefore } from '../service-report/period.ts';

const HOUR_MS = 3_600_000;
/** After so long a stop of the program the week is old news. */
const LATEST_MS = 72 * HOUR_MS;
const DAYS = 7;

/** The week that is to be told of at `now`, by its first and last day; null: none is. */
export function weekDue(
  calendar: BusinessCalendar,
  now: Date,
): { readonly first: string; readonly last: string } | null {
  const { timeZone } = calendar;
  const monday = DateTime.fromJSDate(now, { zone: timeZone }).startOf('week');
  for (let day = 0; day < DAYS; day += 1) {
    const start = startOfWork(calendar, monday.plus({ days: day, hours: 12 }).toJSDate());
    if (!start) continue;
    const since = now.getTime() - start.getTime();
    if (since < 0 || since > LATEST_MS) return null;
    const { first, last } = weekBefore(timeZone, now);
    return { first, last };
  }
  return null;
}
