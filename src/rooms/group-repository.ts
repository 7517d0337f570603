// The table of groups: the stock, and what rooms have of it.

import type { Tx } from '../platform/database/index.ts';
import type { Lack, StockLevel } from './stock.ts';

export type GroupState = 'lacking' | 'ready' | 'used' | 'lost';

export interface Group {
  readonly id: number;
  readonly chatId: number;
  readonly roomId: number | null;
  readonly state: GroupState;
  readonly title: string;
  readonly missing: readonly Lack[];
  /** The employee who brought it. */
  readonly addedById: number;
  /** Telegram ids of employees who are in it from before. */
  readonly insiders: readonly number[];
  /** When its room was given another; null: it was not. */
  readonly givenUpAt: Date | null;
}

interface Row {
  id: number;
  chatId: bigint;
  roomId: number | null;
  state: string;
  title: string;
  missing: string[];
  addedById: number;
  insiders: bigint[];
  givenUpAt: Date | null;
}

const SELECT = {
  id: true,
  chatId: true,
  roomId: true,
  state: true,
  title: true,
  missing: true,
  addedById: true,
  insiders: true,
  givenUpAt: true,
} as const;

function toGroup({ chatId, state, missing, insiders, ...rest }: Row): Group {
  return {
    ...rest,
    chatId: Number(chatId),
    state: state as GroupState,
    missing: missing as Lack[],
    insiders: insiders.map(Number),
  };
}

/** A room and the group that it has just been given. */
export interface Pairing {
  readonly roomId: number;
  readonly groupId: number;
}

export interface GroupChange {
  readonly state?: GroupState;
  readonly roomId?: number;
  readonly title?: string;
  readonly missing?: readonly Lack[];
  readonly insiders?: readonly number[];
  readonly usedAt?: Date;
  readonly lostAt?: Date | null;
  /** Of whose people somebody may have left unseen: the number of the member after whom to look. */
  readonly rollAfter?: number | null;
}

/** A group whose people are looked for. */
export interface RollCall {
  readonly groupId: number;
  readonly roomId: number;
  readonly chatId: number;
  /** The number of the member after whom it goes on. */
  readonly after: number;
}

export type GroupRepository = ReturnType<typeof createGroupRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createGroupRepository() {
  async function findByChat(db: Tx, chatId: number): Promise<Group | null> {
    const row = await db.roomGroup.findUnique({ where: { chatId }, select: SELECT });
    return row ? toGroup(row) : null;
  }

  /** The same, and nobody else changes it until the transaction ends. */
  async function lockByChat(tx: Tx, chatId: number): Promise<Group | null> {
    await tx.$queryRaw`SELECT id FROM room_group WHERE chat_id = ${chatId} FOR NO KEY UPDATE`;
    return findByChat(tx, chatId);
  }

  /** The groups that lie ready with this employee inside; nobody else changes or gives them meanwhile. */
  async function lockReadyWith(tx: Tx, userId: number): Promise<Group[]> {
    const rows = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM room_group WHERE state = 'ready' AND ${userId}::bigint = ANY(insiders)
      ORDER BY id FOR NO KEY UPDATE`;
    return find(
      tx,
      rows.map(({ id }) => id),
    );
  }

  async function find(db: Tx, ids: readonly number[]): Promise<Group[]> {
    const rows = await db.roomGroup.findMany({ where: { id: { in: [...ids] } }, select: SELECT });
    return rows.map(toGroup);
  }

  /** The group that a room has now; null: none. */
  async function findOfRoom(db: Tx, roomId: number): Promise<Group | null> {
    const row = await db.roomGroup.findFirst({ where: { roomId, state: 'used' }, select: SELECT });
    return row ? toGroup(row) : null;
  }

  /** Makes the group known as lacking everything; one that is known stays as it is. */
  async function note(
    tx: Tx,
    group: { readonly chatId: number; readonly title: string; readonly addedById: number },
    now: Date,
  ): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO room_group (chat_id, state, title, missing, insiders, added_by_id, added_at)
      VALUES (${group.chatId}, 'lacking', ${group.title}, '{}', '{}', ${group.addedById}, ${now}::timestamptz)
      ON CONFLICT (chat_id) DO NOTHING`;
  }

  async function update(tx: Tx, id: number, change: GroupChange): Promise<void> {
    const { missing, insiders, ...rest } = change;
    const lists = {
      ...(missing ? { missing: [...missing] } : {}),
      ...(insiders ? { insiders: insiders.map(BigInt) } : {}),
    };
    await tx.roomGroup.update({ where: { id }, data: { ...rest, ...lists } });
  }

  async function replaceChatId(tx: Tx, oldChatId: number, newChatId: number): Promise<boolean> {
    const where = { chatId: oldChatId };
    return (await tx.roomGroup.updateMany({ where, data: { chatId: newChatId } })).count > 0;
  }

  /**
   * Gives the oldest groups of the stock to the rooms that have waited longest; rooms and groups that
   * somebody else is just giving are left to them.
   */
  async function handOut(tx: Tx, now: Date): Promise<Pairing[]> {
    const isEmpty = (await tx.roomGroup.findFirst({ where: { state: 'ready' } })) === null;
    if (isEmpty) return [];
    return tx.$queryRaw<Pairing[]>`
      WITH waiting AS MATERIALIZED (
        SELECT id FROM room WHERE state = 'waiting' ORDER BY id LIMIT 50 FOR NO KEY UPDATE SKIP LOCKED),
      stock AS MATERIALIZED (
        SELECT id FROM room_group WHERE state = 'ready' ORDER BY id
        LIMIT (SELECT count(*) FROM waiting) FOR NO KEY UPDATE SKIP LOCKED),
      pairs AS (
        SELECT w.id AS room_id, s.id AS group_id
        FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM waiting) w
        JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM stock) s USING (n)),
      ready AS (
        UPDATE room SET state = 'ready', ready_at = COALESCE(ready_at, ${now}::timestamptz)
        FROM pairs WHERE room.id = pairs.room_id)
      UPDATE room_group SET state = 'used', room_id = pairs.room_id, used_at = ${now}::timestamptz
      FROM pairs WHERE room_group.id = pairs.group_id
      RETURNING pairs.room_id AS "roomId", pairs.group_id AS "groupId"`;
  }

  async function level(db: Tx): Promise<StockLevel> {
    const [level] = await db.$queryRaw<StockLevel[]>`
      SELECT (SELECT count(*)::int FROM room_group WHERE state = 'ready') AS ready,
        (SELECT count(*)::int FROM room WHERE state = 'waiting') AS waiting`;
    return level ?? { ready: 0, waiting: 0 };
  }

  async function countUsed(db: Tx): Promise<number> {
    return db.roomGroup.count({ where: { state: 'used' } });
  }

  /** Groups that somebody is to mend, the newest first. */
  async function lacking(db: Tx, limit: number): Promise<Group[]> {
    const rows = await db.roomGroup.findMany({
      where: { state: 'lacking' },
      select: SELECT,
      orderBy: { id: 'desc' },
      take: limit,
    });
    return rows.map(toGroup);
  }

  /** Of the groups that a room has, or had, the one that it was given last; null: none ever. */
  async function lastChatOf(db: Tx, roomId: number): Promise<number | null> {
    const row = await db.roomGroup.findFirst({
      where: { roomId },
      orderBy: [{ usedAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
      select: { chatId: true },
    });
    return row ? Number(row.chatId) : null;
  }

  /** The room that has lost its group goes on elsewhere: what becomes of that group is nothing to it. */
  async function giveUp(tx: Tx, roomId: number, now: Date): Promise<void> {
    const where = { roomId, state: 'lost', givenUpAt: null };
    await tx.roomGroup.updateMany({ where, data: { givenUpAt: now } });
  }

  /** Groups of open rooms that lack something, after this one. */
  async function inTrouble(db: Tx, after: number, limit: number): Promise<Group[]> {
    const rows = await db.roomGroup.findMany({
      where: {
        id: { gt: after },
        state: { in: ['used', 'lost'] },
        missing: { isEmpty: false },
        givenUpAt: null,
        room: { state: { in: ['ready', 'lost'] } },
      },
      select: SELECT,
      orderBy: { id: 'asc' },
      take: limit,
    });
    return rows.map(toGroup);
  }

  /** The group that has waited longest for its people to be looked for; null: none does. */
  async function nextRoll(db: Tx): Promise<RollCall | null> {
    const where = { rollAfter: { not: null } };
    const row = await db.roomGroup.findFirst({ where, orderBy: { id: 'asc' } });
    if (!row) return null;
    const { id: groupId, roomId, chatId, rollAfter } = row;
    return { groupId, roomId: roomId ?? 0, chatId: Number(chatId), after: rollAfter ?? 0 };
  }

  /** So far it has come (null: to the end), unless it begins anew meanwhile. */
  async function noteRoll(db: Tx, { groupId, after }: RollCall, next: number | null) {
    const where = { id: groupId, rollAfter: after };
    await db.roomGroup.updateMany({ where, data: { rollAfter: next } });
  }

  /** How the group is that a room has or had last; null: it never had one. */
  async function footingOf(db: Tx, roomId: number): Promise<GroupState | null> {
    const query = { where: { roomId }, orderBy: { id: 'desc' }, select: { state: true } } as const;
    return ((await db.roomGroup.findFirst(query))?.state ?? null) as GroupState | null;
  }

  /** What is missing in the group that a room has or had last, as of now. */
  async function troubleOf(db: Tx, roomId: number): Promise<readonly Lack[]> {
    const query = {
      where: { roomId },
      orderBy: { id: 'desc' },
      select: { missing: true },
    } as const;
    return ((await db.roomGroup.findFirst(query))?.missing ?? []) as Lack[];
  }

  /** Whether that group had lacked something before this moment. */
  async function wasInTrouble(db: Tx, roomId: number, before: Date): Promise<boolean> {
    const group = await db.roomGroup.findFirst({ where: { roomId }, orderBy: { id: 'desc' } });
    const type = { in: ['group-lost', 'group-footing'] };
    const where = { subject: 'room-group', subjectId: group?.id ?? 0, type, at: { lt: before } };
    const last = await db.event.findFirst({ where, orderBy: { id: 'desc' } });
    const { missing = [] } = (last?.data ?? {}) as { readonly missing?: readonly Lack[] };
    return missing.length > 0;
  }

  /** Whether an event of this type was written about the stock since then. */
  async function wasToldSince(db: Tx, type: string, since: Date): Promise<boolean> {
    const where = { subject: 'room-group', subjectId: 0, type, at: { gte: since } };
    return (await db.event.findFirst({ where, select: { id: true } })) !== null;
  }

  return {
    findByChat,
    lockByChat,
    lockReadyWith,
    find,
    findOfRoom,
    note,
    update,
    replaceChatId,
    handOut,
    level,
    countUsed,
    lacking,
    giveUp,
    lastChatOf,
    inTrouble,
    nextRoll,
    noteRoll,
    footingOf,
    troubleOf,
    wasInTrouble,
    wasToldSince,
  };
}
