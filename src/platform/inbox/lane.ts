// Which updates must keep their order: those of one business connection, chat and thread.

import type { Update } from 'grammy/types';

export interface Lane {
  readonly key: string;
  /** A person waits: for the answer to a press (Telegram forgets it after 150 s) or to what they type (30 s). */
  readonly urgent: boolean;
}

export interface ChatMessage {
  readonly chatId: number;
  readonly messageId: number;
}

/** The threads of messages, by {@link placeKey}. */
export type Threads = ReadonlyMap<string, number>;

/** The key of a message: its number alone means something only in its chat. */
export function placeKey({ chatId, messageId }: ChatMessage): string {
  return `${chatId}/${messageId}`;
}

/**
 * The message of a press of which Telegram tells no more than its number (it calls it inaccessible, and
 * dates it 0): if it stands in a forum, its thread has to be found out. None for other updates.
 */
export function unplaced({ callback_query: press }: Update): readonly ChatMessage[] {
  const message = press?.message;
  if (message?.date !== 0 || message.chat.type === 'private') return [];
  return [{ chatId: message.chat.id, messageId: message.message_id }];
}

/** The lane of an update; `threads` knows those of the messages that are {@link unplaced}. */
export function laneOf(update: Update, threads: Threads = new Map()): Lane {
  const press = update.callback_query;
  if (press) return { key: pressLane(update, threads) ?? `user/${press.from.id}`, urgent: true };
  const asked = update.inline_query;
  // Telegram waits for its answer half a minute, and who types sees nothing until then.
  if (asked) return { key: `user/${asked.from.id}`, urgent: true };
  const message =
    update.message ??
    update.edited_message ??
    update.channel_post ??
    update.edited_channel_post ??
    update.business_message ??
    update.edited_business_message ??
    update.deleted_business_messages;
  return { key: messageLane(message) ?? chatLane(update), urgent: false };
}

interface InAChat {
  readonly chat: { readonly id: number };
  readonly message_thread_id?: number;
  readonly is_topic_message?: boolean;
  readonly business_connection_id?: string;
}

function pressLane(update: Update, threads: Threads): string | null {
  const [message] = unplaced(update);
  const thread = message && threads.get(placeKey(message));
  if (message && thread !== undefined) return laneKey(message.chatId, thread);
  return messageLane(update.callback_query?.message);
}

function messageLane(message: object | undefined): string | null {
  if (!message || !('chat' in message)) return null;
  const { chat, message_thread_id, is_topic_message, business_connection_id } = message as InAChat;
  // Outside forums message_thread_id is only a chain of replies.
  const thread = is_topic_message ? (message_thread_id ?? 0) : 0;
  return laneKey(chat.id, thread, business_connection_id);
}

function laneKey(chatId: number, thread: number, connection = ''): string {
  return [connection, chatId, thread].join('/');
}

function chatLane(update: Update): string {
  const member = update.my_chat_member ?? update.chat_member ?? update.chat_join_request;
  const reaction = update.message_reaction ?? update.message_reaction_count;
  const chat = (member ?? reaction)?.chat;
  if (chat) return laneKey(chat.id, 0);
  if (update.business_connection) return laneKey(update.business_connection.user_chat_id, 0);
  return 'rest';
}
