// Tickets in the order in which they were changed, and what other systems must know to speak of them.

import type { Database, Tx } from '../../platform/database/index.ts';
import type { TicketStatus } from '../ticket.ts';

/** A place in the order of changes. */
export interface Place {
  readonly changedAt: Date;
  readonly id: number;
}

export interface ChangedQuery {
  /** What was changed then, or later. */
  readonly since: Date;
  /** Behind this place. */
  readonly after: Place | null;
  /** What was changed later may be followed by what was changed before, but is stored later. */
  readonly until: Date;
  readonly companyId: number | null;
  readonly status: TicketStatus | null;
  readonly limit: number;
}

export type ApiRepository = ReturnType<typeof createApiRepository>;

export function createApiRepository({ prisma }: Pick<Database, 'prisma'>) {
  async function listChanged(query: ChangedQuery): Promise<Place[]> {
    const { since, until, companyId, status, limit } = query;
    const after = query.after ?? { changedAt: since, id: 0 };
    return prisma.$queryRaw<Place[]>`
      SELECT id, changed_at AS "changedAt" FROM ticket
      WHERE (changed_at, id) > (${after.changedAt}::timestamptz, ${after.id}::int)
        AND changed_at >= ${since}::timestamptz AND changed_at <= ${until}::timestamptz
        AND (${companyId}::int IS NULL OR company_id = ${companyId}::int)
        AND (${status}::text IS NULL OR status = ${status}::text)
      ORDER BY changed_at, id LIMIT ${limit}`;
  }

  /** Also of a type that tickets may have no more; null: there never was one. */
  async function typeIdOf(tx: Tx, code: string): Promise<number | null> {
    const row = await tx.ticketType.findUnique({ where: { code }, select: { id: true } });
    return row?.id ?? null;
  }

  /** Those that we serve. */
  async function companies(): Promise<{ readonly id: number; readonly name: string }[]> {
    const select = { id: true, name: true };
    return prisma.clientCompany.findMany({
      where: { endedAt: null },
      select,
      orderBy: { id: 'asc' },
    });
  }

  return { listChanged, typeIdOf, companies };
}
