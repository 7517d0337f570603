// The reports that people asked for, kept as long as somebody presses under them.

import type { Database, Tx } from '../../platform/database/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import { asWritten } from '../../platform/json.ts';
import type { Destination } from '../../platform/outbox/index.ts';
import type { KeptReport } from './kept-report.ts';
import type { ReportQuery } from './query.ts';

export type KeptReportRepository = ReturnType<typeof createKeptReportRepository>;

export function createKeptReportRepository({ prisma }: Pick<Database, 'prisma'>) {
  async function insert(tx: Tx, report: Omit<KeptReport, 'id'>, now: Date): Promise<number> {
    const { staffId, reader, query } = report;
    const row = await tx.serviceReport.create({
      data: { staffId, ...reader, query: structuredClone(query) as object, usedAt: now },
      select: { id: true },
    });
    return row.id;
  }

  async function find(db: Tx, id: number): Promise<KeptReport | null> {
    const row = await db.serviceReport.findUnique({ where: { id } });
    if (!row) return null;
    const { staffId, locale, destination, query } = row;
    return {
      ...{ id, staffId },
      reader: { locale: locale as Locale, destination: destination as Destination },
      query: asWritten<ReportQuery>(query),
    };
  }

  /** Nobody else changes it until the transaction ends. */
  async function lock(tx: Tx, id: number): Promise<KeptReport | null> {
    await tx.$queryRaw`SELECT 1 FROM service_report WHERE id = ${id} FOR NO KEY UPDATE`;
    return find(tx, id);
  }

  async function save(tx: Tx, { id, query }: KeptReport, now: Date): Promise<void> {
    const data = { query: structuredClone(query) as object, usedAt: now };
    await tx.serviceReport.update({ where: { id }, data });
  }

  /** Those that nobody has used since. */
  async function deleteUnused(before: Date): Promise<void> {
    await prisma.serviceReport.deleteMany({ where: { usedAt: { lt: before } } });
  }

  return {
    insert,
    lock,
    save,
    deleteUnused,
    find: (id: number) => find(prisma, id),
  };
}
