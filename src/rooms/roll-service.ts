// Who has left a group while the bot was not there, or was no administrator of it, nobody has told it: once it
// sees again, each of the room's people is looked for. Who has come meanwhile shows by what they do.

import type { Person } from '../people/person.ts';
import { systemCause } from '../platform/cause.ts';
import type { Database } from '../platform/database/index.ts';
import type { GroupRepository } from './group-repository.ts';
import type { MemberService } from './member-service.ts';
import { SYSTEM } from './notes.ts';
import type { RoomRepository } from './repository.ts';

/** `unknown`: Telegram does not say. */
export type Whereabouts = 'inside' | 'left' | 'removed' | 'unknown';

export interface RollServiceDeps {
  readonly database: Database;
  readonly groups: Pick<GroupRepository, 'nextRoll' | 'noteRoll'>;
  readonly rooms: Pick<RoomRepository, 'find' | 'membersAfter'>;
  readonly members: Pick<MemberService, 'leave'>;
  /** Where somebody is of a group, as Telegram shows it. @throws when it is away */
  readonly lookFor: (chatId: number, userId: number) => Promise<Whereabouts>;
}

/** People at one look, each a call. */
const AT_ONCE = 50;

export type RollService = ReturnType<typeof createRollService>;

export function createRollService({ database, groups, rooms, members, lookFor }: RollServiceDeps) {
  const { prisma } = database;

  /** The sweep: the next people of one group. Telegram is asked outside of any transaction. */
  async function call(): Promise<void> {
    const roll = await groups.nextRoll(prisma);
    if (!roll) return;
    const people = await rooms.membersAfter(prisma, roll.roomId, roll.after, AT_ONCE);
    for (const { person } of people) await lookAfter(roll.roomId, roll.chatId, person);
    const last = people.length < AT_ONCE ? undefined : people.at(-1);
    await groups.noteRoll(prisma, roll, last?.memberId ?? null);
  }

  async function lookAfter(roomId: number, chatId: number, person: Person): Promise<void> {
    const { userId, name, username } = person;
    const where = await lookFor(chatId, userId);
    const [room] = await rooms.find(prisma, [roomId]);
    if (!room || (where !== 'left' && where !== 'removed')) return;
    const seen = { userId, name, username, locale: null };
    const removedBy = where === 'removed' ? SYSTEM : null;
    const cause = systemCause('roll-call');
    await members.leave({ room, seen, wasOwner: false, removedBy, cause });
  }

  return { call };
}
