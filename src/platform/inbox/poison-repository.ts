// Updates that were set aside, for whoever decides about them. Numbers are those of the table.

import type { Database, Tx } from '../database/index.ts';
import { QUARANTINE } from './repository.ts';

export interface PoisonedUpdate {
  readonly seq: bigint;
  readonly receivedAt: Date;
  /** As Telegram names it («message», «callback_query»); null: it could not even be stored as it came. */
  readonly kind: string | null;
  /** The error that it ended with, one line. */
  readonly failure: string;
}

export type PoisonRepository = ReturnType<typeof createPoisonRepository>;

/** Sees the updates of one bot alone. */
export function createPoisonRepository({ prisma }: Database, botId: number) {
  /** The oldest ones, `limit` at most, and how many there are in all. */
  async function list(
    limit: number,
  ): Promise<{ readonly total: number; readonly updates: readonly PoisonedUpdate[] }> {
    const where = { botId, state: 'poison' };
    const total = await prisma.inboxUpdate.count({ where });
    const rows = await prisma.inboxUpdate.findMany({ where, orderBy: { seq: 'asc' }, take: limit });
    const updates = rows.map(({ seq, receivedAt, lane, payload, failure }) => ({
      seq,
      receivedAt,
      kind: lane === QUARANTINE ? null : kindOf(payload),
      failure: failure ?? '',
    }));
    return { total, updates };
  }

  /**
   * Has one of them, or all, handled once more; returns how many. Those that could not be stored as they
   * came stay. The dispatcher is to be told to look back after the commit.
   */
  async function giveBack(tx: Tx, which: bigint | 'all'): Promise<number> {
    const { count } = await tx.inboxUpdate.updateMany({
      where: { ...found(which), lane: { not: QUARANTINE } },
      data: { state: 'waiting', attempts: 0, failure: null },
    });
    return count;
  }

  /** Has it count as done, and forgotten with what is done; false: there is no such one. */
  async function drop(tx: Tx, seq: bigint, now: Date): Promise<boolean> {
    const { count } = await tx.inboxUpdate.updateMany({
      where: found(seq),
      data: { state: 'done', doneAt: now },
    });
    return count > 0;
  }

  async function exists(tx: Tx, seq: bigint): Promise<boolean> {
    return (await tx.inboxUpdate.count({ where: found(seq) })) > 0;
  }

  function found(which: bigint | 'all') {
    return { botId, state: 'poison', ...(which === 'all' ? {} : { seq: which }) };
  }

  return { list, giveBack, drop, exists };
}

function kindOf(payload: unknown): string {
  return Object.keys(payload as object).find((key) => key !== 'update_id') ?? '';
}
