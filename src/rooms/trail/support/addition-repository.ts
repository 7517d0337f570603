// What is said to support besides the message by which it was called, until it is on the desk.

import type { Database, Tx } from '../../../platform/database/index.ts';
import type { Reason, SupportAddition } from './call.ts';

export type AdditionRepository = ReturnType<typeof createAdditionRepository>;

/** Methods with `tx` belong to it. */
export function createAdditionRepository({ prisma }: Database) {
  async function insert(
    tx: Tx,
    { roomId, personId, reason }: Omit<SupportAddition, 'id'>,
    now: Date,
  ): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO support_addition (id, room_id, person_id, reason, added_at)
      VALUES (nextval(pg_get_serial_sequence('support_call', 'id')), ${roomId}, ${personId}, ${reason},
        ${now}::timestamptz)`;
  }

  /** Whether this person has said the same since then. */
  async function has(
    tx: Tx,
    { roomId, personId, reason }: Omit<SupportAddition, 'id'>,
    since: Date,
  ): Promise<boolean> {
    const where = { roomId, personId, reason, addedAt: { gt: since } };
    return (await tx.supportAddition.findFirst({ where, select: { id: true } })) !== null;
  }

  /** Those that the desk has not heard of yet, the oldest first. */
  async function listToPassOn(limit: number): Promise<SupportAddition[]> {
    const rows = await prisma.supportAddition.findMany({
      where: { passedAt: null },
      orderBy: { id: 'asc' },
      take: limit,
    });
    return rows.map(({ id, roomId, personId, reason }) => {
      return { id, roomId, personId, reason: reason as Reason };
    });
  }

  async function setPassed(tx: Tx, id: number, now: Date): Promise<void> {
    await tx.supportAddition.update({ where: { id }, data: { passedAt: now } });
  }

  return { insert, has, listToPassOn, setPassed };
}
