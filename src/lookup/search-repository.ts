// Words are looked for, newest first. A common word is soon found among the last messages; a rare one
// by the index. So neither depends on how many messages there are.

import type { DeskKindName } from '../desks/kinds/kinds.ts';
import type { Content } from '../dialogs/content.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Database } from '../platform/database/index.ts';

/** Where to look: in these dialogs, or (null) everywhere. */
export type Scope = readonly number[] | null;

export interface Hit {
  readonly messageId: number;
  readonly author: 'client' | 'staff';
  readonly isNote: boolean;
  readonly content: Content;
  readonly at: Date;
  readonly clientName: string;
  readonly staffName: string | null;
  readonly dialogId: number;
  readonly desk: { readonly kind: DeskKindName; readonly chatId: number } | null;
  readonly threadId: number | null;
  /** Where it stands in the desk's chat: itself, or its copy. */
  readonly place: number | null;
}

/** So many of the last messages are read through before the index is asked. */
const RECENT = 3_000;
/** As many, if as many as are wanted should then be among them; a word that is rarer than that is few in all. */
const MOST_READ = 20_000;

export type SearchRepository = ReturnType<typeof createSearchRepository>;

/** Expressions are those of `to_tsquery`; see expressionOf. */
export function createSearchRepository({ prisma }: Database) {
  /** What is left of words when their endings are cut off; words that say nothing («и») are left out. */
  async function stemsOf(words: readonly string[]): Promise<readonly string[]> {
    const [row] = await prisma.$queryRaw<{ stems: string[] }[]>`
      SELECT tsvector_to_array(to_tsvector('russian', ${words.join(' ')})) AS stems`;
    return row?.stems ?? [];
  }

  /** The newest messages that fit, older than `before` (null: all), at most `limit` of them. */
  async function find(
    expression: string,
    scope: Scope,
    before: number | null,
    limit: number,
  ): Promise<readonly number[]> {
    const older = before === null ? Prisma.sql`true` : Prisma.sql`message_id < ${before}`;
    const query = Prisma.sql`to_tsquery('russian', ${expression})`;
    if (scope) return ids(await findWithin(query, scope, older, limit));
    const recent = ids(await findRecent(query, older, limit, RECENT));
    if (recent.length === limit) return recent;
    const enough = Math.ceil((1.5 * limit * RECENT) / Math.max(1, recent.length));
    if (enough > MOST_READ) return ids(await findByIndex(query, older, limit));
    const more = ids(await findRecent(query, older, limit, enough));
    return more.length === limit ? more : ids(await findByIndex(query, older, limit));
  }

  function findWithin(
    query: Prisma.Sql,
    scope: readonly number[],
    older: Prisma.Sql,
    limit: number,
  ) {
    return prisma.$queryRaw<Found[]>`
      SELECT message_id FROM (
        SELECT message_id, words FROM message_search
        WHERE dialog_id = ANY(${[...scope]}::int[]) AND ${older} OFFSET 0) AS said
      WHERE words @@ ${query} ORDER BY message_id DESC LIMIT ${limit}`;
  }

  function findRecent(query: Prisma.Sql, older: Prisma.Sql, limit: number, recent: number) {
    return prisma.$queryRaw<Found[]>`
      SELECT message_id FROM (
        SELECT message_id, words FROM message_search WHERE ${older}
        ORDER BY message_id DESC LIMIT ${recent}) AS said
      WHERE words @@ ${query} ORDER BY message_id DESC LIMIT ${limit}`;
  }

  function findByIndex(query: Prisma.Sql, older: Prisma.Sql, limit: number) {
    return prisma.$queryRaw<Found[]>`
      WITH found AS MATERIALIZED (SELECT message_id FROM message_search WHERE words @@ ${query})
      SELECT message_id FROM found WHERE ${older} ORDER BY message_id DESC LIMIT ${limit}`;
  }

  /** Words that were said and may have been meant, for each of these; `leftovers` of typos.ts. */
  async function wordsNear(
    leftovers: readonly string[],
    limit: number,
  ): Promise<readonly string[]> {
    const rows = await prisma.$queryRaw<{ word: string }[]>`
      SELECT word FROM search_word WHERE near && ${[...leftovers]}::text[] LIMIT ${limit}`;
    return rows.map(({ word }) => word);
  }

  /** In the order of `ids`. */
  async function listHits(messageIds: readonly number[]): Promise<readonly Hit[]> {
    const rows = await prisma.$queryRaw<HitRow[]>`
      SELECT m.id, m.author, m.purpose, m.content, m.received_at, d.id AS dialog_id, d.thread_id,
        c.name AS client_name, s.name AS staff_name, k.kind AS desk_kind, k.chat_id AS desk_chat_id,
        CASE WHEN m.chat_id = k.chat_id THEN m.message_id ELSE (
          SELECT min(p.message_id) FROM message_copy p
          WHERE p.source_id = m.id AND p.chat_id = k.chat_id) END AS place
      FROM message m
      JOIN dialog d ON d.id = m.dialog_id
      JOIN client c ON c.id = d.client_id
      LEFT JOIN staff s ON s.id = m.staff_id
      LEFT JOIN desk k ON k.id = d.desk_id
      WHERE m.id = ANY(${[...messageIds]}::int[])`;
    const byId = new Map(rows.map((row) => [row.id, toHit(row)]));
    return messageIds.flatMap((id) => byId.get(id) ?? []);
  }

  /** All dialogs of the client whose dialog this is. */
  async function dialogsOfItsClient(dialogId: number): Promise<readonly number[]> {
    const rows = await prisma.$queryRaw<{ id: number }[]>`
      SELECT d.id FROM dialog d JOIN dialog this ON this.client_id = d.client_id
      WHERE this.id = ${dialogId}`;
    return rows.map(({ id }) => id);
  }

  return { stemsOf, find, wordsNear, listHits, dialogsOfItsClient };
}

interface Found {
  message_id: number;
}

function ids(found: readonly Found[]): readonly number[] {
  return found.map((row) => row.message_id);
}

interface HitRow {
  id: number;
  author: string;
  purpose: string;
  content: unknown;
  received_at: Date;
  dialog_id: number;
  thread_id: number | null;
  client_name: string;
  staff_name: string | null;
  desk_kind: string | null;
  desk_chat_id: bigint | null;
  place: number | null;
}

function toHit(row: HitRow): Hit {
  return {
    messageId: row.id,
    author: row.author as Hit['author'],
    isNote: row.purpose === 'note' || row.purpose === 'held',
    content: row.content as Content,
    at: row.received_at,
    clientName: row.client_name,
    staffName: row.staff_name,
    dialogId: row.dialog_id,
    desk:
      row.desk_chat_id === null
        ? null
        : { kind: row.desk_kind as DeskKindName, chatId: Number(row.desk_chat_id) },
    threadId: row.thread_id,
    place: row.place,
  };
}
