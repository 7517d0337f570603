// Employees are called in their hours: what happens at night is said when their day begins.

import type { Clock } from '../platform/clock.ts';
import type { NewMessage } from '../platform/outbox/index.ts';
import type { BusinessCalendar } from '../sla/business-calendar.ts';
import { closureAt } from '../sla/calendar.ts';

export interface ByDayDeps {
  readonly clock: Clock;
  readonly officeHours: BusinessCalendar;
}

export type ByDay = () => Pick<NewMessage, 'notBefore'>;

/** When what happens now may ring: at once while the office is open, else when it opens. */
export function createByDay({ clock, officeHours }: ByDayDeps): ByDay {
  return () => {
    const closure = closureAt(officeHours, clock.now());
    return closure ? { notBefore: closure.until } : {};
  };
}
