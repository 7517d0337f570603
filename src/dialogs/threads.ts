// How dialogs come by their threads and leave them: made, copied by Telegram from a card's post, lost,
// left behind when a desk moves, and taken again when it comes back.

import type { Trouble } from '../desks/desk.ts';
import { kindOf } from '../desks/kinds/kinds.ts';
import { type Cause, systemCause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { recordEvents } from '../platform/events.ts';
import { settleCause } from '../platform/inbox/index.ts';
import { destination, type NewMessage, type Outbox } from '../platform/outbox/index.ts';
import type { Dialog } from './dialog.ts';
import type { DialogRepository } from './dialog-repository.ts';
import { CARD, cardOf, cardsOf, PANEL, threadOf } from './dialog-writer.ts';
import { createBringAlong } from './moving/bring-along.ts';
import { createMovingRepository } from './moving/repository.ts';
import type { FormerThread, FoundAgain, ThreadRepository } from './thread-repository.ts';

export interface ThreadsDeps {
  readonly database: Database;
  readonly threads: ThreadRepository;
  readonly dialogs: Pick<DialogRepository, 'lock' | 'listOpen'>;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

/** Telegram's copy of a post in the discussion group. */
export interface CopiedPost {
  readonly cause: Cause;
  readonly channelId: number;
  readonly postId: number;
  readonly rootId: number;
}

export type Threads = ReturnType<typeof createThreads>;

const DELIVERY = systemCause('delivery');

/** Methods with `tx` belong to the transaction they are given. */
export function createThreads(deps: ThreadsDeps) {
  const { database, threads, dialogs, outbox, clock } = deps;
  const bringAlong = createBringAlong(createMovingRepository(database));

  /** A topic was made for the dialog. */
  async function made(tx: Tx, dialogId: number, threadId: number): Promise<void> {
    await threads.setThread(tx, dialogId, threadId);
    await tellFormer(tx, dialogId);
  }

  /** The card of a dialog was posted in a channel: its thread hangs on the copy that Telegram makes. */
  async function cardPosted(tx: Tx, dialogId: number, postId: number): Promise<void> {
    const [dialog] = await dialogs.lock(tx, [dialogId]);
    const channelId = dialog && (await threads.channelOf(tx, dialogId));
    if (!channelId) return;
    // The comments stay where they hung, under the post that was the card before; nothing leads there.
    const hasLeft = await threads.leaveThread(tx, dialogId, clock.now());
    if (hasLeft) {
      await outbox.enqueue(tx, await bringAlong(tx, dialogId), DELIVERY);
      // It was drawn before there was anything it could lead back to.
      await outbox.refresh(tx, [cardOf(dialog)]);
    }
    await outbox.hang(tx, [
      { kind: PANEL, subjectId: dialogId, destination: threadOf(dialogId), messageId: null },
    ]);
    const rootId = await threads.notePosted(tx, { channelId, postId, dialogId }, clock.now());
    if (rootId !== null) await hang(tx, dialogId, postId, rootId);
    else outbox.relocate(tx, [threadOf(dialogId)]);
  }

  /** The other half; either may come first. Posts that are no cards are copied too. */
  async function copied({ cause, ...post }: CopiedPost): Promise<void> {
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      const dialogId = await threads.noteCopied(tx, post, clock.now());
      if (dialogId !== null) await hang(tx, dialogId, post.postId, post.rootId);
    });
  }

  async function hang(tx: Tx, dialogId: number, postId: number, rootId: number): Promise<void> {
    if (!(await threads.hangThread(tx, { dialogId, postId, rootId }))) return;
    await tellFormer(tx, dialogId);
    outbox.relocate(tx, [threadOf(dialogId)]);
  }

  /** Where the dialog was before, it is said where it goes on. */
  async function tellFormer(tx: Tx, dialogId: number): Promise<void> {
    const former = await threads.takeUntold(tx, dialogId);
    await outbox.enqueue(tx, former.flatMap(farewell), DELIVERY);
  }

  /** The thread is gone: the next look finds none and makes one, and the card is posted anew. */
  async function lost(tx: Tx, dialogId: number): Promise<void> {
    const [dialog] = await dialogs.lock(tx, [dialogId]);
    if (!dialog) return;
    const { cardInThread } = kindOf(dialog.deskKind);
    const leaving = { reason: 'lost', inSilence: cardInThread } as const;
    await threads.leave(tx, { dialogId }, leaving, clock.now());
    await outbox.hang(tx, cardsOf(dialog).map(unposted));
    if (!cardInThread) await outbox.enqueue(tx, await bringAlong(tx, dialogId), DELIVERY);
    const event = { type: 'thread-lost', subject: 'dialog', subjectId: dialogId } as const;
    await recordEvents(tx, [{ ...event, actor: 'system', actorId: null }], DELIVERY, clock.now());
    outbox.relocate(tx, [threadOf(dialogId)]);
  }

  /** A desk goes to other chats by `move`: its dialogs go with it. */
  async function moveThreads(tx: Tx, deskId: number, move: () => Promise<void>): Promise<void> {
    // Whoever still writes there is told once; a line in each of them would be too much.
    const leaving = { reason: 'desk-moved', inSilence: true } as const;
    await threads.leave(tx, { deskId }, leaving, clock.now());
    await move();
    const again = await threads.takeAgain(tx, { deskId });
    const found = new Map(again.map((one) => [one.dialogId, one]));
    const open = await dialogs.listOpen(tx, { deskId });
    await outbox.hang(
      tx,
      open.flatMap((dialog) => hungAgain(dialog, found.get(dialog.id))),
    );
  }

  /** Dialogs that had no desk have joined one. */
  async function settleIn(
    tx: Tx,
    joined: readonly Pick<Dialog, 'id' | 'deskKind'>[],
  ): Promise<void> {
    const elsewhere = joined.filter(({ deskKind }) => !kindOf(deskKind).cardInThread);
    await outbox.hang(tx, elsewhere.flatMap(cardsOf).map(unposted));
  }

  /** Cards whose comments the bot never got to see are posted anew. */
  async function repostBareCards(tx: Tx, deskId: number): Promise<void> {
    const ids = await threads.takeBareCards(tx, deskId);
    for (const dialog of await dialogs.lock(tx, ids)) {
      const leaving = { reason: 'lost', inSilence: false } as const;
      await threads.leave(tx, { dialogId: dialog.id }, leaving, clock.now());
      await outbox.hang(tx, cardsOf(dialog).map(unposted));
    }
  }

  return {
    tellFormer,
    made,
    cardPosted,
    isCard: threads.isCard,
    copied,
    lost,
    moveThreads,
    settleIn,
    repostBareCards,
  };
}

/** How long Telegram may take to copy a post before something must be wrong, in milliseconds. */
export const COPY_WITHIN_MS = 120_000;

/** Posts do not come into the discussion group, or the bot does not see them there. */
export const NO_COPIES: Trouble = { state: 'no-rights', what: 'discussion hearing' };

/**
 * What is said where a dialog was before: in its thread, by its name, and in place of its card and its panel. The copy
 * of a post that is gone would keep its hashtags for ever, for no bot can change it.
 */
function farewell({ id, kind, reason, threadId, card, panelId }: FormerThread): NewMessage[] {
  const isOrphaned = reason === 'lost' && card === null && !kindOf(kind).cardInThread;
  const said: readonly (readonly [string, boolean])[] = [
    ['goes-on-elsewhere', threadId !== null],
    ['topic-left', threadId !== null && reason === 'moved' && kindOf(kind).hasTopics],
    ['no-card-now', card !== null],
    ['no-panel-now', panelId !== null],
    ['no-copy-now', threadId !== null && isOrphaned],
  ];
  const where = destination('former', id);
  return said.flatMap(([name, isTrue]) => (isTrue ? [{ destination: where, name, args: {} }] : []));
}

function unposted<P extends object>(projection: P): P & { readonly messageId: null } {
  return { ...projection, messageId: null };
}

/** The cards of a dialog in its desk's new place; what it had there is its card and its panel again. */
export function hungAgain(
  dialog: Pick<Dialog, 'id' | 'deskKind'>,
  again: Omit<FoundAgain, 'dialogId'> | undefined,
) {
  const { cardId = null, panelId = null } = again ?? {};
  return cardsOf(dialog).map((projection) => ({
    ...projection,
    messageId: projection.kind === CARD ? cardId : panelId,
  }));
}
