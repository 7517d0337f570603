// The table of the messages that belong to tickets. A message of Telegram's belongs to one ticket at most.

import type { Content } from '../dialogs/content.ts';
import type { TicketMessage as Row } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/database/index.ts';
import { asWritten, toJson } from '../platform/json.ts';
import type { ClientMessage, KeptClientMessage, MessagePlace } from './message.ts';

/** Parts of an album are numbered one after the other, ten at most. */
const ALBUM_REACH = 10;

export type TicketMessageRepository = ReturnType<typeof createTicketMessageRepository>;

/** Every method takes the transaction it belongs to, or the database. */
export function createTicketMessageRepository() {
  /** What belongs to a ticket already is left out of the answer, and stays where it is. */
  async function addClients(
    tx: Tx,
    ticketId: number,
    messages: readonly ClientMessage[],
  ): Promise<KeptClientMessage[]> {
    if (messages.length === 0) return [];
    const rows = await tx.ticketMessage.createManyAndReturn({
      data: messages.map(({ chatId, messageId, personId, author, content, album, saidAt }) => ({
        ...{ ticketId, side: 'client', chatId: BigInt(chatId), messageId, personId, author },
        ...{ albumKey: album, content: toJson(content), saidAt },
      })),
      skipDuplicates: true,
    });
    return rows.flatMap(toKept).toSorted((a, b) => a.id - b.id);
  }

  /** We have said this about a ticket: who replies to it speaks to the ticket. */
  async function noteOurs(
    tx: Tx,
    ticketId: number,
    { chatId, messageIds }: { readonly chatId: number; readonly messageIds: readonly number[] },
    saidAt: Date,
  ): Promise<void> {
    await tx.ticketMessage.createMany({
      data: messageIds.map((messageId) => ({
        ...{ ticketId, messageId, saidAt, side: 'ours', author: '', chatId: BigInt(chatId) },
      })),
      skipDuplicates: true,
    });
  }

  /** The ticket to which this message belongs; null: to none. */
  async function ticketAt(db: Tx, { chatId, messageId }: MessagePlace): Promise<number | null> {
    const where = { chatId_messageId: { chatId: BigInt(chatId), messageId } };
    const row = await db.ticketMessage.findUnique({ where, select: { ticketId: true } });
    return row?.ticketId ?? null;
  }

  /** The ticket to which another part of the album that begins or goes on here belongs. */
  async function ticketOfAlbum(
    db: Tx,
    { chatId, messageId }: MessagePlace,
    album: string,
  ): Promise<number | null> {
    const row = await db.ticketMessage.findFirst({
      where: {
        ...{ chatId: BigInt(chatId), albumKey: album },
        messageId: { gt: messageId - ALBUM_REACH, lt: messageId + ALBUM_REACH },
      },
      select: { ticketId: true },
    });
    return row?.ticketId ?? null;
  }

  /** A client's message with the other parts of its album that belong to the same ticket; empty: it is none of its. */
  async function partsOf(db: Tx, ticketId: number, id: number): Promise<KeptClientMessage[]> {
    const one = await db.ticketMessage.findFirst({ where: { id, ticketId, side: 'client' } });
    if (!one) return [];
    const { albumKey } = one;
    if (albumKey === null) return toKept(one);
    const where = { ticketId, side: 'client', albumKey };
    const rows = await db.ticketMessage.findMany({ where, orderBy: { id: 'asc' } });
    return rows.flatMap(toKept);
  }

  /** They belong to another ticket from now on: who replies to them speaks to that. */
  async function move(tx: Tx, ids: readonly number[], ticketId: number): Promise<void> {
    await tx.ticketMessage.updateMany({ where: { id: { in: [...ids] } }, data: { ticketId } });
  }

  /** The client's message that stands there; null: none that belongs to a ticket. */
  async function clientAt(db: Tx, at: MessagePlace): Promise<KeptClientMessage | null> {
    const { chatId, messageId } = at;
    const where = { chatId_messageId: { chatId: BigInt(chatId), messageId } };
    const row = await db.ticketMessage.findUnique({ where });
    return (row && toKept(row)[0]) ?? null;
  }

  /** The client's words and files of a ticket, oldest first. */
  async function clientsOf(db: Tx, ticketId: number): Promise<KeptClientMessage[]> {
    const where = { ticketId, side: 'client' };
    const rows = await db.ticketMessage.findMany({ where, orderBy: { id: 'asc' } });
    return rows.flatMap(toKept);
  }

  /** Its author has changed it. Null: it belongs to no ticket. */
  async function reword(
    tx: Tx,
    { chatId, messageId }: MessagePlace,
    content: Content,
  ): Promise<KeptClientMessage | null> {
    const [row] = await tx.ticketMessage.updateManyAndReturn({
      where: { chatId: BigInt(chatId), messageId, side: 'client' },
      data: { content: toJson(content) },
    });
    return (row && toKept(row)[0]) ?? null;
  }

  return {
    addClients,
    noteOurs,
    ticketAt,
    ticketOfAlbum,
    clientsOf,
    clientAt,
    partsOf,
    move,
    reword,
  };
}

function toKept({ side: _, chatId, content, albumKey, ...row }: Row): KeptClientMessage[] {
  if (content === null) return [];
  const said = asWritten<Content>(content);
  return [{ ...row, chatId: Number(chatId), content: said, album: albumKey }];
}
