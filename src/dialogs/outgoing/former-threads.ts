// What is said where a dialog was before: that it goes on elsewhere, and where; in place of its old card
// too, so that a tap on a hashtag finds the dialog once.

import type { Locale } from '../../platform/i18n.ts';
import {
  type MessageJob,
  type MessagePort,
  parseDestination,
} from '../../platform/outbox/index.ts';
import type { AudienceRepository, DialogNotice } from '../audience-repository.ts';
import type { FormerThread, ThreadRepository } from '../thread-repository.ts';
import type { TopicLook } from '../topic-views.ts';
import type { DialogViews } from '../views.ts';
import { callPort } from './signs.ts';
import { speechBody, speechPort } from './speech.ts';

export interface FormerThreadsDeps {
  readonly threads: Pick<ThreadRepository, 'listFormer'>;
  readonly audience: Pick<AudienceRepository, 'dialogNotices'>;
  readonly views: Pick<DialogViews, 'goesOn'>;
  readonly leftTopicLook: (about: DialogNotice) => TopicLook;
}

interface Farewell {
  readonly former: FormerThread;
  readonly about: DialogNotice;
  readonly locale: Locale;
}

/** The ports of these words, by the names of their messages. */
export function createFormerThreadWords(deps: FormerThreadsDeps): Record<string, MessagePort> {
  const { threads, audience, views, leftTopicLook } = deps;

  async function find({ messages: [queued] }: MessageJob): Promise<Farewell | null> {
    if (!queued) return null;
    const { id } = parseDestination(queued.destination);
    const [former] = await threads.listFormer([id]);
    if (!former) return null;
    const about = (await audience.dialogNotices([former.dialogId])).get(former.dialogId);
    return about ? { former, about, locale: about.deskLocale } : null;
  }

  return {
    'goes-on-elsewhere': speechPort(async (job) => {
      const found = await find(job);
      if (!found) return { drop: 'it is its thread again' };
      const { replyTo } = job.messages[0]?.args ?? {};
      const said = views.goesOn(found.locale, found.about);
      return typeof replyTo === 'number' ? { ...said, replyTo } : said;
    }),
    'no-card-now': insteadOf(({ card }) => card),
    'no-panel-now': insteadOf(panelOf),
    // It stays open: answers that stand in it are still corrected and taken back there.
    'topic-left': callPort(async (job) => {
      const found = await find(job);
      if (!found?.former.threadId) return null;
      const { chatId, threadId } = found.former;
      const payload = {
        chat_id: chatId,
        message_thread_id: threadId,
        ...leftTopicLook(found.about),
      };
      return { method: 'editForumTopic', payload, repeatable: true };
    }),
    // Whether the bot may: that is the right to delete messages, and two days.
    'no-copy-now': callPort(async (job) => {
      const { chatId, threadId } = (await find(job))?.former ?? {};
      if (!chatId || !threadId) return null;
      const payload = { chat_id: chatId, message_id: threadId };
      return { method: 'deleteMessage', payload, repeatable: true };
    }),
  };

  /** The message says where the dialog goes on, and has no buttons any more. */
  function insteadOf(placeOf: (former: FormerThread) => FormerThread['card']): MessagePort {
    return callPort(async (job) => {
      const found = await find(job);
      const place = found && placeOf(found.former);
      if (!found || !place) return null;
      const { text } = views.goesOn(found.locale, found.about);
      const at = { chat_id: place.chatId, message_id: place.messageId };
      const payload = { ...at, ...speechBody({ text }, job.fallbacks.plain) };
      return { method: 'editMessageText', payload, repeatable: true };
    });
  }
}

function panelOf({ chatId, panelId }: FormerThread): FormerThread['card'] {
  return panelId === null ? null : { chatId, messageId: panelId };
}
