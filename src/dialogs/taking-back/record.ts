// What became of an answer that was to be taken back. Runs in the transaction in which the sender
// records the outcome. A taken-back answer is no answer: who asked waits again, since they asked.

import { systemCause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { NewMessage, QueuedMessage, SettledMessage } from '../../platform/outbox/index.ts';
import { answerTakenBack, type Dialog } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import type { DialogMessage } from '../message.ts';
import { staffEvent } from '../verbs/deps.ts';
import type { AnswerArrived } from '../verbs/record-delivery.ts';
import type { TakeBackDeps } from './service.ts';

export type RecordTakingBackDeps = TakeBackDeps & { readonly answerArrived: AnswerArrived };

/** One order after the other: they are rare. */
export function createRecordTakingBack(deps: RecordTakingBackDeps) {
  const { dialogs, messages, versions, takingBack, writer, clock, answerArrived } = deps;

  return async (tx: Tx, settled: readonly SettledMessage[]): Promise<void> => {
    for (const { message, settlement } of settled) {
      const { dialogId, messageIds, staffId } = orderIn(message);
      const [dialog] = await dialogs.lock(tx, [dialogId]);
      const album = (await Promise.all(messageIds.map((id) => messages.get(tx, id)))).flatMap(
        (part) => (part?.delivery === 'taking-back' ? [part] : []),
      );
      if (!dialog || album.length === 0) continue;
      if (settlement.status === 'sent') await gone(tx, dialog, album, staffId);
      else await stayed(tx, dialog, album, settlement);
    }
  };

  async function gone(
    tx: Tx,
    before: Dialog,
    parts: readonly DialogMessage[],
    staffId: number,
  ): Promise<void> {
    const ids = parts.map(({ id }) => id);
    const arrived = (await versions.listShown(ids, tx)).length > 0;
    await versions.retire(tx, ids);
    await messages.setDelivery(tx, ids, 'taken-back', null, clock.now());
    const counted = parts.some(({ deliveredAt }) => deliveredAt !== null);
    if (counted && before.status !== 'closed') await takingBack.reopenQuestions(tx, before.id, ids);
    const stillWaitingSince = await messages.oldestUnanswered(tx, before.id);
    const after = counted ? answerTakenBack(before, { stillWaitingSince }) : before;
    const messageId = ids[0] as number;
    const events = [staffEvent('answer-taken-back', before.id, staffId, { messageId })];
    const said = [
      word(before, 'taken-back', { messageId, arrived }),
      // 👌 says that the client has it.
      ...ids.map((id) => ({
        ...word(before, 'delivered', { messageId: id }),
        rank: 'adornment' as const,
      })),
    ];
    const changes = [{ before, after }];
    await writer.write(tx, { changes, events, messages: said }, systemCause('delivery'));
  }

  /** It is with the client as before; what was on its way meanwhile has arrived after all. */
  async function stayed(
    tx: Tx,
    before: Dialog,
    parts: readonly DialogMessage[],
    settlement: SettledMessage['settlement'],
  ): Promise<void> {
    const ids = parts.map(({ id }) => id);
    let after = before;
    for (const [index, part] of parts.entries()) {
      if (part.deliveredAt === null) after = await answerArrived(tx, after, part, index === 0);
    }
    await messages.setDelivered(tx, ids, clock.now());
    const why = settlement.status === 'failed' ? settlement.failure.kind : 'unexpected';
    const said = [word(before, 'take-back-failed', { messageId: ids[0] as number, why })];
    const changes = [{ before, after }];
    await writer.write(tx, { changes, events: [], messages: said }, systemCause('delivery'));
  }
}

function word({ id }: Dialog, name: string, args: NewMessage['args']): NewMessage {
  return { destination: threadOf(id), name, args };
}

/** What the order was about. */
export function orderIn({ args }: Pick<QueuedMessage, 'args'>) {
  const messageIds = Array.isArray(args.messageIds) ? args.messageIds.map(Number) : [];
  return { dialogId: Number(args.dialogId), staffId: Number(args.staffId), messageIds };
}
