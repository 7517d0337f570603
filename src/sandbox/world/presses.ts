// How a press of a button reaches the bot, and how the bot's answer reaches the person.
import type { CallbackQuery } from '@grammyjs/types';
import { type Account, userOf } from './account.ts';
import { asBusinessMessage } from './business.ts';
import type { ChatState, Stored } from './chat.ts';
import { chatOf } from './chat-object.ts';
import { findShown, viewIdOf } from './ephemeral.ts';
import { isBotInside } from './members.ts';
import type { Press } from './press.ts';
import { CALLBACK_LIFETIME_MS } from './update-queue.ts';
import type { World } from './world.ts';

/**
 * Sends the bot a callback query. The data need not stand on any button: a client program may send
 * what it likes, and the server passes it on (RELIABILITY.md §2).
 */
export function press(
  world: World,
  chat: ChatState,
  stored: Stored,
  by: Account,
  data: string,
): Press {
  const threadId = stored.message.message_thread_id;
  const made: Press = {
    queryId: `${by.id}0${world.nextNumber()}`,
    userId: by.id,
    chatId: chat.id,
    messageId: viewIdOf(stored),
    ...(threadId === undefined ? {} : { threadId }),
    data,
    at: world.now().toISOString(),
  };
  world.presses.set(made.queryId, made);
  deliverPress(world, made);
  return made;
}

/** Sends the same query (again): a client does so after it was offline, under a new update id. */
export function deliverPress(world: World, made: Press): void {
  const by = world.accounts.get(made.userId);
  const chat = world.chats.get(made.chatId);
  if (!by || !chat) throw new Error(`The press ${made.queryId} belongs to nobody`);
  if (!chat.business && !isBotInside(world, chat)) return;
  by.met = true;
  const callback_query: CallbackQuery = {
    id: made.queryId,
    from: userOf(by),
    message: messageOf(world, chat, made.messageId),
    chat_instance: String(chat.id),
    data: made.data,
  };
  world.updates.push({ callback_query });
}

/** A message that is gone meanwhile comes as an inaccessible one: its place and date 0. */
function messageOf(world: World, chat: ChatState, messageId: number): CallbackQuery['message'] {
  const stored = findShown(chat, messageId);
  if (stored) {
    return chat.business ? asBusinessMessage(world, chat, stored.message) : stored.message;
  }
  return { chat: chatOf(world, chat), message_id: Math.max(0, messageId), date: 0 };
}

/** The press that can still be answered: each once, and not later than its update would live. */
export function findUnanswered(world: World, queryId: string): Press | null {
  const made = world.presses.get(queryId);
  if (!made || made.answer) return null;
  const age = world.now().getTime() - new Date(made.at).getTime();
  return age < CALLBACK_LIFETIME_MS ? made : null;
}
