// Comments of the company's own system of record, on their way to the client and into the ticket's thread.

import type { TicketComment as CommentRow } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/database/index.ts';
import type { CommentKind, NewComment, TicketComment } from './comment.ts';

export type CommentRepository = ReturnType<typeof createCommentRepository>;

/** Methods take part in the transaction they are given. */
export function createCommentRepository() {
  /** Its number here; null: this ticket has a comment with that number of the other system. */
  async function add(
    tx: Tx,
    ticketId: number,
    comment: NewComment,
    now: Date,
  ): Promise<number | null> {
    const [row] = await tx.ticketComment.createManyAndReturn({
      data: [{ ...comment, ticketId, saidAt: now }],
      skipDuplicates: true,
      select: { id: true },
    });
    return row?.id ?? null;
  }

  async function find(db: Tx, id: number): Promise<TicketComment | null> {
    const row = await db.ticketComment.findUnique({ where: { id } });
    return row && toComment(row);
  }

  /** Those that no thread shows yet though their ticket has one, in their order. */
  async function listToShow(
    db: Tx,
    limit: number,
  ): Promise<{ readonly id: number; readonly dialogId: number }[]> {
    const rows = await db.ticketComment.findMany({
      where: { shownAt: null, ticket: { dialogId: { not: null } } },
      select: { id: true, ticket: { select: { dialogId: true } } },
      orderBy: { id: 'asc' },
      take: limit,
    });
    return rows.flatMap(({ id, ticket: { dialogId } }) =>
      dialogId === null ? [] : [{ id, dialogId }],
    );
  }

  /** False: it was shown before. */
  async function noteShown(tx: Tx, id: number, now: Date): Promise<boolean> {
    const where = { id, shownAt: null };
    return (await tx.ticketComment.updateMany({ where, data: { shownAt: now } })).count > 0;
  }

  async function noteDelivered(tx: Tx, id: number, now: Date): Promise<void> {
    await tx.ticketComment.updateMany({ where: { id }, data: { deliveredAt: now } });
  }

  return { add, find, listToShow, noteShown, noteDelivered };
}

function toComment({ id, ticketId, externalId, author, text, kind }: CommentRow): TicketComment {
  return { id, ticketId, externalId, author, text, kind: kind as CommentKind };
}
