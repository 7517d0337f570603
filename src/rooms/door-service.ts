// Telegram's door of a group: who asks to be let in without a way of their own is turned away, whichever
// link they came by, and reads why.

import type { PeopleService } from '../people/index.ts';
import type { Person, SeenPerson } from '../people/person.ts';
import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import { destination, type Outbox } from '../platform/outbox/index.ts';
import type { EntryRepository } from './entry-repository.ts';
import type { EntryService } from './entry-service.ts';
import type { EntryWords } from './entry-words.ts';
import type { Group, GroupRepository } from './group-repository.ts';
import type { RoomNotes } from './notes.ts';
import { BY_JOB, type Entry, isOpen } from './room.ts';
import type { StockNotes } from './stock-notes.ts';

export interface DoorServiceDeps {
  readonly database: Database;
  readonly entryRows: EntryRepository;
  readonly entries: Pick<EntryService, 'worksHere' | 'isVouchedFor'>;
  readonly groups: Pick<GroupRepository, 'findByChat'>;
  readonly people: PeopleService;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly notes: RoomNotes;
  readonly stockNotes: Pick<StockNotes, 'write'>;
  readonly entryWords: EntryWords;
}

export type DoorService = ReturnType<typeof createDoorService>;

export function createDoorService(deps: DoorServiceDeps) {
  const { database, entryRows, entries, groups, people, outbox, clock, notes } = deps;
  const { stockNotes, entryWords } = deps;
  const { tellPerson, tellOwner, doThere } = entryWords;

  /** Somebody asks at the door of a group that a room has, or had, or that lies in stock. */
  async function judge(command: {
    readonly chatId: number;
    readonly seen: SeenPerson;
    readonly cause: Cause;
  }): Promise<'approved' | 'declined' | 'repeated'> {
    const { chatId, seen, cause } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return 'repeated';
      const group = await groups.findByChat(tx, chatId);
      const person = await people.meet(tx, seen);
      if (!group) return 'declined';
      const { roomId } = group;
      const way = roomId === null ? null : await entryRows.findOpen(tx, roomId, person.id);
      const isTheirs = way && isOpen(way, clock.now()) && (await mayComeAs(tx, way, person));
      if (roomId === null) await turnFromStock(tx, group, person, cause);
      else if (group.state === 'lost')
        await sendOn(tx, group, person, isTheirs ? way : null, cause);
      else if (isTheirs) {
        await entryRows.update(tx, way.id, { askedAt: clock.now() });
        await doThere(tx, roomId, 'room-approve', { userId: seen.userId }, cause);
        return 'approved';
      } else await turnAway(tx, roomId, person, cause);
      return 'declined';
    });
  }

  async function turnAway(tx: Tx, roomId: number, person: Person, cause: Cause): Promise<void> {
    await doThere(tx, roomId, 'room-decline', { userId: person.userId }, cause);
    await notes.write(tx, 'turned-away', roomId, { personId: person.id }, cause);
    await tellPerson(tx, person, 'room-not-yours', {}, cause);
  }

  /** A group that nobody has yet has nothing for anybody; somebody has made a link of their own there. */
  async function turnFromStock(tx: Tx, group: Group, person: Person, cause: Cause): Promise<void> {
    await tellPerson(tx, person, 'room-door-nobodys', {}, cause);
    await declineThere(tx, group, person, cause);
    await stockNotes.write(tx, 'turned-away', group.id, { personId: person.id }, cause);
  }

  /**
   * At the door of a group that the room has given up: nobody is let in there, and whoever has a way into
   * the room is shown it.
   */
  async function sendOn(
    tx: Tx,
    group: Group,
    person: Person,
    entry: Entry | null,
    cause: Cause,
  ): Promise<void> {
    if (entry) await tellOwner(tx, entry.id, person, 'room-moved', cause);
    else await tellPerson(tx, person, 'room-door-closed', {}, cause);
    await declineThere(tx, group, person, cause);
    await notes.write(tx, 'turned-away', group.roomId ?? 0, { personId: person.id }, cause);
  }

  /**
   * Behind their own words, for after that the bot may write to them no more; and not behind what a room
   * has to say: what is done in that group may not trouble another.
   */
  async function declineThere(tx: Tx, group: Group, { userId }: Person, cause: Cause) {
    const args = { userId, groupId: group.id };
    const to = destination('person', userId);
    await outbox.enqueue(tx, [{ destination: to, name: 'room-decline-there', args }], cause);
  }

  /** An employee's way in ends with their work, a guest's when whoever called them has left. */
  async function mayComeAs(tx: Tx, way: Entry, person: Person): Promise<boolean> {
    if (BY_JOB.includes(way.role) && !(await entries.worksHere(tx, person))) return false;
    return entries.isVouchedFor(tx, way);
  }

  return { judge };
}
