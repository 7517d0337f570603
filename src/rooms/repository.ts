// The tables of rooms and of who is in them.

import { type Person, toPerson } from '../people/person.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import type { ClosingReason } from './closing.ts';
import type { PlacedRoom, Room, RoomKind, RoomMember, RoomRole, RoomState } from './room.ts';
import type { Lack } from './stock.ts';

const SELECT = {
  id: true,
  kind: true,
  state: true,
  title: true,
  companyId: true,
  managerId: true,
  locales: true,
  keepsLook: true,
  createdAt: true,
  closedAt: true,
  closedById: true,
  closedReason: true,
} as const;

interface Row {
  id: number;
  kind: string;
  state: string;
  title: string;
  companyId: number | null;
  managerId: number | null;
  locales: string[];
  keepsLook: boolean;
  createdAt: Date;
  closedAt: Date | null;
  closedById: number | null;
  closedReason: string | null;
}

function toRoom({
  kind,
  state,
  locales,
  closedAt: at,
  closedById: byId,
  closedReason,
  ...rest
}: Row): Room {
  const reason = closedReason as ClosingReason | null;
  return {
    ...rest,
    closed: at && { at, byId, reason },
    kind: kind as RoomKind,
    state: state as RoomState,
    locales: locales as Locale[],
  };
}

function toPlace({ id, chatId, missing }: { id: number; chatId: bigint; missing: string[] }) {
  return { groupId: id, chatId: Number(chatId), missing: missing as Lack[] };
}

export interface NewRoom {
  readonly kind: RoomKind;
  readonly title: string;
  readonly companyId: number | null;
  readonly managerId: number | null;
  readonly locales: readonly Locale[];
}

export interface NewMember {
  readonly roomId: number;
  readonly personId: number;
  readonly role: RoomRole;
  readonly tag: string | null;
  readonly invitedById: number | null;
}

const IN_GROUP = {
  where: { state: 'used' },
  select: { id: true, chatId: true, missing: true },
} as const;

export type RoomRepository = ReturnType<typeof createRoomRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createRoomRepository() {
  async function insert(tx: Tx, room: NewRoom, now: Date): Promise<Room> {
    const data = { ...room, locales: [...room.locales], createdAt: now };
    return toRoom(await tx.room.create({ data, select: SELECT }));
  }

  async function find(db: Tx, ids: readonly number[]): Promise<Room[]> {
    const rows = await db.room.findMany({ where: { id: { in: [...ids] } }, select: SELECT });
    return rows.map(toRoom);
  }

  /** The rooms, and nobody else changes them until the transaction ends. Locked in order. */
  async function lock(tx: Tx, ids: readonly number[]): Promise<Room[]> {
    await tx.$queryRaw`SELECT id FROM room WHERE id = ANY(${[...ids]}) ORDER BY id FOR NO KEY UPDATE`;
    return find(tx, ids);
  }

  /** Those of the rooms that have a group, with it. */
  async function findPlaced(db: Tx, ids: readonly number[]): Promise<PlacedRoom[]> {
    const where = { id: { in: [...ids] } };
    const rows = await db.room.findMany({ where, select: { ...SELECT, groups: IN_GROUP } });
    return rows.flatMap(({ groups: [group], ...row }) =>
      group ? [{ ...toRoom(row), ...toPlace(group) }] : [],
    );
  }

  /** The rooms whose groups these chats are now. */
  async function findByChat(db: Tx, chatIds: readonly number[]): Promise<PlacedRoom[]> {
    const rows = await db.roomGroup.findMany({
      where: { chatId: { in: [...chatIds] }, state: 'used' },
      select: { id: true, chatId: true, missing: true, room: { select: SELECT } },
    });
    return rows.flatMap(({ room, ...group }) =>
      room ? [{ ...toRoom(room), ...toPlace(group) }] : [],
    );
  }

  async function update(
    tx: Tx,
    id: number,
    data: {
      readonly state?: RoomState;
      readonly title?: string;
      readonly managerId?: number | null;
      readonly locales?: readonly Locale[];
      readonly keepsLook?: boolean;
      readonly readyAt?: Date;
      readonly closedAt?: Date | null;
      readonly closedById?: number | null;
      readonly closedReason?: ClosingReason | null;
    },
  ): Promise<void> {
    const { locales, ...rest } = data;
    await tx.room.update({
      where: { id },
      data: { ...rest, ...(locales ? { locales: [...locales] } : {}) },
    });
  }

  /** Null: they are in it already. */
  async function addMember(tx: Tx, member: NewMember, now: Date): Promise<number | null> {
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO room_member (room_id, person_id, role, tag, invited_by_id, since)
      VALUES (${member.roomId}, ${member.personId}, ${member.role}, ${member.tag},
        ${member.invitedById}, ${now}::timestamptz)
      ON CONFLICT (room_id, person_id) WHERE left_at IS NULL DO NOTHING
      RETURNING id`;
    return row?.id ?? null;
  }

  async function updateMember(
    tx: Tx,
    { roomId, personId }: { readonly roomId: number; readonly personId: number },
    data: {
      readonly role?: RoomRole;
      readonly tag?: string | null;
      readonly invitedById?: number | null;
      readonly leftAt?: Date;
      readonly removed?: boolean;
    },
  ): Promise<boolean> {
    const where = { roomId, personId, leftAt: null };
    return (await tx.roomMember.updateMany({ where, data })).count > 0;
  }

  /** Who is in these rooms now, the longest there first. */
  async function members(db: Tx, roomIds: readonly number[]): Promise<RoomMember[]> {
    const rows = await db.roomMember.findMany({
      where: { roomId: { in: [...roomIds] }, leftAt: null },
      include: { person: true },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ roomId, person, role, tag, invitedById, since }) => ({
      roomId,
      person: toPerson(person),
      role: role as RoomRole,
      tag,
      invitedById,
      since,
    }));
  }

  /** Of those who are in a room now the next after this one, by their numbers as members. */
  async function membersAfter(
    db: Tx,
    roomId: number,
    after: number,
    limit: number,
  ): Promise<{ memberId: number; person: Person }[]> {
    const rows = await db.roomMember.findMany({
      where: { roomId, leftAt: null, id: { gt: after } },
      include: { person: true },
      orderBy: { id: 'asc' },
      take: limit,
    });
    return rows.map(({ id, person }) => ({ memberId: id, person: toPerson(person) }));
  }

  /** Whether this person was in the room, and was taken out of it by somebody when they were there last. */
  async function wasRemoved(db: Tx, roomId: number, personId: number): Promise<boolean> {
    const where = { roomId, personId };
    const last = await db.roomMember.findFirst({ where, orderBy: { id: 'desc' } });
    return last?.removed === true;
  }

  /** The rooms in which this person is now as one of these. */
  async function listWithMember(
    db: Tx,
    personId: number,
    roles: readonly RoomRole[],
  ): Promise<number[]> {
    const where = { personId, leftAt: null, role: { in: [...roles] } };
    const orderBy = { roomId: 'asc' } as const;
    const rows = await db.roomMember.findMany({ where, orderBy, select: { roomId: true } });
    return rows.map(({ roomId }) => roomId);
  }

  return {
    insert,
    find,
    lock,
    findPlaced,
    findByChat,
    update,
    addMember,
    updateMember,
    members,
    membersAfter,
    wasRemoved,
    listWithMember,
  };
}
