// How a message comes into a chat, changes and goes, and what of it the bot gets to know.
import type {
  InlineKeyboardMarkup,
  KeyboardButton,
  Message,
  TextQuote,
  User,
} from '@grammyjs/types';
import { serviceAccounts, userOf } from './account.ts';
import { deliverBusiness } from './business.ts';
import type { ChatState, Stored } from './chat.ts';
import { chatOf } from './chat-object.ts';
import type { Whisper } from './ephemeral.ts';
import { isBotAdmin, isBotInside, memberOf } from './members.ts';
import type { UpdateContent } from './update-queue.ts';
import type { World } from './world.ts';

/** What of a message is said by whoever sends it; the rest follows from the chat and the moment. */
export type Draft = {
  readonly from?: User;
  readonly senderChat?: ChatState;
  /** The bot that has written it in `from`'s name. */
  readonly byBot?: User;
  readonly content: Partial<Message>;
  readonly threadId?: number;
  /** The message is the first of a new topic, whose id is its own. */
  readonly opensTopic?: boolean;
  /** The message in the same chat that this one answers. */
  readonly replyTo?: number;
  /** The words of that message it is about. */
  readonly quote?: TextQuote;
  readonly markup?: InlineKeyboardMarkup;
  readonly keyboard?: readonly (readonly KeyboardButton[])[] | 'removed';
  readonly protectedContent?: boolean;
  /** One person alone sees it. */
  readonly whisper?: Whisper;
};

/** Puts a message into the chat. The bot hears of it only through `deliver`. */
export function post(world: World, chat: ChatState, draft: Draft): Stored {
  const messageId = draft.whisper ? 0 : world.nextMessageId(chat);
  const message: Message = {
    message_id: messageId,
    ...(draft.from ? { from: draft.from } : {}),
    ...(draft.senderChat ? { sender_chat: chatOf(world, draft.senderChat) } : {}),
    ...(draft.byBot ? { sender_business_bot: draft.byBot } : {}),
    chat: chatOf(world, chat),
    date: world.seconds(),
    ...tagOf(chat, draft),
    ...placeOf(chat, draft, messageId),
    ...(draft.quote ? { quote: draft.quote } : {}),
    ...whisperedTo(world, chat, draft.whisper),
    ...draft.content,
    ...(draft.markup ? { reply_markup: draft.markup } : {}),
    ...(draft.protectedContent ? { has_protected_content: true } : {}),
  };
  const stored: Stored = {
    message,
    deleted: false,
    reactions: new Map(),
    protectedContent: draft.protectedContent ?? false,
    ...(draft.keyboard ? { keyboard: draft.keyboard } : {}),
  };
  if (draft.whisper) keepWhisper(world, chat, stored, draft.whisper);
  else chat.messages.set(messageId, stored);
  tellOf(world, stored);
  return stored;
}

function whisperedTo(world: World, chat: ChatState, whisper?: Whisper): Partial<Message> {
  const receiver = whisper && world.accounts.get(whisper.receiverId);
  if (!receiver) return {};
  return { receiver_user: userOf(receiver), ephemeral_message_id: chat.ephemeral.size + 1 };
}

function keepWhisper(world: World, chat: ChatState, stored: Stored, whisper: Whisper): void {
  const { receiverId, replaces } = whisper;
  chat.ephemeral.set(chat.ephemeral.size + 1, {
    stored,
    after: chat.lastMessageId,
    ...(replaces === undefined ? {} : { replaces }),
    at: world.now().getTime(),
    arrived: world.accounts.get(receiverId)?.seesEphemeral ?? false,
  });
}

function tagOf(chat: ChatState, { from, senderChat }: Draft): Partial<Message> {
  if (chat.kind !== 'supergroup' || !from || senderChat) return {};
  const { tag } = memberOf(chat, from.id);
  return tag === undefined ? {} : { sender_tag: tag };
}

/**
 * Thread and reply of a message. In a topic a message that answers nothing carries the topic's first
 * service message as `reply_to_message`, as the real server sends it, and a comment of a post that post's
 * copy. In a plain supergroup, and in General, an answer carries the id of its thread's first message
 * without being a topic's.
 */
function placeOf(chat: ChatState, draft: Draft, messageId: number): Partial<Message> {
  const answered = draft.replyTo === undefined ? undefined : chat.messages.get(draft.replyTo);
  const topicId = draft.opensTopic ? messageId : draft.threadId;
  const isTopic = topicId !== undefined && chat.isForum;
  const root = topicId === undefined ? undefined : chat.messages.get(topicId);
  const reply = answered ?? root;
  const thread =
    topicId ??
    (answered && chat.kind === 'supergroup'
      ? (answered.message.message_thread_id ?? answered.message.message_id)
      : undefined);
  return {
    ...(thread === undefined ? {} : { message_thread_id: thread }),
    ...(isTopic ? { is_topic_message: true } : {}),
    ...(reply ? { reply_to_message: asReply(reply.message) } : {}),
  };
}

/** A message inside another one carries no further reply. */
function asReply(message: Message): NonNullable<Message['reply_to_message']> {
  const { reply_to_message: _, ...rest } = message;
  return rest as NonNullable<Message['reply_to_message']>;
}

/** Lets the bot know, if it is one to know; `force` lets it know whatever the rules say. */
export function deliver(world: World, chat: ChatState, stored: Stored, force = false): void {
  if (chat.business) deliverBusiness(world, chat, stored, 'business_message');
  if (chat.business || (!force && !canBotSee(world, chat, stored))) return;
  meet(world, stored.message);
  const { message } = stored;
  const content = chat.kind === 'channel' ? { channel_post: message } : { message };
  world.updates.push(content as UpdateContent);
}

/** Lets the bot know of a message's new form, if it is one to know. */
export function deliverEdit(world: World, chat: ChatState, stored: Stored): void {
  if (chat.business) deliverBusiness(world, chat, stored, 'edited_business_message');
  if (chat.business || !canBotSee(world, chat, stored)) return;
  const { message } = stored;
  const content =
    chat.kind === 'channel' ? { edited_channel_post: message } : { edited_message: message };
  world.updates.push(content as UpdateContent);
}

function meet(world: World, message: Message): void {
  for (const user of [message.from, ...(message.new_chat_members ?? [])]) {
    const account = user && world.accounts.get(user.id);
    if (account) account.met = true;
  }
}

const masks: readonly number[] = Object.values(serviceAccounts).map((account) => account.id);

/**
 * Bots see neither what other bots write nor their own messages, but do see their own service
 * messages; with privacy mode on and no admin rights only what is addressed to them.
 */
function canBotSee(world: World, chat: ChatState, { message }: Stored): boolean {
  if (!isBotInside(world, chat)) return false;
  if (isService(message)) return true;
  if (message.from?.is_bot && !masks.includes(message.from.id)) return false;
  if (chat.kind === 'private' || chat.kind === 'channel') return true;
  return (
    world.settings.canReadAllGroupMessages ||
    isBotAdmin(world, chat) ||
    isAddressedToBot(world, message)
  );
}

function isAddressedToBot(world: World, message: Message): boolean {
  const entities = message.entities ?? [];
  return (
    message.reply_to_message?.from?.id === world.bot.id ||
    entities.some(({ type }) => type === 'bot_command') ||
    (message.text ?? message.caption ?? '').includes(`@${world.bot.username}`)
  );
}

const serviceKeys = [
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'pinned_message',
  'new_chat_members',
  'left_chat_member',
  'new_chat_title',
  'new_chat_photo',
  'delete_chat_photo',
  'group_chat_created',
  'supergroup_chat_created',
  'migrate_to_chat_id',
  'chat_shared',
  'users_shared',
  'migrate_from_chat_id',
] as const satisfies readonly (keyof Message)[];

export type ServiceKind = (typeof serviceKeys)[number];

/** Which kind of service message this is; null for what somebody said. */
export function serviceKindOf(message: Message): ServiceKind | null {
  return serviceKeys.find((key) => message[key] !== undefined) ?? null;
}

/** Whether nobody said it: Telegram notes that something was done. */
export function isService(message: Message): boolean {
  return serviceKindOf(message) !== null;
}

/** The message with this id, unless it was deleted. */
export function findMessage(chat: ChatState, messageId: number | undefined): Stored | undefined {
  const stored = messageId === undefined ? undefined : chat.messages.get(messageId);
  return stored?.deleted ? undefined : stored;
}

/** Replaces the message by its new form; updates already queued keep the old one. */
export function rewrite(world: World, stored: Stored, change: Partial<Message>): void {
  const next: Message = { ...stored.message, ...change };
  if (next.reply_markup === undefined) delete next.reply_markup;
  stored.message = next;
  tellOf(world, stored);
}

/** Deletes and unpins a message; only a business account tells the bot, as the real server does. */
export function remove(world: World, chat: ChatState, stored: Stored): void {
  stored.deleted = true;
  chat.pinned = chat.pinned.filter((id) => id !== stored.message.message_id);
  if (chat.business) deliverBusiness(world, chat, stored, 'deleted_business_messages');
  tellOf(world, stored);
}

/** Tells who watches that this message can be seen anew. */
export function tellOf(world: World, { message }: Stored): void {
  const threadId = message.message_thread_id;
  world.changes.tell({
    what: 'message',
    chatId: message.chat.id,
    ...(threadId === undefined ? {} : { threadId }),
  });
}
