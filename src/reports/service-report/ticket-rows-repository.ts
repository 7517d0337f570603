// The tickets of a period, a row each, with their promises: for a spreadsheet.

import { Prisma } from '../../generated/prisma/client.ts';
import type { Database } from '../../platform/database/index.ts';
import type { TicketStatus, Urgency } from '../../tickets/ticket.ts';
import type { Span } from './period.ts';
import type { ReportQuery } from './query.ts';

export interface TicketRow {
  readonly id: number;
  readonly companyName: string;
  readonly typeRu: string;
  readonly typeEn: string;
  readonly urgency: Urgency;
  readonly summary: string;
  readonly status: TicketStatus;
  readonly responsibleName: string | null;
  readonly authorName: string | null;
  readonly openedAt: Date;
  readonly respondedAt: Date | null;
  readonly doneAt: Date | null;
  readonly endedAt: Date | null;
  readonly reopenedCount: number;
  readonly rating: number | null;
  readonly ratingWords: string | null;
  readonly response: KeptPromise | null;
  readonly resolution: KeptPromise | null;
}

/** Null where it is neither kept nor broken yet. */
export interface KeptPromise {
  readonly spentMinutes: number;
  readonly met: boolean;
}

/** A spreadsheet of more opens slowly on any computer. */
export const MOST_TICKETS = 20_000;

export type TicketRowsRepository = ReturnType<typeof createTicketRowsRepository>;

export function createTicketRowsRepository({ prisma }: Pick<Database, 'prisma'>) {
  /** Those that were open at some time of the span, newest first; at most {@link MOST_TICKETS}. */
  async function list(query: ReportQuery, { from, until }: Span): Promise<TicketRow[]> {
    if (query.subject === 'dialog') return [];
    const { companyId, typeId, staffId } = query;
    const narrowed = [
      Prisma.sql`t.merged_into_id IS NULL AND t.opened_at < ${until}::timestamptz`,
      Prisma.sql`(t.ended_at IS NULL OR t.ended_at >= ${from}::timestamptz)`,
      ...(companyId === null ? [] : [Prisma.sql`t.company_id = ${companyId}`]),
      ...(typeId === null ? [] : [Prisma.sql`t.type_id = ${typeId}`]),
      ...(staffId === null ? [] : [Prisma.sql`t.responsible_id = ${staffId}`]),
    ];
    const rows = await prisma.$queryRaw<Row[]>`
      WITH chosen AS (SELECT t.* FROM ticket t WHERE ${Prisma.join(narrowed, ' AND ')}
        ORDER BY t.id DESC LIMIT ${MOST_TICKETS})
      SELECT t.id, c.name AS "companyName", y.name_ru AS "typeRu", y.name_en AS "typeEn", t.urgency,
        t.summary, t.status, s.name AS "responsibleName", p.name AS "authorName",
        t.opened_at AS "openedAt", t.responded_at AS "respondedAt", t.done_at AS "doneAt",
        t.ended_at AS "endedAt", t.reopened_count AS "reopenedCount", t.rating,
        t.rating_words AS "ratingWords",
        r.spent AS "responseSpent", r.met AS "responseMet",
        o.spent AS "resolutionSpent", o.met AS "resolutionMet"
      FROM chosen t
      JOIN client_company c ON c.id = t.company_id
      JOIN ticket_type y ON y.id = t.type_id
      LEFT JOIN staff s ON s.id = t.responsible_id
      LEFT JOIN person p ON p.id = t.author_id
      LEFT JOIN LATERAL (${promise('response')}) AS r ON true
      LEFT JOIN LATERAL (${promise('resolution')}) AS o ON true
      ORDER BY t.id DESC`;
    return rows.map(({ responseSpent, responseMet, resolutionSpent, resolutionMet, ...row }) => ({
      ...row,
      response: kept(responseSpent, responseMet),
      resolution: kept(resolutionSpent, resolutionMet),
    }));
  }

  return { list };
}

interface Row extends Omit<TicketRow, 'response' | 'resolution'> {
  readonly responseSpent: number | null;
  readonly responseMet: boolean | null;
  readonly resolutionSpent: number | null;
  readonly resolutionMet: boolean | null;
}

/** The last promise of that kind which is kept or broken; a solution is, once it is «Выполнена». */
function promise(kind: 'response' | 'resolution'): Prisma.Sql {
  const over =
    kind === 'response'
      ? Prisma.sql`k.outcome IN ('met', 'missed')`
      : Prisma.sql`(k.outcome IN ('met', 'missed') OR t.done_at IS NOT NULL AND k.stopped_at IS NULL)`;
  return Prisma.sql`
    SELECT k.spent_ms / 60000.0::float8 AS spent,
      coalesce(k.outcome, CASE WHEN k.spent_ms <= k.target_minutes * 60000::bigint
        THEN 'met' ELSE 'missed' END) = 'met' AS met
    FROM sla_clock k
    WHERE k.subject = 'ticket' AND k.subject_id = t.id AND k.kind = ${kind} AND ${over}
    ORDER BY k.id DESC LIMIT 1`;
}

function kept(spent: number | null, met: boolean | null): KeptPromise | null {
  return spent === null || met === null ? null : { spentMinutes: spent, met };
}
