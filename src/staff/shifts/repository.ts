// Who is on duty: columns of the table of staff.

import type { Tx } from '../../platform/database/index.ts';

/** Of somebody who works here. */
export interface Shift {
  readonly staffId: number;
  readonly since: Date | null;
  readonly endsAt: Date | null;
}

/** Who is on duty, and who has been before and is not now; everybody else has never worked in shifts. */
export interface Duty {
  readonly onDuty: ReadonlySet<number>;
  readonly offDuty: ReadonlySet<number>;
}

export type ShiftRepository = ReturnType<typeof createShiftRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createShiftRepository() {
  async function find(db: Tx, staffId: number): Promise<Shift | null> {
    const row = await db.staff.findFirst({
      where: { id: staffId, removedAt: null },
      select: { onShiftSince: true, shiftEndsAt: true },
    });
    return row && { staffId, since: row.onShiftSince, endsAt: row.shiftEndsAt };
  }

  /** False: they are on duty already, or do not work here. */
  async function start(tx: Tx, staffId: number, since: Date, endsAt: Date): Promise<boolean> {
    const { count } = await tx.staff.updateMany({
      where: { id: staffId, removedAt: null, onShiftSince: null },
      data: { onShiftSince: since, shiftEndsAt: endsAt },
    });
    return count === 1;
  }

  /** False: they are not on duty. With `overdue`: only if the shift was to end by then. */
  async function end(tx: Tx, staffId: number, now: Date, overdue: boolean): Promise<boolean> {
    const { count } = await tx.staff.updateMany({
      where: {
        id: staffId,
        onShiftSince: { not: null },
        ...(overdue ? { shiftEndsAt: { lte: now } } : {}),
      },
      data: { onShiftSince: null, shiftEndsAt: null, shiftEndedAt: now },
    });
    return count === 1;
  }

  /** Shifts that were to end by now. */
  async function listOverdue(db: Tx, now: Date): Promise<number[]> {
    const rows = await db.staff.findMany({
      where: { shiftEndsAt: { lte: now } },
      select: { id: true },
    });
    return rows.map((row) => row.id);
  }

  async function duty(db: Tx): Promise<Duty> {
    const rows = await db.staff.findMany({
      where: {
        removedAt: null,
        OR: [{ onShiftSince: { not: null } }, { shiftEndedAt: { not: null } }],
      },
      select: { id: true, onShiftSince: true },
    });
    const numbers = (on: boolean) =>
      new Set(rows.filter((row) => (row.onShiftSince !== null) === on).map(({ id }) => id));
    return { onDuty: numbers(true), offDuty: numbers(false) };
  }

  /** Those on duty, in the order of their turns; nobody else gives turns until the transaction ends. */
  async function lockTurns(tx: Tx): Promise<number[]> {
    const rows = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM staff WHERE removed_at IS NULL AND on_shift_since IS NOT NULL
      ORDER BY last_assigned_at NULLS FIRST, id FOR NO KEY UPDATE`;
    return rows.map((row) => row.id);
  }

  async function noteTurn(tx: Tx, staffId: number, now: Date): Promise<void> {
    await tx.staff.updateMany({ where: { id: staffId }, data: { lastAssignedAt: now } });
  }

  return { find, start, end, listOverdue, duty, lockTurns, noteTurn };
}
