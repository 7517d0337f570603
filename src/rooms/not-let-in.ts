// Telegram lets somebody into no group that is full, and nobody into more groups than one may be in: who
// asked reads so, and so does whoever has invited them.

import type { PeopleService } from '../people/index.ts';
import type { Person } from '../people/person.ts';
import { systemCause } from '../platform/cause.ts';
import type { Tx } from '../platform/database/index.ts';
import {
  destination,
  type Outbox,
  parseDestination,
  type SettledMessage,
} from '../platform/outbox/index.ts';
import type { EntryRepository } from './entry-repository.ts';
import type { EntryWords } from './entry-words.ts';
import type { GroupRepository } from './group-repository.ts';
import type { RoomRepository } from './repository.ts';
import type { Room } from './room.ts';
import type { TellManager } from './tell-manager.ts';

export interface NotLetInDeps {
  readonly rooms: RoomRepository;
  readonly groups: Pick<GroupRepository, 'findOfRoom'>;
  readonly entryRows: EntryRepository;
  readonly people: PeopleService;
  readonly outbox: Outbox;
  readonly entryWords: EntryWords;
  readonly tellManager: TellManager;
}

const SENDING = systemCause('sending');

/** What the port of `room-approve` does when a group has answered. */
export function createNotLetIn(deps: NotLetInDeps) {
  const { rooms, groups, entryRows, people, outbox, entryWords, tellManager } = deps;

  async function note(tx: Tx, room: Room, person: Person, why: string): Promise<void> {
    const { title } = room;
    await entryWords.tellPerson(tx, person, `room-${why}`, { title }, SENDING);
    // Whoever still asks could not ask again. Said first: after that the bot may write to them no more.
    const group = await groups.findOfRoom(tx, room.id);
    const to = destination('person', person.userId);
    const args = { userId: person.userId, groupId: group?.id ?? 0 };
    await outbox.enqueue(tx, [{ destination: to, name: 'room-decline-there', args }], SENDING);
    const facts = { title, name: person.name };
    const way = await entryRows.findOpen(tx, room.id, person.id);
    const [inviter] = await people.find(tx, [way?.invitedById ?? 0]);
    if (inviter) await entryWords.tellPerson(tx, inviter, `room-${why}-invited`, facts, SENDING);
    else await tellManager(tx, room, `room-${why}-invited`, facts, SENDING);
  }

  return async function noteNotLetIn(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    for (const { message, settlement } of settled) {
      if (settlement.status !== 'failed') continue;
      const { kind } = settlement.failure;
      if (kind !== 'group-full' && kind !== 'too-many-groups') continue;
      const [room] = await rooms.find(tx, [parseDestination(message.destination).id]);
      const [person] = await people.findByUser(tx, [Number(message.args.userId)]);
      if (room && person) await note(tx, room, person, kind);
    }
  };
}
