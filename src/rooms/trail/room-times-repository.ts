// The clocks of rooms, out of the tables of rooms and companies.

import type { Database } from '../../platform/database/index.ts';
import type { RoomTimesOf } from './room-times.ts';

/** `timeZone` (IANA) is of rooms without an exporter. */
export function createRoomTimes({ prisma }: Database, timeZone: string): RoomTimesOf {
  return async (roomId, db = prisma) => {
    const room = await db.room.findUnique({
      where: { id: roomId },
      select: { company: { select: { timeZone: true, worksFrom: true, worksTo: true } } },
    });
    const company = room?.company;
    if (!company) return { timeZone, works: null };
    return {
      timeZone: company.timeZone,
      works: { from: company.worksFrom, to: company.worksTo },
    };
  };
}
