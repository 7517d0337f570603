// Somebody who has several ways in at once reads one message, with a button for each: the link of a group
// is made and told when they ask for it.

import type { PeopleService } from '../people/index.ts';
import type { Person } from '../people/person.ts';
import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import type { EntryRepository, ListedWay } from './entry-repository.ts';
import type { EntryService } from './entry-service.ts';
import type { EntryWords } from './entry-words.ts';
import type { RoomRepository } from './repository.ts';
import { isOpen } from './room.ts';

export interface WaysServiceDeps {
  readonly database: Database;
  readonly rooms: Pick<RoomRepository, 'find'>;
  readonly entryRows: EntryRepository;
  readonly entries: Pick<EntryService, 'lead' | 'letBack' | 'isIn'>;
  readonly people: PeopleService;
  readonly clock: Clock;
  readonly entryWords: EntryWords;
}

/** `waits`: the room has no group now; the link comes by itself. */
export type WayStatus = 'coming' | 'waits' | 'inside' | 'over' | 'not-yours' | 'repeated';

export type WaysService = ReturnType<typeof createWaysService>;

export function createWaysService(deps: WaysServiceDeps) {
  const { database, rooms, entryRows, entries, people, clock, entryWords } = deps;

  /** In the caller's transaction: tells somebody of ways in that they have just been given. */
  async function leadAll(
    tx: Tx,
    person: Person,
    entryIds: readonly number[],
    cause: Cause,
  ): Promise<void> {
    const [first] = entryIds;
    if (first === undefined) return;
    if (entryIds.length === 1) return await entries.lead(tx, first, person, cause);
    await entryWords.tellPerson(tx, person, 'room-ways', { personId: person.id }, cause);
  }

  /** One of the buttons: only for whose way it is, while it is open. */
  async function press(command: {
    readonly entryId: number;
    readonly userId: number;
    readonly cause: Cause;
  }): Promise<WayStatus> {
    const { entryId, userId, cause } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return 'repeated';
      const [entry] = await entryRows.find(tx, [entryId]);
      const [owner] = await people.find(tx, [entry?.personId ?? 0]);
      if (!entry || owner?.userId !== userId) return 'not-yours';
      if (await entries.isIn(tx, entry.roomId, owner.id)) return 'inside';
      const [room] = await rooms.find(tx, [entry.roomId]);
      if (!isOpen(entry, clock.now()) || !room || room.state === 'closed') return 'over';
      await entries.letBack(tx, room.id, owner, cause);
      await entries.lead(tx, entryId, owner, cause);
      return room.state === 'ready' ? 'coming' : 'waits';
    });
  }

  /** The ways that lead this person somewhere now; the exporters' own groups first. */
  async function listOf(personId: number): Promise<readonly ListedWay[]> {
    return entryRows.listWays(database.prisma, personId, clock.now());
  }

  /** The same of whoever presses. */
  async function listOfUser(userId: number): Promise<readonly ListedWay[]> {
    const [person] = await people.findByUser(database.prisma, [userId]);
    return person ? await listOf(person.id) : [];
  }

  /** The link by which this Telegram user comes into a room; null: none is theirs, or it is not made yet. */
  async function linkFor(roomId: number, userId: number): Promise<string | null> {
    const { prisma } = database;
    const [person] = await people.findByUser(prisma, [userId]);
    const entry = person && (await entryRows.findOpen(prisma, roomId, person.id));
    return entry && isOpen(entry, clock.now()) ? entry.link : null;
  }

  return { leadAll, press, listOf, listOfUser, linkFor };
}
