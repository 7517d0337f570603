// What making a ticket reads: the messages it is made of, how many there are already, what may be the same.

import type { Content } from '../../dialogs/content.ts';
import type { Tx } from '../../platform/database/index.ts';
import { asWritten } from '../../platform/json.ts';
import type { Comparable } from '../likeness.ts';
import type { ClientMessage, MessagePlace } from '../message.ts';
import type { TicketStatus } from '../ticket.ts';

/** Parts of an album are numbered one after the other, ten at most. */
const ALBUM_REACH = 10;
/** Nobody has more open ones that are worth comparing. */
const MOST_COMPARED = 300;

export type IntakeRepository = ReturnType<typeof createIntakeRepository>;

/** Every method takes the transaction it belongs to, or the database. */
export function createIntakeRepository() {
  /** The message as its room keeps it, with all other parts of its album; empty: it was never kept. */
  async function partsOf(db: Tx, { chatId, messageId }: MessagePlace): Promise<ClientMessage[]> {
    const chat = BigInt(chatId);
    const source = await db.roomMessage.findUnique({
      where: { chatId_messageId: { chatId: chat, messageId } },
    });
    if (!source) return [];
    const { albumKey } = source;
    const near = { gt: messageId - ALBUM_REACH, lt: messageId + ALBUM_REACH };
    const rows =
      albumKey === null
        ? [source]
        : await db.roomMessage.findMany({
            where: { chatId: chat, messageId: near, albumKey },
            orderBy: { messageId: 'asc' },
          });
    return rows.map(({ messageId: id, personId, author, content, saidAt, albumKey: album }) => ({
      ...{ chatId, messageId: id, personId, author, saidAt, album },
      content: asWritten<Content>(content),
    }));
  }

  /** How many tickets a person has opened since then; what employees have made of their words does not count. */
  async function countOfAuthor(db: Tx, authorId: number, since: Date): Promise<number> {
    const [row] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM ticket t
      WHERE t.author_id = ${authorId} AND t.opened_at > ${since}::timestamptz AND EXISTS (SELECT 1 FROM event e
        WHERE e.subject = 'ticket' AND e.subject_id = t.id AND e.type = 'ticket-open' AND e.actor = 'person')`;
    return row?.count ?? 0;
  }

  async function countOfCompany(db: Tx, companyId: number, since: Date): Promise<number> {
    return db.ticket.count({ where: { companyId, openedAt: { gt: since } } });
  }

  /** The company's open tickets of a type, and those closed since then; the latest first. */
  async function comparable(
    db: Tx,
    { companyId, typeId, since }: { companyId: number; typeId: number; since: Date },
  ): Promise<Comparable[]> {
    const rows = await db.ticket.findMany({
      where: {
        ...{ companyId, typeId },
        OR: [{ endedAt: null }, { status: 'closed', endedAt: { gte: since } }],
      },
      select: {
        ...{ id: true, typeId: true, status: true, summary: true },
        ...{ description: true, openedAt: true },
      },
      orderBy: { id: 'desc' },
      take: MOST_COMPARED,
    });
    return rows.map((row) => ({ ...row, status: row.status as TicketStatus }));
  }

  /** The rooms of companies we serve in which this Telegram user is one of the company's people. */
  async function roomsOf(
    db: Tx,
    userId: number,
  ): Promise<readonly { readonly roomId: number; readonly company: string }[]> {
    const rows = await db.roomMember.findMany({
      where: {
        ...{ role: 'client', leftAt: null, person: { userId: BigInt(userId) } },
        room: { closedAt: null, clientCompany: { endedAt: null } },
      },
      select: { roomId: true, room: { select: { clientCompany: { select: { name: true } } } } },
      orderBy: { roomId: 'asc' },
    });
    return rows.flatMap(({ roomId, room }) =>
      room.clientCompany ? [{ roomId, company: room.clientCompany.name }] : [],
    );
  }

  /** The tickets of a room that are not over. */
  async function openIn(db: Tx, roomId: number): Promise<number[]> {
    const where = { roomId, endedAt: null };
    return (await db.ticket.findMany({ where, select: { id: true } })).map(({ id }) => id);
  }

  return { openIn, partsOf, countOfAuthor, countOfCompany, comparable, roomsOf };
}
