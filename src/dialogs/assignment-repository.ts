// What is kept about how dialogs pass from one employee to another, and about two who write in one.

import type { Database, Tx } from '../platform/database/index.ts';
import type { MessageAddress } from './message.ts';

export interface Transfer {
  readonly id: number;
  readonly dialogId: number;
  readonly byId: number;
  readonly toId: number;
}

/** What the log calls the word to two who write in one dialog; `first` has the lower number. */
export const WRITERS_MET = 'writers-met';

export interface Pair {
  readonly first: number;
  readonly second: number;
}

const TRANSFER = { id: true, dialogId: true, byId: true, toId: true } as const;

export type AssignmentRepository = ReturnType<typeof createAssignmentRepository>;

/** Every method that takes a transaction belongs to it. */
export function createAssignmentRepository({ prisma }: Database) {
  async function addTransfer(tx: Tx, transfer: Omit<Transfer, 'id'>, at: Date): Promise<number> {
    const { id } = await tx.dialogTransfer.create({
      data: { ...transfer, at },
      select: { id: true },
    });
    return id;
  }

  async function findTransfer(id: number): Promise<Transfer | null> {
    return prisma.dialogTransfer.findUnique({ where: { id }, select: TRANSFER });
  }

  /** Notes where a transfer is told in the thread. */
  async function placeTransfer(tx: Tx, id: number, at: MessageAddress): Promise<void> {
    await tx.dialogTransfer.updateMany({ where: { id }, data: at });
  }

  /** The transfer that is told there; null: none is. */
  async function transferAt(tx: Tx, at: MessageAddress): Promise<Transfer | null> {
    return tx.dialogTransfer.findFirst({ where: { ...at }, select: TRANSFER });
  }

  /** Whether somebody has agreed to write in this dialog although a colleague has it. */
  async function hasAgreed(tx: Tx, dialogId: number, staffId: number): Promise<boolean> {
    const row = await tx.dialogAgreement.findUnique({
      where: { dialogId_staffId: { dialogId, staffId } },
      select: { staffId: true },
    });
    return row !== null;
  }

  async function agree(tx: Tx, dialogId: number, staffId: number, agreedAt: Date): Promise<void> {
    await tx.dialogAgreement.upsert({
      where: { dialogId_staffId: { dialogId, staffId } },
      create: { dialogId, staffId, agreedAt },
      update: {},
    });
  }

  /** Whoever writes now in these dialogs has agreed to nothing: somebody else has them. */
  async function forgetAgreements(tx: Tx, dialogIds: readonly number[]): Promise<void> {
    await tx.dialogAgreement.deleteMany({ where: { dialogId: { in: [...dialogIds] } } });
  }

  /** Who but `staffId` has answered in a dialog last, since then; null: nobody has. */
  async function otherWriter(
    tx: Tx,
    dialogId: number,
    staffId: number,
    since: Date,
  ): Promise<number | null> {
    const row = await tx.message.findFirst({
      where: {
        dialogId,
        purpose: 'answer',
        receivedAt: { gte: since },
        staffId: { not: staffId },
      },
      orderBy: { id: 'desc' },
      select: { staffId: true },
    });
    return row?.staffId ?? null;
  }

  /** Whether these two were told of each other here since then. */
  async function haveMet(tx: Tx, dialogId: number, pair: Pair, since: Date): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM event
      WHERE subject = 'dialog' AND subject_id = ${dialogId} AND type = ${WRITERS_MET}
        AND at >= ${since}::timestamptz AND data @> ${JSON.stringify(pair)}::jsonb LIMIT 1`;
    return rows.length > 0;
  }

  /** Whoever had it is not given it again in turn. */
  async function noteGivenBack(tx: Tx, dialogId: number, staffId: number | null): Promise<void> {
    await tx.dialog.updateMany({ where: { id: dialogId }, data: { givenBackById: staffId } });
  }

  /** How many open dialogs each employee has; who has none is not in the map. */
  async function loads(tx: Tx = prisma): Promise<Map<number, number>> {
    const rows = await tx.$queryRaw<{ id: number; dialogs: number }[]>`
      SELECT assignee_id AS id, count(*)::int AS dialogs FROM dialog
      WHERE closed_at IS NULL AND assignee_id IS NOT NULL GROUP BY assignee_id`;
    return new Map(rows.map(({ id, dialogs }) => [id, dialogs]));
  }

  /** Dialogs of a desk whose client has waited since `cutoff` for somebody who did nothing since. */
  async function listIdle(deskId: number, cutoff: Date, limit: number): Promise<number[]> {
    const rows = await prisma.$queryRaw<{ id: number }[]>`
      SELECT d.id FROM dialog d JOIN staff s ON s.id = d.assignee_id AND s.removed_at IS NULL
      WHERE d.desk_id = ${deskId} AND d.closed_at IS NULL AND d.assignee_id IS NOT NULL
        AND d.waiting_since <= ${cutoff}::timestamptz
        AND coalesce(d.holder_active_at, d.waiting_since) <= ${cutoff}::timestamptz
      ORDER BY d.waiting_since LIMIT ${limit}`;
    return rows.map((row) => row.id);
  }

  return {
    addTransfer,
    findTransfer,
    placeTransfer,
    transferAt,
    hasAgreed,
    agree,
    forgetAgreements,
    otherWriter,
    haveMet,
    noteGivenBack,
    loads,
    listIdle,
  };
}
