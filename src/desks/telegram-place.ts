// What a message or an update of Telegram says about chats and about the bot's place in them.

import type { Chat, ChatMember, Message } from 'grammy/types';
import type { BotContext } from '../context.ts';
import type { Reader } from '../platform/outbox/words.ts';
import type { Membership } from './desk.ts';
import type { ThreadMark } from './kinds/kind.ts';
import { DESK_RIGHTS } from './needs.ts';
import type { DeskService } from './service.ts';

/** What the bot is in a chat, as a desk has to know it; an owner has every right. */
export function membershipOf(member: ChatMember): Membership {
  switch (member.status) {
    case 'creator':
      return { status: 'administrator', rights: DESK_RIGHTS };
    case 'administrator':
      return {
        status: 'administrator',
        rights: DESK_RIGHTS.filter((right) => member[right] === true),
      };
    case 'member':
      return { status: 'member' };
    case 'restricted':
      return { status: member.is_member ? 'member' : 'outside' };
    case 'left':
    case 'kicked':
      return { status: 'outside' };
  }
}

/** Whether the chat is a supergroup with topics turned on. */
export function isForum(chat: Chat): boolean {
  return chat.type === 'supergroup' && chat.is_forum === true;
}

/** Whether anybody can find the chat by its name and read what is written there. */
export function isPublic(chat: Chat): boolean {
  return chat.username !== undefined;
}

/** How Telegram marks where a message stands; a desk knows what that means. */
export function threadMarkOf(message: Message | undefined): ThreadMark {
  return {
    threadId: message?.message_thread_id ?? null,
    inTopic: message?.is_topic_message ?? false,
  };
}

/** Where to answer in this chat and in which language; null in a group that is no desk. */
export function createReaderOf(service: Pick<DeskService, 'readerAt'>) {
  return async function readerOf({ chat, from, msg, locale }: BotContext): Promise<Reader | null> {
    if (!chat) return null;
    const withPerson = chat.type === 'private' && from ? from.id : null;
    return service.readerAt({ chatId: chat.id, withPerson, mark: threadMarkOf(msg), locale });
  };
}
