// Another employee looks after an exporter: in its rooms, on its cards, in the log. Within the caller's
// transaction, with the exporter locked.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Company } from '../exporter.ts';
import { note, type VerbDeps } from './deps.ts';
import type { Effects } from './effects.ts';

export type ManagerChange = ReturnType<typeof createManagerChange>;

export function createManagerChange(deps: VerbDeps, effects: Effects) {
  const { companies, people, rooms } = deps;

  /**
   * The new manager comes into the rooms that the one before answered for, who leaves them. Null: nobody
   * looks after it from now on.
   */
  async function change(
    tx: Tx,
    company: Company,
    manager: Staff | null,
    by: Staff,
    cause: Cause,
  ): Promise<void> {
    const managerId = manager?.id ?? null;
    const changed = await companies.update(tx, company.id, { managerId });
    const facts = { managerId, before: company.managerId };
    const actor = { kind: 'staff', staff: by } as const;
    await note(tx, deps, 'company-manager-set', changed, actor, cause, facts);
    await followInRooms(tx, company, manager, by, cause);
    await effects.redraw(tx, changed);
  }

  async function followInRooms(
    tx: Tx,
    { id, managerId: before }: Company,
    manager: Staff | null,
    by: Staff,
    cause: Cause,
  ): Promise<void> {
    const roomIds = await companies.roomsManagedBy(tx, id, before);
    if (roomIds.length === 0) return;
    const [former] = before === null ? [] : await companies.staffUsers(tx, [before]);
    const [parted] = former === undefined ? [] : await people.findByUser(tx, [former]);
    const made = await companies.roomsMadeBy(tx, roomIds, before ?? 0);
    await rooms.setManager(tx, roomIds, manager?.id ?? null, cause);
    if (manager) {
      const { id: personId } = await people.meet(tx, manager);
      await effects.letIn(tx, { roomIds, personId, role: 'manager', invitedById: null }, cause);
    }
    const actor = { kind: 'staff', id: by.id } as const;
    for (const roomId of roomIds) {
      if (parted && !made.has(roomId))
        await effects.dismiss(tx, { roomId, personId: parted.id, by: actor }, cause);
    }
  }

  return { change };
}
