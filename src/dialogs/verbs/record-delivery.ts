// What became of messages that crossed from one side to the other. Runs in the transaction in which
// the sender records the outcomes: a delivered answer and its effect on the dialog are one.

import { type SendRight, sendRightIn } from '../../desks/needs.ts';
import { systemCause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { NewEvent } from '../../platform/events.ts';
import type { NewMessage, SettledMessage, Settlement } from '../../platform/outbox/index.ts';
import { type ApiFailure, describeFailure } from '../../platform/telegram/api-failure.ts';
import { answerDelivered, type Dialog } from '../dialog.ts';
import { type Consequences, threadOf } from '../dialog-writer.ts';
import type { DeliveryState, DialogMessage } from '../message.ts';
import type { NewCopy } from '../message-repository.ts';
import type { ThreadLogRepository } from '../thread-log-repository.ts';
import { carriedBy } from '../undelivered-lines/lines.ts';
import { staffEvent, type VerbDeps } from './deps.ts';

/** The dialog as it is once an answer has reached the client; `counts`: it is an answer of its own. */
export type AnswerArrived = (
  tx: Tx,
  dialog: Dialog,
  message: DialogMessage,
  counts?: boolean,
) => Promise<Dialog>;

/** `version`: the one of the message that its copies show. */
export type SettledCopy = SettledMessage & { readonly version: number };

export type RecordDeliveryDeps = Omit<VerbDeps, 'database' | 'noteForms'>;

interface Settled {
  readonly message: DialogMessage;
  readonly settlement: Settlement;
}

/**
 * Settles the questions that were asked before the answer; the dialog it returns is the caller's to
 * write.
 */
export function createAnswerArrived({
  messages,
  clock,
}: Pick<VerbDeps, 'messages' | 'clock'>): AnswerArrived {
  return async (tx, dialog, message, counts = true) => {
    await messages.answerQuestions(tx, dialog.id, clock.now(), message.id);
    if (!counts) return dialog;
    const stillWaitingSince = await messages.oldestUnanswered(tx, dialog.id);
    return answerDelivered(dialog, { staffId: message.staffId as number, stillWaitingSince });
  };
}

/**
 * What the sender calls with many outcomes at once. Outcomes of messages that are no answers any more
 * have no effect.
 */
export function createRecordDelivery(
  deps: RecordDeliveryDeps & {
    readonly answerArrived: AnswerArrived;
    readonly threadLog: ThreadLogRepository;
  },
) {
  const { dialogs, messages, writer, clock, answerArrived, threadLog } = deps;

  /** The pair: where the copy of a client's message stands in the thread. */
  async function copiesSettled(tx: Tx, settled: readonly SettledCopy[]): Promise<void> {
    await messages.addCopies(tx, settled.flatMap(copiesOf));
    // One by one: the first part of an album that failed speaks for all.
    for (const { message, settlement } of settled) {
      if (settlement.status !== 'failed') continue;
      await noteFailedCopy(tx, messageIdOf(message), forbiddenKind(settlement.failure));
    }
  }

  async function noteFailedCopy(
    tx: Tx,
    messageId: number,
    forbidden: SendRight | null,
  ): Promise<void> {
    const source = await messages.get(tx, messageId);
    if (!source) return;
    const { dialogId, mediaGroupId: album } = source;
    const isTold = album !== null && (await threadLog.isKnownToFail(tx, dialogId, album));
    const subject = { subject: 'dialog', subjectId: dialogId } as const;
    const event = { type: 'copy-failed', ...subject, actor: 'system', actorId: null } as const;
    const events = [{ ...event, data: { messageId, album } }];
    const args = { messageId, forbidden };
    const word = { destination: threadOf(dialogId), name: 'copy-failed', args };
    const said = isTold ? [] : [word];
    await writer.write(tx, { changes: [], events, messages: said }, systemCause('delivery'));
  }

  /** Answers that left for their clients. */
  async function answersSettled(tx: Tx, settled: readonly SettledCopy[]): Promise<void> {
    await messages.addCopies(tx, settled.flatMap(copiesOf));
    const byDialog = new Map<number, Settled[]>();
    const left: NewMessage[] = [];
    for (const { message, settlement } of settled) {
      left.push(...carriedBy(message));
      const answer = await messages.get(tx, messageIdOf(message));
      // Part of an album that became a note while it was on its way: staff believe it stayed inside.
      if (answer?.purpose === 'note' && settlement.status === 'sent') left.push(noteLeft(answer));
      if (answer?.purpose !== 'answer') continue;
      // What is to be taken back follows: nothing is said of what it came to meanwhile.
      if (answer.delivery === 'taking-back' || answer.delivery === 'taken-back') continue;
      const list = byDialog.get(answer.dialogId) ?? [];
      byDialog.set(answer.dialogId, [...list, { message: answer, settlement }]);
    }
    const locked = await dialogs.lock(tx, [...byDialog.keys()]);
    const settlements: Consequences[] = [];
    for (const dialog of locked) {
      settlements.push(await settleDialog(tx, dialog, byDialog.get(dialog.id) ?? []));
    }
    if (settlements.length === 0 && left.length === 0) return;
    // Those of all dialogs in one set of statements: after a silence many answers arrive at once.
    const together = {
      changes: settlements.flatMap(({ changes }) => changes),
      events: settlements.flatMap(({ events }) => events),
      messages: [...left, ...settlements.flatMap((settlement) => settlement.messages)],
    };
    await writer.write(tx, together, systemCause('delivery'));
  }

  async function settleDialog(
    tx: Tx,
    before: Dialog,
    answers: readonly Settled[],
  ): Promise<Consequences> {
    let after = before;
    const events: NewEvent[] = [];
    const said: NewMessage[] = [];
    const albums = new Set<string>();
    for (const { message, settlement } of answers.toSorted((a, b) => a.message.id - b.message.id)) {
      const failure = settlement.status === 'failed' ? settlement.failure : null;
      const state = settlement.status === 'sent' ? 'delivered' : settlement.status;
      const reason = failure && describeFailure(failure);
      await messages.setDelivery(tx, [message.id], state, reason, clock.now());
      // An album arrives as one: its first part stands for all.
      const isFirst = !message.mediaGroupId || !albums.has(message.mediaGroupId);
      if (message.mediaGroupId) albums.add(message.mediaGroupId);
      if (state === 'delivered') after = await answerArrived(tx, after, message, isFirst);
      if (!isFirst || (await isToldOf(tx, message, state))) continue;
      const data = { messageId: message.id };
      events.push(staffEvent(`answer-${state}`, message.dialogId, message.staffId, data));
      said.push(wordOf(message, state, failure), ...pollWord(message, state));
    }
    return { changes: [{ before, after }], events, messages: said };
  }

  /** A refused album is tried part by part: that it failed is said with the first, for all of them. */
  async function isToldOf(tx: Tx, message: DialogMessage, state: DeliveryState): Promise<boolean> {
    const { id, dialogId, mediaGroupId } = message;
    if (state === 'delivered' || mediaGroupId === null) return false;
    const parts = await messages.listAlbum(tx, dialogId, mediaGroupId);
    return parts.some((part) => part.id !== id && part.delivery === state);
  }

  return { copiesSettled, answersSettled };
}

/** The kind that the group does not let the bot send; null: it failed for another reason. */
function forbiddenKind(failure: ApiFailure): SendRight | null {
  return failure.kind === 'no-rights' ? sendRightIn(failure.what) : null;
}

/** What staff are told: a reaction when it arrived, words when it did not. */
function wordOf(
  message: DialogMessage,
  state: 'delivered' | 'failed' | 'unknown',
  failure: ApiFailure | null,
): NewMessage {
  const place = { destination: threadOf(message.dialogId) };
  const args = { messageId: message.id };
  if (state === 'delivered') return { ...place, name: 'delivered', args, rank: 'adornment' };
  if (state === 'unknown') return { ...place, name: 'delivery-unknown', args };
  const reason = failure?.kind ?? 'unexpected';
  return { ...place, name: 'not-delivered', args: { ...args, reason } };
}

/** How the client votes is theirs alone: staff had better know before they wait for it. */
function pollWord({ id, dialogId, content }: DialogMessage, state: string): NewMessage[] {
  if (state !== 'delivered' || content.kind !== 'poll' || content.closed) return [];
  return [{ destination: threadOf(dialogId), name: 'poll-sent', args: { messageId: id } }];
}

/** A long text has several copies, and a copy may be of several texts that left together. */
function copiesOf({ message, settlement, version }: SettledCopy): NewCopy[] {
  if (settlement.status !== 'sent') return [];
  const { chatId, messageIds } = settlement;
  const copy = { sourceId: messageIdOf(message), sentVersion: version, shownVersion: version };
  return messageIds.map((messageId) => ({ ...copy, chatId, messageId }));
}

function noteLeft({ id, dialogId }: DialogMessage): NewMessage {
  return { destination: threadOf(dialogId), name: 'note-left', args: { messageId: id } };
}

function messageIdOf({ args }: SettledMessage['message']): number {
  return Number(args.messageId);
}
