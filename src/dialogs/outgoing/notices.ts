// The desk's own words: in threads to staff, in private to clients and staff, and the small signs
// (reactions, pins) that cost no words.

import { systemCause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import {
  type ApiCall,
  type MessageJob,
  type MessagePort,
  type NewMessage,
  type Outbox,
  parseDestination,
  type QueuedMessage,
  type SettledMessage,
} from '../../platform/outbox/index.ts';
import type { AudienceRepository, DialogNotice } from '../audience-repository.ts';
import { threadOf } from '../dialog-writer.ts';
import type { MessageRepository } from '../message-repository.ts';
import type { DialogViews, NoticeKind, Speech } from '../views.ts';
import { type Saying, speechPort } from './speech.ts';

export interface NoticeDeps {
  readonly audience: AudienceRepository;
  readonly messages: Pick<MessageRepository, 'list'>;
  readonly views: DialogViews;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

/** Signs that Telegram lets bots put on messages. */
const SEEN = '👀';
const DELIVERED = '👌';

export function createNotices(deps: NoticeDeps): Record<string, MessagePort> {
  const { audience, messages, views, outbox, clock } = deps;
  return { ...signs(), ...threadWords(), ...clientWords(), ...staffWords() };

  function signs(): Record<string, MessagePort> {
    return {
      seen: reactionPort(SEEN),
      delivered: reactionPort(DELIVERED),
      'pin-card': callPort(({ place, messages: [message] }) => ({
        method: 'pinChatMessage',
        payload: {
          chat_id: place.chatId,
          message_id: numberOf(message, 'messageId'),
          disable_notification: true,
        },
        repeatable: true,
      })),
    };
  }

  function reactionPort(emoji: string): MessagePort {
    return callPort(async ({ place, messages: [queued] }) => {
      const kept = (await messages.list([numberOf(queued, 'messageId')])).get(
        numberOf(queued, 'messageId'),
      );
      if (kept?.chatId !== place.chatId) return null;
      const reaction = [{ type: 'emoji', emoji }];
      const payload = { chat_id: place.chatId, message_id: kept.messageId, reaction };
      return { method: 'setMessageReaction', payload, repeatable: true };
    });
  }

  function threadWords(): Record<string, MessagePort> {
    const inThread = (
      say: (about: DialogNotice, message: QueuedMessage) => Promise<Speech> | Speech,
    ) =>
      speechPort(async (job) => {
        const about = await aboutThread(job);
        if (!about) return { drop: 'there is no such dialog' };
        const message = job.messages[0] as QueuedMessage;
        return { ...(await say(about, message)), replyTo: await repliedIn(job, message) };
      });
    const words = (key: string) => inThread(({ deskLocale }) => views.plain(deskLocale, key));
    return {
      'note-prompt': inThread(async ({ deskLocale, dialogId }, message) => {
        const staffId = numberOf(message, 'staffId');
        const person = (await audience.employees([staffId])).get(staffId);
        return views.notePrompt(deskLocale, dialogId, { id: staffId, name: person?.name ?? '' });
      }),
      'note-kept': inThread(async ({ deskLocale }, message) => {
        const id = numberOf(message, 'messageId');
        const kept = (await messages.list([id])).get(id);
        return views.noteKept(deskLocale, id, kept?.content.kind !== 'unsupported');
      }),
      'ask-late': inThread(({ deskLocale }, message) =>
        views.askLate(deskLocale, numberOf(message, 'messageId')),
      ),
      'not-delivered': inThread(({ deskLocale }, message) =>
        views.notDelivered(
          deskLocale,
          numberOf(message, 'messageId'),
          String(message.args['reason']),
        ),
      ),
      'delivery-unknown': inThread(({ deskLocale }, message) =>
        views.deliveryUnknown(deskLocale, numberOf(message, 'messageId')),
      ),
      'edit-not-carried': words('thread-edit-not-carried'),
      'not-carried-to-client': inThread(({ deskLocale }) =>
        views.plain(deskLocale, 'thread-not-carried-to-client'),
      ),
      'copy-failed': words('thread-copy-failed'),
      'client-blocked': words('thread-client-blocked'),
      'client-returned': words('thread-client-returned'),
      outsider: words('thread-outsider'),
      'unknown-command': words('thread-unknown-command'),
      'notice-in-thread': inThread(async (about, message) => {
        const staffId = message.args['staffId'];
        const person =
          typeof staffId === 'number' ? (await audience.employees([staffId])).get(staffId) : null;
        return views.noticeInThread(
          message.args['kind'] as NoticeKind,
          about,
          person ?? null,
          clock.now(),
        );
      }),
    };
  }

  async function aboutThread({
    messages: [message],
  }: MessageJob): Promise<DialogNotice | undefined> {
    if (!message) return undefined;
    const { id } = parseDestination(message.destination);
    return (await audience.dialogNotices([id])).get(id);
  }

  /** The employee's message that the word is about, if it stands in the same chat. */
  async function repliedIn(
    { place }: MessageJob,
    message: QueuedMessage,
  ): Promise<number | undefined> {
    if (typeof message.args['replyTo'] === 'number') return message.args['replyTo'];
    const id = message.args['messageId'];
    if (typeof id !== 'number') return undefined;
    const kept = (await messages.list([id])).get(id);
    return kept?.chatId === place.chatId ? kept.messageId : undefined;
  }

  function clientWords(): Record<string, MessagePort> {
    const toClient = (say: (locale: Locale, message: QueuedMessage) => Promise<Saying> | Saying) =>
      speechPort(async ({ messages: [message] }) => {
        if (!message) return { drop: 'nothing to say' };
        const { id } = parseDestination(message.destination);
        return say((await audience.clientLocales([id])).get(id) ?? 'ru', message);
      });
    return {
      'not-carried': toClient((locale) => views.plain(locale, 'client-not-carried')),
      'words-kept': toClient((locale) => views.plain(locale, 'client-words-kept')),
      // Answers go first to the same client: whether one was delivered is known by now.
      'rating-request': toClient(async (locale, message) => {
        const dialogId = numberOf(message, 'dialogId');
        const dialog = (await audience.dialogNotices([dialogId])).get(dialogId);
        if (!dialog?.closed) return { drop: 'the dialog is open again' };
        if (dialog.answersDelivered === 0) return { drop: 'no answer was delivered' };
        return dialog.rating === null
          ? views.ratingRequest(locale, dialogId)
          : { drop: 'rated already' };
      }),
    };
  }

  function staffWords(): Record<string, MessagePort> {
    const say = async ({ messages: [message] }: MessageJob): Promise<Saying> => {
      const dialogId = numberOf(message, 'dialogId');
      const staffId = numberOf(message, 'staffId');
      const about = (await audience.dialogNotices([dialogId])).get(dialogId);
      const person = (await audience.employees([staffId])).get(staffId);
      if (!about || !person) return { drop: 'there is no such dialog or employee' };
      return views.notice(person.locale, message?.args['kind'] as NoticeKind, about, clock.now());
    };
    return { notice: speechPort(say, sayInThreadInstead) };
  }

  /** Somebody who never opened a chat with the bot is called in the thread. */
  async function sayInThreadInstead(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    const missed = settled.filter(({ settlement }) => settlement.status === 'failed');
    const instead = missed.map(
      ({ message }): NewMessage => ({
        destination: threadOf(numberOf(message, 'dialogId')),
        name: 'notice-in-thread',
        args: message.args,
      }),
    );
    await outbox.enqueue(tx, instead, systemCause('delivery'));
  }
}

function callPort(
  call: (job: MessageJob) => ApiCall | null | Promise<ApiCall | null>,
): MessagePort {
  return {
    render: (jobs) =>
      Promise.all(
        jobs.map(async (job) => {
          const made = await call(job);
          return made
            ? { status: 'calls', calls: [made] }
            : { status: 'drop', reason: 'it stands elsewhere now' };
        }),
      ),
  };
}

function numberOf(message: QueuedMessage | undefined, name: string): number {
  return Number(message?.args[name]);
}
