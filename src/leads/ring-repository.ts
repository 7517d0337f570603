// When employees are told of leads that wait for an exporter who is not here.

import type { Tx } from '../platform/database/index.ts';

export interface Ring {
  /** When they are to be told next; null: there is nothing new. */
  readonly dueAt: Date | null;
  readonly toldAt: Date | null;
}

export type RingRepository = ReturnType<typeof createRingRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createRingRepository() {
  /** An exporter's, and nobody else changes it until the transaction ends. */
  async function lock(tx: Tx, companyId: number): Promise<Ring> {
    await tx.leadRing.createMany({ data: [{ companyId }], skipDuplicates: true });
    await tx.$queryRaw`SELECT company_id FROM lead_ring WHERE company_id = ${companyId} FOR NO KEY UPDATE`;
    const { dueAt, toldAt } = await tx.leadRing.findUniqueOrThrow({ where: { companyId } });
    return { dueAt, toldAt };
  }

  async function update(tx: Tx, companyId: number, ring: Ring): Promise<void> {
    await tx.leadRing.update({ where: { companyId }, data: ring });
  }

  /** Exporters of whom there is something to tell, the longest due first. */
  async function listDue(db: Tx, now: Date, limit: number): Promise<number[]> {
    const rows = await db.leadRing.findMany({
      where: { dueAt: { lte: now } },
      select: { companyId: true },
      orderBy: { dueAt: 'asc' },
      take: limit,
    });
    return rows.map(({ companyId }) => companyId);
  }

  return { lock, update, listDue };
}
