// Everything of a dialog for its file, read a piece at a time: a dialog may be years long.

import type { Content } from '../dialogs/content.ts';
import type { DialogStatus } from '../dialogs/dialog.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Database } from '../platform/database/index.ts';

export interface HistoryHead {
  readonly dialogId: number;
  readonly clientId: number;
  readonly clientName: string;
  readonly username: string | null;
  readonly channel: string;
  readonly status: DialogStatus;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly rating: number | null;
  readonly ratingWords: string | null;
}

export interface SaidMessage {
  readonly id: number;
  readonly author: 'client' | 'staff';
  readonly staffName: string | null;
  readonly isNote: boolean;
  readonly at: Date;
  readonly content: Content;
  /** What it said before, the first version first. */
  readonly former: readonly { readonly content: Content; readonly at: Date }[];
  readonly deletedAt: Date | null;
  /** Of an answer: queued, delivered, failed … */
  readonly delivery: string | null;
  readonly reactions: readonly string[];
}

export interface NotedEvent {
  readonly id: number;
  readonly type: string;
  readonly at: Date;
  readonly staffName: string | null;
}

/** What is told besides what was said; `log-…` in the locale files. */
const TOLD = [
  ...[
    'opened',
    'reopened',
    'taken',
    'resumed',
    'released',
    'returned',
    'transferred',
    'taken-over',
  ],
  ...[
    'called',
    'answer-missed',
    'answer-taken-back',
    'closed',
    'client-blocked',
    'client-returned',
  ],
];

export type HistoryRepository = ReturnType<typeof createHistoryRepository>;

export function createHistoryRepository({ prisma }: Database) {
  async function head(dialogId: number): Promise<HistoryHead | null> {
    const row = await prisma.dialog.findUnique({
      where: { id: dialogId },
      include: { client: { select: { name: true, username: true } } },
    });
    if (!row) return null;
    const { clientId, channel, openedAt, closedAt, rating, ratingWords } = row;
    const status = row.status as DialogStatus;
    const client = { clientId, clientName: row.client.name, username: row.client.username };
    return { dialogId, ...client, channel, status, openedAt, closedAt, rating, ratingWords };
  }

  /** In the order in which it was said. */
  async function messages(
    dialogId: number,
    afterId: number,
    limit: number,
  ): Promise<SaidMessage[]> {
    const rows = await prisma.$queryRaw<MessageRow[]>`
      SELECT m.id, m.author, m.purpose, m.received_at, m.content, m.deleted_at, m.delivery,
        s.name AS staff_name,
        (SELECT json_agg(json_build_object('content', v.content, 'at', v.at) ORDER BY v.version)
          FROM message_version v WHERE v.message_id = m.id) AS former,
        (SELECT array_agg(r.reactions[cardinality(r.reactions)] ORDER BY r.version)
          FROM message_reaction r
          WHERE r.message_id = m.id AND r.person >= 0 AND cardinality(r.reactions) > 0) AS reactions
      FROM message m LEFT JOIN staff s ON s.id = m.staff_id
      WHERE m.dialog_id = ${dialogId} AND m.id > ${afterId} ORDER BY m.id LIMIT ${limit}`;
    return rows.map(toSaid);
  }

  /** What happened behind `afterId` and before `until` (null: to the end). */
  async function events(
    dialogId: number,
    afterId: number,
    until: Date | null,
  ): Promise<NotedEvent[]> {
    const before = until ? Prisma.sql`e.at < ${until}::timestamptz` : Prisma.sql`true`;
    const rows = await prisma.$queryRaw<EventRow[]>`
      SELECT e.id::int AS id, e.type, e.at, s.name AS staff_name
      FROM event e LEFT JOIN staff s ON e.actor = 'staff' AND s.id = e.actor_id
      WHERE e.subject = 'dialog' AND e.subject_id = ${dialogId} AND e.type <> 'asked'
        AND e.type = ANY(${TOLD}::text[]) AND e.id > ${afterId} AND ${before} ORDER BY e.id`;
    return rows.map(({ id, type, at, staff_name }) => ({ id, type, at, staffName: staff_name }));
  }

  return { head, messages, events };
}

interface MessageRow {
  id: number;
  author: string;
  purpose: string;
  received_at: Date;
  content: unknown;
  deleted_at: Date | null;
  delivery: string | null;
  staff_name: string | null;
  former: { content: unknown; at: string }[] | null;
  reactions: string[] | null;
}

interface EventRow {
  id: number;
  type: string;
  at: Date;
  staff_name: string | null;
}

function toSaid(row: MessageRow): SaidMessage {
  return {
    id: row.id,
    author: row.author as SaidMessage['author'],
    staffName: row.staff_name,
    isNote: row.purpose === 'note' || row.purpose === 'held',
    at: row.received_at,
    content: row.content as Content,
    former: (row.former ?? []).map(({ content, at }) => ({
      content: content as Content,
      at: new Date(at),
    })),
    deletedAt: row.deleted_at,
    delivery: row.delivery,
    reactions: (row.reactions ?? []).filter((emoji) => !emoji.includes(':') && emoji !== 'paid'),
  };
}
