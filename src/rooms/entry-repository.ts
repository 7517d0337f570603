// The table of ways in.

import { type Person, toPerson } from '../people/person.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Entry, RoomRole } from './room.ts';

interface Row {
  id: number;
  roomId: number;
  personId: number | null;
  role: string;
  tag: string | null;
  state: string;
  invitedById: number | null;
  link: string | null;
  groupId: number | null;
  expiresAt: Date | null;
}

const SELECT = {
  id: true,
  roomId: true,
  personId: true,
  role: true,
  tag: true,
  state: true,
  invitedById: true,
  link: true,
  groupId: true,
  expiresAt: true,
} as const;

function toEntry({ role, state, ...rest }: Row): Entry {
  return { ...rest, role: role as RoomRole, state: state as Entry['state'] };
}

/** A way in, with all that the sender must know to lead its owner there. */
export interface PlacedEntry extends Entry {
  readonly person: Person | null;
  /** The group that the room has now; null: none. */
  readonly group: { readonly id: number; readonly chatId: number } | null;
}

/** A way in as its owner chooses among several. */
export interface ListedWay {
  readonly entryId: number;
  readonly title: string;
}

export interface NewEntry {
  readonly roomId: number;
  readonly role: RoomRole;
  readonly tag: string | null;
  readonly invitedById: number | null;
  readonly expiresAt: Date | null;
}

export type EntryRepository = ReturnType<typeof createEntryRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createEntryRepository() {
  /** Null: that person has an open way into that room already. */
  async function insertFor(
    tx: Tx,
    personId: number,
    entry: NewEntry,
    now: Date,
  ): Promise<number | null> {
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO room_entry (room_id, person_id, role, tag, invited_by_id, expires_at, created_at)
      VALUES (${entry.roomId}, ${personId}, ${entry.role}, ${entry.tag}, ${entry.invitedById},
        ${entry.expiresAt}::timestamptz, ${now}::timestamptz)
      ON CONFLICT (room_id, person_id) WHERE state = 'open' AND person_id IS NOT NULL DO NOTHING
      RETURNING id`;
    return row?.id ?? null;
  }

  /** The same into several rooms at once; those into which there is none yet are made. */
  async function insertMany(
    tx: Tx,
    roomIds: readonly number[],
    personId: number,
    { role, invitedById }: Pick<NewEntry, 'role' | 'invitedById'>,
    now: Date,
  ): Promise<{ id: number; roomId: number }[]> {
    return tx.$queryRaw`
      INSERT INTO room_entry (room_id, person_id, role, invited_by_id, created_at)
      SELECT room_id, ${personId}::int, ${role}, ${invitedById}::int, ${now}::timestamptz
      FROM unnest(${[...roomIds]}::int[]) AS room_id
      ON CONFLICT (room_id, person_id) WHERE state = 'open' AND person_id IS NOT NULL DO NOTHING
      RETURNING id, room_id AS "roomId"`;
  }

  /** Ends what has lost its time of this person's ways into these rooms. */
  async function closeExpired(tx: Tx, roomIds: readonly number[], personId: number, now: Date) {
    await tx.roomEntry.updateMany({
      where: { roomId: { in: [...roomIds] }, personId, state: 'open', expiresAt: { lte: now } },
      data: { state: 'closed', endedAt: now },
    });
  }

  /** The ways that lead a person somewhere, an exporter's own group first. */
  async function listWays(db: Tx, personId: number, now: Date): Promise<ListedWay[]> {
    const rows = await db.roomEntry.findMany({
      where: {
        personId,
        state: 'open',
        room: { closedAt: null },
        OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
      },
      orderBy: [{ room: { kind: 'asc' } }, { room: { title: 'asc' } }, { id: 'asc' }],
      select: { id: true, room: { select: { title: true } } },
    });
    return rows.map(({ id, room }) => ({ entryId: id, title: room.title }));
  }

  async function insertByCode(
    tx: Tx,
    codes: { readonly code: string; readonly fetchCode: string },
    entry: NewEntry,
    now: Date,
  ): Promise<void> {
    await tx.roomEntry.create({ data: { ...entry, ...codes, createdAt: now } });
  }

  async function find(db: Tx, ids: readonly number[]): Promise<Entry[]> {
    const rows = await db.roomEntry.findMany({ where: { id: { in: [...ids] } }, select: SELECT });
    return rows.map(toEntry);
  }

  async function links(db: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const found = await find(db, ids);
    return new Map(found.flatMap(({ id, link }) => (link ? [[id, link] as const] : [])));
  }

  /** The way in of this code, and nobody else claims it until the transaction ends. */
  async function lockByCode(tx: Tx, code: string): Promise<Entry | null> {
    await tx.$queryRaw`SELECT id FROM room_entry WHERE code = ${code} FOR NO KEY UPDATE`;
    const row = await tx.roomEntry.findUnique({ where: { code }, select: SELECT });
    return row ? toEntry(row) : null;
  }

  /** The way in that is fetched by this code, and the code of its link; null: there is none. */
  async function findToFetch(
    db: Tx,
    fetchCode: string,
  ): Promise<{ readonly entry: Entry; readonly code: string } | null> {
    const select = { ...SELECT, code: true } as const;
    const row = await db.roomEntry.findUnique({ where: { fetchCode }, select });
    if (!row?.code) return null;
    const { code, ...entry } = row;
    return { entry: toEntry(entry), code };
  }

  /** The open way of this person into this room; null: none. */
  async function findOpen(db: Tx, roomId: number, personId: number): Promise<Entry | null> {
    const where = { roomId, personId, state: 'open' };
    const row = await db.roomEntry.findFirst({ where, select: SELECT });
    return row ? toEntry(row) : null;
  }

  async function findPlaced(db: Tx, ids: readonly number[]): Promise<PlacedEntry[]> {
    const group = { where: { state: 'used' }, select: { id: true, chatId: true } } as const;
    const rows = await db.roomEntry.findMany({
      where: { id: { in: [...ids] } },
      select: { ...SELECT, person: true, room: { select: { groups: group } } },
    });
    return rows.map(({ person, room, ...row }) => {
      const [used] = room.groups;
      const place = used ? { id: used.id, chatId: Number(used.chatId) } : null;
      return { ...toEntry(row), person: person && toPerson(person), group: place };
    });
  }

  /** Open ways into a room: of those who are still to come. Codes that nobody has opened are nobody's yet. */
  async function listOpen(
    db: Tx,
    roomId: number,
  ): Promise<readonly (Entry & { asked: boolean })[]> {
    const rows = await db.roomEntry.findMany({
      where: { roomId, state: 'open', personId: { not: null } },
      select: { ...SELECT, askedAt: true },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ askedAt, ...row }) => ({ ...toEntry(row), asked: askedAt !== null }));
  }

  /** The open ways in that are this person's as one of these, whichever the room. */
  async function listOpenOf(
    db: Tx,
    personId: number,
    roles: readonly RoomRole[],
  ): Promise<number[]> {
    const where = { personId, state: 'open', role: { in: [...roles] } };
    const rows = await db.roomEntry.findMany({
      where,
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }

  /** Ends every way into a room that is open, codes included; the links that led there. */
  async function endAll(tx: Tx, roomId: number, now: Date): Promise<readonly string[]> {
    const rows = await tx.$queryRaw<{ link: string | null }[]>`
      UPDATE room_entry SET state = 'closed', ended_at = ${now}::timestamptz
      WHERE room_id = ${roomId} AND state = 'open' RETURNING link`;
    return rows.flatMap(({ link }) => link ?? []);
  }

  /** False: it was ended before. */
  async function end(tx: Tx, id: number, state: 'used' | 'closed', now: Date): Promise<boolean> {
    const where = { id, state: 'open' };
    return (await tx.roomEntry.updateMany({ where, data: { state, endedAt: now } })).count > 0;
  }

  async function update(
    tx: Tx,
    id: number,
    data: {
      readonly personId?: number;
      readonly role?: RoomRole;
      readonly tag?: string | null;
      readonly invitedById?: number | null;
      readonly expiresAt?: Date | null;
      readonly link?: string;
      readonly groupId?: number;
      readonly askedAt?: Date;
    },
  ): Promise<void> {
    await tx.roomEntry.update({ where: { id }, data });
  }

  return {
    insertFor,
    insertMany,
    insertByCode,
    closeExpired,
    listWays,
    find,
    links,
    lockByCode,
    findToFetch,
    findOpen,
    findPlaced,
    listOpen,
    listOpenOf,
    end,
    endAll,
    update,
  };
}
