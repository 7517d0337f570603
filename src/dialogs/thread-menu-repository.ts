// What stands in threads for a while: lists («Ещё…» and the like), and who is asked for a note.

import type { Prisma } from '../generated/prisma/client.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { CardMenu } from './card-menus.ts';
import type { MessageAddress } from './message.ts';

/** A list, or the question for the words of a note. */
export type ThreadMenuKind = CardMenu | 'note';

export interface ThreadMenu {
  readonly id: number;
  readonly dialogId: number;
  readonly staffId: number;
  readonly kind: ThreadMenuKind;
  /** Where it stands; null until it was sent. */
  readonly at: MessageAddress | null;
  /** It is to be taken away, or is gone. */
  readonly closed: boolean;
}

export type NewThreadMenu = Pick<ThreadMenu, 'dialogId' | 'staffId' | 'kind'>;

export type ThreadMenuRepository = ReturnType<typeof createThreadMenuRepository>;

const SELECT = {
  id: true,
  dialogId: true,
  staffId: true,
  kind: true,
  chatId: true,
  messageId: true,
  closedAt: true,
} as const;

/** What asks for a note goes with the note; lists go by themselves. */
const IS_LIST = { kind: { not: 'note' } } as const;

const DAY_MS = 86_400_000;

/** Every method that takes a transaction belongs to it. */
export function createThreadMenuRepository({ prisma }: Database) {
  async function open(tx: Tx, menu: NewThreadMenu, expiresAt: Date): Promise<number> {
    const { id } = await tx.threadMenu.create({
      data: { ...menu, expiresAt },
      select: { id: true },
    });
    return id;
  }

  /** Closes the lists of a dialog that stand open, or only the overdue ones of it; returns them. */
  async function close(
    tx: Tx,
    which: { readonly dialogId: number; readonly overdue: boolean },
    now: Date,
  ): Promise<number[]> {
    const where = {
      ...{ dialogId: which.dialogId, ...IS_LIST, closedAt: null },
      ...(which.overdue ? { expiresAt: { lte: now } } : {}),
    };
    return closeThose(tx, where, now);
  }

  /** Closes what asks somebody for a note in a dialog; returns it. */
  async function closeNote(
    tx: Tx,
    { dialogId, staffId }: Pick<ThreadMenu, 'dialogId' | 'staffId'>,
    now: Date,
  ): Promise<number[]> {
    return closeThose(tx, { dialogId, staffId, kind: 'note', closedAt: null }, now);
  }

  async function closeThose(
    tx: Tx,
    where: Prisma.ThreadMenuWhereInput,
    now: Date,
  ): Promise<number[]> {
    const rows = await tx.threadMenu.findMany({ where, select: { id: true } });
    const ids = rows.map((row) => row.id);
    await tx.threadMenu.updateMany({ where: { id: { in: ids } }, data: { closedAt: now } });
    return ids;
  }

  /** Notes where a list stands; resolves with the list. */
  async function place(tx: Tx, id: number, at: MessageAddress): Promise<ThreadMenu | null> {
    await tx.threadMenu.updateMany({ where: { id }, data: at });
    return find(id, tx);
  }

  async function find(id: number, tx: Tx = prisma): Promise<ThreadMenu | null> {
    const row = await tx.threadMenu.findUnique({ where: { id }, select: SELECT });
    if (!row) return null;
    const { chatId, messageId, closedAt, kind, ...rest } = row;
    const at = chatId && messageId ? { chatId: Number(chatId), messageId } : null;
    return { ...rest, kind: kind as ThreadMenuKind, at, closed: closedAt !== null };
  }

  /** The list is not there any more. */
  async function forget(tx: Tx, ids: readonly number[]): Promise<void> {
    await tx.threadMenu.deleteMany({ where: { id: { in: [...ids] } } });
  }

  /** The same for the list that stood there, if one did. */
  async function forgetAt({ chatId, messageId }: MessageAddress): Promise<void> {
    await prisma.threadMenu.deleteMany({ where: { chatId, messageId } });
  }

  /** Dialogs in which a list has stood for too long, and at most `limit` of them. */
  async function listOverdue(now: Date, limit: number): Promise<number[]> {
    // Those that were closed before they were sent have nobody who forgets them.
    await prisma.threadMenu.deleteMany({
      where: { closedAt: { lte: new Date(now.getTime() - DAY_MS) } },
    });
    const rows = await prisma.threadMenu.findMany({
      where: { ...IS_LIST, closedAt: null, expiresAt: { lte: now } },
      select: { dialogId: true },
      distinct: ['dialogId'],
      take: limit,
    });
    return rows.map((row) => row.dialogId);
  }

  return { open, close, closeNote, place, find, forget, forgetAt, listOverdue };
}
