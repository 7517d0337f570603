// Which updates must keep their order: those of one business connection, chat and thread.

import type { Update } from 'grammy/types';

export interface Lane {
  readonly key: string;
  /** A person waits with a finger on the button (and Telegram forgets presses after 150 s). */
  readonly urgent: boolean;
}

export function laneOf(update: Update): Lane {
  const press = update.callback_query;
  if (press) return { key: messageLane(press.message) ?? `user/${press.from.id}`, urgent: true };
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

function messageLane(message: object | undefined): string | null {
  if (!message || !('chat' in message)) return null;
  const { chat, message_thread_id, is_topic_message, business_connection_id } = message as InAChat;
  // Outside forums message_thread_id is only a chain of replies.
  const thread = is_topic_message ? (message_thread_id ?? 0) : 0;
  return [business_connection_id ?? '', chat.id, thread].join('/');
}

function chatLane(update: Update): string {
  const member = update.my_chat_member ?? update.chat_member ?? update.chat_join_request;
  const reaction = update.message_reaction ?? update.message_reaction_count;
  const chat = (member ?? reaction)?.chat;
  if (chat) return `/${chat.id}/0`;
  if (update.business_connection) return `/${update.business_connection.user_chat_id}/0`;
  return update.inline_query ? `user/${update.inline_query.from.id}` : 'rest';
}
