// The tables of what people write in rooms, and of what it said before.

import type { Content } from '../../../dialogs/content.ts';
import type { Database, Tx } from '../../../platform/database/index.ts';
import { toJson } from '../../../platform/json.ts';
import type { RoomRole } from '../../room.ts';
import type { KeptMessage, SaidInRoom } from './kept.ts';

interface Row {
  id: number;
  roomId: number;
  chatId: bigint;
  messageId: number;
  personId: number | null;
  author: string;
  role: string | null;
  content: unknown;
  replyTo: number | null;
  albumKey: string | null;
  saidAt: Date;
  editedAt: Date | null;
  version: number;
}

/** A row as the model knows it. */
export function toKept({ chatId, role, content, albumKey, ...rest }: Row): KeptMessage {
  return {
    ...rest,
    album: albumKey,
    chatId: Number(chatId),
    role: role as RoomRole | null,
    content: content as Content,
  };
}

export interface MessagePlace {
  readonly chatId: number;
  readonly messageId: number;
}

export type RoomMessageRepository = ReturnType<typeof createRoomMessageRepository>;

/** Methods with `tx` belong to it. A message is known by its place in Telegram. */
export function createRoomMessageRepository({ prisma }: Database) {
  /** Its number; null: it was kept before. */
  async function insert(tx: Tx, said: SaidInRoom): Promise<number | null> {
    const {
      roomId,
      chatId,
      messageId,
      personId,
      author,
      role,
      content,
      replyTo,
      album = null,
    } = said;
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO room_message (room_id, chat_id, message_id, person_id, author, role, kind, content,
        reply_to, album_key, said_at, edited_at)
      VALUES (${roomId}, ${chatId}::bigint, ${messageId}, ${personId}::int, ${author}, ${role},
        ${content.kind}, ${JSON.stringify(content)}::json, ${replyTo}::int, ${album},
        ${said.saidAt}::timestamptz, ${said.editedAt}::timestamptz)
      ON CONFLICT (chat_id, message_id) DO NOTHING RETURNING id`;
    return row?.id ?? null;
  }

  /** Nobody else changes it until the transaction ends. */
  async function lock(tx: Tx, { chatId, messageId }: MessagePlace): Promise<KeptMessage | null> {
    await tx.$queryRaw`
      SELECT id FROM room_message
      WHERE chat_id = ${chatId}::bigint AND message_id = ${messageId} FOR NO KEY UPDATE`;
    const row = await tx.roomMessage.findUnique({
      where: { chatId_messageId: { chatId: BigInt(chatId), messageId } },
    });
    return row && toKept(row);
  }

  /** It says something else now; what it said before stays. */
  async function reword(
    tx: Tx,
    before: KeptMessage,
    after: { readonly content: Content; readonly editedAt: Date },
  ): Promise<void> {
    const { id, version, content, saidAt, editedAt } = before;
    await tx.roomMessageVersion.create({
      data: { messageId: id, version, content: toJson(content), since: editedAt ?? saidAt },
    });
    await tx.roomMessage.update({
      where: { id },
      data: {
        content: toJson(after.content),
        kind: after.content.kind,
        editedAt: after.editedAt,
        version: version + 1,
      },
    });
  }

  async function find(ids: readonly number[], db: Tx = prisma): Promise<KeptMessage[]> {
    const rows = await db.roomMessage.findMany({ where: { id: { in: [...ids] } } });
    return rows.map(toKept);
  }

  /** The latest of a room, oldest first. */
  async function latest(roomId: number, limit: number, db: Tx = prisma): Promise<KeptMessage[]> {
    const rows = await db.roomMessage.findMany({
      where: { roomId },
      orderBy: { id: 'desc' },
      take: limit,
    });
    return rows.map(toKept).reverse();
  }

  return { insert, lock, reword, find, latest };
}
