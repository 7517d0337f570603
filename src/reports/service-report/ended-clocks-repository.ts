// Promises that were kept or broken for good in a period, as the tables and the log tell of them: parts of the
// statement that times them.

import { Prisma } from '../../generated/prisma/client.ts';
import type { Span } from './period.ts';
import type { ReportQuery } from './query.ts';

/**
 * Clocks that ended in the span as «subject, kind, company_id, type_id, staff_id, spent_ms, met, at, measured». A
 * solution ends with «Выполнена», whether the client has confirmed it by now or not, and whatever came of it later.
 */
export function endedClocks({ subject }: Pick<ReportQuery, 'subject'>, span: Span): Prisma.Sql[] {
  const ended = Prisma.sql`${during(Prisma.sql`c.stopped_at`, span)} AND c.outcome IN ('met', 'missed')`;
  const row = Prisma.sql`c.subject, c.kind, c.company_id, c.type_id, c.staff_id, c.spent_ms,
    c.outcome = 'met' AS met, c.stopped_at AS at`;
  const dialogs = Prisma.sql`
    SELECT ${row}, true AS measured FROM sla_clock c WHERE ${ended} AND c.subject = 'dialog'`;
  const tickets = [
    Prisma.sql`
      SELECT ${row}, c.outcome = 'met' OR ${WAS_ANSWERED} AS measured
      FROM sla_clock c WHERE ${ended} AND c.subject = 'ticket' AND c.kind <> 'resolution'
        AND ${IS_WHOLE}`,
    Prisma.sql`
      SELECT c.subject, c.kind, t.company_id, t.type_id, t.responsible_id, c.spent_ms,
        c.spent_ms <= c.target_minutes * 60000::bigint, t.done_at, true
      FROM ticket t JOIN sla_clock c ON c.subject = 'ticket' AND c.subject_id = t.id
        AND c.kind = 'resolution' AND (c.stopped_at IS NULL OR c.stopped_at >= t.done_at)
      WHERE ${during(Prisma.sql`t.done_at`, span)} AND t.merged_into_id IS NULL
        AND c.outcome IS DISTINCT FROM 'cancelled'`,
    // Given up when it was late already.
    Prisma.sql`
      SELECT ${row}, false FROM sla_clock c JOIN ticket t ON t.id = c.subject_id
      WHERE ${ended} AND c.subject = 'ticket' AND c.kind = 'resolution' AND t.merged_into_id IS NULL
        AND t.reopened_count = 0 AND (t.done_at IS NULL OR t.done_at > c.stopped_at)`,
    solvedBefore(span),
  ];
  if (subject === 'dialog') return [dialogs];
  return subject === 'ticket' ? tickets : [...tickets, dialogs];
}

/**
 * What nobody waited for any more when it was late already was never answered: missed, and no time of an answer. When a
 * ticket ended that was opened again, its row does not tell; those are few.
 */
const WAS_ANSWERED = Prisma.sql`EXISTS (SELECT FROM ticket t WHERE t.id = c.subject_id AND CASE
  WHEN c.kind = 'response' THEN t.responded_at <= c.stopped_at
  WHEN t.reopened_count = 0 THEN t.ended_at IS NULL OR t.ended_at > c.stopped_at
  ELSE EXISTS (SELECT FROM event e WHERE e.subject = 'ticket' AND e.subject_id = t.id
    AND e.type = 'ticket-answered' AND e.at BETWEEN c.started_at AND c.stopped_at) END)`;

/** A ticket that turned out to be another one is counted there; they are few. */
const IS_WHOLE = Prisma.sql`c.subject_id NOT IN (SELECT id FROM ticket WHERE merged_into_id IS NOT NULL)`;

/** What was solved, or given up late, before the ticket was opened again: when it was «Выполнена» is in the log. */
function solvedBefore(span: Span): Prisma.Sql {
  return Prisma.sql`
    SELECT subject, kind, company_id, type_id, staff_id, spent_ms, met, at, measured FROM (
      SELECT c.subject, c.kind, c.company_id, c.type_id, c.staff_id, c.spent_ms,
        c.outcome = 'met' AS met, coalesce(d.at, c.stopped_at) AS at, d.at IS NOT NULL AS measured
      FROM ticket t JOIN sla_clock c ON c.subject = 'ticket' AND c.subject_id = t.id
        AND c.kind = 'resolution' AND c.outcome IN ('met', 'missed')
        AND (t.done_at IS NULL OR t.done_at > c.stopped_at)
      CROSS JOIN LATERAL (SELECT max(e.at) AS at FROM event e
        WHERE e.subject = 'ticket' AND e.subject_id = t.id AND e.data->>'status' = 'done'
          AND e.at BETWEEN c.started_at AND c.stopped_at) AS d
      WHERE t.reopened_count > 0 AND t.merged_into_id IS NULL
        AND t.opened_at < ${span.until}::timestamptz AND c.stopped_at >= ${span.from}::timestamptz
    ) AS before
    WHERE ${during(Prisma.sql`at`, span)}`;
}

/** In the span, its end left out. */
export function during(column: Prisma.Sql, { from, until }: Span): Prisma.Sql {
  return Prisma.sql`${column} >= ${from}::timestamptz AND ${column} < ${until}::timestamptz`;
}
