// What the tables tell of a period: how often what happened, and how long promises took. Two statements a report,
// over tickets and over the desk's own dialogs at once.
//
// A ticket that was opened again tells of its present alone, so what it was before is read in the log; such tickets
// are few. A ticket that turned out to be another one is counted there.

import { Prisma } from '../../generated/prisma/client.ts';
import type { Database } from '../../platform/database/index.ts';
import type { ClockKind } from '../../sla/clock.ts';
import { during, endedClocks } from './ended-clocks-repository.ts';
import type { Counted, Dimension, Happening, Timed } from './figures.ts';
import type { BucketUnit, Span } from './period.ts';
import type { ReportQuery } from './query.ts';

export interface Asked {
  readonly query: Omit<ReportQuery, 'period'>;
  readonly span: Span;
  /** What is late now is told where the span is not over; null: it is. */
  readonly now: Date | null;
  /** By what figures are told apart, besides all of them together. */
  readonly by: readonly Exclude<Dimension, 'all'>[];
  readonly buckets: { readonly unit: BucketUnit; readonly timeZone: string };
}

export type FiguresRepository = ReturnType<typeof createFiguresRepository>;

const COLUMNS = {
  subject: 'subject',
  company: 'company_id',
  type: 'type_id',
  staff: 'staff_id',
  bucket: 'bucket',
} as const satisfies Record<Exclude<Dimension, 'all'>, string>;

/** A year of a busy company is sorted in memory. */
const SORTING_MEMORY = '64MB';

export function createFiguresRepository(database: Pick<Database, 'inTransaction'>) {
  /** Compiling such a statement takes longer than running it. */
  function reading<Row>(statement: Prisma.Sql): Promise<Row[]> {
    return database.inTransaction(async (tx) => {
      await tx.$queryRaw`
        SELECT set_config('jit', 'off', true), set_config('work_mem', ${SORTING_MEMORY}, true)`;
      return await tx.$queryRaw<Row[]>(statement);
    });
  }

  async function counted(asked: Asked): Promise<Counted[]> {
    const { query, span, by, now } = asked;
    const parts = [
      ...(query.subject === 'dialog' ? [] : ticketHappenings(span)),
      ...(query.subject === 'ticket' ? [] : dialogHappenings(span)),
      ...(now ? [Prisma.sql`(${lateNow(now)})`] : []),
    ];
    const rows = await reading<CountedRow>(Prisma.sql`
      WITH happened AS (${Prisma.join(parts, ' UNION ALL ')}),
      h AS (SELECT *, ${bucketOf(asked)} AS bucket FROM happened WHERE ${within(query)})
      SELECT what, rating, ${nameOf(by)} AS by, ${keyOf(by)} AS key, count(*)::int AS count
      FROM h GROUP BY ${groupingSets('what, rating', by)}`);
    return rows.map((row) => ({ ...row, by: row.by as Dimension, what: row.what as Happening }));
  }

  async function timed(asked: Asked): Promise<Timed[]> {
    const { query, span, by } = asked;
    const rows = await reading<TimedRow>(Prisma.sql`
      WITH ended AS (${Prisma.join(endedClocks(query, span), ' UNION ALL ')}),
      h AS (SELECT *, ${bucketOf(asked)} AS bucket,
          ((spent_ms + ${MINUTE_MS / 2}) / ${MINUTE_MS})::int AS minutes
        FROM ended WHERE ${within(query)}),
      g AS (SELECT kind COLLATE "C" AS kind, minutes, (${nameOf(by)}) COLLATE "C" AS by,
          (${keyOf(by)}) COLLATE "C" AS key,
          count(*) FILTER (WHERE met) AS met,
          count(*) FILTER (WHERE NOT met) AS missed,
          count(*) FILTER (WHERE measured) AS n
        FROM h GROUP BY ${groupingSets('kind, minutes', by)}),
      r AS (SELECT *, sum(n) OVER (PARTITION BY by, key, kind ORDER BY minutes) AS upto,
          sum(n) OVER (PARTITION BY by, key, kind) AS measured
        FROM g)
      SELECT kind, by, key, sum(met)::int AS met, sum(missed)::int AS missed,
        max(measured)::int AS measured, ARRAY[${atRank(0.5, 'floor')}, ${atRank(0.5, 'ceil')}] AS half,
        ARRAY[${atRank(0.9, 'floor')}, ${atRank(0.9, 'ceil')}] AS nine
      FROM r GROUP BY by, key, kind`);
    return rows.map(({ measured, half, nine, ...row }) => ({
      ...row,
      by: row.by as Dimension,
      kind: row.kind as ClockKind,
      medianMs: between(half, 0.5, measured),
      p90Ms: between(nine, 0.9, measured),
    }));
  }

  return { counted, timed };
}

interface CountedRow {
  readonly what: string;
  readonly rating: number | null;
  readonly by: string;
  readonly key: string | null;
  readonly count: number;
}

interface TimedRow {
  readonly kind: string;
  readonly by: string;
  readonly key: string | null;
  readonly met: number;
  readonly missed: number;
  /** How many have a time. */
  readonly measured: number;
  /** In minutes, below and above the middle, and below and above nine of ten. */
  readonly half: readonly (number | null)[];
  readonly nine: readonly (number | null)[];
}

const MINUTE_MS = 60_000;

/**
 * The minutes of whichever comes at that rank. Times are put together by the minute before they are put in order: a
 * year has some thousand different ones, and hundreds of thousands of clocks.
 */
function atRank(share: 0.5 | 0.9, which: 'floor' | 'ceil'): Prisma.Sql {
  return Prisma.raw(
    `min(minutes) FILTER (WHERE n > 0 AND upto >= ${which}(${share} * (measured - 1)) + 1)`,
  );
}

/** As `percentile_cont` would have it, in milliseconds. */
function between(
  [low = null, high = null]: readonly (number | null)[],
  share: number,
  measured: number,
): number | null {
  if (low === null || high === null) return null;
  const rank = share * (measured - 1);
  return (low + (high - low) * (rank - Math.floor(rank))) * MINUTE_MS;
}

/** Tickets as «what, at, rating, subject, company_id, type_id, staff_id». */
function ticketHappenings({ from, until }: Span): Prisma.Sql[] {
  const facts = Prisma.sql`'ticket' AS subject, t.company_id, t.type_id, t.responsible_id AS staff_id`;
  const none = Prisma.sql`NULL::int AS rating`;
  const whole = Prisma.sql`t.merged_into_id IS NULL`;
  return [
    Prisma.sql`
      SELECT 'opened' AS what, t.opened_at AS at, ${none}, ${facts} FROM ticket t
      WHERE ${during(Prisma.sql`t.opened_at`, { from, until })} AND ${whole}`,
    Prisma.sql`
      SELECT t.status, t.ended_at, ${none}, ${facts} FROM ticket t
      WHERE ${during(Prisma.sql`t.ended_at`, { from, until })} AND t.reopened_count = 0 AND ${whole}`,
    Prisma.sql`
      SELECT e.status, e.at, ${none}, ${facts} FROM ticket t
      CROSS JOIN LATERAL (SELECT data->>'status' AS status, at FROM event
        WHERE subject = 'ticket' AND subject_id = t.id AND ${during(Prisma.sql`at`, { from, until })}
          AND data->>'status' IN ('closed', 'cancelled', 'reopened')
        -- Ticket by ticket: the whole log is mostly of dialogs.
        OFFSET 0) AS e
      WHERE t.reopened_count > 0 AND t.opened_at < ${until}::timestamptz AND ${whole}`,
    Prisma.sql`
      SELECT 'backlog', ${until}::timestamptz, ${none}, ${facts} FROM ticket t
      WHERE t.opened_at < ${until}::timestamptz AND t.reopened_count = 0 AND ${whole}
        AND (t.ended_at IS NULL OR t.ended_at >= ${until}::timestamptz)`,
    Prisma.sql`
      SELECT 'backlog', ${until}::timestamptz, ${none}, ${facts} FROM ticket t
      WHERE t.opened_at < ${until}::timestamptz AND t.reopened_count > 0 AND ${whole}
        AND (SELECT e.data->>'status' FROM event e
          WHERE e.subject = 'ticket' AND e.subject_id = t.id AND e.at < ${until}::timestamptz
            AND e.data->>'status' IS NOT NULL
          ORDER BY e.id DESC LIMIT 1) NOT IN ('closed', 'cancelled')`,
    Prisma.sql`
      SELECT 'rated', t.rated_at, t.rating, ${facts} FROM ticket t
      WHERE ${during(Prisma.sql`t.rated_at`, { from, until })} AND ${whole}`,
  ];
}

/** The same of the desk's own dialogs; the threads in which tickets are worked on are none. */
function dialogHappenings({ from, until }: Span): Prisma.Sql[] {
  const facts = Prisma.sql`'dialog' AS subject, NULL::int AS company_id, NULL::int AS type_id,
    d.assignee_id AS staff_id`;
  const none = Prisma.sql`NULL::int AS rating`;
  const own = Prisma.sql`d.channel <> 'ticket'`;
  return [
    Prisma.sql`
      SELECT 'opened' AS what, d.opened_at AS at, ${none}, ${facts} FROM dialog d
      WHERE ${during(Prisma.sql`d.opened_at`, { from, until })} AND ${own}`,
    Prisma.sql`
      SELECT 'closed', d.closed_at, ${none}, ${facts} FROM dialog d
      WHERE ${during(Prisma.sql`d.closed_at`, { from, until })} AND ${own}`,
    Prisma.sql`
      SELECT 'backlog', ${until}::timestamptz, ${none}, ${facts} FROM dialog d
      WHERE d.closed_at IS NULL AND d.opened_at < ${until}::timestamptz AND ${own}`,
    Prisma.sql`
      SELECT 'backlog', ${until}::timestamptz, ${none}, ${facts} FROM dialog d
      WHERE d.closed_at >= ${until}::timestamptz AND d.opened_at < ${until}::timestamptz AND ${own}`,
    Prisma.sql`
      SELECT 'rated', d.rated_at, d.rating, ${facts} FROM dialog d
      WHERE ${during(Prisma.sql`d.rated_at`, { from, until })} AND ${own}`,
  ];
}

/** Each thing once, whatever is late about it. */
function lateNow(now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (c.subject, c.subject_id) 'late' AS what, ${now}::timestamptz AS at,
      NULL::int AS rating, c.subject, c.company_id, c.type_id,
      coalesce(t.responsible_id, d.assignee_id) AS staff_id
    FROM sla_clock c
    LEFT JOIN ticket t ON c.subject = 'ticket' AND t.id = c.subject_id
    LEFT JOIN dialog d ON c.subject = 'dialog' AND d.id = c.subject_id
    WHERE c.stopped_at IS NULL AND c.due_at <= ${now}::timestamptz`;
}

function within({ companyId, typeId, staffId, subject }: Asked['query']): Prisma.Sql {
  const conditions = [
    ...(companyId === null ? [] : [Prisma.sql`company_id = ${companyId}`]),
    ...(typeId === null ? [] : [Prisma.sql`type_id = ${typeId}`]),
    ...(staffId === null ? [] : [Prisma.sql`staff_id = ${staffId}`]),
    ...(subject === null ? [] : [Prisma.sql`subject = ${subject}`]),
  ];
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, ' AND ');
}

/** The step of the chart in which something happened, on the clocks of the company. */
function bucketOf({ by, buckets }: Asked): Prisma.Sql {
  if (!by.includes('bucket')) return Prisma.sql`NULL::timestamp`;
  const { unit, timeZone } = buckets;
  return Prisma.sql`date_trunc(${unit}::text, at AT TIME ZONE ${timeZone}::text)`;
}

function nameOf(by: Asked['by']): Prisma.Sql {
  const names = by.map((one) => `WHEN GROUPING(${COLUMNS[one]}) = 0 THEN '${one}'`);
  return Prisma.raw(names.length === 0 ? `'all'` : `CASE ${names.join(' ')} ELSE 'all' END`);
}

function keyOf(by: Asked['by']): Prisma.Sql {
  const keys = by.map((one) => `WHEN GROUPING(${COLUMNS[one]}) = 0 THEN ${textOf(one)}`);
  return Prisma.raw(keys.length === 0 ? 'NULL::text' : `CASE ${keys.join(' ')} END`);
}

function textOf(one: Exclude<Dimension, 'all'>): string {
  return one === 'bucket' ? `to_char(bucket, 'YYYY-MM-DD HH24:MI')` : `${COLUMNS[one]}::text`;
}

/** By these columns alone, and by each dimension besides. */
function groupingSets(columns: string, by: Asked['by']): Prisma.Sql {
  const sets = by.map((one) => `(${columns}, ${COLUMNS[one]})`);
  return Prisma.raw(`GROUPING SETS (${[`(${columns})`, ...sets].join(', ')})`);
}
