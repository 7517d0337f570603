// What people do with messages that are there: edit, take back, react.
import type { MessageEntity, ReactionType } from '@grammyjs/types';
import { z } from 'zod';
import { nothing } from '../methods/media-edits.ts';
import { withDetected } from '../text/detect.ts';
import { type Account, userOf } from '../world/account.ts';
import type { ChatState, Stored } from '../world/chat.ts';
import { chatOf } from '../world/chat-object.ts';
import { mediaKindOf } from '../world/media.ts';
import { hasRight, isAdmin } from '../world/members.ts';
import { deliverEdit, remove, rewrite, tellOf } from '../world/messages.ts';
import { pin, unpin } from '../world/pins.ts';
import type { World } from '../world/world.ts';
import { action, ControlError, getAccount, getMessage, getOwnChat } from './action.ts';
import { entities, file, mediaContent } from './content.ts';

/** Without a chat: in the private chat with the bot. */
const reference = z.object({ userId: z.int(), chatId: z.int().optional(), messageId: z.int() });

export const changingActions = {
  /** Changes an own text or caption, or puts another file in its place. */
  edit: action(
    reference.extend({
      text: z.string(),
      entities: entities.optional(),
      media: file.optional(),
    }),
    (world, { userId, chatId, messageId, text, media, entities: given = [] }) => {
      const { chat, stored } = own(world, userId, chatId, messageId);
      const isCaption = mediaKindOf(stored.message) !== null;
      const found = [...withDetected(text, given as MessageEntity[])];
      const words = isCaption
        ? { caption: text, caption_entities: found }
        : { text, entities: found };
      const content = media
        ? { ...nothing(), ...mediaContent(world, { ...media, caption: text }) }
        : words;
      rewrite(world, stored, { ...content, edit_date: world.seconds() });
      deliverEdit(world, chat, stored);
    },
  ),

  /** A live location goes on; without a place it is shared no more. */
  move: action(
    reference.extend({ to: z.object({ latitude: z.number(), longitude: z.number() }).optional() }),
    (world, { userId, chatId, messageId, to }) => {
      const { chat, stored } = own(world, userId, chatId, messageId);
      const { live_period, ...place } = stored.message.location ?? { latitude: 0, longitude: 0 };
      const live = to && live_period !== undefined ? { live_period } : {};
      const location = { ...place, ...to, ...live };
      rewrite(world, stored, { location, edit_date: world.seconds() });
      deliverEdit(world, chat, stored);
    },
  ),

  /** Nothing the person did: Telegram tells of an edit that changes no word (a link preview came). */
  touch: action(reference, (world, { userId, chatId, messageId }) => {
    const { chat, stored } = own(world, userId, chatId, messageId);
    rewrite(world, stored, { edit_date: world.seconds() });
    deliverEdit(world, chat, stored);
  }),

  /**
   * Takes an own message back, or anybody's in a group where the person may. The bot is told nothing:
   * there is no such update.
   */
  deleteMessage: action(reference, (world, { userId, chatId, messageId }) => {
    const person = getAccount(world, userId);
    const chat = getOwnChat(world, chatId, person);
    const mayAll = chat.kind !== 'private' && hasRight(chat, userId, 'can_delete_messages');
    const { stored } = mayAll
      ? { stored: getMessage(chat, messageId) }
      : own(world, userId, chatId, messageId);
    remove(world, chat, stored);
  }),

  pin: action(reference, (world, args) => {
    const { chat, stored, person } = pinnable(world, args);
    pin(world, chat, stored, person);
  }),

  unpin: action(reference, (world, args) => {
    const { chat } = pinnable(world, args);
    unpin(world, chat, [args.messageId]);
  }),

  /** Sets this one reaction, or takes it away with null. `customEmojiId`: what people with Premium may. */
  react: action(
    reference.extend({
      emoji: z.string().nullable(),
      customEmojiId: z.string().optional(),
      as: z.literal('anonymous').optional(),
    }),
    (world, { emoji, customEmojiId, ...args }) => {
      const person = getAccount(world, args.userId);
      const chat = getOwnChat(world, args.chatId, person);
      const stored = getMessage(chat, args.messageId);
      if (args.as && !isAdmin(chat, person.id)) {
        throw new ControlError(`${person.firstName} is no administrator and cannot be anonymous`);
      }
      const custom = { type: 'custom_emoji', custom_emoji_id: customEmojiId } as ReactionType;
      const standard = emoji === null ? [] : [{ type: 'emoji', emoji } as ReactionType];
      const reactions = customEmojiId === undefined ? standard : [custom];
      react(world, chat, stored, args.as ? chat : person, reactions);
    },
  ),
};

function pinnable(world: World, { userId, chatId, messageId }: z.infer<typeof reference>) {
  const person = getAccount(world, userId);
  const chat = getOwnChat(world, chatId, person);
  if (chat.kind !== 'private' && !hasRight(chat, userId, 'can_pin_messages')) {
    throw new ControlError(`${person.firstName} has no right to pin messages`);
  }
  return { chat, stored: getMessage(chat, messageId), person };
}

function own(world: World, userId: number, chatId: number | undefined, messageId: number) {
  const person = getAccount(world, userId);
  const chat = getOwnChat(world, chatId, person);
  const stored = getMessage(chat, messageId);
  if (stored.message.from?.id !== person.id) {
    throw new ControlError(`message ${messageId} is not ${person.firstName}'s`);
  }
  return { chat, stored };
}

/**
 * The bot hears of reactions in private, and in groups where it is an administrator; not of those in the
 * chats of business accounts.
 */
function react(
  world: World,
  chat: ChatState,
  stored: Stored,
  by: Account | ChatState,
  new_reaction: ReactionType[],
): void {
  const old_reaction = stored.reactions.get(by.id) ?? [];
  if (new_reaction.length === 0) stored.reactions.delete(by.id);
  else stored.reactions.set(by.id, new_reaction);
  tellOf(world, stored);
  const isHeard = chat.kind === 'private' ? !chat.business : isAdmin(chat, world.bot.id);
  if (!isHeard) return;
  const who = 'firstName' in by ? { user: userOf(by) } : { actor_chat: chatOf(world, by) };
  world.updates.push({
    message_reaction: {
      chat: chatOf(world, chat),
      message_id: stored.message.message_id,
      ...who,
      date: world.seconds(),
      old_reaction,
      new_reaction,
    },
  });
}
