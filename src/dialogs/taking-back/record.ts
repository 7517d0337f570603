// What became of an answer that was to be taken back. Runs in the transaction in which the sender
// records the outcome. A taken-back answer is no answer: who asked waits again, since they asked.

import { systemCause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Destination, QueuedMessage, SettledMessage } from '../../platform/outbox/index.ts';
import { answerTakenBack, type Dialog } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import type { DialogMessage } from '../message.ts';
import { staffEvent } from '../verbs/deps.ts';
import type { AnswerArrived } from '../verbs/record-delivery.ts';
import { nearMessage } from '../whereabouts.ts';
import type { Near, TakeBackDeps } from './service.ts';

export type RecordTakingBackDeps = TakeBackDeps & { readonly answerArrived: AnswerArrived };

/** One order after the other: they are rare. */
export function createRecordTakingBack(deps: RecordTakingBackDeps) {
  const { dialogs, messages, versions, takingBack, threads, writer, clock, answerArrived } = deps;

  return async (tx: Tx, settled: readonly SettledMessage[]): Promise<void> => {
    for (const { message, settlement } of settled) {
      const order = orderIn(message);
      const { dialogId, messageIds } = order;
      const [dialog] = await dialogs.lock(tx, [dialogId]);
      const album = (await Promise.all(messageIds.map((id) => messages.get(tx, id)))).flatMap(
        (part) => (part?.delivery === 'taking-back' ? [part] : []),
      );
      if (!dialog || album.length === 0) continue;
      if (settlement.status === 'sent') await gone(tx, dialog, album, order);
      else await stayed(tx, dialog, album, { ...order, settlement });
    }
  };

  async function gone(
    tx: Tx,
    before: Dialog,
    parts: readonly DialogMessage[],
    { staffId, near: { where, ...answering } }: Order,
  ): Promise<void> {
    const ids = parts.map(({ id }) => id);
    const arrived = (await versions.listAtClient(ids, tx)).length > 0;
    await versions.retire(tx, ids);
    await messages.setDelivery(tx, ids, 'taken-back', null, clock.now());
    const counted = parts.some(({ deliveredAt }) => deliveredAt !== null);
    if (counted && before.status !== 'closed') await takingBack.reopenQuestions(tx, before.id, ids);
    const stillWaitingSince = await messages.oldestUnanswered(tx, before.id);
    const after = counted ? answerTakenBack(before, { stillWaitingSince }) : before;
    const messageId = ids[0] as number;
    const events = [staffEvent('answer-taken-back', before.id, staffId, { messageId })];
    const standing = await nearMessage(threads, tx, parts[0] as DialogMessage);
    const said = [
      { destination: where, name: 'taken-back', args: { messageId, arrived, ...answering } },
      // 👌 says that the client has it.
      ...ids.map((id) => ({
        ...{ destination: standing, name: 'delivered', args: { messageId: id } },
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
    {
      near: { where, ...answering },
      settlement,
    }: Order & { readonly settlement: SettledMessage['settlement'] },
  ): Promise<void> {
    const ids = parts.map(({ id }) => id);
    let after = before;
    for (const [index, part] of parts.entries()) {
      if (part.deliveredAt === null) after = await answerArrived(tx, after, part, index === 0);
    }
    await messages.setDelivered(tx, ids, clock.now());
    const why = settlement.status === 'failed' ? settlement.failure.kind : 'unexpected';
    const args = { messageId: ids[0] as number, why, ...answering };
    const said = [{ destination: where, name: 'take-back-failed', args }];
    const changes = [{ before, after }];
    await writer.write(tx, { changes, events: [], messages: said }, systemCause('delivery'));
  }
}

type Order = ReturnType<typeof orderIn>;

/** What the order was about. */
export function orderIn({ args }: Pick<QueuedMessage, 'args'>) {
  const messageIds = Array.isArray(args.messageIds) ? args.messageIds.map(Number) : [];
  const dialogId = Number(args.dialogId);
  const { where, replyTo } = args;
  const near: Near = {
    where: typeof where === 'string' ? (where as Destination) : threadOf(dialogId),
    ...(typeof replyTo === 'number' ? { replyTo } : {}),
  };
  return { dialogId, staffId: Number(args.staffId), messageIds, near };
}
