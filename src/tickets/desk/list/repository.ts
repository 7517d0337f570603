// Lists of tickets, a page at a time: what is owed by its deadline, what is over by its beginning.

import { type DeskKindName, kindOf } from '../../../desks/kinds/kinds.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { Database } from '../../../platform/database/index.ts';
import { type ListedTicket, MOST_COUNTED, PAGE_SIZE } from './listed.ts';
import { isAboutOpen, NOBODYS, type TicketQuery } from './query.ts';

interface Row extends Omit<ListedTicket, 'url' | 'dueAt' | 'openedAt'> {
  due_at: Date | null;
  opened_at: Date;
  thread_id: number | null;
  kind: DeskKindName | null;
  chat_id: bigint | null;
}

export type TicketListRepository = ReturnType<typeof createTicketListRepository>;

const DUE = Prisma.sql`LEFT JOIN LATERAL (
  SELECT min(l.due_at) AS due_at FROM sla_clock l
  WHERE l.subject = 'ticket' AND l.subject_id = t.id AND l.stopped_at IS NULL) AS due ON true`;

/** `since`: from when on tickets are meant; null: from any time. `now`: what is late by then is overdue. */
export function createTicketListRepository({ prisma }: Database) {
  async function page(
    query: TicketQuery,
    at: { readonly since: Date | null; readonly now: Date; readonly page: number },
  ): Promise<readonly ListedTicket[]> {
    const order = isAboutOpen(query)
      ? Prisma.sql`due.due_at ASC NULLS LAST, t.id`
      : Prisma.sql`t.opened_at DESC, t.id DESC`;
    const rows = await prisma.$queryRaw<Row[]>`
      SELECT t.id, t.summary, t.status, t.urgency, t.opened_at, due.due_at, c.name AS company,
        s.name AS responsible, d.thread_id, k.kind, k.chat_id
      FROM ticket t JOIN client_company c ON c.id = t.company_id
      LEFT JOIN staff s ON s.id = t.responsible_id
      LEFT JOIN dialog d ON d.id = t.dialog_id LEFT JOIN desk k ON k.id = d.desk_id
      ${DUE} WHERE ${conditions(query, at)} ORDER BY ${order}
      LIMIT ${PAGE_SIZE} OFFSET ${at.page * PAGE_SIZE}`;
    return rows.map(toListed);
  }

  /** Past {@link MOST_COUNTED} one more than that. */
  async function count(
    query: TicketQuery,
    at: { readonly since: Date | null; readonly now: Date },
  ): Promise<number> {
    const due = query.overdue ? DUE : Prisma.empty;
    const [row] = await prisma.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (
        SELECT 1 FROM ticket t ${due} WHERE ${conditions(query, at)} LIMIT ${MOST_COUNTED + 1}) AS found`;
    return row?.count ?? 0;
  }

  return { page, count };
}

function conditions(
  query: TicketQuery,
  { since, now }: { readonly since: Date | null; readonly now: Date },
): Prisma.Sql {
  const { statuses, urgencies, overdue, companyId, typeId, staffId } = query;
  const all = [
    ...(isAboutOpen(query) ? [Prisma.sql`t.ended_at IS NULL`] : []),
    ...(statuses.length > 0 ? [Prisma.sql`t.status = ANY(${[...statuses]}::text[])`] : []),
    ...(urgencies.length > 0 ? [Prisma.sql`t.urgency = ANY(${[...urgencies]}::text[])`] : []),
    ...(overdue ? [Prisma.sql`due.due_at <= ${now}::timestamptz`] : []),
    ...(companyId === null ? [] : [Prisma.sql`t.company_id = ${companyId}`]),
    ...(typeId === null ? [] : [Prisma.sql`t.type_id = ${typeId}`]),
    ...(staffId === null ? [] : [heldBy(staffId)]),
    ...(since === null ? [] : [Prisma.sql`t.opened_at >= ${since}::timestamptz`]),
  ];
  return all.length > 0 ? Prisma.join(all, ' AND ') : Prisma.sql`true`;
}

function heldBy(staffId: number): Prisma.Sql {
  if (staffId === NOBODYS) return Prisma.sql`t.responsible_id IS NULL`;
  return Prisma.sql`t.responsible_id = ${staffId}`;
}

function toListed({ due_at, opened_at, thread_id, kind, chat_id, ...row }: Row): ListedTicket {
  const isThere = thread_id !== null && chat_id !== null;
  const url = isThere ? kindOf(kind).threadUrl(Number(chat_id), thread_id) : null;
  return { ...row, dueAt: due_at, openedAt: opened_at, url };
}
