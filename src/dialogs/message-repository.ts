// The tables of messages and of the pairs they form with their copies on the other side.

import { Prisma } from '../generated/prisma/client.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type {
  DeliveryState,
  DialogMessage,
  MessageAddress,
  NewDialogMessage,
  Purpose,
} from './message.ts';
import { type MessageRow, toMessage } from './rows.ts';

const COLUMNS = Prisma.raw(
  `m.id, m.dialog_id, m.author, m.staff_id, m.purpose, m.chat_id, m.message_id, m.content,
   m.media_group_id, m.reply_to_id, m.received_at, m.delivery, m.delivered_at, m.failure, m.version, m.edited_at,
   m.deleted_at`,
);

/** Whatever somebody has said within a few seconds is among so many last messages of a dialog. */
const NEIGHBOURS = 20;

export type NewCopy = MessageAddress & {
  readonly sourceId: number;
  /** The version of the source that it was sent with, and the one that it shows. */
  readonly sentVersion: number;
  readonly shownVersion: number;
};

export type MessageRepository = ReturnType<typeof createMessageRepository>;

/**
 * Every method that takes a transaction belongs to it; messages are found by our number or by their
 * place in Telegram.
 */
export function createMessageRepository({ prisma }: Database) {
  /** Keeps messages, in the order given, each with an empty copy for the other side. Returns their ids. */
  async function insert(tx: Tx, messages: readonly NewDialogMessage[]): Promise<number[]> {
    if (messages.length === 0) return [];
    const list = messages.map(({ content, ...rest }) => ({ ...rest, kind: content.kind, content }));
    const rows = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO message (dialog_id, author, staff_id, purpose, chat_id, message_id, kind, content,
        media_group_id, reply_to_id, received_at, answered_at, delivery)
      SELECT m."dialogId", m.author, m."staffId", m.purpose, m."chatId", m."messageId", m.kind, m.content,
        m."mediaGroupId", m."replyToId", m."receivedAt", m."answeredAt", m.delivery
      FROM ROWS FROM (json_to_recordset(${JSON.stringify(list)}::json) AS ("dialogId" int, author text,
        "staffId" int, purpose text, "chatId" bigint, "messageId" int, kind text, content json,
        "mediaGroupId" text, "replyToId" int, "receivedAt" timestamptz, "answeredAt" timestamptz,
        delivery text)) WITH ORDINALITY AS m
      ORDER BY m.ordinality RETURNING id`;
    return rows.map((row) => row.id);
  }

  /** Where copies were sent to; a text of several parts, and texts that left together, have several. */
  async function addCopies(tx: Tx, copies: readonly NewCopy[]): Promise<void> {
    if (copies.length === 0) return;
    await tx.$executeRaw`
      INSERT INTO message_copy (source_id, chat_id, message_id, sent_version, shown_version)
      SELECT n."sourceId", n."chatId", n."messageId", n."sentVersion", n."shownVersion"
      FROM json_to_recordset(${JSON.stringify(copies)}::json)
        AS n("sourceId" int, "chatId" bigint, "messageId" int, "sentVersion" int, "shownVersion" int)`;
  }

  /** Those of these Telegram messages that are kept already, as «chat/message». */
  async function findKnown(tx: Tx, addresses: readonly MessageAddress[]): Promise<Set<string>> {
    const rows = await tx.$queryRaw<{ chat_id: bigint; message_id: number }[]>`
      SELECT m.chat_id, m.message_id FROM message m
      JOIN json_to_recordset(${JSON.stringify(addresses)}::json) AS n("chatId" bigint, "messageId" int)
        ON m.chat_id = n."chatId" AND m.message_id = n."messageId"`;
    return new Set(rows.map((row) => `${row.chat_id}/${row.message_id}`));
  }

  /** The kept message that stands at this place in Telegram, itself or as its copy; the newest, if many. */
  async function findAt(
    tx: Tx,
    { chatId, messageId }: MessageAddress,
  ): Promise<DialogMessage | null> {
    const [row] = await tx.$queryRaw<MessageRow[]>`
      SELECT ${COLUMNS} FROM message m WHERE m.id = (
        SELECT max(id) FROM (
          SELECT id FROM message WHERE chat_id = ${chatId}::bigint AND message_id = ${messageId}
          UNION ALL
          SELECT source_id FROM message_copy WHERE chat_id = ${chatId}::bigint AND message_id = ${messageId}
        ) AS here (id))`;
    return row ? toMessage(row) : null;
  }

  /** All kept messages that stand at this place, in their order: texts that left together share one. */
  async function findAllAt(
    tx: Tx,
    { chatId, messageId }: MessageAddress,
  ): Promise<DialogMessage[]> {
    const rows = await tx.$queryRaw<MessageRow[]>`
      SELECT ${COLUMNS} FROM message m WHERE m.id IN (
        SELECT id FROM message WHERE chat_id = ${chatId}::bigint AND message_id = ${messageId}
        UNION ALL
        SELECT source_id FROM message_copy WHERE chat_id = ${chatId}::bigint AND message_id = ${messageId})
      ORDER BY m.id`;
    return rows.map(toMessage);
  }

  /** Whose dialog the message itself (not a copy of it) belongs to. */
  async function dialogOf({ chatId, messageId }: MessageAddress): Promise<number | null> {
    const row = await prisma.message.findUnique({
      where: { chatId_messageId: { chatId, messageId } },
      select: { dialogId: true },
    });
    return row?.dialogId ?? null;
  }

  /** Where messages stand, themselves or their copies (of several parts, all), as «message@chat». */
  async function findIn(ids: readonly number[]): Promise<Map<string, readonly number[]>> {
    if (ids.length === 0) return new Map();
    const rows = await prisma.$queryRaw<{ id: number; chat_id: bigint; message_ids: number[] }[]>`
      SELECT id, chat_id, ARRAY[message_id] AS message_ids FROM message
      WHERE id = ANY(${[...ids]}::int[])
      UNION ALL
      SELECT source_id, chat_id, coalesce(
        array_agg(message_id ORDER BY message_id) FILTER (WHERE NOT retired),
        array_agg(message_id ORDER BY message_id)) FROM message_copy
      WHERE source_id = ANY(${[...ids]}::int[])
      GROUP BY source_id, chat_id`;
    return new Map(rows.map((row) => [`${row.id}@${row.chat_id}`, row.message_ids]));
  }

  async function list(ids: readonly number[]): Promise<Map<number, DialogMessage>> {
    const rows = await prisma.$queryRaw<MessageRow[]>`
      SELECT ${COLUMNS} FROM message m WHERE m.id = ANY(${[...ids]}::int[])`;
    return new Map(rows.map((row) => [row.id, toMessage(row)]));
  }

  async function get(tx: Tx, id: number): Promise<DialogMessage | null> {
    const [row] = await tx.$queryRaw<
      MessageRow[]
    >`SELECT ${COLUMNS} FROM message m WHERE m.id = ${id}`;
    return row ? toMessage(row) : null;
  }

  /** Notes what became of answers on their way; `delivered` is final. */
  async function setDelivery(
    tx: Tx,
    ids: readonly number[],
    delivery: DeliveryState,
    failure: string | null,
    now: Date,
  ): Promise<void> {
    await tx.message.updateMany({
      where: { id: { in: [...ids] } },
      data: { delivery, failure, ...(delivery === 'delivered' ? { deliveredAt: now } : {}) },
    });
  }

  /** They are with the client, since when they were before, or since now. */
  async function setDelivered(tx: Tx, ids: readonly number[], now: Date): Promise<void> {
    await tx.$executeRaw`
      UPDATE message SET delivery = 'delivered', failure = NULL,
        delivered_at = coalesce(delivered_at, ${now}::timestamptz)
      WHERE id = ANY(${[...ids]}::int[])`;
  }

  async function setPurpose(
    tx: Tx,
    ids: readonly number[],
    purpose: Purpose,
    delivery: DeliveryState | null,
  ): Promise<void> {
    await tx.message.updateMany({ where: { id: { in: [...ids] } }, data: { purpose, delivery } });
  }

  /** The parts of an album that are kept so far, in their order. */
  async function listAlbum(
    tx: Tx,
    dialogId: number,
    mediaGroupId: string,
  ): Promise<DialogMessage[]> {
    const rows = await tx.$queryRaw<MessageRow[]>`
      SELECT ${COLUMNS} FROM message m
      WHERE m.dialog_id = ${dialogId} AND m.media_group_id = ${mediaGroupId} ORDER BY m.id`;
    return rows.map(toMessage);
  }

  /** What an employee wrote last in a dialog before this place, if that was not before `since`. */
  async function lastBefore(
    tx: Tx,
    { dialogId, staffId, at }: { dialogId: number; staffId: number; at: MessageAddress },
    since: Date,
  ): Promise<DialogMessage | null> {
    const [row] = await tx.$queryRaw<MessageRow[]>`
      SELECT ${COLUMNS} FROM (
        SELECT * FROM message WHERE dialog_id = ${dialogId} ORDER BY id DESC LIMIT ${NEIGHBOURS}) AS m
      WHERE m.staff_id = ${staffId} AND m.chat_id = ${at.chatId}::bigint
        AND m.message_id < ${at.messageId} AND m.received_at >= ${since}::timestamptz
      ORDER BY m.message_id DESC LIMIT 1`;
    return row ? toMessage(row) : null;
  }

  /** What staff said among themselves, or have not agreed to send, in the second that begins then. */
  async function listInsideAt(tx: Tx, second: Date): Promise<DialogMessage[]> {
    const next = new Date(second.getTime() + 1_000);
    const rows = await tx.$queryRaw<MessageRow[]>`
      SELECT ${COLUMNS} FROM message m WHERE m.purpose IN ('note', 'held')
        AND m.received_at >= ${second}::timestamptz AND m.received_at < ${next}::timestamptz`;
    return rows.map(toMessage);
  }

  /** What the author of a message wrote in its dialog from then on, and nobody has said is to be sent. */
  async function listHeldSince(tx: Tx, message: DialogMessage): Promise<DialogMessage[]> {
    const { id, dialogId, staffId } = message;
    const rows = await tx.$queryRaw<MessageRow[]>`
      SELECT ${COLUMNS} FROM message m WHERE m.dialog_id = ${dialogId} AND m.id >= ${id}
        AND m.staff_id = ${staffId} AND m.purpose = 'held' ORDER BY m.id`;
    return rows.map(toMessage);
  }

  /** Those of these albums of which these dialogs have a part, as «dialog/album»; whether all they have is answered. */
  async function albumsBegun(
    tx: Tx,
    dialogIds: readonly number[],
    albums: readonly string[],
  ): Promise<Map<string, { readonly answered: boolean }>> {
    const rows = await tx.$queryRaw<{ album: string; answered: boolean }[]>`
      SELECT dialog_id || '/' || media_group_id AS album, bool_and(answered_at IS NOT NULL) AS answered
      FROM message
      WHERE dialog_id = ANY(${[...dialogIds]}::int[]) AND media_group_id = ANY(${[...albums]}::text[])
      GROUP BY dialog_id, media_group_id`;
    return new Map(rows.map(({ album, answered }) => [album, { answered }]));
  }

  /** The questions asked before message `beforeId` (all, without it) are answered. */
  async function answerQuestions(
    tx: Tx,
    dialogId: number,
    now: Date,
    beforeId?: number,
  ): Promise<void> {
    await tx.message.updateMany({
      where: {
        dialogId,
        purpose: 'question',
        answeredAt: null,
        ...(beforeId === undefined ? {} : { id: { lt: beforeId } }),
      },
      data: { answeredAt: now, ...(beforeId === undefined ? {} : { answeredById: beforeId }) },
    });
  }

  /** When the oldest question was asked that nobody has answered. */
  async function oldestUnanswered(tx: Tx, dialogId: number): Promise<Date | null> {
    const row = await tx.message.findFirst({
      where: { dialogId, purpose: 'question', answeredAt: null },
      orderBy: { id: 'asc' },
      select: { receivedAt: true },
    });
    return row?.receivedAt ?? null;
  }

  /** The client's last message in a dialog. */
  async function lastOfClient(tx: Tx, dialogId: number): Promise<number | null> {
    const row = await tx.message.findFirst({
      where: { dialogId, author: 'client' },
      orderBy: { id: 'desc' },
      select: { id: true },
    });
    return row?.id ?? null;
  }

  return {
    insert,
    addCopies,
    findKnown,
    findAt,
    findAllAt,
    dialogOf,
    findIn,
    list,
    get,
    setDelivery,
    setDelivered,
    setPurpose,
    listAlbum,
    lastBefore,
    listInsideAt,
    listHeldSince,
    albumsBegun,
    answerQuestions,
    oldestUnanswered,
    lastOfClient,
  };
}
