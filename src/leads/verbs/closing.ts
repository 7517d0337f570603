// The room of a lead is closed, or opened again: its clocks stop with it, and go on anew.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { type Lead, remindAt } from '../lead.ts';
import { note, redraw, type VerbDeps } from './deps.ts';

/** Both take part in the caller's transaction. Nothing for rooms without a lead. */
export function createLeadClosing(deps: VerbDeps) {
  const { leads, sellers, people, rooms, clock } = deps;

  /** Nobody is waited for any more. */
  async function roomClosed(tx: Tx, roomId: number, cause: Cause): Promise<void> {
    const lead = await leadOf(tx, roomId);
    if (!lead) return;
    await leads.update(tx, lead.id, { move: null, moveSince: null, silenceDueAt: null });
    await note(deps, tx, lead.id, { type: 'lead-room-closed' }, cause);
    await redraw(deps, tx, lead);
  }

  /**
   * It is the exporter's turn; whoever is not in the room any more has a way back. `byId`: the person who
   * brought it about, and is shown in by themselves; null: an employee.
   */
  async function roomReopened(tx: Tx, roomId: number, byId: number | null, cause: Cause) {
    const lead = await leadOf(tx, roomId);
    const [seller] = lead ? await sellers.find(tx, [lead.companyId]) : [];
    if (!lead || !seller) return;
    const now = clock.now();
    const plan = { calendar: seller.calendar, minutes: deps.answerMinutes };
    const silenceDueAt = lead.answeredAt ? null : remindAt(plan, now);
    const clocks = { move: 'exporter', moveSince: now, silence: 'none', silenceDueAt } as const;
    await leads.update(tx, lead.id, clocks);
    await note(deps, tx, lead.id, { type: 'lead-room-reopened' }, cause);
    for (const { id } of seller.people) await letIn(tx, roomId, id, 'exporter', cause);
    if (lead.personId !== null && lead.personId !== byId)
      await letIn(tx, roomId, lead.personId, 'importer', cause);
    await redraw(deps, tx, lead);
  }

  async function letIn(
    tx: Tx,
    roomId: number,
    personId: number,
    role: 'exporter' | 'importer',
    cause: Cause,
  ): Promise<void> {
    const outcome = await rooms.invite(tx, { roomId, personId, role, invitedById: null }, cause);
    const [person] = await people.find(tx, [personId]);
    if (outcome.status === 'invited' && person) {
      await rooms.lead(tx, outcome.entryId, person, cause);
    }
  }

  async function leadOf(tx: Tx, roomId: number): Promise<Lead | null> {
    const [found] = await leads.findByRooms(tx, [roomId]);
    return found ? await leads.lock(tx, found.id) : null;
  }

  return { roomClosed, roomReopened };
}
