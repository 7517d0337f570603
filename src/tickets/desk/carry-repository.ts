// What is still to be carried to the desk: tickets without a thread, and words without a place in theirs.

import type { Content } from '../../dialogs/content.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { asWritten, toJson } from '../../platform/json.ts';

/** What a client has said to a ticket. */
export interface SaidToTicket {
  readonly ticketId: number;
  readonly chatId: number;
  readonly messageId: number;
  readonly author: string;
  readonly content: Content;
  readonly album: string | null;
  readonly saidAt: Date;
  /** Its author has changed it. */
  readonly reworded: boolean;
}

export interface ToCarry extends SaidToTicket {
  readonly id: number;
}

export type CarryRepository = ReturnType<typeof createCarryRepository>;

/** Methods with `tx` belong to it. */
export function createCarryRepository({ prisma }: Database) {
  async function insert(tx: Tx, said: readonly SaidToTicket[]): Promise<void> {
    await tx.ticketCarry.createMany({
      data: said.map(({ chatId, album, content, ...rest }) => ({
        ...{ ...rest, chatId: BigInt(chatId), albumKey: album },
        content: toJson(content),
      })),
    });
  }

  /** Tickets that have no thread yet, the oldest first. */
  async function listToOpen(limit: number): Promise<number[]> {
    const rows = await prisma.ticket.findMany({
      where: { dialogId: null },
      orderBy: { id: 'asc' },
      select: { id: true },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /** Words to tickets, in the order in which they were said; of one ticket, where it is named. */
  async function list(limit: number, ticketId?: number): Promise<ToCarry[]> {
    const rows = await prisma.ticketCarry.findMany({
      where: ticketId === undefined ? {} : { ticketId },
      orderBy: { id: 'asc' },
      take: limit,
    });
    return rows.map(({ chatId, content, albumKey, ...row }) => ({
      ...{ ...row, chatId: Number(chatId), album: albumKey },
      content: asWritten<Content>(content),
    }));
  }

  /** Where the words stand that wait to be carried into this ticket's thread, as «chat/message». */
  async function waiting(tx: Tx, ticketId: number): Promise<ReadonlySet<string>> {
    const select = { chatId: true, messageId: true } as const;
    const rows = await tx.ticketCarry.findMany({ where: { ticketId }, select });
    return new Set(rows.map(({ chatId, messageId }) => `${chatId}/${messageId}`));
  }

  async function remove(id: number): Promise<void> {
    await prisma.ticketCarry.deleteMany({ where: { id } });
  }

  /** False: it has one already. */
  async function setDialog(tx: Tx, id: number, dialogId: number): Promise<boolean> {
    const where = { id, dialogId: null };
    return (await tx.ticket.updateMany({ where, data: { dialogId } })).count > 0;
  }

  return { insert, listToOpen, list, waiting, remove, setDialog };
}
