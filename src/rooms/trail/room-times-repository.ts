// The clocks of rooms, out of the tables of rooms and companies.

import type { Database } from '../../platform/database/index.ts';
import type { RoomTimes, RoomTimesOf, RoomTimesOfAll } from './room-times.ts';

/** `timeZone` (IANA) is of rooms without an exporter. */
export function createRoomTimes({ prisma }: Database, timeZone: string) {
  const ofHouse: RoomTimes = { timeZone, works: null };

  const ofAll: RoomTimesOfAll = async (roomIds, db = prisma) => {
    const rows = await db.room.findMany({
      where: { id: { in: [...roomIds] } },
      select: {
        id: true,
        company: { select: { timeZone: true, worksFrom: true, worksTo: true } },
      },
    });
    const known = new Map(rows.map(({ id, company }) => [id, company]));
    return new Map(
      roomIds.map((id) => {
        const company = known.get(id);
        if (!company) return [id, ofHouse];
        const works = { from: company.worksFrom, to: company.worksTo };
        return [id, { timeZone: company.timeZone, works }];
      }),
    );
  };

  const of: RoomTimesOf = async (roomId, db) => (await ofAll([roomId], db)).get(roomId) ?? ofHouse;

  return { of, ofAll };
}
