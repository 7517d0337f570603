// When employees are reminded of an exporter that waits for their decision: an hour of their work after it has
// registered, then at the beginning of each of their working days. Pure.

import { DateTime } from 'luxon';
import type { BusinessCalendar } from '../sla/business-calendar.ts';
import { addWorkingTime, inHours } from '../sla/calendar.ts';

const FIRST_MINUTES = 60;

/** Of one that waits since `now`. */
export function firstReminder(office: BusinessCalendar, now: Date): Date {
  return inHours(office, addWorkingTime(office, now, FIRST_MINUTES));
}

/** After one at `now`. */
export function nextReminder(office: BusinessCalendar, now: Date): Date {
  const tomorrow = DateTime.fromJSDate(now, { zone: office.timeZone }).plus({ days: 1 });
  return inHours(office, tomorrow.startOf('day').toJSDate());
}
