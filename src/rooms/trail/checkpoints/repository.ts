// The tables of checkpoints and of when they were moved.

import type { Database, Tx } from '../../../platform/database/index.ts';
import type { Deed } from '../agreements/agreement.ts';
import type { Checkpoint, Ring } from './checkpoint.ts';

export interface NewCheckpoint {
  readonly roomId: number;
  readonly title: string;
  readonly dueAt: Date;
  readonly responsibleId: number | null;
  readonly createdById: number | null;
  /** What it was made for: it is made once. */
  readonly source: string;
}

export interface Move {
  readonly byId: number;
  readonly at: Date;
  readonly dueBefore: Date;
  readonly dueAfter: Date;
  readonly reason: string;
}

export type CheckpointRepository = ReturnType<typeof createCheckpointRepository>;

/** Methods with `tx` belong to it. */
export function createCheckpointRepository({ prisma }: Database) {
  /** Null: it was made for this before. */
  async function insert(tx: Tx, checkpoint: NewCheckpoint, now: Date): Promise<Checkpoint | null> {
    const { roomId, title, dueAt, responsibleId, createdById, source } = checkpoint;
    await tx.$queryRaw`SELECT id FROM room WHERE id = ${roomId} FOR NO KEY UPDATE`;
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO room_checkpoint (room_id, number, title, due_at, responsible_id, created_by_id,
        created_at, source)
      VALUES (${roomId},
        (SELECT coalesce(max(number), 0) + 1 FROM room_checkpoint WHERE room_id = ${roomId}),
        ${title}, ${dueAt}::timestamptz, ${responsibleId}::int, ${createdById}::int,
        ${now}::timestamptz, ${source})
      ON CONFLICT (source) DO NOTHING RETURNING id`;
    return row ? ((await find(row.id, tx)) as Checkpoint) : null;
  }

  async function find(id: number, db: Tx = prisma): Promise<Checkpoint | null> {
    const row = await db.roomCheckpoint.findUnique({ where: { id } });
    return row && toCheckpoint(row);
  }

  /** Nobody else changes it until the transaction ends. */
  async function lock(tx: Tx, id: number): Promise<Checkpoint | null> {
    await tx.$queryRaw`SELECT id FROM room_checkpoint WHERE id = ${id} FOR NO KEY UPDATE`;
    return find(id, tx);
  }

  /** The same of all in a room that are still to be done. */
  async function lockOpen(tx: Tx, roomId: number): Promise<Checkpoint[]> {
    const open = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM room_checkpoint
      WHERE room_id = ${roomId} AND done_at IS NULL AND cancelled_at IS NULL
      ORDER BY id FOR NO KEY UPDATE`;
    const id = { in: open.map((row) => row.id) };
    const rows = await tx.roomCheckpoint.findMany({ where: { id }, orderBy: { id: 'asc' } });
    return rows.map(toCheckpoint);
  }

  async function findByNumber(tx: Tx, roomId: number, number: number): Promise<number | null> {
    const where = { roomId_number: { roomId, number } };
    const row = await tx.roomCheckpoint.findUnique({ where, select: { id: true } });
    return row?.id ?? null;
  }

  /** Its buttons of before are outdated. */
  async function update(tx: Tx, checkpoint: Checkpoint): Promise<void> {
    const { id, dueAt, responsibleId, done, cancelled, next, revision } = checkpoint;
    await tx.roomCheckpoint.update({
      where: { id },
      data: {
        dueAt,
        responsibleId,
        revision,
        doneById: done?.byId ?? null,
        doneAt: done?.at ?? null,
        cancelledById: cancelled?.byId ?? null,
        cancelledAt: cancelled?.at ?? null,
        nextRing: next?.ring ?? null,
        nextAt: next?.at ?? null,
      },
    });
  }

  async function addMove(tx: Tx, checkpointId: number, move: Move): Promise<void> {
    await tx.roomCheckpointMove.create({ data: { checkpointId, ...move } });
  }

  /** The latest first. */
  async function moves(checkpointId: number, db: Tx = prisma): Promise<Move[]> {
    return db.roomCheckpointMove.findMany({
      where: { checkpointId },
      orderBy: { id: 'desc' },
      select: { byId: true, at: true, dueBefore: true, dueAfter: true, reason: true },
    });
  }

  /** The longest due first. */
  async function listDue(now: Date, limit: number): Promise<number[]> {
    const rows = await prisma.roomCheckpoint.findMany({
      where: { nextAt: { lte: now } },
      orderBy: { nextAt: 'asc' },
      select: { id: true },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /** What is to be done, the soonest first, and behind it what is over, the latest first. */
  async function page(
    roomId: number,
    { skip, take }: { readonly skip: number; readonly take: number },
  ): Promise<{ readonly total: number; readonly list: readonly Checkpoint[] }> {
    const total = await prisma.roomCheckpoint.count({ where: { roomId } });
    const ids = await prisma.$queryRaw<{ id: number }[]>`
      SELECT id FROM room_checkpoint WHERE room_id = ${roomId}
      ORDER BY coalesce(done_at, cancelled_at) DESC NULLS FIRST, due_at, id
      OFFSET ${skip} LIMIT ${take}`;
    const rows = await prisma.roomCheckpoint.findMany({
      where: { id: { in: ids.map(({ id }) => id) } },
    });
    const byId = new Map(rows.map((row) => [row.id, toCheckpoint(row)]));
    return { total, list: ids.flatMap(({ id }) => byId.get(id) ?? []) };
  }

  /** What is still to be done in a room. */
  async function listOpen(tx: Tx, roomId: number): Promise<Checkpoint[]> {
    const where = { roomId, doneAt: null, cancelledAt: null };
    const rows = await tx.roomCheckpoint.findMany({ where, orderBy: { id: 'asc' } });
    return rows.map(toCheckpoint);
  }

  /** The soonest that is still to be done in each of these rooms. */
  async function soonest(db: Tx, roomIds: readonly number[]): Promise<Checkpoint[]> {
    const ids = await db.$queryRaw<{ id: number }[]>`
      SELECT DISTINCT ON (room_id) id FROM room_checkpoint
      WHERE room_id = ANY(${[...roomIds]}::int[]) AND done_at IS NULL AND cancelled_at IS NULL
      ORDER BY room_id, due_at, id`;
    const rows = await db.roomCheckpoint.findMany({
      where: { id: { in: ids.map(({ id }) => id) } },
    });
    return rows.map(toCheckpoint);
  }

  return {
    ...{ insert, find, lock, lockOpen, findByNumber, update, addMove, moves },
    ...{ listDue, listOpen, page, soonest },
  };
}

interface Row {
  id: number;
  roomId: number;
  number: number;
  title: string;
  dueAt: Date;
  responsibleId: number | null;
  createdById: number | null;
  revision: number;
  doneById: number | null;
  doneAt: Date | null;
  cancelledById: number | null;
  cancelledAt: Date | null;
  nextRing: string | null;
  nextAt: Date | null;
}

function toCheckpoint(row: Row): Checkpoint {
  const { id, roomId, number, title, dueAt, responsibleId, createdById, revision } = row;
  const { nextRing, nextAt } = row;
  return {
    ...{ id, roomId, number, title, dueAt, responsibleId, createdById, revision },
    done: deed(row.doneById, row.doneAt),
    cancelled: deed(row.cancelledById, row.cancelledAt),
    next: nextRing === null || nextAt === null ? null : { ring: nextRing as Ring, at: nextAt },
  };
}

function deed(byId: number | null, at: Date | null): Deed | null {
  return byId === null || at === null ? null : { byId, at };
}
