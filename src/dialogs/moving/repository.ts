// What was said in a dialog, for those who take it over.

import type { Database, Tx } from '../../platform/database/index.ts';
import type { Content } from '../content.ts';
import type { Purpose } from '../message.ts';

export interface SaidBefore {
  readonly at: Date;
  readonly author: 'client' | 'staff';
  readonly staffName: string | null;
  readonly purpose: Purpose;
  readonly content: Content;
}

export type MovingRepository = ReturnType<typeof createMovingRepository>;

export function createMovingRepository({ prisma }: Database) {
  /** The last messages of a dialog up to this one, the oldest first. */
  async function listSaid(dialogId: number, upTo: number, limit: number): Promise<SaidBefore[]> {
    const rows = await prisma.message.findMany({
      where: { dialogId, id: { lte: upTo } },
      orderBy: { id: 'desc' },
      take: limit,
      select: {
        receivedAt: true,
        author: true,
        purpose: true,
        content: true,
        staff: { select: { name: true } },
      },
    });
    return rows.reverse().map(({ receivedAt, author, purpose, content, staff }) => ({
      at: receivedAt,
      author: author as SaidBefore['author'],
      staffName: staff?.name ?? null,
      purpose: purpose as Purpose,
      content: content as unknown as Content,
    }));
  }

  /** The number of the last message of a dialog; null: nothing was said in it. */
  async function lastSaid(tx: Tx, dialogId: number): Promise<number | null> {
    const { _max } = await tx.message.aggregate({ where: { dialogId }, _max: { id: true } });
    return _max.id;
  }

  /** The last messages of a dialog that are more than words, the oldest first. */
  async function listFiles(
    tx: Tx,
    dialogId: number,
    kinds: readonly string[],
    limit: number,
  ): Promise<number[]> {
    const rows = await tx.message.findMany({
      where: { dialogId, kind: { in: [...kinds] } },
      orderBy: { id: 'desc' },
      take: limit,
      select: { id: true },
    });
    return rows.reverse().map(({ id }) => id);
  }

  /** The dialog is another desk's from now on. */
  async function setDesk(tx: Tx, dialogId: number, deskId: number): Promise<void> {
    await tx.dialog.update({ where: { id: dialogId }, data: { deskId } });
  }

  /** Notes that were begun in the thread that was left. */
  async function endNotes(tx: Tx, dialogId: number): Promise<void> {
    await tx.noteForm.deleteMany({ where: { dialogId } });
  }

  /** The open dialog of an address; null: none is. */
  async function findOpen(tx: Tx, addressId: number): Promise<number | null> {
    const row = await tx.dialog.findFirst({
      where: { addressId, closedAt: null },
      select: { id: true },
    });
    return row?.id ?? null;
  }

  return { listSaid, lastSaid, listFiles, setDesk, endNotes, findOpen };
}
