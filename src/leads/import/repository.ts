// The table of spreadsheets that wait to be read.

import type { Tx } from '../../platform/database/index.ts';

export interface ProductImport {
  readonly id: number;
  readonly staffId: number;
  readonly fileId: string;
  readonly fileName: string;
  readonly attempts: number;
}

const SELECT = { id: true, staffId: true, fileId: true, fileName: true, attempts: true } as const;

export type ImportRepository = ReturnType<typeof createImportRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createImportRepository() {
  async function insert(
    tx: Tx,
    order: Omit<ProductImport, 'id' | 'attempts'>,
    now: Date,
  ): Promise<void> {
    await tx.productImport.create({ data: { ...order, createdAt: now } });
  }

  /** The oldest that waits. */
  async function next(db: Tx): Promise<ProductImport | null> {
    const where = { state: 'waiting' };
    return db.productImport.findFirst({ where, select: SELECT, orderBy: { id: 'asc' } });
  }

  /** False: it was ended before. */
  async function end(tx: Tx, id: number, state: 'done' | 'failed', now: Date): Promise<boolean> {
    const where = { id, state: 'waiting' };
    return (await tx.productImport.updateMany({ where, data: { state, endedAt: now } })).count > 0;
  }

  async function noteAttempt(tx: Tx, id: number): Promise<void> {
    await tx.productImport.update({ where: { id }, data: { attempts: { increment: 1 } } });
  }

  return { insert, next, end, noteAttempt };
}
