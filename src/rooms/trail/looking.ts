// What pictures of a room's trail share: the room, its chat, its clock, and the names of people.

import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { PlacedRoom, Room } from '../room.ts';
import type { TrailBase } from './deps.ts';
import type { RoomTimesOf } from './room-times.ts';

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
  readonly timesOf: RoomTimesOf;
}

/** Null: there is no such room. */
export function createLooking({ database, clock, rooms, people, timesOf }: LookingDeps) {
  const { prisma } = database;
  return async (roomId: number, personIds: readonly number[]): Promise<RoomView | null> => {
    const [room] = await rooms.find(prisma, [roomId]);
    if (!room) return null;
    const [placed] = await rooms.placed(prisma, [roomId]);
    const { timeZone } = await timesOf(roomId);
    const known = await people.find(prisma, [...new Set(personIds)]);
    const names = new Map(known.map(({ id, name }) => [id, name]));
    return { room, chatId: chatOf(placed), timeZone, names, now: clock.now() };
  };
}

export type Looking = ReturnType<typeof createLooking>;

function chatOf(placed: PlacedRoom | undefined): number | null {
  return placed?.chatId ?? null;
}
