// What an importer needs, in their words: asked once, waited for a little, and told on whenever it comes.

import type { Cause } from '../../platform/cause.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { note, redraw, type VerbDeps } from './deps.ts';
import type { Opening } from './open.ts';

export function createNeeds(deps: VerbDeps, { open }: Opening) {
  const { database, leads, people, rooms, clock } = deps;

  /** `request`: their words; null: they would rather go on. Nothing for a lead that is somebody else's. */
  async function tell(command: {
    readonly leadId: number;
    readonly userId: number;
    readonly request: string | null;
    readonly cause: Cause;
  }): Promise<void> {
    const { leadId, userId, request, cause } = command;
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      const lead = await leads.lock(tx, leadId);
      const [person] = await people.findByUser(tx, [userId]);
      if (!lead || !person || lead.personId !== person.id) return;
      if (request !== null) {
        await leads.update(tx, leadId, { request });
        const by = { kind: 'person', id: person.id } as const;
        await note(deps, tx, leadId, { type: 'lead-described', by }, cause);
      }
      const told = { ...lead, request: request ?? lead.request };
      if (lead.state === 'asking') {
        await open(tx, told, cause);
        return;
      }
      // It was opened without: whoever is in the room reads it there.
      if (request === null) return;
      const [room] = lead.roomId === null ? [] : await rooms.find(tx, [lead.roomId]);
      if (room) await rooms.say(tx, room, 'lead-request', { leadId }, cause);
      await redraw(deps, tx, told);
    });
  }

  /** The sweep: who has not said what they need in time is not kept waiting. */
  async function openOverdue(cause: Cause): Promise<void> {
    const due = await leads.overdueAsking(database.prisma, clock.now(), AT_ONCE);
    for (const id of due) {
      await database.inTransaction(async (tx) => {
        const lead = await leads.lock(tx, id);
        if (lead?.state === 'asking') await open(tx, lead, cause);
      });
    }
  }

  /** An exporter is here now, and may be told: what has waited for them is opened. */
  async function openWaiting(
    tx: Parameters<Opening['open']>[0],
    companyId: number,
    cause: Cause,
  ): Promise<void> {
    for (const id of await leads.waitingFor(tx, companyId)) {
      const lead = await leads.lock(tx, id);
      if (lead?.state === 'waiting') await open(tx, lead, cause);
    }
  }

  /** The sweep: an exporter was confirmed at the very instant at which somebody began to wait for them. */
  async function openStranded(cause: Cause): Promise<void> {
    for (const id of await leads.stranded(database.prisma, AT_ONCE)) {
      await database.inTransaction(async (tx) => {
        const lead = await leads.lock(tx, id);
        if (lead?.state === 'waiting') await open(tx, lead, cause);
      });
    }
  }

  return { tell, openOverdue, openWaiting, openStranded };
}

const AT_ONCE = 100;
