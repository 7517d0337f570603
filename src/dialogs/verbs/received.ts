// What follows from a client's message: its row, its events, what is said in the thread and to the
// client. Pure; the verb gathers it and writes it.

import type { MetAddress } from '../../clients/index.ts';
import type { Cause } from '../../platform/cause.ts';
import type { NewEvent } from '../../platform/events.ts';
import type { Locale } from '../../platform/i18n.ts';
import { destination, type NewMessage } from '../../platform/outbox/index.ts';
import { withoutTags } from '../content/harmless.ts';
import { isClosedToStaff, kindNameOf } from '../content/told.ts';
import { type Content, wordsOf } from '../content.ts';
import type { Dialog, Received, Said } from '../dialog.ts';
import { type DialogChange, threadOf } from '../dialog-writer.ts';
import type { MessageAddress, NewDialogMessage, Purpose } from '../message.ts';
import { together } from './album.ts';

export interface ReceivedMessage {
  readonly cause: Cause;
  readonly channel: string;
  readonly person: {
    readonly externalId: string;
    readonly name: string;
    readonly username: string | null;
    readonly locale: Locale;
  };
  readonly at: MessageAddress;
  /** When the client said it, by the channel's clock. */
  readonly saidAt: Date;
  readonly content: Content;
  readonly mediaGroupId: string | null;
  readonly replyTo: MessageAddress | null;
}

/** One message of one client on its way through the verb. */
export interface Step {
  readonly message: ReceivedMessage;
  readonly address: MetAddress;
  readonly said: Said;
  /** It completes an album that was answered or closed over before it came. */
  readonly answered: boolean;
  readonly received: Received;
  readonly before: Dialog | null;
  readonly dialog: Dialog;
  /** When it was said, by our clock. */
  readonly askedAt: Date;
}

const DAY_MS = 86_400_000;

/**
 * When a client said something, as the clocks of answers count it: the channel's word for it, unless
 * that lies ahead or further back than Telegram keeps updates (24 hours).
 */
export function askedAt({ saidAt }: ReceivedMessage, now: Date): Date {
  const age = now.getTime() - saidAt.getTime();
  return age >= 0 && age <= DAY_MS ? saidAt : now;
}

/** What the client's message is for; thanks that open a dialog are a question. */
function purposeOf({ said, received }: Pick<Step, 'said' | 'received'>): Purpose {
  if (received.status === 'rating-words') return 'rating-words';
  return said === 'thanks' && received.status !== 'new' ? 'thanks' : 'question';
}

/** The message as it is kept; `replyToId` is of the same dialog. */
export function toRow(step: Step, replyToId: number | null): NewDialogMessage {
  const { message, dialog } = step;
  return {
    dialogId: dialog.id,
    author: 'client',
    staffId: null,
    purpose: purposeOf(step),
    chatId: message.at.chatId,
    messageId: message.at.messageId,
    content: message.content,
    mediaGroupId: message.mediaGroupId,
    replyToId,
    receivedAt: step.askedAt,
    ...(step.answered ? { answeredAt: step.askedAt } : {}),
    delivery: null,
  };
}

/** What became of the dialog. */
export function toChange({ before, dialog, received, message }: Step): DialogChange {
  if (received.status !== 'rating-words') return { before, after: dialog };
  return { before, after: { ...dialog, ratingWords: wordsOf(message.content) } };
}

/** Whether it opened a dialog: a new one, or a closed one again. */
export function openedBy(received: Received): 'new' | 'again' | 'no' {
  if (received.status === 'new') return 'new';
  return received.status === 'continued' && received.reopened ? 'again' : 'no';
}

const EVENTS: Record<Extract<Purpose, 'question' | 'thanks' | 'rating-words'>, string> = {
  question: 'asked',
  thanks: 'thanked',
  'rating-words': 'rating-words',
};

/** An album is one event, however many parts it has. */
export function eventsOf(step: Step, messageId: number): NewEvent[] {
  const { received, dialog, said, address, message } = step;
  if (said === 'album-part') return [];
  const by = {
    subject: 'dialog',
    subjectId: dialog.id,
    actor: 'client',
    actorId: address.clientId,
    cause: message.cause,
  } as const;
  const opened = openedBy(received);
  const opening: NewEvent[] =
    opened === 'no' ? [] : [{ ...by, type: opened === 'new' ? 'opened' : 'reopened' }];
  const type = EVENTS[purposeOf(step) as keyof typeof EVENTS];
  return [...opening, { ...by, type, data: { messageId } }];
}

/**
 * What is said in the thread, and to the client where their message was not carried or belongs to a
 * rating.
 */
export function sayingsOf(
  { message, received, dialog, address }: Step,
  messageId: number,
  now: Date,
): NewMessage[] {
  const toClient = destination('client', address.addressId);
  const replies: NewMessage[] = [];
  if (isClosedToStaff(message.content)) {
    const args = { kind: kindNameOf(message.content), replyTo: message.at.messageId };
    replies.push({ destination: toClient, name: 'not-carried', args });
  }
  if (received.status === 'rating-words')
    replies.push({ destination: toClient, name: 'words-kept', args: {} });
  const units = received.status === 'rating-words' ? null : plainLength(message);
  const said: NewMessage = {
    destination: threadOf(dialog.id),
    name: 'client-said',
    args: { messageId, units },
    ...together('album', message.mediaGroupId, now),
  };
  return [said, ...replies].map((one) => ({ ...one, cause: message.cause }));
}

/**
 * How long a text is in the thread, in UTF-16 units. Only plain words leave together with others: null
 * for a reply, a picture, what was forwarded.
 */
function plainLength({ content, replyTo }: ReceivedMessage): number | null {
  if (content.kind !== 'text' || replyTo !== null) return null;
  if (content.origin || content.answered || content.quote || content.preview) return null;
  return withoutTags(content).text.length;
}
