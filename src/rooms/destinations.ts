// Where rooms are, and their ways in.

import type { PeopleService } from '../people/index.ts';
import { systemCause } from '../platform/cause.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { DestinationPort, Place } from '../platform/outbox/index.ts';
import type { ApiFailure } from '../platform/telegram/api-failure.ts';
import type { EntryRepository, PlacedEntry } from './entry-repository.ts';
import type { Group, GroupRepository } from './group-repository.ts';
import type { RoomRepository } from './repository.ts';
import type { PlacedRoom } from './room.ts';
import { type Lack, lackOfRefusal } from './stock.ts';
import type { StockService } from './stock-service.ts';

export interface RoomDestinationsDeps {
  readonly database: Database;
  readonly rooms: RoomRepository;
  readonly groups: GroupRepository;
  readonly entryRows: EntryRepository;
  readonly people: PeopleService;
  readonly stock: Pick<StockService, 'noteFooting'>;
}

const SENDING = systemCause('sending');

/** The ports of `room:<id>` and `entry:<id>`. What is said to a room without a group waits for one. */
export function createRoomDestinations(deps: RoomDestinationsDeps) {
  const { database, rooms, groups, entryRows, stock } = deps;

  const room: DestinationPort = {
    async resolve(roomIds) {
      const known = await rooms.find(database.prisma, roomIds);
      const placed = await rooms.findPlaced(database.prisma, roomIds);
      const places = new Map(placed.map((one) => [one.id, placeOf(one)]));
      return new Map(
        known.map(({ id }) => [id, places.get(id) ?? ({ status: 'suspended' } as const)]),
      );
    },
    async troubled(tx, roomId, failure) {
      await rooms.lock(tx, [roomId]);
      const group = await groups.findOfRoom(tx, roomId);
      return group ? await inTrouble(tx, group, failure) : 'hold';
    },
  };

  const entry: DestinationPort = {
    async resolve(entryIds) {
      const found = await entryRows.findPlaced(database.prisma, entryIds);
      return new Map(found.map((one) => [one.id, wayIn(one)]));
    },
    async prepared(tx, entryId, result) {
      const { invite_link: link, name } = result as { invite_link: string; name?: string };
      // A room's group may have become another one while the link was made: its name tells of which it is.
      const groupId = Number(/#(\d+)$/.exec(name ?? '')?.[1]);
      if (groupId) await entryRows.update(tx, entryId, { link, groupId });
    },
    async troubled(tx, entryId, failure) {
      const [known] = await entryRows.find(tx, [entryId]);
      await rooms.lock(tx, [known?.roomId ?? 0]);
      const [way] = await entryRows.findPlaced(tx, [entryId]);
      if (!way?.group || hasLink(way)) return 'fail';
      const [group] = await groups.find(tx, [way.group.id]);
      if (!group) return 'hold';
      // Without a link there is nothing to say yet: it waits until the group is whole again.
      return (await inTrouble(tx, group, failure)) === 'fail' ? 'fail' : 'hold';
    },
  };

  /** `hold` while nothing at all can be done there. */
  async function inTrouble(tx: Tx, group: Group, failure: ApiFailure): Promise<'hold' | 'fail'> {
    const lack = lackOfRefusal(failure);
    if (!lack) return 'fail';
    const missing = lack === 'outside' ? [lack] : [...new Set<Lack>([...group.missing, lack])];
    await stock.noteFooting(tx, group, missing, SENDING);
    return lack === 'outside' || lack === 'admin' || lack === 'can_invite_users' ? 'hold' : 'fail';
  }

  return { room, entry };
}

function placeOf({ chatId, missing, state }: PlacedRoom): Place {
  const isMute = missing.includes('admin') || state === 'lost';
  return isMute ? { status: 'suspended' } : { status: 'ready', chatId, group: true };
}

/** The private chat of whoever it is for, once there is a link. */
function wayIn(entry: PlacedEntry): Place {
  const { person, group, state, id } = entry;
  if (!person) return { status: 'gone' };
  const inPrivate = { status: 'ready', chatId: person.userId, group: false } as const;
  // What is left to be said about a way that is closed is for the port of that message to judge.
  if (state !== 'open' || hasLink(entry)) return inPrivate;
  if (!group) return { status: 'suspended' };
  const payload = {
    chat_id: group.chatId,
    name: `${id} #${group.id}`,
    creates_join_request: true,
  };
  const call = { method: 'createChatInviteLink', payload, repeatable: true };
  return { status: 'unprepared', chatId: group.chatId, group: true, call };
}

function hasLink({ link, groupId, group }: PlacedEntry): boolean {
  return link !== null && group !== null && groupId === group.id;
}
