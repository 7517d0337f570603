// The desk's own words in private: to clients and to employees, each in their own language.

import { systemCause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import {
  type MessageJob,
  type MessagePort,
  type NewMessage,
  type Outbox,
  parseDestination,
  type QueuedMessage,
  type SettledMessage,
} from '../../platform/outbox/index.ts';
import type { AudienceRepository } from '../audience-repository.ts';
import { threadOf } from '../dialog-writer.ts';
import { type DialogViews, isStillTrue, type NoticeKind } from '../views.ts';
import { createRatingRequests } from './rating-requests.ts';
import { numberIn } from './signs.ts';
import { type Saying, speechPort } from './speech.ts';

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
    notice: speechPort(notice, sayInThreadInstead),
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

  /** Somebody who never opened a chat with the bot is called in the thread. */
  async function sayInThreadInstead(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    const missed = settled.filter(({ settlement }) => settlement.status === 'failed');
    const instead = missed.map(
      ({ message }): NewMessage => ({
        destination: threadOf(numberIn(message, 'dialogId')),
        name: 'notice-in-thread',
        args: message.args,
      }),
    );
    await outbox.enqueue(tx, instead, systemCause('delivery'));
  }
}
