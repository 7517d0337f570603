// The desk's own words in private: to clients and to employees, each in their own language.

import type { Clock } from '../../platform/clock.ts';
import type { Locale } from '../../platform/i18n.ts';
import {
  type MessageJob,
  type MessagePort,
  type Outbox,
  parseDestination,
  type QueuedMessage,
} from '../../platform/outbox/index.ts';
import type { AudienceRepository } from '../audience-repository.ts';
import { type DialogViews, isStillTrue, type NoticeKind } from '../views.ts';
import { createRatingRequests } from './rating-requests.ts';
import { numberIn } from './signs.ts';
import { type Saying, speechPort } from './speech.ts';
import { inThreadInstead } from './thread-instead.ts';

export interface PrivateWordsDeps {
  readonly audience: AudienceRepository;
  readonly views: DialogViews;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

type SayToClient = (locale: Locale, message: QueuedMessage) => Promise<Saying> | Saying;

/** The ports of these words, by the names of their messages. */
export function createPrivateWords(deps: PrivateWordsDeps): Record<string, MessagePort> {
  const { audience, views, outbox, clock } = deps;
  const requests = createRatingRequests(deps);
  return {
    'not-carried': toClient((locale, { args }) => ({
      ...views.notAccepted(locale, String(args.kind)),
      replyTo: typeof args.replyTo === 'number' ? args.replyTo : undefined,
    })),
    'words-kept': toClient((locale) => views.plain(locale, 'client-words-kept')),
    'rating-request': toClient(requests.say, requests.settled),
    'rating-request-outdated': requests.outdatedPort(localeOf),
    notice: speechPort(notice, inThreadInstead(outbox, 'notice-in-thread')),
  };

  function toClient(say: SayToClient, settled?: MessagePort['settled']): MessagePort {
    return speechPort(async ({ messages: [message] }) => {
      if (!message) return { drop: 'nothing to say' };
      return say(await localeOf(message), message);
    }, settled);
  }

  async function localeOf({ destination }: QueuedMessage): Promise<Locale> {
    const { id } = parseDestination(destination);
    return (await audience.clientLocales([id])).get(id) ?? 'ru';
  }

  async function notice({ messages: [message] }: MessageJob): Promise<Saying> {
    const dialogId = numberIn(message, 'dialogId');
    const staffId = numberIn(message, 'staffId');
    const about = (await audience.dialogNotices([dialogId])).get(dialogId);
    const person = (await audience.employees([staffId])).get(staffId);
    if (!about || !person) return { drop: 'there is no such dialog or employee' };
    const kind = message?.args.kind as NoticeKind;
    if (!isStillTrue(kind, about, clock.now())) return { drop: 'it is answered by now' };
    return views.notice(person.locale, kind, about, clock.now());
  }
}
