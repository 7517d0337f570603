// What somebody wants a report of, and what they may want. Kept with the message that shows it, so it is plain data.

import type { ClockedSubject } from '../../sla/plan.ts';
import { mayManageStaff, type Staff } from '../../staff/staff.ts';
import type { Period } from './period.ts';

export interface ReportQuery {
  readonly period: Period;
  /** Tickets alone, the desk's dialogs alone, or (null) both. */
  readonly subject: ClockedSubject | null;
  /** Of one client company; dialogs belong to none. */
  readonly companyId: number | null;
  /** Tickets of one type; dialogs have none. */
  readonly typeId: number | null;
  /** What one employee answered, and was responsible for. */
  readonly staffId: number | null;
}

/** What is shown to somebody who has not said what they want. */
export const THIS_WEEK: ReportQuery = {
  period: { kind: 'named', name: 'week' },
  subject: null,
  companyId: null,
  typeId: null,
  staffId: null,
};

/** Supervisors and administrators see everything; everybody else their own figures beside those of the team. */
export function seesEverybody({ role }: Pick<Staff, 'role'>): boolean {
  return mayManageStaff(role);
}

/** The query as far as this employee may have it. */
export function allowedTo(staff: Pick<Staff, 'id' | 'role'>, query: ReportQuery): ReportQuery {
  return seesEverybody(staff) ? query : { ...query, staffId: staff.id };
}

/** Whether this employee may press under a report of that query. */
export function mayTurn(staff: Pick<Staff, 'id' | 'role'>, { staffId }: ReportQuery): boolean {
  return seesEverybody(staff) || staffId === staff.id;
}

/** The same figures of everybody, for whoever sees their own. */
export function ofTheTeam(query: ReportQuery): ReportQuery {
  return { ...query, staffId: null };
}
