// Which signed requests have had their effect.
import type { Database, Tx } from '../database/index.ts';

/** Notes requests inside the transaction of their effects; returns those that were not noted before. */
export async function noteRequests(
  tx: Tx,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  // Whoever comes at the same moment waits here for the other's commit, and then changes nothing.
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO intake_request (id, taken_at)
    SELECT DISTINCT id, ${now}::timestamptz FROM unnest(${[...ids]}::text[]) AS id ORDER BY id
    ON CONFLICT DO NOTHING RETURNING id`;
  return new Set(rows.map(({ id }) => id));
}

/** Deletes at most `limit` notes made before `before`; says how many. */
export async function forgetRequests(
  { prisma }: Database,
  before: Date,
  limit: number,
): Promise<number> {
  return prisma.$executeRaw`
    DELETE FROM intake_request WHERE id IN (
      SELECT id FROM intake_request WHERE taken_at < ${before}::timestamptz LIMIT ${limit})`;
}
