// In which hours somebody in a room may be called: exporters in those of their company, everybody else
// from nine to nine by the room's clock.

import { type BusinessCalendar, dailyCalendar } from '../../../sla/business-calendar.ts';
import type { RoomRole } from '../../room.ts';
import type { RoomTimes } from '../room-times.ts';

const USUAL = { from: '09:00', to: '21:00' };

/** `role` null: nobody in particular. */
export function callingHours(
  { timeZone, works }: RoomTimes,
  role: RoomRole | null,
): BusinessCalendar {
  const own = role === 'exporter' && works && works.from < works.to ? works : USUAL;
  return dailyCalendar(timeZone, own);
}
