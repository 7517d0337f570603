// An action of the control API: what it takes, and what it does to the world.
import { z } from 'zod';
import type { Account } from '../world/account.ts';
import type { ChatState, Stored } from '../world/chat.ts';
import { findShown } from '../world/ephemeral.ts';
import { isInside } from '../world/members.ts';
import { privateChatOf, type World } from '../world/world.ts';

export type Action<Input extends z.ZodType, Output> = {
  readonly input: Input;
  run(world: World, args: z.output<Input>): Output | Promise<Output>;
};

/** An action whose input is checked by its schema before it runs. */
export function action<Input extends z.ZodType, Output>(
  input: Input,
  run: (world: World, args: z.output<Input>) => Output | Promise<Output>,
): Action<Input, Output> {
  return { input, run };
}

/** An action that makes no sense now; its words go to whoever called, as a test's failure. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
}

/** An account by id, or the bot under test by this word. */
export const accountId = z.union([z.int(), z.literal('bot')]);
export type AccountId = z.infer<typeof accountId>;

/** @throws ControlError where there is no such account */
export function getAccount(world: World, id: AccountId): Account {
  const account = id === 'bot' ? world.bot : world.accounts.get(id);
  if (!account) throw new ControlError(`there is no account ${id}`);
  return account;
}

/** A chat by id; without one, the person's private chat with the bot. */
export function getChat(world: World, chatId: number | undefined, person: Account): ChatState {
  if (chatId === undefined || chatId === person.id) return privateChatOf(world, person);
  return getGroup(world, chatId);
}

/**
 * Any chat by its id, deleted ones too.
 * @throws ControlError where there is none
 */
export function getGroup(world: World, chatId: number): ChatState {
  const chat = world.chats.get(chatId);
  if (!chat) throw new ControlError(`there is no chat ${chatId}`);
  return chat;
}

/** The chat, if this person can be active in it now. */
export function getOwnChat(world: World, chatId: number | undefined, person: Account): ChatState {
  const chat = getChat(world, chatId, person);
  if (chat.deleted) throw new ControlError(`the chat «${chat.title}» was deleted`);
  if (chat.migratedTo !== undefined) {
    throw new ControlError(`the chat «${chat.title}» was upgraded to ${chat.migratedTo}`);
  }
  if (!isInside(chat, person.id)) {
    throw new ControlError(`${person.firstName} is not in the chat «${chat.title}»`);
  }
  return chat;
}

/** @throws ControlError where there is no such message, or it was deleted */
export function getMessage(chat: ChatState, messageId: number): Stored {
  const stored = findShown(chat, messageId);
  if (!stored) throw new ControlError(`there is no message ${messageId} in «${chat.title}»`);
  return stored;
}
