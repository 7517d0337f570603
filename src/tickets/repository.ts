// The table of tickets.

import type { Ticket as TicketRow } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Ticket, TicketStatus, Urgency } from './ticket.ts';

/** How it came. */
export const ORIGINS = ['form', 'reply', 'reaction', 'raised', 'api'] as const;
export type Origin = (typeof ORIGINS)[number];

export interface NewTicket
  extends Pick<
    Ticket,
    'companyId' | 'roomId' | 'authorId' | 'typeId' | 'urgency' | 'summary' | 'responsibleId'
  > {
  readonly description: string;
  readonly origin: Origin;
  /** The message it is made of; a message makes one ticket. */
  readonly source: { readonly chatId: number; readonly messageId: number } | null;
  readonly externalId: string | null;
  readonly splitFromId: number | null;
}

/** A ticket with all that its cards tell. */
export interface KeptTicket extends Ticket {
  readonly description: string;
  readonly origin: Origin;
  readonly source: NewTicket['source'];
  readonly partnerNote: string | null;
  readonly dialogId: number | null;
  readonly splitFromId: number | null;
  readonly externalId: string | null;
  readonly closeDueAt: Date | null;
  readonly ratedAt: Date | null;
  readonly ratingWords: string | null;
  /** When something last happened to it. */
  readonly changedAt: Date;
}

export type TicketRepository = ReturnType<typeof createTicketRepository>;

/** Every method takes the transaction it belongs to, or the database. */
export function createTicketRepository() {
  async function find(db: Tx, ids: readonly number[]): Promise<KeptTicket[]> {
    const rows = await db.ticket.findMany({ where: { id: { in: [...ids] } } });
    return rows.map(toTicket);
  }

  /** Nobody else changes it until the transaction ends; null: there is none. */
  async function lock(tx: Tx, id: number): Promise<KeptTicket | null> {
    await tx.$queryRaw`SELECT 1 FROM ticket WHERE id = ${id} FOR NO KEY UPDATE`;
    const [ticket = null] = await find(tx, [id]);
    return ticket;
  }

  /** The ticket that this message has become; null: none. */
  async function findOfMessage(
    db: Tx,
    { chatId, messageId }: NonNullable<NewTicket['source']>,
  ): Promise<KeptTicket | null> {
    const row = await db.ticket.findFirst({
      where: { sourceChatId: chatId, sourceMessageId: messageId },
    });
    return row && toTicket(row);
  }

  /** The ticket with this number of the other system; null: none has it. */
  async function findExternal(db: Tx, externalId: string): Promise<KeptTicket | null> {
    const row = await db.ticket.findUnique({ where: { externalId } });
    return row && toTicket(row);
  }

  /** Null: that message is a ticket already, or the other system's number is taken. */
  async function insert(tx: Tx, ticket: NewTicket, now: Date): Promise<KeptTicket | null> {
    const { source, ...facts } = ticket;
    const at = {
      sourceChatId: source ? BigInt(source.chatId) : null,
      sourceMessageId: source?.messageId ?? null,
    };
    const [row] = await tx.ticket.createManyAndReturn({
      data: [{ ...facts, ...at, openedAt: now, changedAt: now }],
      skipDuplicates: true,
    });
    return row ? toTicket(row) : null;
  }

  async function save(tx: Tx, { id, ...ticket }: KeptTicket): Promise<void> {
    const { source: _, openedAt: __, companyId: ___, ...columns } = ticket;
    await tx.ticket.update({ where: { id }, data: columns });
  }

  /** «Выполнена», and nobody has answered for so long that it closes itself; the longest first. */
  async function listToClose(db: Tx, now: Date, limit: number): Promise<number[]> {
    const rows = await db.ticket.findMany({
      where: { closeDueAt: { lte: now } },
      orderBy: { closeDueAt: 'asc' },
      select: { id: true },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /** What this employee answers for and is to work on; «Выполнена» waits for the client. The oldest first. */
  async function listHeldBy(db: Tx, responsibleId: number): Promise<number[]> {
    const rows = await db.ticket.findMany({
      where: { responsibleId, endedAt: null, status: { not: 'done' } },
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }

  async function addChecks(tx: Tx, ticketId: number, texts: readonly string[]): Promise<void> {
    await tx.ticketCheck.createMany({
      data: texts.map((text, position) => ({ ticketId, position, text })),
    });
  }

  /** What one list wanted and nobody has done yet gives way to what another wants; the rest stays. */
  async function replaceChecks(
    tx: Tx,
    ticketId: number,
    { from, to }: { readonly from: readonly string[]; readonly to: readonly string[] },
  ): Promise<void> {
    const leaving = from.filter((text) => !to.includes(text));
    await tx.ticketCheck.deleteMany({ where: { ticketId, doneAt: null, text: { in: leaving } } });
    const left = await tx.ticketCheck.findMany({ where: { ticketId } });
    const next = Math.max(-1, ...left.map(({ position }) => position)) + 1;
    const added = to.filter((text) => !left.some((check) => check.text === text));
    await tx.ticketCheck.createMany({
      data: added.map((text, index) => ({ ticketId, position: next + index, text })),
    });
  }

  /** What is done of it is that, and nothing else. How many have changed. */
  async function setChecks(
    tx: Tx,
    ticketId: number,
    { doneIds, byId }: { readonly doneIds: readonly number[]; readonly byId: number | null },
    now: Date,
  ): Promise<number> {
    const ids = [...doneIds];
    const done = await tx.ticketCheck.updateMany({
      where: { ticketId, id: { in: ids }, doneAt: null },
      data: { doneAt: now, doneById: byId },
    });
    const undone = await tx.ticketCheck.updateMany({
      where: { ticketId, id: { notIn: ids }, doneAt: { not: null } },
      data: { doneAt: null, doneById: null },
    });
    return done.count + undone.count;
  }

  /** Its words; null: it is gone already. */
  async function removeCheck(tx: Tx, ticketId: number, id: number): Promise<string | null> {
    const check = await tx.ticketCheck.findFirst({ where: { id, ticketId } });
    if (check) await tx.ticketCheck.delete({ where: { id } });
    return check?.text ?? null;
  }

  /** False: they are linked already. */
  async function link(tx: Tx, one: number, other: number, now: Date): Promise<boolean> {
    const [oneId, otherId] = [Math.min(one, other), Math.max(one, other)];
    const data = [{ oneId, otherId, linkedAt: now }];
    return (await tx.ticketLink.createMany({ data, skipDuplicates: true })).count > 0;
  }

  /** Who replies to what was said to one speaks to the other, and what is still to be carried goes there. */
  async function moveMessages(tx: Tx, fromId: number, toId: number): Promise<void> {
    const moved = { where: { ticketId: fromId }, data: { ticketId: toId } };
    await tx.ticketMessage.updateMany(moved);
    await tx.ticketCarry.updateMany(moved);
  }

  return {
    ...{ setChecks, removeCheck, link, moveMessages, listHeldBy },
    ...{ find, lock, findOfMessage, findExternal, insert, save, listToClose },
    ...{ addChecks, replaceChecks },
  };
}

/** A row as the model knows it. */
export function toTicket({ sourceChatId, sourceMessageId, ...row }: TicketRow): KeptTicket {
  const isWhole = sourceChatId !== null && sourceMessageId !== null;
  return {
    ...row,
    status: row.status as TicketStatus,
    urgency: row.urgency as Urgency,
    origin: row.origin as Origin,
    source: isWhole ? { chatId: Number(sourceChatId), messageId: sourceMessageId } : null,
  };
}
