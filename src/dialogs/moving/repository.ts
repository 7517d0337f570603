// What was said in a dialog, for those who take it over.

import type { Database, Tx } from '../../platform/database/index.ts';
import { asWritten } from '../../platform/json.ts';
import type { Content } from '../content.ts';
import type { DeliveryState, Purpose } from '../message.ts';

export interface SaidBefore {
  readonly at: Date;
  readonly author: 'client' | 'staff';
  readonly staffName: string | null;
  readonly purpose: Purpose;
  readonly content: Content;
  /** Of an answer: what became of it, and why Telegram refused it. */
  readonly delivery: DeliveryState | null;
  readonly failure: string | null;
}

export type MovingRepository = ReturnType<typeof createMovingRepository>;

export function createMovingRepository({ prisma }: Database) {
  /** The last messages of a dialog up to this one that do not stand in its thread; the oldest first. */
  async function listSaid(dialogId: number, upTo: number, limit: number): Promise<SaidBefore[]> {
    const rows = await prisma.message.findMany({
      where: { dialogId, id: { lte: upTo }, NOT: await standingIn(dialogId) },
      orderBy: { id: 'desc' },
      take: limit,
      select: {
        receivedAt: true,
        author: true,
        purpose: true,
        content: true,
        delivery: true,
        failure: true,
        staff: { select: { name: true } },
      },
    });
    return rows
      .reverse()
      .map(({ receivedAt, author, purpose, content, delivery, failure, staff }) => ({
        at: receivedAt,
        author: author as SaidBefore['author'],
        staffName: staff?.name ?? null,
        purpose: purpose as Purpose,
        content: asWritten<Content>(content),
        delivery: delivery as DeliveryState | null,
        failure,
      }));
  }

  /** Whether a message of a dialog stands in its thread, as it was written or as a copy. */
  async function standsInThread(dialogId: number, messageId: number): Promise<boolean> {
    const where = { id: messageId, ...(await standingIn(dialogId)) };
    return (await prisma.message.count({ where })) > 0;
  }

  /**
   * Numbers grow within a chat: what stands in a thread has a higher one than what the thread begins with.
   * Comments begin with the panel, for what was on its way may still come to those under an earlier post.
   */
  async function standingIn(dialogId: number) {
    const dialog = await prisma.dialog.findUnique({
      where: { id: dialogId },
      select: { threadId: true, desk: { select: { chatId: true, channelId: true } } },
    });
    const panel =
      dialog?.desk?.channelId &&
      (await prisma.projection.findUnique({
        where: { kind_subjectId: { kind: 'dialog-panel', subjectId: dialogId } },
        select: { messageId: true },
      }));
    const first = (panel ? panel.messageId : null) ?? dialog?.threadId ?? 0;
    const here = { chatId: dialog?.desk?.chatId ?? 0n, messageId: { gt: first } };
    return { OR: [here, { copies: { some: here } }] };
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

  return { listSaid, standsInThread, lastSaid, listFiles, setDesk, endNotes, findOpen };
}
