// What differs between the chats that serve as desks. Everything else in the program knows a desk's
// threads and cards through this one interface.

import type { Destination, Thread } from '../../platform/outbox/index.ts';
import type { DeskNeed } from '../needs.ts';

/** How Telegram marks where in a chat a message stands. */
export interface ThreadMark {
  /** `message_thread_id`. */
  readonly threadId: number | null;
  /** `is_topic_message`: elsewhere such a number only means a chain of replies. */
  readonly inTopic: boolean;
}

export interface DeskKind {
  /** Which thread of the desk a message stands in; null: none. */
  threadIdOf(mark: ThreadMark): number | null;
  /** How a message gets into a thread. */
  threadAt(threadId: number): Thread;
  /** The way to a thread of a private chat, for those who are in it. */
  threadUrl(chatId: number, threadId: number): string;
  /** The way to a message in a thread. */
  messageUrl(chatId: number, threadId: number, messageId: number): string;
  /** Where the card of a dialog stands: in its thread, or elsewhere; then the thread shows its buttons too. */
  cardPlace(dialogId: number): Destination;
  readonly cardInThread: boolean;
  /** Without these a desk at work stands still; without the other needs it goes on. */
  readonly vital: readonly DeskNeed[];
  /** Threads are topics: they are made by themselves, have a name and an icon, and keep the card pinned. */
  readonly hasTopics: boolean;
}

/** The way to a message of a private group, whatever became of its thread. */
export function looseUrl(chatId: number, messageId: number): string {
  return `https://t.me/c/${chatInLinks(chatId)}/${messageId}`;
}

/** The number of a private chat as links have it (core.telegram.org/api/links, «t.me/c»). */
export function chatInLinks(chatId: number): string {
  return String(chatId).replace(/^-100/, '');
}
