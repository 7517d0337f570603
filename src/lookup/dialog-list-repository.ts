// Lists of dialogs, a page at a time. Each question is asked so that an index answers it, however many
// dialogs there are: by status, by employee, by those who wait, or by the few clients that are meant.

import type { DeskKindName } from '../desks/kinds/kinds.ts';
import { DIALOG_STATUSES, type DialogStatus } from '../dialogs/dialog.ts';
import { TICKET_CHANNEL } from '../dialogs/subject.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import {
  type DialogOrder,
  type DialogQuery,
  MOST_COUNTED,
  orderOf,
  PAGE_SIZE,
  type PageEnd,
} from './dialog-query.ts';

/** A dialog in a list. */
export interface ListedDialog {
  readonly id: number;
  readonly status: DialogStatus;
  readonly clientName: string;
  readonly waitingSince: Date | null;
  readonly lastQuestionAt: Date;
  readonly assigneeName: string | null;
  readonly desk: {
    readonly id: number;
    readonly kind: DeskKindName;
    readonly chatId: number;
  } | null;
  readonly threadId: number | null;
}

/** From so many clients on, the dialogs are gone through instead. */
const FEW_CLIENTS = 10_000;

type Range = { readonly after: PageEnd | null; readonly upTo: PageEnd | null };

export type DialogListRepository = ReturnType<typeof createDialogListRepository>;

/** `now` is the moment from which waiting counts. */
export function createDialogListRepository({ prisma }: Database) {
  /** The page behind `after` (null: the first), and no further than `upTo`. */
  async function listPage(
    query: DialogQuery,
    range: Range,
    now: Date,
    db: Tx = prisma,
  ): Promise<ListedDialog[]> {
    const found = await source(db, query, now);
    if (!found) return [];
    const order = orderOf(query);
    const conditions = [...found.conditions, ...rangeOf(order, range)];
    // A span that was shown before is shown whole, with what has come into it since.
    const limit = range.upTo ? 2 * PAGE_SIZE : PAGE_SIZE;
    const rows = await db.$queryRaw<Row[]>`
      SELECT d.id, d.status, d.waiting_since, d.last_question_at, d.thread_id, c.name AS client_name,
        s.name AS assignee_name, k.id AS desk_id, k.kind AS desk_kind, k.chat_id AS desk_chat_id
      FROM (${select(found.statuses, conditions, order, limit)}) AS d
      JOIN client c ON c.id = d.client_id
      LEFT JOIN staff s ON s.id = d.assignee_id AND (s.removed_at IS NULL OR d.status = 'closed')
      LEFT JOIN desk k ON k.id = d.desk_id
      ORDER BY ${ordered(order)}`;
    return rows.map(toListed);
  }

  /** How many there are; past {@link MOST_COUNTED} one more than that. */
  async function count(query: DialogQuery, now: Date, db: Tx = prisma): Promise<number> {
    const found = await source(db, query, now);
    if (!found) return 0;
    const some = select(found.statuses, found.conditions, orderOf(query), MOST_COUNTED + 1);
    const [row] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (${some}) AS d`;
    return Math.min(row?.count ?? 0, MOST_COUNTED + 1);
  }

  /** Where to look; null: nobody is meant, so there is nothing. */
  async function source(db: Tx, query: DialogQuery, now: Date) {
    const clients = await clientsOf(db, query);
    if (clients !== null && clients.length === 0) return null;
    const conditions = [...conditionsOf(query, now)];
    const { statuses } = query;
    const narrow = clients !== null && clients.length <= FEW_CLIENTS;
    if (narrow) conditions.push(Prisma.sql`d.client_id = ANY(${clients}::int[])`);
    else if (clients !== null) conditions.push(...broadly(query));
    // An index that is narrow by itself needs no going through the statuses.
    const byItself = narrow || query.number !== null || orderOf(query) === 'longest';
    if (byItself && statuses.length > 0)
      conditions.push(Prisma.sql`d.status = ANY(${[...statuses]}::text[])`);
    const all = statuses.length > 0 ? statuses : DIALOG_STATUSES;
    return { conditions, statuses: byItself ? null : all };
  }

  /** The clients that are meant, as long as they are few; null: it does not depend on them. */
  async function clientsOf(db: Tx, query: DialogQuery): Promise<number[] | null> {
    const { clientId, username, name, labelId } = query;
    const conditions: Prisma.Sql[] = [];
    if (clientId !== null) conditions.push(Prisma.sql`c.id = ${clientId}`);
    if (username !== null)
      conditions.push(named([username]), Prisma.sql`lower(c.username) = ${username}`);
    if (name.length > 0) conditions.push(named(name));
    if (labelId !== null)
      conditions.push(
        Prisma.sql`c.id IN (SELECT client_id FROM client_label WHERE label_id = ${labelId})`,
      );
    if (conditions.length === 0) return null;
    const rows = await db.$queryRaw<{ id: number }[]>`
      SELECT c.id FROM client c WHERE ${all(conditions)} LIMIT ${FEW_CLIENTS + 1}`;
    return rows.map(({ id }) => id);
  }

  /** The client of a dialog; null: there is no such dialog. */
  async function clientOf(dialogId: number): Promise<number | null> {
    const row = await prisma.dialog.findUnique({
      where: { id: dialogId },
      select: { clientId: true },
    });
    return row?.clientId ?? null;
  }

  return { listPage, count, clientOf };
}

interface Row {
  id: number;
  status: string;
  waiting_since: Date | null;
  last_question_at: Date;
  thread_id: number | null;
  client_name: string;
  assignee_name: string | null;
  desk_id: number | null;
  desk_kind: string | null;
  desk_chat_id: bigint | null;
}

function toListed(row: Row): ListedDialog {
  return {
    id: row.id,
    status: row.status as DialogStatus,
    clientName: row.client_name,
    waitingSince: row.waiting_since,
    lastQuestionAt: row.last_question_at,
    assigneeName: row.assignee_name,
    desk:
      row.desk_id === null
        ? null
        : {
            id: row.desk_id,
            kind: row.desk_kind as DeskKindName,
            chatId: Number(row.desk_chat_id),
          },
    threadId: row.thread_id,
  };
}

/** At most `limit` dialogs; with statuses each of them is read from its own index, then the best taken. */
function select(
  statuses: readonly DialogStatus[] | null,
  conditions: readonly Prisma.Sql[],
  order: DialogOrder,
  limit: number,
): Prisma.Sql {
  const plain = (more: readonly Prisma.Sql[]) => Prisma.sql`
    SELECT d.id, d.status, d.waiting_since, d.last_question_at, d.listed_at, d.desk_id, d.thread_id,
      d.client_id, d.assignee_id
    FROM dialog d WHERE ${all([...conditions, ...more])}
    ORDER BY ${ordered(order)} LIMIT ${limit}`;
  if (statuses === null) return plain([]);
  return Prisma.sql`
    SELECT d.* FROM unnest(${[...statuses]}::text[]) AS one (status),
      LATERAL (${plain([Prisma.sql`d.status = one.status`])}) AS d
    ORDER BY ${ordered(order)} LIMIT ${limit}`;
}

function conditionsOf(query: DialogQuery, now: Date): readonly Prisma.Sql[] {
  const { waitingMinutes, number, channel, from, until, assignee, deskId } = query;
  const conditions: Prisma.Sql[] = [];
  if (orderOf(query) === 'longest') conditions.push(Prisma.sql`d.waiting_since IS NOT NULL`);
  if (waitingMinutes !== null && waitingMinutes > 0) {
    const before = new Date(now.getTime() - waitingMinutes * 60_000);
    conditions.push(Prisma.sql`d.waiting_since < ${before}::timestamptz`);
  }
  if (number !== null) conditions.push(Prisma.sql`(d.id = ${number} OR d.client_id = ${number})`);
  if (channel !== null) conditions.push(Prisma.sql`d.channel = ${channel}`);
  // The threads of tickets have a list of their own, /tickets; asked for by number, they are found here too.
  else if (number === null) conditions.push(Prisma.sql`d.channel <> ${TICKET_CHANNEL}`);
  if (from !== null)
    conditions.push(
      Prisma.sql`d.last_question_at >= ${from}::timestamptz`,
      Prisma.sql`d.listed_at >= ${listedAt(from)}`,
    );
  if (until !== null)
    conditions.push(
      Prisma.sql`d.last_question_at < ${until}::timestamptz`,
      Prisma.sql`d.listed_at <= ${listedAt(until)}`,
    );
  if (typeof assignee === 'number') conditions.push(Prisma.sql`d.assignee_id = ${assignee}`);
  if (assignee === 'nobody') conditions.push(NOBODYS);
  if (deskId !== null) conditions.push(Prisma.sql`d.desk_id = ${deskId}`);
  return conditions;
}

/** Whoever has left has no open dialog. */
const NOBODYS = Prisma.sql`(d.assignee_id IS NULL OR d.closed_at IS NULL AND EXISTS (
  SELECT FROM staff s WHERE s.id = d.assignee_id AND s.removed_at IS NOT NULL))`;

/**
 * The same as by the list of clients, asked of each dialog in its turn: as subqueries of a value, which
 * Postgres does not turn into a join with all clients.
 */
function broadly({ name, labelId }: DialogQuery): readonly Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (name.length > 0)
    conditions.push(Prisma.sql`(SELECT ${named(name)} FROM client c WHERE c.id = d.client_id)`);
  if (labelId !== null)
    conditions.push(Prisma.sql`(SELECT true FROM client_label l
      WHERE l.client_id = d.client_id AND l.label_id = ${labelId})`);
  return conditions;
}

/** As the index `client_words` has it; each word may be the beginning of a longer one. */
function named(words: readonly string[]): Prisma.Sql {
  const quoted = words.map((word) => `'${word.replace(/['\\]/g, '')}':*`).join(' & ');
  return Prisma.sql`to_tsvector('simple', translate(lower(c.name || ' ' || coalesce(c.username, '') || ' ' ||
    coalesce(c.company, '')), U&'\\0451', U&'\\0435')) @@ to_tsquery('simple', ${quoted})`;
}

function rangeOf(order: DialogOrder, { after, upTo }: Range): readonly Prisma.Sql[] {
  const { key, of } = KEYS[order];
  const [past, within] =
    order === 'longest' ? [Prisma.sql`>`, Prisma.sql`<=`] : [Prisma.sql`<`, Prisma.sql`>=`];
  return [
    ...(after ? [Prisma.sql`${key} ${past} ${of(after)}`] : []),
    ...(upTo ? [Prisma.sql`${key} ${within} ${of(upTo)}`] : []),
  ];
}

/** Read in the order of an index to five minutes; the few within them are sorted. */
const KEYS: Readonly<Record<DialogOrder, { key: Prisma.Sql; of: (end: PageEnd) => Prisma.Sql }>> = {
  longest: {
    key: Prisma.sql`(d.waiting_since, d.id)`,
    of: ({ at, id }) => Prisma.sql`(${at}::timestamptz, ${id})`,
  },
  newest: {
    key: Prisma.sql`(d.listed_at, d.last_question_at, d.id)`,
    of: ({ at, id }) => Prisma.sql`(${listedAt(at)}, ${at}::timestamptz, ${id})`,
  },
};

/** As the constraint `dialog_listed_at` has it. */
function listedAt(at: Date | string): Prisma.Sql {
  return Prisma.sql`date_bin('5 minutes', ${at}::timestamptz, 'epoch')`;
}

function ordered(order: DialogOrder): Prisma.Sql {
  return order === 'longest'
    ? Prisma.sql`d.waiting_since, d.id`
    : Prisma.sql`d.listed_at DESC, d.last_question_at DESC, d.id DESC`;
}

function all(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.join([...conditions], ' AND ') : Prisma.sql`true`;
}
