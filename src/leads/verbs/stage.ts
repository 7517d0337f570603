// How far a lead has come: said by its exporter or by an employee, shown on the card, in the log.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
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
      await leads.update(tx, leadId, { stageKey: stage.key });
      const data = { from: lead.stageKey, to: stage.key };
      await note(deps, tx, leadId, { type: 'lead-stage', by, data }, cause);
      const [room] = lead.roomId === null ? [] : await rooms.find(tx, [lead.roomId]);
      if (room) await rooms.say(tx, room, 'lead-stage', { key: stage.key }, cause);
      await redraw(deps, tx, lead);
      return { status: 'set' };
    });
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

  return { set };
}
