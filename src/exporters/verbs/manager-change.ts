// Another employee looks after an exporter: in its rooms, on its cards, in the log. Within the caller's
// transaction, with the exporter locked.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { NewMessage } from '../../platform/outbox/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Company } from '../exporter.ts';
import { type Actor, note, numberOf, type VerbDeps } from './deps.ts';
import type { Effects } from './effects.ts';

export type ManagerChange = ReturnType<typeof createManagerChange>;

export function createManagerChange(deps: VerbDeps, effects: Effects) {
  const { companies, belonging, people, rooms, outbox, findStaff } = deps;

  /**
   * The new manager comes into the rooms that the one before answered for, who leaves them. Null: nobody
   * looks after it from now on.
   */
  async function change(
    tx: Tx,
    company: Company,
    manager: Staff | null,
    by: Actor,
    cause: Cause,
  ): Promise<Company> {
    const managerId = manager?.id ?? null;
    const changed = await companies.update(tx, company.id, { managerId });
    const facts = { managerId, before: company.managerId };
    await note(tx, deps, 'company-manager-set', changed, by, cause, facts);
    await followInRooms(tx, company, manager, by, cause);
    await effects.redraw(tx, changed);
    return changed;
  }

  /** The same for one exporter alone, and everybody whom it concerns reads so. */
  async function replace(
    tx: Tx,
    company: Company,
    manager: Staff,
    by: Actor,
    cause: Cause,
  ): Promise<Company> {
    const changed = await change(tx, company, manager, by, cause);
    await outbox.enqueue(tx, await told(tx, company, manager, by), cause);
    return changed;
  }

  async function followInRooms(
    tx: Tx,
    { id, managerId: before }: Company,
    manager: Staff | null,
    by: Actor,
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
    const actor = { kind: by.kind, id: numberOf(by) };
    for (const roomId of roomIds) {
      if (parted && !made.has(roomId))
        await effects.dismiss(tx, { roomId, personId: parted.id, by: actor }, cause);
    }
  }

  /** The exporter reads whom to talk to, the manager that it is theirs, whoever was before that it is not. */
  async function told(tx: Tx, company: Company, manager: Staff, by: Actor): Promise<NewMessage[]> {
    if (company.status !== 'confirmed') return [];
    const facts = { companyId: company.id };
    const theirs = await belonging.members(tx, [company.id]);
    const words = theirs.map((person) => wordsToPerson(person, 'exporter-manager', facts));
    const [former] = await findStaff([company.managerId ?? 0], tx);
    const about = { name: company.name, manager: manager.name };
    const self = by.kind === 'staff' ? by.staff.id : null;
    return [
      ...words,
      ...(manager.id === self ? [] : [wordsToPerson(manager, 'exporter-yours', facts)]),
      ...(former && former.id !== self ? [wordsToPerson(former, 'exporter-not-yours', about)] : []),
    ];
  }

  return { change, replace };
}
