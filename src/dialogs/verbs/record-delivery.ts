// What became of messages that crossed from one side to the other. Runs in the transaction in which
// the sender records the outcomes: a delivered answer and its effect on the dialog are one.

import { systemCause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { NewEvent } from '../../platform/events.ts';
import type { NewMessage, SettledMessage } from '../../platform/outbox/index.ts';
import { type ApiFailure, describeFailure } from '../../platform/telegram/api-failure.ts';
import { answerDelivered, type Dialog } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import type { DialogMessage } from '../message.ts';
import type { VerbDeps } from './deps.ts';

/** The dialog as it is once an answer has reached the client. */
export type AnswerArrived = (tx: Tx, dialog: Dialog, message: DialogMessage) => Promise<Dialog>;

export type RecordDeliveryDeps = Omit<VerbDeps, 'database' | 'noteForms'>;

export function createAnswerArrived({
  messages,
  clock,
}: Pick<VerbDeps, 'messages' | 'clock'>): AnswerArrived {
  return async (tx, dialog, message) => {
    await messages.answerQuestions(tx, dialog.id, clock.now(), message.id);
    const stillWaitingSince = await messages.oldestUnanswered(tx, dialog.id);
    return answerDelivered(dialog, { staffId: message.staffId as number, stillWaitingSince });
  };
}

export function createRecordDelivery(
  deps: RecordDeliveryDeps & { readonly answerArrived: AnswerArrived },
) {
  const { dialogs, messages, writer, clock, answerArrived } = deps;

  /** The pair: where the copy of a client's message stands in the thread. */
  async function copiesSettled(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    await messages.fillCopies(tx, settled.flatMap(copyOf));
    for (const { message, settlement } of settled) {
      if (settlement.status !== 'failed') continue;
      const id = messageIdOf(message);
      const source = (await messages.get(tx, id)) as DialogMessage;
      const notice = {
        destination: threadOf(source.dialogId),
        name: 'copy-failed',
        args: { messageId: id },
      } as const;
      await writer.write(
        tx,
        { changes: [], events: [], messages: [notice] },
        systemCause('delivery'),
      );
    }
  }

  /** Answers that left for their clients. */
  async function answersSettled(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    await messages.fillCopies(tx, settled.flatMap(copyOf));
    const byDialog = new Map<
      number,
      { message: DialogMessage; settlement: SettledMessage['settlement'] }[]
    >();
    for (const { message, settlement } of settled) {
      const answer = await messages.get(tx, messageIdOf(message));
      if (!answer) continue;
      const list = byDialog.get(answer.dialogId) ?? [];
      byDialog.set(answer.dialogId, [...list, { message: answer, settlement }]);
    }
    const locked = await dialogs.lock(tx, [...byDialog.keys()]);
    for (const dialog of locked) await settleDialog(tx, dialog, byDialog.get(dialog.id) ?? []);
  }

  async function settleDialog(
    tx: Tx,
    before: Dialog,
    answers: readonly { message: DialogMessage; settlement: SettledMessage['settlement'] }[],
  ): Promise<void> {
    let after = before;
    const events: NewEvent[] = [];
    const said: NewMessage[] = [];
    for (const { message, settlement } of answers.toSorted((a, b) => a.message.id - b.message.id)) {
      const failure = settlement.status === 'failed' ? settlement.failure : null;
      const state = settlement.status === 'sent' ? 'delivered' : settlement.status;
      await messages.setDelivery(
        tx,
        [message.id],
        state,
        failure && describeFailure(failure),
        clock.now(),
      );
      if (state === 'delivered') after = await answerArrived(tx, after, message);
      events.push(answerEvent(`answer-${state}`, message));
      said.push(wordOf(message, state, failure));
    }
    await writer.write(
      tx,
      { changes: [{ before, after }], events, messages: said },
      systemCause('delivery'),
    );
  }

  return { copiesSettled, answersSettled };
}

/** The client's side is told to staff: a reaction when it arrived, words when it did not. */
function wordOf(
  message: DialogMessage,
  state: 'delivered' | 'failed' | 'unknown',
  failure: ApiFailure | null,
): NewMessage {
  const place = { destination: threadOf(message.dialogId) };
  if (state === 'delivered') {
    return { ...place, name: 'delivered', args: { messageId: message.id }, rank: 'adornment' };
  }
  if (state === 'unknown')
    return { ...place, name: 'delivery-unknown', args: { messageId: message.id } };
  return {
    ...place,
    name: 'not-delivered',
    args: { messageId: message.id, reason: failure?.kind ?? 'unexpected' },
  };
}

function answerEvent(type: string, message: DialogMessage): NewEvent {
  return {
    type,
    subject: 'dialog',
    subjectId: message.dialogId,
    actor: 'staff',
    actorId: message.staffId,
    data: { messageId: message.id },
  };
}

function copyOf({ message, settlement }: SettledMessage) {
  if (settlement.status !== 'sent') return [];
  const messageId = settlement.messageIds[0];
  if (messageId === undefined) return [];
  return [{ sourceId: messageIdOf(message), chatId: settlement.chatId, messageId }];
}

function messageIdOf({ args }: SettledMessage['message']): number {
  return Number(args['messageId']);
}
