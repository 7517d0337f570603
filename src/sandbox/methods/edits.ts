// Changing and taking back what was sent.
import type { InlineKeyboardMarkup, Message } from '@grammyjs/types';
import { badRequest, forbidden, notModified, notSimulated } from '../bot-api/refusal.ts';
import { formatText } from '../text/format.ts';
import { readableChat } from '../world/access.ts';
import { writableBusinessChat } from '../world/business.ts';
import type { ChatState, Stored } from '../world/chat.ts';
import { changeCopy } from '../world/discussion.ts';
import { mediaKindOf } from '../world/media.ts';
import { hasRight } from '../world/members.ts';
import { deliverEdit, findMessage, isService, remove, rewrite } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { captionOf } from './media.ts';
import type { MethodTable, Result } from './method.ts';
import { inlineKeyboard } from './sending.ts';

/** Beyond this age no bot deletes a message, not even as an administrator (td, MessagesManager 8345). */
const DELETABLE_SECONDS = 48 * 60 * 60;

export const editMethods = {
  editMessageText(world, args) {
    const { text: raw } = args;
    if (raw === undefined) throw notSimulated('editing rich messages');
    const target = findTarget(world, args);
    if (target.stored.message.text === undefined) {
      throw badRequest('there is no text in the message to edit');
    }
    const { text, entities } = formatText({ ...args, text: raw });
    return change<'editMessageText'>(world, target, args.reply_markup, {
      text,
      entities: [...entities],
    });
  },

  editMessageCaption(world, args) {
    const target = findTarget(world, args);
    const kind = mediaKindOf(target.stored.message);
    if (kind === null) throw badRequest('there is no caption in the message to edit');
    const { caption = '', caption_entities = [] } = captionOf(args);
    return change<'editMessageCaption'>(world, target, args.reply_markup, {
      caption,
      caption_entities,
    });
  },

  editMessageReplyMarkup(world, args) {
    return change<'editMessageReplyMarkup'>(world, findTarget(world, args), args.reply_markup, {});
  },

  deleteMessage(world, { chat_id, message_id }) {
    const chat = readableChat(world, chat_id);
    const stored = findMessage(chat, message_id);
    if (!stored) throw badRequest('message to delete not found');
    assertDeletable(world, chat, stored);
    remove(world, chat, stored);
    return true;
  },

  /** Unknown ones are skipped; one that may not be deleted fails the whole call. */
  deleteMessages(world, { chat_id, message_ids }) {
    const chat = readableChat(world, chat_id);
    const found = message_ids.flatMap((id) => findMessage(chat, id) ?? []);
    for (const stored of found) assertDeletable(world, chat, stored);
    for (const stored of found) remove(world, chat, stored);
    return true;
  },
} satisfies MethodTable;

export type TargetArgs = {
  readonly chat_id?: number | string;
  readonly message_id?: number;
  readonly inline_message_id?: string;
  readonly business_connection_id?: string;
};

type EditMethod =
  | 'editMessageText'
  | 'editMessageCaption'
  | 'editMessageMedia'
  | 'editMessageReplyMarkup';

export type Target = { readonly chat: ChatState; readonly stored: Stored };

/** The message to be changed, in a chat the bot may change it in. */
export function findTarget(world: World, args: TargetArgs): Target {
  if (args.inline_message_id !== undefined) throw notSimulated('parameter inline_message_id');
  const connection = args.business_connection_id;
  const chat =
    connection === undefined
      ? readableChat(world, args.chat_id)
      : writableBusinessChat(world, connection, args.chat_id);
  if (world.accounts.get(chat.id)?.blocked) throw forbidden('bot was blocked by the user');
  const stored = findMessage(chat, args.message_id);
  if (!stored) throw badRequest('message to edit not found');
  const { from, sender_business_bot } = stored.message;
  const isOwn = (sender_business_bot ?? from)?.id === world.bot.id || chat.kind === 'channel';
  if (!isOwn || isService(stored.message)) throw badRequest("message can't be edited");
  return { chat, stored };
}

/**
 * Applies an edit. A keyboard that is not given is taken away, as the real server does; only a change
 * of the content counts as an edit people can see.
 */
export function change<M extends EditMethod>(
  world: World,
  { chat, stored }: Target,
  markup: InlineKeyboardMarkup | undefined,
  content: Partial<Message>,
): Result<M> {
  const { message } = stored;
  const reply_markup = inlineKeyboard(markup);
  const isSameContent = Object.entries(content).every(([key, value]) =>
    isSame(value, message[key as keyof Message]),
  );
  if (isSameContent && isSame(reply_markup, message.reply_markup)) throw notModified();
  const edit_date = isSameContent ? (message.edit_date ?? world.seconds()) : world.seconds();
  const seen = isSameContent ? {} : { edit_date };
  rewrite(world, stored, { ...withoutEmpty(content), ...seen, reply_markup });
  if (chat.kind === 'channel') deliverEdit(world, chat, stored);
  if (chat.kind === 'channel' && !isSameContent) changeCopy(world, chat, stored);
  return { ...stored.message, edit_date } as Result<M>;
}

/** An empty list and an absent one are the same to the server. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(orNothing(a)) === JSON.stringify(orNothing(b));
}

function orNothing(value: unknown): unknown {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    ? null
    : value;
}

/** A change of a message that takes away what is empty. */
export function withoutEmpty(content: Partial<Message>): Partial<Message> {
  return Object.fromEntries(
    Object.entries(content).map(([key, value]) => [key, orNothing(value) ?? undefined]),
  );
}

function assertDeletable(world: World, chat: ChatState, { message }: Stored): void {
  const isOwn = message.from?.id === world.bot.id;
  const mayDeleteOthers =
    chat.kind === 'private' || hasRight(chat, world.bot.id, 'can_delete_messages');
  if (!isOwn && !mayDeleteOthers) throw badRequest("message can't be deleted");
  if (message.forum_topic_created) throw badRequest("message can't be deleted");
  if (world.seconds() - message.date >= DELETABLE_SECONDS) {
    throw badRequest("message can't be deleted for everyone");
  }
}
