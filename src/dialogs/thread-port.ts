// Where a dialog's thread is: the topic that is made when there is first something to say in it, and
// made again when somebody has deleted it.

import type { Desks } from '../desks/index.ts';
import { kindOf } from '../desks/kinds/kinds.ts';
import { systemCause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database/index.ts';
import { recordEvents } from '../platform/events.ts';
import type { DestinationPort, Outbox, Place } from '../platform/outbox/index.ts';
import type { ApiFailure } from '../platform/telegram/api-failure.ts';
import type { CardRepository, ThreadFacts } from './card-repository.ts';
import type { DialogRepository } from './dialog-repository.ts';
import { threadOf } from './dialog-writer.ts';
import type { TopicLook } from './topic-views.ts';

export interface ThreadPortDeps {
  readonly cards: Pick<CardRepository, 'listThreads'>;
  readonly dialogs: Pick<DialogRepository, 'setThread'>;
  readonly desks: Pick<Desks['service'], 'troubled'>;
  readonly topicLook: (facts: ThreadFacts) => TopicLook;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

/** The port of `thread:<dialog>`. A dialog without a desk, or whose desk is in trouble, waits. */
export function createThreadPort(deps: ThreadPortDeps): DestinationPort {
  const { cards, dialogs, desks, topicLook, outbox, clock } = deps;

  return {
    async resolve(ids) {
      const threads = await cards.listThreads(ids);
      return new Map(threads.map((facts) => [facts.dialogId, placeOf(facts)]));
    },

    async prepared(tx, id, result) {
      await dialogs.setThread(tx, id, (result as { message_thread_id: number }).message_thread_id);
    },

    async troubled(tx, id, failure) {
      if (failure.kind === 'thread-gone') return await makeAnew(tx, id);
      const [thread] = await cards.listThreads([id], tx);
      if (!thread?.deskId) return 'hold';
      return await desks.troubled(tx, thread.deskId, asOfTheDesk(failure));
    },
  };

  function placeOf(facts: ThreadFacts): Place {
    if (facts.chatId === null || facts.deskState !== 'ready') return { status: 'suspended' };
    const chat = { chatId: facts.chatId, group: true } as const;
    if (facts.threadId !== null) {
      const thread = kindOf(facts.deskKind).threadAt(facts.threadId);
      return { status: 'ready', ...chat, thread };
    }
    const payload = { chat_id: facts.chatId, ...topicLook(facts) };
    return {
      status: 'unprepared',
      ...chat,
      call: { method: 'createForumTopic', payload, repeatable: true },
    };
  }

  /** The topic was deleted: the next look finds none and makes one, and the card is posted there. */
  async function makeAnew(tx: Tx, dialogId: number): Promise<'renewed'> {
    await dialogs.setThread(tx, dialogId, null);
    await outbox.repost(tx, [threadOf(dialogId)]);
    const event = {
      type: 'thread-lost',
      subject: 'dialog',
      subjectId: dialogId,
      actor: 'system',
      actorId: null,
    } as const;
    await recordEvents(tx, [event], systemCause('delivery'), clock.now());
    return 'renewed';
  }
}

/** A bot that may manage topics writes into closed ones too: what is missing is the right. */
function asOfTheDesk(failure: ApiFailure): ApiFailure {
  return failure.kind === 'thread-closed'
    ? { kind: 'no-rights', what: 'write into a closed topic' }
    : failure;
}
