// What is said in a product's room moves its clock: whoever has spoken waits for the other side.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { RoomRole } from '../../rooms/room.ts';
import type { Lead, Side } from '../lead.ts';
import { note, redraw, type VerbDeps } from './deps.ts';

export interface Spoken {
  readonly roomId: number;
  /** What the speaker is there. */
  readonly role: RoomRole;
  readonly name: string;
  readonly at: Date;
}

export type Talking = ReturnType<typeof createTalking>;

export function createTalking(deps: VerbDeps) {
  const { database, leads } = deps;

  /** Somebody has written in a room; nothing for rooms without a lead, and for whoever is on no side. */
  async function spoke(spoken: Spoken, cause: Cause): Promise<void> {
    const answers = answererOf(spoken.role);
    if (!answers) return;
    const [found] = await leads.findByRooms(database.prisma, [spoken.roomId]);
    // Whose turn it is does not change with each message: most of them write nothing.
    if (!found || !changes(found, answers)) return;
    await database.inTransaction(async (tx) => {
      const lead = await leads.lock(tx, found.id);
      if (lead && changes(lead, answers)) {
        await answered(tx, lead, { by: answers, name: spoken.name }, spoken.at, cause);
      }
    });
  }

  /** The same within a transaction that has locked the lead. */
  async function answered(
    tx: Tx,
    lead: Lead,
    { by, name }: Speaking,
    at: Date,
    cause: Cause,
  ): Promise<void> {
    const isFirst = by !== 'importer' && lead.answeredAt === null;
    await leads.update(tx, lead.id, {
      move: otherSide(by),
      moveSince: at,
      ...(isFirst
        ? {
            ...{ answeredAt: at, answeredBy: by, answeredName: name },
            ...{ silenceDueAt: null, ...qualified(lead) },
          }
        : {}),
    });
    if (isFirst) await note(deps, tx, lead.id, { type: 'lead-answered', data: { by } }, cause);
    await redraw(deps, tx, lead);
  }

  return { spoke, answered };
}

/** Who has answered: staff answer for the exporter. */
type Answerer = 'exporter' | 'staff' | 'importer';

interface Speaking {
  readonly by: Answerer;
  readonly name: string;
}

function answererOf(role: RoomRole): Answerer | null {
  if (role === 'exporter' || role === 'importer') return role;
  return role === 'manager' || role === 'support' ? 'staff' : null;
}

function otherSide(by: Answerer): Side {
  return by === 'importer' ? 'exporter' : 'importer';
}

function changes(lead: Lead, by: Answerer): boolean {
  if (lead.state !== 'open') return false;
  // A manager's word among others is nobody's turn; before the first answer it is one.
  if (by === 'staff') return lead.answeredAt === null;
  return lead.move !== otherSide(by) || (by === 'exporter' && lead.answeredAt === null);
}

/** With the first answer the request is being looked into. */
function qualified({ stageKey }: Lead): { readonly stageKey?: string } {
  return stageKey === 'request' ? { stageKey: 'qualification' } : {};
}
