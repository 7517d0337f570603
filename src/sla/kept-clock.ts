// A clock as the table keeps it: on what it is, by what it counts, what has been told of it.

import type { SlaClock } from './clock.ts';
import type { ClockedSubject } from './plan.ts';

/** A clock where it belongs. */
export interface KeptClock extends SlaClock {
  readonly id: number;
  readonly subject: ClockedSubject;
  readonly subjectId: number;
  readonly planId: number;
  readonly calendarId: number;
  /** How many steps of its plan have been told. */
  readonly told: number;
  /** Null while it stands still. */
  readonly dueAt: Date | null;
  readonly companyId: number | null;
  readonly clientId: number | null;
  readonly typeId: number | null;
  readonly urgency: string | null;
  readonly staffId: number | null;
}
