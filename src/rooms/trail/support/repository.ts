// The table of calls for support, and how their dialogs stand.

import type { Database, Tx } from '../../../platform/database/index.ts';
import type { DeskSide, Reason, SupportCall } from './call.ts';

export interface NewCall {
  readonly roomId: number;
  readonly personId: number;
  readonly reason: Reason;
  readonly chatId: number;
  readonly messageId: number;
}

export type SupportRepository = ReturnType<typeof createSupportRepository>;

/** Methods with `tx` belong to it. */
export function createSupportRepository({ prisma }: Database) {
  /** Null: the room has called already, and that is not over. */
  async function insert(tx: Tx, call: NewCall, now: Date): Promise<number | null> {
    const { roomId, personId, reason, chatId, messageId } = call;
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO support_call (room_id, person_id, reason, chat_id, message_id, called_at)
      VALUES (${roomId}, ${personId}, ${reason}, ${chatId}::bigint, ${messageId}, ${now}::timestamptz)
      ON CONFLICT DO NOTHING RETURNING id`;
    return row?.id ?? null;
  }

  /** The same of a call that no message of the room makes; see `placeOf`. */
  async function insertPlaceless(
    tx: Tx,
    { roomId, personId, reason }: Omit<NewCall, 'chatId' | 'messageId'>,
    now: Date,
  ): Promise<number | null> {
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO support_call (id, room_id, person_id, reason, chat_id, message_id, called_at)
      SELECT id, ${roomId}, ${personId}, ${reason}, 0, -id, ${now}::timestamptz
      FROM (SELECT nextval(pg_get_serial_sequence('support_call', 'id'))::int AS id) AS next
      ON CONFLICT DO NOTHING RETURNING id`;
    return row?.id ?? null;
  }

  async function find(id: number, db: Tx = prisma): Promise<SupportCall | null> {
    const row = await db.supportCall.findUnique({ where: { id } });
    return row && toCall(row);
  }

  /** The one that is not over; null: none is. */
  async function findOpen(roomId: number, db: Tx = prisma): Promise<SupportCall | null> {
    const row = await db.supportCall.findFirst({ where: { roomId, closedAt: null } });
    return row && toCall(row);
  }

  /** The latest of each of these rooms. */
  async function latest(roomIds: readonly number[]): Promise<SupportCall[]> {
    const rows = await prisma.supportCall.findMany({
      where: { roomId: { in: [...roomIds] } },
      orderBy: { id: 'desc' },
      distinct: ['roomId'],
    });
    return rows.map(toCall);
  }

  /** Those that the desk has not heard of yet. */
  async function listToPassOn(limit: number): Promise<SupportCall[]> {
    const rows = await prisma.supportCall.findMany({
      where: { dialogId: null, closedAt: null },
      orderBy: { id: 'asc' },
      take: limit,
    });
    return rows.map(toCall);
  }

  /** False: it has one already. */
  async function setDialog(tx: Tx, id: number, dialogId: number): Promise<boolean> {
    const where = { id, dialogId: null };
    return (await tx.supportCall.updateMany({ where, data: { dialogId } })).count > 0;
  }

  /** The latest call of the room goes on in another dialog. */
  async function moveOn(tx: Tx, id: number, dialogId: number): Promise<void> {
    await tx.supportCall.update({ where: { id }, data: { dialogId } });
  }

  /** The latest call that became this dialog is over, or goes on again; null: none did. */
  async function follow(
    tx: Tx,
    dialogId: number,
    closedAt: Date | null,
  ): Promise<SupportCall | null> {
    const row = await tx.supportCall.findFirst({ where: { dialogId }, orderBy: { id: 'desc' } });
    if (!row) return null;
    const other = await findOpen(row.roomId, tx);
    const isOthers = closedAt === null && other !== null && other.id !== row.id;
    if (!isOthers) await tx.supportCall.update({ where: { id: row.id }, data: { closedAt } });
    return toCall(row);
  }

  /** The latest call of the room with this address on the desk, if it is over; null: it is not. */
  async function latestOver(tx: Tx, addressId: number): Promise<SupportCall | null> {
    const address = await tx.clientAddress.findUniqueOrThrow({ where: { id: addressId } });
    const where = { roomId: Number(address.externalId) };
    const row = await tx.supportCall.findFirst({ where, orderBy: { id: 'desc' } });
    return row?.closedAt ? toCall(row) : null;
  }

  /** Of these calls, by their numbers; one that is on its way to the desk has none. */
  async function deskSides(calls: readonly SupportCall[]): Promise<ReadonlyMap<number, DeskSide>> {
    const ids = calls.flatMap(({ dialogId }) => dialogId ?? []);
    if (ids.length === 0) return new Map();
    const rows = await prisma.dialog.findMany({
      where: { id: { in: ids } },
      select: { id: true, status: true, closedAt: true, assignee: { select: { name: true } } },
    });
    const sides = new Map(
      rows.map(({ id, status, closedAt, assignee }): [number, DeskSide] => [
        id,
        { status, isClosed: closedAt !== null, holder: assignee?.name ?? null },
      ]),
    );
    return new Map(
      calls.flatMap(({ id, dialogId }) => {
        const side = sides.get(dialogId ?? 0);
        return side ? [[id, side] as const] : [];
      }),
    );
  }

  return {
    insert,
    insertPlaceless,
    find,
    findOpen,
    latest,
    listToPassOn,
    setDialog,
    moveOn,
    latestOver,
    follow,
    deskSides,
  };
}

function toCall(row: {
  id: number;
  roomId: number;
  personId: number;
  reason: string;
  chatId: bigint;
  messageId: number;
  calledAt: Date;
  dialogId: number | null;
  closedAt: Date | null;
}): SupportCall {
  const { id, roomId, personId, calledAt, dialogId, closedAt, messageId } = row;
  const at = { chatId: Number(row.chatId), messageId };
  return { id, roomId, personId, reason: row.reason as Reason, at, calledAt, dialogId, closedAt };
}
