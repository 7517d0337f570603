// How far a lead has come: said by its exporter or by an employee, or brought about by its deal; shown on the
// card, in the log.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import type { Lead } from '../lead.ts';
import { type By, note, redraw, type VerbDeps } from './deps.ts';

export type StageOutcome = { readonly status: 'set' | 'same' | 'gone' | 'stranger' | 'repeated' };

export function createStages(deps: VerbDeps) {
  const { database, leads, sellers, rooms, clock, listStaff } = deps;

  /** `position`: of the stage, as it was offered. */
  async function set(command: {
    readonly leadId: number;
    readonly position: number;
    readonly userId: number;
    readonly cause: Cause;
  }): Promise<StageOutcome> {
    const { leadId, position, userId, cause } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const lead = await leads.lock(tx, leadId);
      const [seller] = lead ? await sellers.find(tx, [lead.companyId]) : [];
      const by = await actorOf(tx, seller?.people ?? [], userId);
      if (!by) return { status: 'stranger' };
      const stage = (await sellers.stages(tx))[position - 1];
      if (lead?.state !== 'open' || !stage) return { status: 'gone' };
      if (lead.stageKey === stage.key) return { status: 'same' };
      await moveTo(tx, lead, stage.key, by, cause);
      return { status: 'set' };
    });
  }

  /**
   * What happened in its room has brought a lead to the stage of this key: in the caller's transaction, and
   * never back. Nothing where the company has no such stage.
   */
  async function advance(
    tx: Tx,
    { roomId, key, by }: { readonly roomId: number; readonly key: string; readonly by: By },
    cause: Cause,
  ): Promise<void> {
    const [found] = await leads.findByRooms(tx, [roomId]);
    const lead = found && (await leads.lock(tx, found.id));
    if (lead?.state !== 'open') return;
    const keys = (await sellers.stages(tx)).map((stage) => stage.key);
    if (keys.indexOf(key) <= keys.indexOf(lead.stageKey)) return;
    await moveTo(tx, lead, key, by, cause);
  }

  async function moveTo(tx: Tx, lead: Lead, key: string, by: By, cause: Cause): Promise<void> {
    await leads.update(tx, lead.id, { stageKey: key });
    const data = { from: lead.stageKey, to: key };
    await note(deps, tx, lead.id, { type: 'lead-stage', by, data }, cause);
    const [room] = lead.roomId === null ? [] : await rooms.find(tx, [lead.roomId]);
    if (room) await rooms.say(tx, room, 'lead-stage', { key }, cause);
    await redraw(deps, tx, lead);
  }

  async function actorOf(
    tx: Tx,
    people: readonly { readonly id: number; readonly userId: number }[],
    userId: number,
  ): Promise<By | null> {
    const own = people.find((person) => person.userId === userId);
    if (own) return { kind: 'person', id: own.id };
    const staff = (await listStaff(tx)).find((one) => one.userId === userId);
    return staff ? { kind: 'staff', id: staff.id } : null;
  }

  return { set, advance };
}
