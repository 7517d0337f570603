// The table of messages that go away again.

import type { Database } from '../database/index.ts';

export interface PassingMessage {
  readonly id: number;
  readonly chatId: number;
  readonly messageId: number;
  /** The command that it answers, which goes with it. */
  readonly alongId: number | null;
}

export interface NewPassing extends Omit<PassingMessage, 'id'> {
  readonly userId: number;
  readonly deleteAt: Date;
}

/** Sees the messages of one bot alone. */
export function createPassingRepository({ prisma }: Database, botId: number) {
  /** What the person has there already goes away at once. */
  async function add(message: NewPassing, now: Date): Promise<void> {
    const { chatId, userId } = message;
    await prisma.passingMessage.updateMany({
      where: { botId, chatId, userId },
      data: { deleteAt: now },
    });
    await prisma.passingMessage.createMany({ data: [{ botId, ...message }], skipDuplicates: true });
  }

  /** False: it is none of these. */
  async function put(chatId: number, messageId: number, deleteAt: Date): Promise<boolean> {
    const where = { botId, chatId, messageId };
    return (await prisma.passingMessage.updateMany({ where, data: { deleteAt } })).count > 0;
  }

  async function listDue(now: Date, limit: number): Promise<PassingMessage[]> {
    const rows = await prisma.passingMessage.findMany({
      where: { botId, deleteAt: { lte: now } },
      select: { id: true, chatId: true, messageId: true, alongId: true },
      orderBy: { deleteAt: 'asc' },
      take: limit,
    });
    return rows.map(({ chatId, ...row }) => ({ ...row, chatId: Number(chatId) }));
  }

  async function forget(ids: readonly number[]): Promise<void> {
    await prisma.passingMessage.deleteMany({ where: { id: { in: [...ids] } } });
  }

  return { add, put, listDue, forget };
}
