// May the bot do this here? Each refusal in the words of the real server (BOTAPI.md §3.1).
import type { ChatPermissions } from '@grammyjs/types';
import { badRequest, forbidden, upgradedTo } from '../bot-api/refusal.ts';
import { type ChatState, isGroup, kindInWords } from './chat.ts';
import { hasRight, isAdmin, isInside, memberOf, type Right } from './members.ts';
import { findChat, type World } from './world.ts';

/** A chat the bot may look into. @throws Refusal */
export function readableChat(world: World, chatId: number | string | undefined): ChatState {
  const chat = findChat(world, chatId);
  if (chat.kind !== 'private') assertReachable(world, chat);
  return chat;
}

/** A chat the bot may write in. @throws Refusal */
export function writableChat(
  world: World,
  chatId: number | string | undefined,
  permission: keyof ChatPermissions = 'can_send_messages',
): ChatState {
  const chat = readableChat(world, chatId);
  if (chat.kind === 'private') assertWritesToPerson(world, chat);
  else if (chat.kind === 'channel') assertChannelRights(world, chat);
  else assertPermitted(world, chat, permission);
  return chat;
}

function assertReachable(world: World, chat: ChatState): void {
  if (chat.migratedTo !== undefined) throw upgradedTo(chat.migratedTo);
  if (chat.deleted) throw forbidden('the group chat was deleted');
  if (isInside(chat, world.bot.id)) return;
  const wasKicked = memberOf(chat, world.bot.id).status === 'kicked';
  const words = wasKicked ? 'bot was kicked from' : 'bot is not a member of';
  throw forbidden(`${words} the ${kindInWords(chat)}`);
}

function assertWritesToPerson(world: World, chat: ChatState): void {
  const account = world.accounts.get(chat.id);
  if (!account) throw badRequest('chat not found');
  if (account.isBot) throw forbidden("the bot can't send messages to the bot");
  if (account.deactivated) throw forbidden('user is deactivated');
  if (account.blocked) throw forbidden('bot was blocked by the user');
  if (!account.started && account.heardUntil <= world.seconds())
    throw forbidden("bot can't initiate conversation with a user");
}

function assertChannelRights(world: World, chat: ChatState): void {
  if (!isAdmin(chat, world.bot.id)) {
    throw badRequest('need administrator rights in the channel chat');
  }
  if (!hasRight(chat, world.bot.id, 'can_post_messages')) {
    throw badRequest('not enough rights to send text messages to the chat');
  }
}

const inWords: Partial<Record<keyof ChatPermissions, string>> = {
  can_send_messages: 'text messages',
  can_send_photos: 'photos',
  can_send_documents: 'documents',
  can_send_voice_notes: 'voice notes',
  can_send_videos: 'videos',
  can_send_audios: 'audios',
  can_send_video_notes: 'video notes',
  can_send_other_messages: 'stickers',
};

function assertPermitted(world: World, chat: ChatState, permission: keyof ChatPermissions): void {
  const { status, permissions } = memberOf(chat, world.bot.id);
  if (status !== 'restricted' || permissions[permission] !== false) return;
  throw badRequest(`not enough rights to send ${inWords[permission] ?? 'messages'} to the chat`);
}

/** @throws Refusal 400 `not enough rights …`; `what` ends the sentence. */
export function assertRight(world: World, chat: ChatState, right: Right, what = ''): void {
  if (chat.kind === 'private' || hasRight(chat, world.bot.id, right)) return;
  throw badRequest(`not enough rights${what && ` ${what}`}`);
}

/**
 * The topic a message goes into. General has no thread id: 1 is refused as an unknown thread is.
 * @throws Refusal 400 `message thread not found`, `TOPIC_CLOSED`
 */
export function assertThread(world: World, chat: ChatState, threadId: number | undefined): void {
  if (threadId === undefined) return;
  const topic = chat.topics.get(threadId);
  const isComments = isGroup(chat) && !chat.isForum && chat.messages.has(threadId);
  if (!topic && !isComments) throw badRequest('message thread not found');
  if (topic?.closed && !hasRight(chat, world.bot.id, 'can_manage_topics')) {
    throw badRequest('TOPIC_CLOSED');
  }
}
