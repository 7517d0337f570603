// «Оцените, пожалуйста …»: one request for a dialog that a client can press. Closed again, a dialog is
// asked about again only if something was said since, and then the earlier request gives way.

import { systemCause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import { type NewEvent, recordEvents } from '../../platform/events.ts';
import type { Locale } from '../../platform/i18n.ts';
import type {
  ApiCall,
  MessageJob,
  MessagePort,
  NewMessage,
  Outbox,
  QueuedMessage,
  SettledMessage,
} from '../../platform/outbox/index.ts';
import { isBusinessChat } from '../../platform/telegram/business-chat.ts';
import { type AudienceRepository, RATING_REQUESTED } from '../audience-repository.ts';
import { isRatedOn } from '../rating.ts';
import type { DialogViews } from '../views.ts';
import { callPort, numberIn } from './signs.ts';
import { byItself, type Saying, speechBody } from './speech.ts';

export interface RatingRequestsDeps {
  readonly audience: AudienceRepository;
  readonly views: DialogViews;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

/** What is said of a request, and what follows once it has arrived. */
export function createRatingRequests({ audience, views, outbox, clock }: RatingRequestsDeps) {
  /** Answers go first to the same client: whether one was delivered is known by now. */
  async function say(locale: Locale, message: QueuedMessage): Promise<Saying> {
    const dialogId = numberIn(message, 'dialogId');
    const dialog = (await audience.dialogNotices([dialogId])).get(dialogId);
    if (!dialog?.closed) return { drop: 'the dialog is open again' };
    if (!isRatedOn(dialog.channel)) return { drop: 'a group gives no rating' };
    if (dialog.answersDelivered === 0) return { drop: 'no answer was delivered' };
    if (dialog.rating !== null) return { drop: 'rated already' };
    const earlier = await audience.lastRatingRequest(dialogId);
    if (earlier && !earlier.saidSince) return { drop: 'asked already, and nothing was said since' };
    return views.ratingRequest(locale, dialogId);
  }

  async function settled(tx: Tx, requests: readonly SettledMessage[]): Promise<void> {
    const cause = systemCause('delivery');
    const events: NewEvent[] = [];
    const outdated: NewMessage[] = [];
    for (const { message, settlement } of requests) {
      if (settlement.status !== 'sent') continue;
      const dialogId = numberIn(message, 'dialogId');
      const earlier = await audience.lastRatingRequest(dialogId, tx);
      if (earlier) outdated.push(outdate(message, earlier.messageId));
      events.push(requested(dialogId, settlement.messageIds[0] ?? 0));
    }
    await outbox.enqueue(tx, outdated, cause);
    await recordEvents(tx, events, cause, clock.now());
  }

  /** Not where the client has pressed it meanwhile: then it is thanks. */
  async function outdatedCall(
    locale: Locale,
    { place, messages: [message] }: MessageJob,
  ): Promise<ApiCall | null> {
    const dialogId = numberIn(message, 'dialogId');
    const dialog = (await audience.dialogNotices([dialogId])).get(dialogId);
    if (!dialog || dialog.rating !== null) return null;
    const { text } = views.plain(locale, 'client-rating-below');
    const words = isBusinessChat(place.chatId) ? byItself(text) : text;
    const payload = {
      chat_id: place.chatId,
      message_id: numberIn(message, 'messageId'),
      ...speechBody({ text: words }, false),
    };
    return { method: 'editMessageText', payload, repeatable: true };
  }

  /** The port of a request that gives way, in the language that `localeOf` finds. */
  function outdatedPort(localeOf: (message: QueuedMessage) => Promise<Locale>): MessagePort {
    return callPort(async (job) => {
      const [message] = job.messages;
      return message ? await outdatedCall(await localeOf(message), job) : null;
    });
  }

  return { say, settled, outdatedPort };
}

function outdate({ destination, args }: QueuedMessage, messageId: number): NewMessage {
  const name = 'rating-request-outdated';
  return { destination, name, args: { ...args, messageId }, rank: 'adornment' };
}

function requested(dialogId: number, messageId: number): NewEvent {
  const subject = { subject: 'dialog', subjectId: dialogId } as const;
  const actor = { actor: 'system', actorId: null } as const;
  return { type: RATING_REQUESTED, ...subject, ...actor, data: { messageId } };
}
