// What messages said before they were changed, and which version of each its copies show.

import type { Database, Tx } from '../platform/database/index.ts';
import { asWritten } from '../platform/json.ts';
import type { Content } from './content.ts';
import type { MessageAddress } from './message.ts';

/** A copy that stands on the other side, as far as we know. */
export interface ShownCopy extends MessageAddress {
  readonly sourceId: number;
  readonly sentVersion: number;
  readonly shownVersion: number;
}

/** What a message said until it was changed. */
export interface FormerVersion {
  readonly messageId: number;
  readonly version: number;
  readonly content: Content;
  /** Since when it had said so. */
  readonly at: Date;
}

export type VersionRepository = ReturnType<typeof createVersionRepository>;

/** Every method that takes a transaction belongs to it. */
export function createVersionRepository({ prisma }: Database) {
  /**
   * Its author says it differently since `at`: what it said is kept, its version is the next. The search
   * reads it again; that row is locked until the end, so that no change is missed.
   */
  async function reword(tx: Tx, id: number, content: Content, at: Date): Promise<void> {
    await tx.$executeRaw`
      WITH former AS (
        INSERT INTO message_version (message_id, version, content, at)
        SELECT id, version, content, coalesce(edited_at, received_at) FROM message WHERE id = ${id}
      ), searched_anew AS (
        INSERT INTO message_reworded (message_id) VALUES (${id})
        ON CONFLICT (message_id) DO UPDATE SET message_id = excluded.message_id
      )
      UPDATE message SET content = ${JSON.stringify(content)}::json, kind = ${content.kind},
        version = version + 1, edited_at = ${at}::timestamptz
      WHERE id = ${id}`;
  }

  /** A live location has moved: where it was is no history. */
  async function move(tx: Tx, id: number, content: Content, at: Date): Promise<void> {
    await tx.$executeRaw`
      UPDATE message SET content = ${JSON.stringify(content)}::json, version = version + 1,
        edited_at = ${at}::timestamptz
      WHERE id = ${id}`;
  }

  /** The clients have deleted these; returns those of which we did not know it. */
  async function markDeleted(tx: Tx, ids: readonly number[], now: Date): Promise<number[]> {
    const rows = await tx.$queryRaw<{ id: number }[]>`
      UPDATE message SET deleted_at = ${now}::timestamptz, version = version + 1
      WHERE id = ANY(${[...ids]}::int[]) AND deleted_at IS NULL RETURNING id`;
    return rows.map(({ id }) => id);
  }

  /**
   * The copies of these messages that stand there, and those of the messages that left together with
   * them; in the order in which they were sent.
   */
  async function listShown(ids: readonly number[], db: Tx = prisma): Promise<ShownCopy[]> {
    const rows = await db.$queryRaw<CopyRow[]>`
      SELECT DISTINCT c.id, c.source_id, c.chat_id, c.message_id, c.sent_version, c.shown_version
      FROM message_copy own JOIN message_copy c USING (chat_id, message_id)
      WHERE own.source_id = ANY(${[...ids]}::int[]) AND NOT own.retired AND NOT c.retired
      ORDER BY c.id`;
    return rows.map((row) => ({
      sourceId: row.source_id,
      chatId: Number(row.chat_id),
      messageId: row.message_id,
      sentVersion: row.sent_version,
      shownVersion: row.shown_version,
    }));
  }

  /** Those of {@link listShown} that the client has: what a move has brought along stands among staff. */
  async function listAtClient(ids: readonly number[], db: Tx = prisma): Promise<ShownCopy[]> {
    const shown = await listShown(ids, db);
    if (shown.length === 0) return [];
    const ours = await db.$queryRaw<{ chat_id: bigint }[]>`
      SELECT c.chat_id FROM unnest(${[...new Set(shown.map(({ chatId }) => chatId))]}::bigint[]) AS c(chat_id)
      WHERE EXISTS (SELECT FROM desk k WHERE k.chat_id = c.chat_id)
        OR EXISTS (SELECT FROM former_thread f WHERE f.chat_id = c.chat_id)`;
    const chats = new Set(ours.map((row) => Number(row.chat_id)));
    return shown.filter(({ chatId }) => !chats.has(chatId));
  }

  /** What these messages said before, oldest first. */
  async function listFormer(ids: readonly number[]): Promise<FormerVersion[]> {
    const rows = await prisma.messageVersion.findMany({
      where: { messageId: { in: [...ids] } },
      orderBy: [{ messageId: 'asc' }, { version: 'asc' }],
    });
    return rows.map((row) => ({ ...row, content: asWritten<Content>(row.content) }));
  }

  /** The copies of a message in a chat show this version of it now. */
  async function setShown(
    tx: Tx,
    { sourceId, chatId, version }: { sourceId: number; chatId: number; version: number },
  ): Promise<void> {
    await tx.$executeRaw`
      UPDATE message_copy SET shown_version = greatest(shown_version, ${version})
      WHERE source_id = ${sourceId} AND chat_id = ${chatId}::bigint AND NOT retired`;
  }

  /** These copies stand there no more, or others have taken their place. */
  async function retire(
    tx: Tx,
    sourceIds: readonly number[],
    messageIds?: readonly number[],
  ): Promise<void> {
    await tx.messageCopy.updateMany({
      where: {
        sourceId: { in: [...sourceIds] },
        ...(messageIds === undefined ? {} : { messageId: { in: [...messageIds] } }),
      },
      data: { retired: true },
    });
  }

  return { reword, move, markDeleted, listShown, listAtClient, listFormer, setShown, retire };
}

interface CopyRow {
  source_id: number;
  chat_id: bigint;
  message_id: number;
  sent_version: number;
  shown_version: number;
}
