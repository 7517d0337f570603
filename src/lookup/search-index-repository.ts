// The tables that are searched, as they are filled: behind the messages, never with them.

import type { Content } from '../dialogs/content.ts';
import type { Database, Tx } from '../platform/database/index.ts';

export interface UnreadMessage {
  readonly id: number;
  readonly dialogId: number;
  readonly content: Content;
}

export interface SearchedMessage {
  readonly id: number;
  readonly dialogId: number;
  /** Words in small letters with single blanks between them. */
  readonly words: string;
}

export type SearchIndexRepository = ReturnType<typeof createSearchIndexRepository>;

/** Methods with `tx` belong to it. */
export function createSearchIndexRepository({ prisma }: Database) {
  /** Up to which message everything has been read; 0: nothing yet. */
  async function progress(): Promise<number> {
    const row = await prisma.searchProgress.findUnique({ where: { id: 1 } });
    return row?.lastMessageId ?? 0;
  }

  async function setProgress(tx: Tx, lastMessageId: number): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO search_progress (id, last_message_id) VALUES (1, ${lastMessageId})
      ON CONFLICT (id) DO UPDATE SET last_message_id = greatest(
        search_progress.last_message_id, excluded.last_message_id)`;
  }

  /** The messages behind `afterId`, in their order. */
  async function listAfter(afterId: number, limit: number): Promise<UnreadMessage[]> {
    const rows = await prisma.$queryRaw<Row[]>`
      SELECT id, dialog_id, content FROM message WHERE id > ${afterId} ORDER BY id LIMIT ${limit}`;
    return rows.map(toUnread);
  }

  async function list(ids: readonly number[], db: Tx = prisma): Promise<UnreadMessage[]> {
    if (ids.length === 0) return [];
    const rows = await db.$queryRaw<Row[]>`
      SELECT id, dialog_id, content FROM message WHERE id = ANY(${[...ids]}::int[]) ORDER BY id`;
    return rows.map(toUnread);
  }

  /** Messages of a span that were left out: their transactions ended after those of later ones. */
  async function listLeftOut(fromId: number, toId: number): Promise<UnreadMessage[]> {
    const rows = await prisma.$queryRaw<Row[]>`
      SELECT m.id, m.dialog_id, m.content FROM message m
      WHERE m.id BETWEEN ${fromId} AND ${toId}
        AND NOT EXISTS (SELECT FROM message_search s WHERE s.message_id = m.id)
      ORDER BY m.id`;
    return rows.map(toUnread);
  }

  /**
   * Takes messages off the list of those whose words have changed, and reads them. Whoever changes them
   * at this moment is waited for, or puts them on the list again.
   */
  async function takeReworded(tx: Tx, limit: number): Promise<UnreadMessage[]> {
    const taken = await tx.$queryRaw<{ message_id: number }[]>`
      DELETE FROM message_reworded WHERE message_id IN (
        SELECT message_id FROM message_reworded ORDER BY message_id LIMIT ${limit})
      RETURNING message_id`;
    return list(
      taken.map((row) => row.message_id),
      tx,
    );
  }

  async function hasReworded(): Promise<boolean> {
    const rows = await prisma.$queryRaw<unknown[]>`SELECT 1 FROM message_reworded LIMIT 1`;
    return rows.length > 0;
  }

  /** Has messages found by these words, and by no others. */
  async function put(tx: Tx, messages: readonly SearchedMessage[]): Promise<void> {
    if (messages.length === 0) return;
    await tx.$executeRaw`
      INSERT INTO message_search (message_id, dialog_id, words)
      SELECT n.id, n."dialogId", to_tsvector('russian', n.words)
      FROM json_to_recordset(${JSON.stringify(messages)}::json) AS n(id int, "dialogId" int, words text)
      ON CONFLICT (message_id) DO UPDATE SET words = excluded.words`;
  }

  /** Words with what may be left of them when they are mistyped; known ones stay as they are. */
  async function learn(
    tx: Tx,
    words: readonly { readonly word: string; readonly near: readonly string[] }[],
  ): Promise<void> {
    if (words.length === 0) return;
    await tx.$executeRaw`
      INSERT INTO search_word (word, near)
      SELECT n.word, ARRAY(SELECT json_array_elements_text(n.near))
      FROM json_to_recordset(${JSON.stringify(words)}::json) AS n(word text, near json)
      ORDER BY n.word ON CONFLICT (word) DO NOTHING`;
  }

  return {
    progress,
    setProgress,
    listAfter,
    list,
    listLeftOut,
    takeReworded,
    hasReworded,
    put,
    learn,
  };
}

interface Row {
  id: number;
  dialog_id: number;
  content: unknown;
}

function toUnread(row: Row): UnreadMessage {
  return { id: row.id, dialogId: row.dialog_id, content: row.content as Content };
}
