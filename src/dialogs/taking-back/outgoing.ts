// Deleting what was taken back at the client's, and what staff are told of it.

import type {
  ApiCall,
  MessageJob,
  MessagePort,
  QueuedMessage,
  Rendered,
} from '../../platform/outbox/index.ts';
import type { AudienceRepository } from '../audience-repository.ts';
import type { MessageRepository } from '../message-repository.ts';
import { numberIn } from '../outgoing/signs.ts';
import { type Saying, speechPort } from '../outgoing/speech.ts';
import type { VersionRepository } from '../version-repository.ts';
import type { DialogViews } from '../views.ts';
import { type createRecordTakingBack, orderIn } from './record.ts';

export interface TakingBackOutgoingDeps {
  readonly messages: Pick<MessageRepository, 'list'>;
  readonly versions: Pick<VersionRepository, 'listShown'>;
  readonly audience: Pick<AudienceRepository, 'noticeAt'>;
  readonly views: Pick<DialogViews, 'plain'>;
  readonly recordTakingBack: ReturnType<typeof createRecordTakingBack>;
}

/** So many at once (BOTAPI §3.2). */
const MOST_AT_ONCE = 100;

/** The ports of `take-back` and of the words about it. */
export function createTakingBackOutgoing(
  deps: TakingBackOutgoingDeps,
): Record<string, MessagePort> {
  const { messages, versions, audience, views, recordTakingBack } = deps;

  return {
    'take-back': {
      render: (jobs) => Promise.all(jobs.map(renderOne)),
      settled: recordTakingBack,
      dropped: recordTakingBack,
      repeatable: true,
    },
    'taken-back': wordPort(({ args }) => (args.arrived ? 'thread-taken-back' : 'thread-kept-back')),
    'take-back-failed': wordPort(({ args }) => failureWords(String(args.why))),
    'take-back-refused': wordPort(({ args }) => `thread-del-${String(args.why)}`),
  };

  /** None are there, and nothing is to be done, where the answer has not left. */
  async function renderOne({ messages: [queued], place }: MessageJob): Promise<Rendered> {
    const ids = queued ? orderIn(queued).messageIds : [];
    const copies = await versions.listShown(ids);
    const own = copies.filter(
      ({ sourceId, chatId }) => ids.includes(sourceId) && chatId === place.chatId,
    );
    const all = [...new Set(own.map(({ messageId }) => messageId))];
    const calls: ApiCall[] = [];
    for (let from = 0; from < all.length; from += MOST_AT_ONCE) {
      const payload = { chat_id: place.chatId, message_ids: all.slice(from, from + MOST_AT_ONCE) };
      calls.push({ method: 'deleteMessages', payload, repeatable: true });
    }
    return { status: 'calls', calls };
  }

  function wordPort(keyOf: (queued: QueuedMessage) => string): MessagePort {
    return speechPort(async ({ messages: [queued], place }): Promise<Saying> => {
      if (!queued) return { drop: 'nothing to say' };
      const about = await audience.noticeAt(queued.destination);
      if (!about) return { drop: 'there is no such dialog' };
      const kept = (await messages.list([numberIn(queued, 'messageId') || 0]))
        .values()
        .next().value;
      const itself = kept?.chatId === place.chatId ? kept.messageId : undefined;
      const replyTo = typeof queued.args.replyTo === 'number' ? queued.args.replyTo : itself;
      return { ...views.plain(about.deskLocale, keyOf(queued)), quiet: true, replyTo };
    });
  }
}

function failureWords(kind: string): string {
  if (kind === 'cannot-delete') return 'thread-del-too-old';
  return kind === 'blocked' ? 'thread-take-back-failed-blocked' : 'thread-take-back-failed';
}
