// An exporter that waits for a decision is not forgotten: whoever is to look after it, else those who may
// decide, hear of it by day until somebody has decided. Several at once are one message.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import { inHours } from '../../sla/calendar.ts';
import { CHIEFS, type Staff } from '../../staff/staff.ts';
import type { Company } from '../exporter.ts';
import { nextReminder } from '../reminding.ts';
import type { VerbDeps } from './deps.ts';

const AT_ONCE = 100;

export function createRemind(deps: VerbDeps) {
  const { database, companies, outbox, clock, listStaff, officeHours } = deps;

  /** The sweep. */
  return async function remind(cause: Cause): Promise<void> {
    const now = clock.now();
    const due = await companies.listUndecided(database.prisma, now, AT_ONCE);
    if (due.length === 0) return;
    // A look that comes late, after a stop say, rings nobody out of bed: it is repeated when they work.
    if (inHours(officeHours, now) > now) return;
    await database.inTransaction(async (tx) => {
      const waiting = await postponed(tx, due, now);
      const everybody = await listStaff(tx);
      const messages = everybody.flatMap((staff) => {
        const theirs = waiting.filter((company) => concerns(company, staff, everybody));
        const companyIds = theirs.map(({ id }) => id);
        return theirs.length === 0
          ? []
          : [wordsToPerson(staff, 'exporters-undecided', { companyIds })];
      });
      await outbox.enqueue(tx, messages, cause);
    });
  };

  /** Those that still wait, each with its next reminder. */
  async function postponed(tx: Tx, ids: readonly number[], now: Date): Promise<Company[]> {
    const waiting: Company[] = [];
    for (const id of ids) {
      const company = await companies.lock(tx, id);
      if (!company?.remindAt || company.remindAt > now) continue;
      waiting.push(await companies.update(tx, id, { remindAt: nextReminder(officeHours, now) }));
    }
    return waiting;
  }
}

/** Whoever was named to look after it; where nobody was, supervisors and administrators. */
function concerns({ managerId }: Company, staff: Staff, everybody: readonly Staff[]): boolean {
  const named = everybody.find(({ id }) => id === managerId);
  return named ? named.id === staff.id : CHIEFS.includes(staff.role);
}
