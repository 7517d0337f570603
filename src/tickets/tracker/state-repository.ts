// What other systems are told of tickets beside their rows: names, and what is promised.

import type { Database, Tx } from '../../platform/database/index.ts';
import type { TicketActor } from '../change.ts';
import type { TicketFacts } from './ticket-state.ts';

export type Names = Omit<TicketFacts, 'deadlines'>;

export type StateRepository = ReturnType<typeof createStateRepository>;

export function createStateRepository({ prisma }: Pick<Database, 'prisma'>) {
  /** By the tickets' ids. */
  async function namesIn(
    ids: readonly number[],
    db: Tx = prisma,
  ): Promise<ReadonlyMap<number, Names>> {
    const rows = await db.$queryRaw<(Names & { readonly id: number })[]>`
      SELECT t.id, c.name AS company, y.code AS type, s.name AS responsible, p.name AS author
      FROM ticket t
        JOIN client_company c ON c.id = t.company_id
        JOIN ticket_type y ON y.id = t.type_id
        LEFT JOIN staff s ON s.id = t.responsible_id
        LEFT JOIN person p ON p.id = t.author_id
      WHERE t.id = ANY(${[...ids]}::int[])`;
    return new Map(rows.map(({ id, ...names }) => [id, names]));
  }

  async function nameOf({ kind, id }: TicketActor, db: Tx = prisma): Promise<string | null> {
    if (kind === 'system' || id === null) return null;
    const find = { where: { id }, select: { name: true } };
    const row = kind === 'staff' ? db.staff.findUnique(find) : db.person.findUnique(find);
    return (await row)?.name ?? null;
  }

  return { namesIn, nameOf };
}
