// Changing and taking back what one person alone sees in a group.
import type { InlineKeyboardMarkup, Message } from '@grammyjs/types';
import { badRequest, notModified, notSimulated } from '../bot-api/refusal.ts';
import { formatText } from '../text/format.ts';
import { readableChat } from '../world/access.ts';
import type { Stored } from '../world/chat.ts';
import { mediaKindOf } from '../world/media.ts';
import { rewrite, tellOf } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { isSame, withoutEmpty } from './edits.ts';
import { captionOf } from './media.ts';
import { mediaInstead } from './media-edits.ts';
import type { MethodTable } from './method.ts';
import { inlineKeyboard } from './sending.ts';

export const ephemeralMethods = {
  editEphemeralMessageText(world, args) {
    const { text: raw } = args;
    if (raw === undefined) throw notSimulated('editing rich messages');
    const stored = find(world, args);
    if (stored.message.text === undefined) {
      throw badRequest('there is no text in the message to edit');
    }
    const { text, entities } = formatText({ ...args, text: raw });
    return change(world, stored, args.reply_markup, { text, entities: [...entities] });
  },

  editEphemeralMessageCaption(world, args) {
    const stored = find(world, args);
    if (mediaKindOf(stored.message) === null) {
      throw badRequest('there is no caption in the message to edit');
    }
    const { caption = '', caption_entities = [] } = captionOf(args);
    return change(world, stored, args.reply_markup, { caption, caption_entities });
  },

  editEphemeralMessageMedia(world, args) {
    const stored = find(world, args);
    return change(
      world,
      stored,
      args.reply_markup,
      mediaInstead(world, stored.message, args.media),
    );
  },

  editEphemeralMessageReplyMarkup: (world, args) =>
    change(world, find(world, args), args.reply_markup, {}),

  deleteEphemeralMessage(world, args) {
    const stored = find(world, args);
    stored.deleted = true;
    tellOf(world, stored);
    return true;
  },
} satisfies MethodTable;

type TargetArgs = {
  readonly chat_id: number | string;
  readonly receiver_user_id: number;
  readonly ephemeral_message_id: number;
};

/** One of the bot's own, by who has received it. */
function find(world: World, args: TargetArgs): Stored {
  const chat = readableChat(world, args.chat_id);
  const stored = chat.ephemeral.get(args.ephemeral_message_id)?.stored;
  const isOwn = stored?.message.from?.id === world.bot.id;
  const isTheirs = stored?.message.receiver_user?.id === args.receiver_user_id;
  if (!stored || stored.deleted || !isOwn || !isTheirs) {
    throw badRequest('ephemeral message not found');
  }
  return stored;
}

function change(
  world: World,
  stored: Stored,
  markup: InlineKeyboardMarkup | undefined,
  content: Partial<Message>,
): true {
  const reply_markup = inlineKeyboard(markup);
  const next = { ...content, reply_markup };
  const isUnchanged = Object.entries(next).every(([key, value]) =>
    isSame(value, stored.message[key as keyof Message]),
  );
  if (isUnchanged) throw notModified();
  const isWord = Object.keys(content).length > 0;
  const edited = isWord ? { edit_date: world.seconds() } : {};
  rewrite(world, stored, { ...withoutEmpty(content), ...edited, reply_markup });
  return true;
}
