// What pictures of a room's trail share: the room, its chat, its clock, and the names of people.

import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Room } from '../room.ts';
import type { TrailBase } from './deps.ts';
import type { RoomTimesOfAll } from './room-times.ts';

export interface RoomView {
  readonly room: Room;
  /** The chat that the room has now; null: none. */
  readonly chatId: number | null;
  /** IANA. */
  readonly timeZone: string;
  readonly names: ReadonlyMap<number, string>;
  readonly now: Date;
}

export interface LookingDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly rooms: Pick<TrailBase['rooms'], 'find' | 'placed'>;
  readonly people: Pick<TrailBase['people'], 'find'>;
  readonly timesOfAll: RoomTimesOfAll;
}

export function createLooking({ database, clock, rooms, people, timesOfAll }: LookingDeps) {
  const { prisma } = database;

  /** Those of the rooms that there are; all of them with the names of all these people. */
  async function several(
    roomIds: readonly number[],
    personIds: readonly number[],
  ): Promise<ReadonlyMap<number, RoomView>> {
    const found = await rooms.find(prisma, roomIds);
    if (found.length === 0) return new Map();
    const placed = await rooms.placed(prisma, roomIds);
    const times = await timesOfAll(roomIds);
    const known = await people.find(prisma, [...new Set(personIds)]);
    const names = new Map(known.map(({ id, name }) => [id, name]));
    const now = clock.now();
    return new Map(
      found.flatMap((room) => {
        const timeZone = times.get(room.id)?.timeZone;
        const chatId = placed.find(({ id }) => id === room.id)?.chatId ?? null;
        return timeZone ? [[room.id, { room, chatId, timeZone, names, now }]] : [];
      }),
    );
  }

  /** Null: there is no such room. */
  async function one(roomId: number, personIds: readonly number[]): Promise<RoomView | null> {
    return (await several([roomId], personIds)).get(roomId) ?? null;
  }

  return Object.assign(one, { several });
}

export type Looking = ReturnType<typeof createLooking>;
