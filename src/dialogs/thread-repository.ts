// The threads that dialogs have had, and the posts that are cards with Telegram's copies of them.

import type { DeskKindName } from '../desks/kinds/kinds.ts';
import type { Database, Tx } from '../platform/database/index.ts';

export type LeavingReason = 'moved' | 'desk-moved' | 'lost';

export interface FormerThread {
  readonly id: number;
  readonly dialogId: number;
  readonly kind: DeskKindName;
  readonly reason: LeavingReason;
  readonly chatId: number;
  /** Null: it was never made. */
  readonly threadId: number | null;
  readonly card: { readonly chatId: number; readonly messageId: number } | null;
  /** The panel in it, where its card stood elsewhere. */
  readonly panelId: number | null;
}

export interface Leaving {
  readonly reason: LeavingReason;
  /** Nothing is to be said there: it is gone, or nobody is there any more. */
  readonly inSilence: boolean;
}

/** A thread a dialog had where it goes now, with what was its card and its panel. */
export interface FoundAgain {
  readonly dialogId: number;
  readonly cardId: number | null;
  readonly panelId: number | null;
}

export type ThreadRepository = ReturnType<typeof createThreadRepository>;

/** Methods with `tx` belong to the transaction they are given. */
export function createThreadRepository({ prisma }: Database) {
  /** Dialogs leave their threads, which are kept as former ones; their cards stay where they stand. */
  async function leave(
    tx: Tx,
    of: { readonly deskId: number } | { readonly dialogId: number },
    { reason, inSilence }: Leaving,
    now: Date,
  ): Promise<FormerThread[]> {
    const deskId = 'deskId' in of ? of.deskId : null;
    const dialogId = 'dialogId' in of ? of.dialogId : null;
    const rows = await tx.$queryRaw<FormerRow[]>`
      INSERT INTO former_thread AS f
        (dialog_id, desk_id, kind, reason, chat_id, thread_id, card_chat, card_id, panel_id, is_told, ended_at)
      SELECT d.id, k.id, k.kind, ${reason}, k.chat_id, d.thread_id,
        CASE WHEN p.message_id IS NOT NULL THEN coalesce(k.channel_id, k.chat_id) END, p.message_id,
        q.message_id, ${inSilence}, ${now}::timestamptz
      FROM dialog d JOIN desk k ON k.id = d.desk_id
      LEFT JOIN projection p ON p.kind = 'dialog-card' AND p.subject_id = d.id
      LEFT JOIN projection q ON q.kind = 'dialog-panel' AND q.subject_id = d.id
        AND k.channel_id IS NOT NULL AND d.thread_id IS NOT NULL
      WHERE (d.desk_id = ${deskId}::int OR d.id = ${dialogId}::int)
        AND (d.thread_id IS NOT NULL OR p.message_id IS NOT NULL)
      ON CONFLICT (chat_id, thread_id) DO UPDATE SET dialog_id = EXCLUDED.dialog_id,
        desk_id = EXCLUDED.desk_id, reason = EXCLUDED.reason, card_chat = EXCLUDED.card_chat,
        card_id = EXCLUDED.card_id, panel_id = EXCLUDED.panel_id, is_told = EXCLUDED.is_told, ended_at = EXCLUDED.ended_at
      RETURNING f.id, f.dialog_id, f.kind, f.reason, f.chat_id, f.thread_id, f.card_chat, f.card_id,
        f.panel_id`;
    await tx.$executeRaw`
      UPDATE dialog SET thread_id = NULL, topic_closed = false
      WHERE (desk_id = ${deskId}::int OR id = ${dialogId}::int) AND thread_id IS NOT NULL`;
    return rows.map(toFormer);
  }

  /** Dialogs take the threads again that they had in the chat where their desk is now. */
  async function takeAgain(
    tx: Tx,
    of: { readonly deskId: number } | { readonly dialogId: number },
  ): Promise<FoundAgain[]> {
    const deskId = 'deskId' in of ? of.deskId : null;
    const dialogId = 'dialogId' in of ? of.dialogId : null;
    return tx.$queryRaw<FoundAgain[]>`
      WITH found AS (
        DELETE FROM former_thread f USING dialog d, desk k
        WHERE (d.desk_id = ${deskId}::int OR d.id = ${dialogId}::int) AND d.thread_id IS NULL
          AND k.id = d.desk_id AND f.dialog_id = d.id AND f.chat_id = k.chat_id AND f.kind = k.kind
          AND f.reason <> 'lost' AND f.thread_id IS NOT NULL
          AND f.id = (SELECT max(o.id) FROM former_thread o WHERE o.dialog_id = d.id
            AND o.chat_id = k.chat_id AND o.kind = k.kind AND o.reason <> 'lost')
        RETURNING f.dialog_id, f.thread_id, f.card_id, f.panel_id)
      UPDATE dialog d SET thread_id = found.thread_id FROM found WHERE d.id = found.dialog_id
      RETURNING d.id AS "dialogId", found.card_id AS "cardId", found.panel_id AS "panelId"`;
  }

  async function listFormer(ids: readonly number[], db: Tx = prisma): Promise<FormerThread[]> {
    const rows = await db.$queryRaw<FormerRow[]>`
      SELECT id, dialog_id, kind, reason, chat_id, thread_id, card_chat, card_id, panel_id
      FROM former_thread WHERE id = ANY(${[...ids]}::int[])`;
    return rows.map(toFormer);
  }

  /** Former threads of a dialog in which nothing was said about it yet; from now on it was. */
  async function takeUntold(tx: Tx, dialogId: number): Promise<FormerThread[]> {
    const rows = await tx.$queryRaw<FormerRow[]>`
      UPDATE former_thread SET is_told = true WHERE dialog_id = ${dialogId} AND NOT is_told
      RETURNING id, dialog_id, kind, reason, chat_id, thread_id, card_chat, card_id, panel_id`;
    return rows.map(toFormer);
  }

  /** The dialog that had this thread before; null: none had. */
  async function findFormer(
    chatId: number,
    threadId: number,
  ): Promise<{ readonly id: number; readonly deskId: number } | null> {
    return prisma.formerThread.findFirst({
      where: { chatId, threadId },
      select: { id: true, deskId: true },
    });
  }

  /** The former thread in this chat that was the dialog's at that time; null: none that can still be read. */
  async function findLeft(
    tx: Tx,
    at: { readonly dialogId: number; readonly chatId: number; readonly receivedAt: Date },
  ): Promise<number | null> {
    const row = await tx.formerThread.findFirst({
      where: {
        dialogId: at.dialogId,
        chatId: at.chatId,
        threadId: { not: null },
        endedAt: { gte: at.receivedAt },
        NOT: { kind: 'forum', reason: 'lost' },
      },
      orderBy: { endedAt: 'asc' },
      select: { id: true },
    });
    return row?.id ?? null;
  }

  /** A card was posted in a channel; the number of its copy, if that has come already. */
  async function notePosted(
    tx: Tx,
    card: { readonly channelId: number; readonly postId: number; readonly dialogId: number },
    now: Date,
  ): Promise<number | null> {
    const { channelId, postId, dialogId } = card;
    const [row] = await tx.$queryRaw<{ root_id: number | null }[]>`
      INSERT INTO card_post (channel_id, post_id, dialog_id, at)
      VALUES (${channelId}::bigint, ${postId}::int, ${dialogId}::int, ${now}::timestamptz)
      ON CONFLICT (channel_id, post_id) DO UPDATE SET dialog_id = EXCLUDED.dialog_id
      RETURNING root_id`;
    return row?.root_id ?? null;
  }

  /** Whether a post is, or was, the card of a dialog. */
  async function isCard(channelId: number, postId: number): Promise<boolean> {
    const where = { channelId, postId, dialogId: { not: null } };
    return (await prisma.cardPost.count({ where })) > 0;
  }

  /** Telegram has copied a post; the dialog whose card it is, if that is known already. */
  async function noteCopied(
    tx: Tx,
    copy: { readonly channelId: number; readonly postId: number; readonly rootId: number },
    now: Date,
  ): Promise<number | null> {
    const { channelId, postId, rootId } = copy;
    const [row] = await tx.$queryRaw<{ dialog_id: number | null }[]>`
      INSERT INTO card_post (channel_id, post_id, root_id, at)
      VALUES (${channelId}::bigint, ${postId}::int, ${rootId}::int, ${now}::timestamptz)
      ON CONFLICT (channel_id, post_id) DO UPDATE SET root_id = EXCLUDED.root_id
      RETURNING dialog_id`;
    return row?.dialog_id ?? null;
  }

  /** The comments under a card are its dialog's thread, if it is still the card of it. */
  async function hangThread(
    tx: Tx,
    { dialogId, postId, rootId }: Readonly<Record<'dialogId' | 'postId' | 'rootId', number>>,
  ): Promise<boolean> {
    const count = await tx.$executeRaw`
      UPDATE dialog d SET thread_id = ${rootId}::int FROM projection p
      WHERE d.id = ${dialogId} AND d.thread_id IS DISTINCT FROM ${rootId}::int
        AND p.kind = 'dialog-card' AND p.subject_id = d.id AND p.message_id = ${postId}::int`;
    return count > 0;
  }

  /** Desks at work with cards that were posted before, and have no copy yet. */
  async function listDesksWithBareCards(before: Date): Promise<number[]> {
    const rows = await prisma.$queryRaw<{ id: number }[]>`
      SELECT DISTINCT k.id FROM card_post c JOIN desk k ON k.channel_id = c.channel_id
      WHERE c.root_id IS NULL AND c.dialog_id IS NOT NULL AND c.at <= ${before}::timestamptz
        AND k.state = 'ready'`;
    return rows.map(({ id }) => id);
  }

  /** Cards of a desk without a copy, which are none from now on. */
  async function takeBareCards(tx: Tx, deskId: number): Promise<number[]> {
    const rows = await tx.$queryRaw<{ dialog_id: number }[]>`
      DELETE FROM card_post c USING desk k
      WHERE k.id = ${deskId} AND c.channel_id = k.channel_id AND c.root_id IS NULL
        AND c.dialog_id IS NOT NULL
      RETURNING c.dialog_id`;
    return rows.map((row) => row.dialog_id);
  }

  /** The channel of a dialog's desk; null: it has none. */
  async function channelOf(tx: Tx, dialogId: number): Promise<number | null> {
    const [row] = await tx.$queryRaw<{ channel_id: bigint | null }[]>`
      SELECT k.channel_id FROM dialog d JOIN desk k ON k.id = d.desk_id WHERE d.id = ${dialogId}::int`;
    return row?.channel_id ? Number(row.channel_id) : null;
  }

  /** The post that was the card is gone; what was said under it may still stand. False: nothing was. */
  async function leaveThread(tx: Tx, dialogId: number, now: Date): Promise<boolean> {
    const left = await tx.$executeRaw`
      INSERT INTO former_thread (dialog_id, desk_id, kind, reason, chat_id, thread_id, panel_id, ended_at)
      SELECT d.id, k.id, k.kind, 'lost', k.chat_id, d.thread_id, q.message_id, ${now}::timestamptz
      FROM dialog d JOIN desk k ON k.id = d.desk_id
      LEFT JOIN projection q ON q.kind = 'dialog-panel' AND q.subject_id = d.id
      WHERE d.id = ${dialogId}::int AND d.thread_id IS NOT NULL
      ON CONFLICT (chat_id, thread_id) DO NOTHING`;
    await setThread(tx, dialogId, null);
    return left > 0;
  }

  async function setThread(tx: Tx, dialogId: number, threadId: number | null): Promise<void> {
    await tx.dialog.updateMany({ where: { id: dialogId }, data: { threadId, topicClosed: false } });
  }

  /** Somebody has closed the dialog's topic in Telegram, or opened it again. */
  async function setTopicClosed(tx: Tx, dialogId: number, topicClosed: boolean): Promise<void> {
    await tx.dialog.updateMany({ where: { id: dialogId }, data: { topicClosed } });
  }

  return {
    leave,
    leaveThread,
    channelOf,
    takeAgain,
    listFormer,
    takeUntold,
    findFormer,
    findLeft,
    notePosted,
    isCard,
    noteCopied,
    hangThread,
    listDesksWithBareCards,
    takeBareCards,
    setThread,
    setTopicClosed,
  };
}

interface FormerRow {
  id: number;
  dialog_id: number;
  kind: DeskKindName;
  reason: LeavingReason;
  chat_id: bigint;
  thread_id: number | null;
  card_chat: bigint | null;
  card_id: number | null;
  panel_id: number | null;
}

function toFormer(row: FormerRow): FormerThread {
  const { card_chat: chat, card_id: messageId } = row;
  return {
    id: row.id,
    dialogId: row.dialog_id,
    kind: row.kind,
    reason: row.reason,
    chatId: Number(row.chat_id),
    threadId: row.thread_id,
    card: chat !== null && messageId !== null ? { chatId: Number(chat), messageId } : null,
    panelId: row.panel_id,
  };
}
