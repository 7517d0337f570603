// Who is meant by the numbers in the rows of a room, and what they are there.

import type { Database } from '../platform/database/index.ts';
import type { RoomRole } from '../rooms/room.ts';
import type { TrailRole } from './trail.ts';

export interface TrailNames {
  readonly person: (id: number | null) => string | null;
  /** What somebody is in the room, or was last; else whether they work here. */
  readonly role: (personId: number | null) => TrailRole | null;
  /** Whether they work here, or have. */
  readonly staffRole: (personId: number | null) => 'staff' | null;
  /** An employee by their number among those. */
  readonly ofStaff: (id: number | null) => {
    readonly who: string | null;
    readonly role: TrailRole;
  };
}

export function createTrailNames({ prisma }: Database) {
  async function namesIn(roomId: number): Promise<TrailNames> {
    const members = await prisma.roomMember.findMany({
      where: { roomId },
      select: { personId: true, role: true, person: { select: { name: true, userId: true } } },
      orderBy: { id: 'asc' },
    });
    const staff = await prisma.staff.findMany({ select: { id: true, name: true, userId: true } });
    const acted = await actedIn(roomId);
    const nameOf = new Map([
      ...acted.map(({ id, name }) => [id, name] as const),
      ...members.map(({ personId, person }) => [personId, person.name] as const),
    ]);
    const roleOf = new Map(members.map(({ personId, role }) => [personId, role as RoomRole]));
    const roleByUser = new Map(
      members.map(({ person, role }) => [person.userId, role as RoomRole]),
    );
    const userIds = new Set(staff.map(({ userId }) => userId));
    const working = new Set(acted.flatMap(({ id, userId }) => (userIds.has(userId) ? [id] : [])));
    const staffById = new Map(staff.map((one) => [one.id, one]));
    const staffRole = (id: number | null) => (working.has(id ?? 0) ? 'staff' : null);
    return {
      person: (id) => nameOf.get(id ?? 0) ?? null,
      role: (id) => roleOf.get(id ?? 0) ?? staffRole(id),
      staffRole,
      ofStaff(id) {
        const found = staffById.get(id ?? 0);
        const role = (found && roleByUser.get(found.userId)) ?? 'staff';
        return { who: found?.name ?? null, role };
      },
    };
  }

  /** Whoever has written, fixed, promised or done something there: employees do who are no members. */
  function actedIn(roomId: number) {
    return prisma.$queryRaw<{ id: number; name: string; userId: bigint }[]>`
      SELECT id, name, user_id AS "userId" FROM person WHERE id IN (
        SELECT unnest(ARRAY[fixed_by_id, exporter_by_id, other_by_id, withdrawn_by_id])
        FROM room_agreement WHERE room_id = ${roomId}
        UNION SELECT unnest(ARRAY[created_by_id, done_by_id, cancelled_by_id])
        FROM room_checkpoint WHERE room_id = ${roomId}
        UNION SELECT m.by_id FROM room_checkpoint_move m
        JOIN room_checkpoint c ON c.id = m.checkpoint_id WHERE c.room_id = ${roomId}
        UNION SELECT person_id FROM room_message WHERE room_id = ${roomId}
        UNION SELECT person_id FROM support_call WHERE room_id = ${roomId}
        UNION SELECT (data ->> 'personId')::int FROM event
        WHERE subject = 'room' AND subject_id = ${roomId} AND data ->> 'personId' IS NOT NULL
        UNION SELECT actor_id FROM event
        WHERE subject = 'room' AND subject_id = ${roomId} AND actor = 'person')`;
  }

  return { namesIn };
}
