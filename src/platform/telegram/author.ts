// Who really wrote a message. Rights belong to people, and Telegram shows several others as authors.

import type { Message, User } from 'grammy/types';

export type Author =
  | { readonly kind: 'person'; readonly user: User }
  /** An administrator of a group with «Remain anonymous»: nobody can say which. */
  | { readonly kind: 'anonymous-admin' }
  /** A channel or another chat that writes here, or what Telegram copies from a linked channel. */
  | { readonly kind: 'channel' }
  /** Telegram's own account. */
  | { readonly kind: 'telegram' }
  | { readonly kind: 'bot'; readonly user: User }
  | { readonly kind: 'nobody' };

/** Stand-ins that Telegram puts into `from` (core.telegram.org/bots/api#message, «sender_chat»). */
const GROUP_ANONYMOUS_BOT = 1087968824;
const CHANNEL_BOT = 136817688;
const TELEGRAM = 777000;

/** Whether an id belongs to one of Telegram's stand-ins, which are nobody in particular. */
export function isStandIn(userId: number): boolean {
  return [GROUP_ANONYMOUS_BOT, CHANNEL_BOT, TELEGRAM].includes(userId);
}

export type Authored = Pick<Message, 'from' | 'sender_chat' | 'is_automatic_forward' | 'chat'>;

/** Never a person where Telegram shows a stand-in: rights are asked of `person` alone. */
export function authorOf({ from, sender_chat, is_automatic_forward, chat }: Authored): Author {
  if (from?.id === GROUP_ANONYMOUS_BOT || sender_chat?.id === chat.id) {
    return { kind: 'anonymous-admin' };
  }
  if (sender_chat || is_automatic_forward || from?.id === CHANNEL_BOT) return { kind: 'channel' };
  if (!from) return { kind: 'nobody' };
  if (from.id === TELEGRAM) return { kind: 'telegram' };
  return from.is_bot ? { kind: 'bot', user: from } : { kind: 'person', user: from };
}

/** A person's name as Telegram shows it; not cleaned. */
export function fullName({
  first_name,
  last_name,
}: Pick<User, 'first_name' | 'last_name'>): string {
  return [first_name, last_name].filter(Boolean).join(' ');
}

/**
 * The message somebody replied to on purpose. In a topic every message «replies» to the service message
 * that made the topic; that one does not count.
 */
export function repliedTo(message: Message): Message | null {
  const { reply_to_message: target, message_thread_id, is_topic_message } = message;
  if (!target || target.forum_topic_created) return null;
  // Elsewhere a thread is a chain of replies, and its id that of a message like any other.
  const isFirst = target.message_id === message_thread_id;
  // A comment «replies» to the copy of the post it stands under.
  return isFirst && (is_topic_message || target.is_automatic_forward) ? null : target;
}
