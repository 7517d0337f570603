// Which employee may do what to a ticket. Who works here takes, answers and moves on whatever there is; what takes a
// ticket away from a colleague, or ends it for the client, is theirs to do, or a supervisor's. Pure.

import { mayManageStaff, type Staff } from '../../staff/staff.ts';
import type { Ticket } from '../ticket.ts';

/** What changes other people's work. */
const THEIRS = ['close', 'cancel', 'assign', 'merge'] as const;
const GUARDED: ReadonlySet<string> = new Set(THEIRS);

/** Whether this employee may do it; others have to ask whoever answers for the ticket. */
export function mayDo(
  { responsibleId }: Pick<Ticket, 'responsibleId'>,
  { id, role }: Pick<Staff, 'id' | 'role'>,
  deed: string,
): boolean {
  if (!GUARDED.has(deed) || responsibleId === null) return true;
  return responsibleId === id || mayManageStaff(role);
}
