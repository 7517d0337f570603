// Where a dialog's thread is: the topic that is made when there is first something to say in it, or the
// comments under its card; made again when it is gone. And where its card stands outside of it.

import type { Desks } from '../desks/index.ts';
import { kindOf } from '../desks/kinds/kinds.ts';
import type { Tx } from '../platform/database/index.ts';
import type { DestinationPort, Place } from '../platform/outbox/index.ts';
import type { ApiFailure } from '../platform/telegram/api-failure.ts';
import type { CardRepository, ThreadFacts } from './card-repository.ts';
import type { FormerThread, ThreadRepository } from './thread-repository.ts';
import type { createThreadTroubles } from './thread-troubles.ts';
import type { Threads } from './threads.ts';
import type { TopicLook } from './topic-views.ts';

export interface ThreadPortDeps {
  readonly cards: Pick<CardRepository, 'listThreads'>;
  readonly threads: Pick<ThreadRepository, 'listFormer' | 'setTopicClosed'>;
  readonly threadKeeping: Pick<Threads, 'made'>;
  readonly desks: Pick<Desks['service'], 'troubled'>;
  readonly topicLook: (facts: ThreadFacts) => TopicLook;
}

interface ThreadTroubleDeps {
  readonly troubles: ReturnType<typeof createThreadTroubles>;
}

/** The port of `thread:<dialog>`. A dialog without a desk, or whose desk is in trouble, waits. */
export function createThreadPort(deps: ThreadPortDeps & ThreadTroubleDeps): DestinationPort {
  const { cards, threads, threadKeeping, topicLook, troubles } = deps;

  return {
    resolve: (ids) => resolveThreads(cards, ids, placeOf),

    async prepared(tx, id, result) {
      // Whoever opens a topic again is answered `true`, or that it is open.
      const made = result as { readonly message_thread_id?: number } | true | undefined;
      const threadId = made === true ? undefined : made?.message_thread_id;
      if (threadId === undefined) await threads.setTopicClosed(tx, id, false);
      else await threadKeeping.made(tx, id, threadId);
    },

    async troubled(tx, id, failure) {
      const [thread] = await cards.listThreads([id], tx);
      if (!thread?.deskId) return 'hold';
      if (failure.kind === 'thread-gone') return await troubles.lost(tx, thread);
      const opened = failure.kind === 'thread-closed' && (await troubles.closed(tx, thread));
      return opened === 'renewed' ? opened : await troubledDesk(deps, tx, id, failure);
    },
  };

  function placeOf(facts: ThreadFacts): Place {
    if (facts.chatId === null || facts.deskState !== 'ready') return { status: 'suspended' };
    const kind = kindOf(facts.deskKind);
    const chat = { chatId: facts.chatId, group: true } as const;
    if (facts.threadId !== null && isToOpen(facts)) {
      const payload = { chat_id: facts.chatId, message_thread_id: facts.threadId };
      const call = { method: 'reopenForumTopic', payload, repeatable: true };
      return { status: 'unprepared', ...chat, call };
    }
    if (facts.threadId !== null)
      return { status: 'ready', ...chat, thread: kind.threadAt(facts.threadId) };
    // Comments hang on Telegram's copy of the card, and that comes by itself.
    if (!kind.hasTopics) return { status: 'suspended' };
    const payload = { chat_id: facts.chatId, ...topicLook(facts) };
    const call = { method: 'createForumTopic', payload, repeatable: true };
    return { status: 'unprepared', ...chat, call };
  }
}

/** The port of `card:<dialog>`: the channel in which the cards of its desk stand. */
export function createCardPlacePort(deps: ThreadPortDeps): DestinationPort {
  return {
    resolve: (ids) => resolveThreads(deps.cards, ids, placeOf),
    troubled: (tx, id, failure) => troubledDesk(deps, tx, id, failure),
  };

  function placeOf({ channelId, deskState }: ThreadFacts): Place {
    if (channelId === null || deskState !== 'ready') return { status: 'suspended' };
    return { status: 'ready', chatId: channelId, group: true };
  }
}

/** The port of `former:<former thread>`. What can be said there no more is not said. */
export function createFormerPort({ threads }: Pick<ThreadPortDeps, 'threads'>): DestinationPort {
  return {
    async resolve(ids) {
      const found = await threads.listFormer(ids);
      return new Map(found.map((former) => [former.id, placeOf(former)]));
    },
    troubled: async () => 'fail',
  };

  function placeOf({ kind, chatId, threadId }: FormerThread): Place {
    const chat = { status: 'ready', chatId, group: true } as const;
    return threadId === null ? chat : { ...chat, thread: kindOf(kind).threadAt(threadId) };
  }
}

async function resolveThreads(
  cards: ThreadPortDeps['cards'],
  ids: readonly number[],
  placeOf: (facts: ThreadFacts) => Place,
): Promise<ReadonlyMap<number, Place>> {
  const found = await cards.listThreads(ids);
  return new Map(found.map((facts) => [facts.dialogId, placeOf(facts)]));
}

async function troubledDesk(
  { cards, desks }: Pick<ThreadPortDeps, 'cards' | 'desks'>,
  tx: Tx,
  id: number,
  failure: ApiFailure,
): Promise<'hold' | 'fail'> {
  const [thread] = await cards.listThreads([id], tx);
  if (!thread?.deskId) return 'hold';
  return await desks.troubled(tx, thread.deskId, asOfTheDesk(failure));
}

/** Only administrators can write in a closed topic, and everybody is to answer in an open dialog. */
function isToOpen({ topicClosed, status }: ThreadFacts): boolean {
  return topicClosed && status !== 'closed';
}

/** A bot that may manage topics writes into closed ones too: what is missing is the right. */
function asOfTheDesk(failure: ApiFailure): ApiFailure {
  return failure.kind === 'thread-closed'
    ? { kind: 'no-rights', what: 'write into a closed topic' }
    : failure;
}
