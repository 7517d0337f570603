// What did not arrive, as the tables of messages and of the outbox have it: an answer by its own state,
// a client's message by that of its row in the outbox. An album is one thing.

import type { DeskKindName } from '../../desks/kinds/kinds.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { Content } from '../content.ts';
import {
  type Direction,
  kindsOf,
  NAMED_KINDS,
  type Reason,
  reasonOf,
  type Undelivered,
} from './tray.ts';

/** Whose: everybody's, or what concerns this employee. */
export type Scope = 'all' | { readonly staffId: number };

export interface TrayItem extends Undelivered {
  /** Of an album, its first part that failed so. */
  readonly messageId: number;
  /** All parts, in their order. */
  readonly partIds: readonly number[];
  readonly mediaGroupId: string | null;
  readonly dialogId: number;
  readonly addressId: number;
  readonly clientName: string;
  /** Who wrote it; null: the client. */
  readonly staffName: string | null;
  /** Said past the desk, in the client's own chat: the client has it, the thread has not. */
  readonly elsewhere: boolean;
  readonly receivedAt: Date;
  readonly deskKind: DeskKindName | null;
  readonly deskChatId: number | null;
  readonly threadId: number | null;
}

/** All that failed for one reason. */
export interface Pile {
  readonly count: number;
  /** The number of the newest message among them. */
  readonly newest: number;
}

export interface Page {
  readonly reason: Reason;
  readonly offset: number;
  readonly limit: number;
}

export type TrayRepository = ReturnType<typeof createTrayRepository>;

/** Copies of what was said in a client's chat, by the names that the outbox has for them. */
const COPIES = ['client-said', 'said-elsewhere'] as const;
const COPY_NAMES = Prisma.raw(COPIES.map((name) => `'${name}'`).join(', '));

/** As the partial indexes `message_undelivered` and `outbox_undelivered` have it. */
const ITEMS = Prisma.sql`
  failed AS (
    SELECT m.id, m.dialog_id, m.media_group_id, m.author, m.staff_id, 'answer' AS direction,
      m.delivery AS state, m.failure
    FROM message m WHERE m.delivery IN ('failed', 'unknown') AND m.purpose = 'answer'
    UNION ALL
    SELECT m.id, m.dialog_id, m.media_group_id, m.author, m.staff_id, 'copy', o.state, o.failure
    FROM outbox_message o JOIN message m ON m.id = (o.args->>'messageId')::int
    WHERE o.state IN ('failed', 'unknown') AND o.name IN (${COPY_NAMES})),
  items AS (
    SELECT min(f.id) AS id, array_agg(DISTINCT f.id) AS part_ids, f.dialog_id, f.author, f.staff_id, f.direction, f.kind
    FROM (SELECT *, CASE state WHEN 'unknown' THEN state ELSE split_part(coalesce(failure, ''), ':', 1) END
            AS kind FROM failed) AS f
    GROUP BY f.dialog_id, f.author, f.staff_id, f.direction, f.kind, coalesce(f.media_group_id, f.id::text))`;

/** Lists hold the oldest first. */
export function createTrayRepository({ prisma }: Database) {
  async function count(): Promise<number> {
    const [row] = await prisma.$queryRaw<{ total: number }[]>`
      WITH ${ITEMS} SELECT count(*)::int AS total FROM items`;
    return row?.total ?? 0;
  }

  /** Of each reason that has any. */
  async function countByReason(scope: Scope): Promise<ReadonlyMap<Reason, Pile>> {
    const rows = await prisma.$queryRaw<{ kind: string; count: number; newest: number }[]>`
      WITH ${ITEMS} SELECT i.kind, count(*)::int AS count, max(i.id) AS newest
      FROM items i JOIN dialog d ON d.id = i.dialog_id WHERE ${within(scope)} GROUP BY i.kind`;
    const piles = new Map<Reason, Pile>();
    for (const { kind, count, newest } of rows) {
      const reason = reasonOf(kind);
      const known = piles.get(reason) ?? { count: 0, newest: 0 };
      piles.set(reason, {
        count: known.count + count,
        newest: Math.max(known.newest, newest),
      });
    }
    return piles;
  }

  async function list(scope: Scope, { reason, offset, limit }: Page, db: Tx = prisma) {
    const rows = await db.$queryRaw<ItemRow[]>`
      ${SELECT_ITEMS} WHERE ${within(scope)} AND ${ofReason(reason)}
      ORDER BY i.id LIMIT ${limit} OFFSET ${offset}`;
    return rows.map(toItem);
  }

  /** The one that this message belongs to; null: it has arrived, or somebody has decided about it. */
  async function find(scope: Scope, messageId: number, db: Tx = prisma): Promise<TrayItem | null> {
    const [row] = await db.$queryRaw<ItemRow[]>`
      ${SELECT_ITEMS} WHERE ${within(scope)} AND ${messageId} = ANY(i.part_ids) LIMIT 1`;
    return row ? toItem(row) : null;
  }

  /** Nobody tries these answers any more; why they failed is kept. */
  async function dropAnswers(tx: Tx, messageIds: readonly number[]): Promise<void> {
    await tx.message.updateMany({
      where: { id: { in: [...messageIds] }, delivery: { in: ['failed', 'unknown'] } },
      data: { delivery: 'dropped' },
    });
  }

  /** The rows of these copies count no more: they are said anew, or nobody wants them. */
  async function settleCopies(tx: Tx, messageIds: readonly number[], now: Date): Promise<void> {
    await tx.$executeRaw`
      UPDATE outbox_message SET state = 'dropped', settled_at = ${now}::timestamptz
      WHERE state IN ('failed', 'unknown') AND name IN (${COPY_NAMES})
        AND (args->>'messageId')::int = ANY(${[...messageIds]}::int[])`;
  }

  return { count, countByReason, list, find, dropAnswers, settleCopies };
}

/** What somebody wrote, what is in their dialogs, and what clients say in nobody's. */
function within(scope: Scope): Prisma.Sql {
  if (scope === 'all') return Prisma.sql`true`;
  const { staffId } = scope;
  return Prisma.sql`(i.staff_id = ${staffId} OR d.assignee_id = ${staffId}
    OR (i.author = 'client' AND d.assignee_id IS NULL))`;
}

function ofReason(reason: Reason): Prisma.Sql {
  const kinds = kindsOf(reason);
  return kinds
    ? Prisma.sql`i.kind = ANY(${[...kinds]}::text[])`
    : Prisma.sql`i.kind <> ALL(${[...NAMED_KINDS]}::text[])`;
}

const SELECT_ITEMS = Prisma.sql`
  WITH ${ITEMS}
  SELECT i.id, i.part_ids, i.dialog_id, i.author, i.direction, i.kind, m.content, m.media_group_id, m.received_at, d.address_id,
    d.thread_id, c.name AS client_name, s.name AS staff_name, k.kind AS desk_kind, k.chat_id
  FROM items i JOIN message m ON m.id = i.id JOIN dialog d ON d.id = i.dialog_id
  JOIN client c ON c.id = d.client_id LEFT JOIN desk k ON k.id = d.desk_id
  LEFT JOIN staff s ON s.id = i.staff_id`;

interface ItemRow {
  id: number;
  part_ids: number[];
  dialog_id: number;
  author: string;
  direction: Direction;
  kind: string;
  content: unknown;
  media_group_id: string | null;
  received_at: Date;
  address_id: number;
  thread_id: number | null;
  client_name: string;
  staff_name: string | null;
  desk_kind: DeskKindName | null;
  chat_id: bigint | null;
}

function toItem(row: ItemRow): TrayItem {
  return {
    messageId: row.id,
    partIds: row.part_ids.toSorted((a, b) => a - b),
    mediaGroupId: row.media_group_id,
    direction: row.direction,
    elsewhere: row.direction === 'copy' && row.author === 'staff',
    reason: reasonOf(row.kind),
    dialogId: row.dialog_id,
    addressId: row.address_id,
    content: row.content as Content,
    clientName: row.client_name,
    staffName: row.staff_name,
    receivedAt: row.received_at,
    deskKind: row.desk_kind,
    deskChatId: row.chat_id === null ? null : Number(row.chat_id),
    threadId: row.thread_id,
  };
}
