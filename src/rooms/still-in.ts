// Telegram lets no bot take out whoever owns a group, nor the administrators whom people have made: who
// was to leave and is still there is told to whoever can do something about it.

import type { PeopleService } from '../people/index.ts';
import { systemCause } from '../platform/cause.ts';
import type { Tx } from '../platform/database/index.ts';
import { parseDestination, type SettledMessage } from '../platform/outbox/index.ts';
import type { RoomRepository } from './repository.ts';
import type { TellManager } from './tell-manager.ts';

export interface StillInDeps {
  readonly rooms: RoomRepository;
  readonly people: PeopleService;
  readonly tellManager: TellManager;
}

const SENDING = systemCause('sending');

/** What the port of `room-part` does when a group has answered. */
export function createStillIn({ rooms, people, tellManager }: StillInDeps) {
  return async function noteStillIn(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    for (const { message, settlement } of settled) {
      if (settlement.status !== 'failed') continue;
      const [room] = await rooms.find(tx, [parseDestination(message.destination).id]);
      const [person] = await people.findByUser(tx, [Number(message.args.userId)]);
      if (!room || !person) continue;
      const facts = { title: room.title, name: person.name };
      await tellManager(tx, room, 'room-still-in', facts, SENDING);
    }
  };
}
