// Which answers are due, as the sweeps ask it: by the program's time, given as a parameter.

import type { Database, Tx } from '../platform/database/index.ts';

export type DialogClockRepository = ReturnType<typeof createDialogClockRepository>;

/**
 * Lists hold numbers of dialogs, the longest due first, at most `limit`; a mark is set once for a
 * deadline.
 */
export function createDialogClockRepository({ prisma }: Database) {
  /** Questions whose answer is late, longest first. */
  async function listMissed(now: Date, limit: number): Promise<number[]> {
    const rows = await prisma.dialog.findMany({
      where: { deadlineAt: { lte: now }, escalatedAt: null },
      orderBy: { deadlineAt: 'asc' },
      select: { id: true },
      take: limit,
    });
    return rows.map((row) => row.id);
  }

  /** Questions whose answer will soon be late. */
  async function listToWarn(now: Date, limit: number): Promise<number[]> {
    const rows = await prisma.dialog.findMany({
      where: { warnAt: { lte: now }, deadlineAt: { gt: now }, warnedAt: null, escalatedAt: null },
      orderBy: { warnAt: 'asc' },
      select: { id: true },
      take: limit,
    });
    return rows.map((row) => row.id);
  }

  /** False when it is not due any more, or was said already. */
  async function markWarned(tx: Tx, id: number, now: Date): Promise<boolean> {
    const { count } = await tx.dialog.updateMany({
      where: {
        id,
        warnAt: { lte: now },
        deadlineAt: { gt: now },
        warnedAt: null,
        escalatedAt: null,
      },
      data: { warnedAt: now },
    });
    return count === 1;
  }

  async function markEscalated(tx: Tx, id: number, now: Date): Promise<boolean> {
    const { count } = await tx.dialog.updateMany({
      where: { id, deadlineAt: { lte: now }, escalatedAt: null },
      data: { escalatedAt: now },
    });
    return count === 1;
  }

  /** The number of the employee who has a dialog; none where nobody has it. */
  async function assigneeOf(id: number): Promise<number[]> {
    const row = await prisma.dialog.findUnique({ where: { id }, select: { assigneeId: true } });
    return row?.assigneeId ? [row.assigneeId] : [];
  }

  return { listMissed, listToWarn, markWarned, markEscalated, assigneeOf };
}
