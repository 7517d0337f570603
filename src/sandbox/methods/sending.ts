// What all sending methods share: the chat, the topic, the answered message, the keyboard.
import type {
  ChatPermissions,
  EphemeralMessageParameters,
  ForceReply,
  InlineKeyboardMarkup,
  KeyboardButton,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
  ReplyParameters,
} from '@grammyjs/types';
import { badRequest, notSimulated } from '../bot-api/refusal.ts';
import { assertThread, writableChat } from '../world/access.ts';
import { userOf } from '../world/account.ts';
import { writableBusinessChat } from '../world/business.ts';
import type { ChatState } from '../world/chat.ts';
import { whisperOf } from '../world/ephemeral.ts';
import { assertKeys } from '../world/keyboard.ts';
import { type Draft, findMessage } from '../world/messages.ts';
import type { World } from '../world/world.ts';

export type Markup =
  | InlineKeyboardMarkup
  | ReplyKeyboardMarkup
  | ReplyKeyboardRemove
  | ForceReply
  | undefined;

export type SendArgs = {
  readonly chat_id: number | string;
  readonly message_thread_id?: number;
  readonly reply_parameters?: ReplyParameters;
  readonly reply_to_message_id?: number;
  readonly reply_markup?: Markup;
  readonly protect_content?: boolean;
  readonly business_connection_id?: string;
  readonly direct_messages_topic_id?: number;
  readonly ephemeral_message_parameters?: EphemeralMessageParameters;
  readonly suggested_post_parameters?: object;
};

export type Addressed = { readonly chat: ChatState; readonly draft: Omit<Draft, 'content'> };

/** Everything about a message but what it says. @throws Refusal */
export function address(
  world: World,
  args: SendArgs,
  permission: keyof ChatPermissions = 'can_send_messages',
): Addressed {
  assertSimulated(args);
  const connection = args.business_connection_id;
  const chat =
    connection === undefined
      ? writableChat(world, args.chat_id, permission)
      : writableBusinessChat(world, connection, args.chat_id);
  assertThread(world, chat, args.message_thread_id);
  const whisper = whisperOf(world, chat, args);
  const replyTo = findReply(chat, args);
  const threadId = args.message_thread_id ?? topicOfReply(chat, replyTo);
  return {
    chat,
    draft: {
      ...authorIn(world, chat),
      ...(threadId === undefined ? {} : { threadId }),
      ...(replyTo === undefined ? {} : { replyTo, ...quoteOf(chat, replyTo, args) }),
      ...keyboards(chat, args.reply_markup),
      ...(args.protect_content ? { protectedContent: true } : {}),
      ...(whisper ? { whisper } : {}),
    },
  };
}

/** For a business account the bot writes in the owner's name. */
function authorIn(world: World, chat: ChatState): Pick<Draft, 'from' | 'senderChat' | 'byBot'> {
  if (chat.kind === 'channel') return { senderChat: chat };
  const owner = chat.business && world.accounts.get(chat.business.ownerId);
  return owner ? { from: userOf(owner), byBot: userOf(world.bot) } : { from: userOf(world.bot) };
}

function assertSimulated(args: SendArgs): void {
  const beyond = ['direct_messages_topic_id', 'suggested_post_parameters'] as const;
  const used = beyond.find((name) => args[name] !== undefined);
  if (used) throw notSimulated(`parameter ${used}`);
}

function findReply(chat: ChatState, args: SendArgs): number | undefined {
  const parameters = args.reply_parameters;
  if (parameters?.chat_id !== undefined && Number(parameters.chat_id) !== chat.id) {
    throw notSimulated('a reply to a message of another chat');
  }
  const messageId = parameters?.message_id ?? args.reply_to_message_id;
  if (messageId === undefined) return undefined;
  if (findMessage(chat, messageId)) return messageId;
  if (parameters?.allow_sending_without_reply) return undefined;
  throw badRequest('message to be replied not found');
}

/** Quoted words must stand in what is answered. */
function quoteOf(
  chat: ChatState,
  replyTo: number,
  { reply_parameters: parameters }: SendArgs,
): Pick<Draft, 'quote'> {
  const { quote, quote_entities: entities, quote_position: hint = 0 } = parameters ?? {};
  if (!quote) return {};
  const answered = findMessage(chat, replyTo)?.message;
  const places = placesOf(quote, answered?.text ?? answered?.caption ?? '');
  if (places.length === 0) throw badRequest('QUOTE_TEXT_INVALID');
  const position = places.reduce((best, at) =>
    Math.abs(at - hint) < Math.abs(best - hint) ? at : best,
  );
  const formatting = entities && entities.length > 0 ? { entities: [...entities] } : {};
  return { quote: { text: quote, position, ...formatting } };
}

function placesOf(part: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

/** An answer goes to the topic of what it answers. */
function topicOfReply(chat: ChatState, replyTo: number | undefined): number | undefined {
  if (!chat.isForum || replyTo === undefined) return undefined;
  const answered = findMessage(chat, replyTo)?.message;
  return answered?.is_topic_message ? answered.message_thread_id : undefined;
}

function keyboards(chat: ChatState, markup: Markup): Pick<Draft, 'markup' | 'keyboard'> {
  if (markup === undefined) return {};
  if ('inline_keyboard' in markup) {
    const checked = inlineKeyboard(markup);
    return checked ? { markup: checked } : {};
  }
  if ('keyboard' in markup) {
    assertSize(markup.keyboard, 300, 12);
    assertKeys(chat, markup.keyboard);
    return { keyboard: markup.keyboard };
  }
  return 'remove_keyboard' in markup ? { keyboard: 'removed' } : {};
}

/** The keyboard without its empty rows; undefined if nothing is left. @throws Refusal 400 */
export function inlineKeyboard(
  markup: InlineKeyboardMarkup | undefined,
): InlineKeyboardMarkup | undefined {
  const rows = (markup?.inline_keyboard ?? []).filter((row) => row.length > 0);
  assertSize(rows, 100, 8);
  if (rows.flat().some((button) => button.text.trim() === '')) {
    throw badRequest('sandbox: a button needs a text');
  }
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}

/** Markup longer than this many bytes of JSON is refused by the real server. */
const MAX_MARKUP_BYTES = 10_240;

function assertSize(
  rows: readonly (readonly (KeyboardButton | object)[])[],
  most: number,
  mostInRow: number,
): void {
  const isTooBig =
    rows.flat().length > most ||
    rows.some((row) => row.length > mostInRow) ||
    Buffer.byteLength(JSON.stringify(rows)) > MAX_MARKUP_BYTES;
  if (isTooBig) throw badRequest('reply markup is too long');
}
