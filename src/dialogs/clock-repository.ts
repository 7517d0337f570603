// Which answers are due, as the sweeps ask it: by the program's time, given as a parameter.

import type { Database, Tx } from '../platform/database/index.ts';
import type { DialogWithClock } from './dialog-repository.ts';

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

  /** Dialogs with an open question behind this number, in their order. */
  async function listWaiting(tx: Tx, after: number, limit: number): Promise<number[]> {
    const rows = await tx.dialog.findMany({
      where: { waitingSince: { not: null }, closedAt: null, id: { gt: after } },
      orderBy: { id: 'asc' },
      select: { id: true },
      take: limit,
    });
    return rows.map((row) => row.id);
  }

  /** The numbers of those whose clock was another one. */
  async function saveClocks(tx: Tx, dialogs: readonly DialogWithClock[]): Promise<number[]> {
    const clocks = dialogs.map(({ id, warnAt, deadlineAt }) => ({ id, warnAt, deadlineAt }));
    const rows = await tx.$queryRaw<{ id: number }[]>`
      UPDATE dialog AS d SET warn_at = n."warnAt", deadline_at = n."deadlineAt"
      FROM json_to_recordset(${JSON.stringify(clocks)}::json)
        AS n(id int, "warnAt" timestamptz, "deadlineAt" timestamptz)
      WHERE d.id = n.id AND (d.warn_at, d.deadline_at) IS DISTINCT FROM (n."warnAt", n."deadlineAt")
      RETURNING d.id`;
    return rows.map((row) => row.id);
  }

  /** The number of the employee who has a dialog; none where nobody has it. */
  async function assigneeOf(id: number): Promise<number[]> {
    const row = await prisma.dialog.findUnique({ where: { id }, select: { assigneeId: true } });
    return row?.assigneeId ? [row.assigneeId] : [];
  }

  return {
    ...{ listMissed, listToWarn, markWarned, markEscalated, assigneeOf },
    ...{ listWaiting, saveClocks },
  };
}
