// Whoever has left a room by a slip comes back by a button of their own: while they belong there, and unless
// somebody has taken them out. The link by which they once came lets nobody in any more.

import type { PeopleService } from '../people/index.ts';
import type { Person } from '../people/person.ts';
import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import type { EntryRepository } from './entry-repository.ts';
import type { EntryService } from './entry-service.ts';
import type { RoomRepository } from './repository.ts';
import { isOpen, type Room, type RoomRole } from './room.ts';

/** What somebody is to a room by what other features know; `blocked`: their company may not work with us. */
export type Belonging = RoomRole | 'blocked' | null;

export interface ReturnServiceDeps {
  readonly database: Database;
  readonly rooms: Pick<RoomRepository, 'lock' | 'wasRemoved'>;
  readonly entryRows: Pick<EntryRepository, 'findOpen'>;
  readonly entries: Pick<EntryService, 'isIn' | 'invite' | 'letBack' | 'lead'>;
  readonly people: PeopleService;
  readonly clock: Clock;
  readonly belonging: (tx: Tx, room: Room, person: Person) => Promise<Belonging>;
}

/** `waits`: the room has no group now; the link comes by itself. */
export type ReturnStatus =
  | 'coming'
  | 'waits'
  | 'inside'
  | 'closed'
  | 'removed'
  | 'blocked'
  | 'not-yours'
  | 'repeated';

export type ReturnService = ReturnType<typeof createReturnService>;

export function createReturnService(deps: ReturnServiceDeps) {
  const { database, rooms, entryRows, entries, people, clock, belonging } = deps;

  async function comeBack(command: {
    readonly roomId: number;
    readonly userId: number;
    readonly cause: Cause;
  }): Promise<ReturnStatus> {
    const { roomId, userId, cause } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return 'repeated';
      const [room] = await rooms.lock(tx, [roomId]);
      const [person] = await people.findByUser(tx, [userId]);
      const role = room && person ? await belonging(tx, room, person) : null;
      if (!room || !person || role === null) return 'not-yours';
      if (role === 'blocked') return 'blocked';
      return await letIn(tx, room, person, role, cause);
    });
  }

  async function letIn(
    tx: Tx,
    room: Room,
    person: Person,
    role: RoomRole,
    cause: Cause,
  ): Promise<ReturnStatus> {
    const { id: roomId, state } = room;
    if (await entries.isIn(tx, roomId, person.id)) return 'inside';
    if (state === 'closed') return 'closed';
    const entryId = await wayOf(tx, roomId, person, role, cause);
    if (entryId === null) return 'removed';
    await entries.lead(tx, entryId, person, cause);
    return state === 'ready' ? 'coming' : 'waits';
  }

  /** The way that is open for them, or a fresh one; null: they were taken out, and nobody has called them since. */
  async function wayOf(
    tx: Tx,
    roomId: number,
    person: Person,
    role: RoomRole,
    cause: Cause,
  ): Promise<number | null> {
    const { id: personId } = person;
    const open = await entryRows.findOpen(tx, roomId, personId);
    if (open && isOpen(open, clock.now())) {
      await entries.letBack(tx, roomId, person, cause);
      return open.id;
    }
    if (await rooms.wasRemoved(tx, roomId, personId)) return null;
    const way = { roomId, personId, role, invitedById: null };
    const outcome = await entries.invite(tx, way, cause);
    return 'entryId' in outcome ? outcome.entryId : null;
  }

  /** Whether somebody has taken this person out of the room, and nobody has called them back since. */
  async function wasTakenOut(tx: Tx, roomId: number, personId: number): Promise<boolean> {
    if (!(await rooms.wasRemoved(tx, roomId, personId))) return false;
    const open = await entryRows.findOpen(tx, roomId, personId);
    return !open || !isOpen(open, clock.now());
  }

  return { comeBack, wasTakenOut };
}
