// What people say: texts, files, albums, edits, reactions; also under a mask.
import type { Message, MessageEntity, ReactionType } from '@grammyjs/types';
import { z } from 'zod';
import { withDetected } from '../text/detect.ts';
import { type Account, serviceAccounts, userOf } from '../world/account.ts';
import type { ChatState, Stored } from '../world/chat.ts';
import { chatOf } from '../world/chat-object.ts';
import { fileContent, mediaKindOf } from '../world/media.ts';
import { hasRight, isAdmin } from '../world/members.ts';
import {
  type Draft,
  deliver,
  deliverEdit,
  post,
  remove,
  rewrite,
  tellOf,
} from '../world/messages.ts';
import type { UpdateContent } from '../world/update-queue.ts';
import type { World } from '../world/world.ts';
import { action, ControlError, getAccount, getGroup, getMessage, getOwnChat } from './action.ts';
import { setBlocked } from './people.ts';

const entities = z.array(z.looseObject({ type: z.string(), offset: z.int(), length: z.int() }));

const place = z.object({
  userId: z.int(),
  /** Without one: the private chat with the bot. */
  chatId: z.int().optional(),
});

const speech = place.extend({
  threadId: z.int().optional(),
  replyTo: z.int().optional(),
  /** `anonymous`: as the group itself, which administrators may. A channel: as that channel. */
  as: z.union([z.literal('anonymous'), z.object({ channelId: z.int() })]).optional(),
  /** Lets the bot see a message it would not see, such as another bot's. */
  force: z.boolean().default(false),
});
type Speech = z.infer<typeof speech>;

const file = z.object({
  kind: z.enum([
    'photo',
    'document',
    'voice',
    'video',
    'animation',
    'audio',
    'video_note',
    'sticker',
  ]),
  caption: z.string().optional(),
  captionEntities: entities.optional(),
  fileName: z.string().optional(),
  mimeType: z.string().optional(),
  /** Bytes. May be larger than what is sent in `base64`. */
  size: z.int().positive().optional(),
  base64: z.base64().optional(),
});

const media = z.union([
  file,
  z.object({ kind: z.literal('location'), latitude: z.number(), longitude: z.number() }),
  z.object({ kind: z.literal('contact'), phoneNumber: z.string(), firstName: z.string() }),
]);
type Media = z.infer<typeof media>;

const reference = place.extend({ messageId: z.int() });

export const speakingActions = {
  /** «Начать»: also lets the bot write first, and takes back a block. */
  start: action(
    place.pick({ userId: true }).extend({ payload: z.string().max(64).optional() }),
    (world, { userId, payload }) => {
      setBlocked(world, userId, false);
      return say(
        world,
        { userId, force: false },
        textContent(payload ? `/start ${payload}` : '/start'),
      );
    },
  ),

  say: action(speech.extend({ text: z.string(), entities: entities.optional() }), (world, args) =>
    say(world, args, textContent(args.text, args.entities)),
  ),

  send: action(speech.extend({ media }), (world, args) =>
    say(world, args, mediaContent(world, args.media)),
  ),

  sendAlbum: action(speech.extend({ items: z.array(file).min(2).max(10) }), (world, args) => {
    const media_group_id = String(world.nextNumber());
    const messageIds = args.items.map((item) => {
      const content = { ...mediaContent(world, item), media_group_id };
      return say(world, args, content).messageId;
    });
    return { messageIds };
  }),

  /** Changes an own text or caption. */
  edit: action(
    reference.extend({ text: z.string() }),
    (world, { userId, chatId, messageId, text }) => {
      const { chat, stored } = own(world, userId, chatId, messageId);
      const isCaption = mediaKindOf(stored.message) !== null;
      const found = [...withDetected(text, [])];
      const content = isCaption
        ? { caption: text, caption_entities: found }
        : { text, entities: found };
      rewrite(world, stored, { ...content, edit_date: world.seconds() });
      deliverEdit(world, chat, stored);
    },
  ),

  /** Takes an own message back. The bot is told nothing: there is no such update. */
  deleteMessage: action(reference, (world, { userId, chatId, messageId }) => {
    const { chat, stored } = own(world, userId, chatId, messageId);
    remove(world, chat, stored);
  }),

  /** Sets this one reaction, or takes it away with null. */
  react: action(reference.extend({ emoji: z.string().nullable() }), (world, args) => {
    const person = getAccount(world, args.userId);
    const chat = getOwnChat(world, args.chatId, person);
    react(world, chat, getMessage(chat, args.messageId), person, args.emoji);
  }),

  /** A post, by a channel's administrator; it comes into the discussion group by itself. */
  postInChannel: action(
    z.object({ userId: z.int(), chatId: z.int(), text: z.string() }),
    (world, args) => {
      const channel = getGroup(world, args.chatId);
      const content = textContent(args.text);
      const stored = post(world, channel, { senderChat: channel, content });
      deliver(world, channel, stored);
      forwardToGroup(world, channel, stored, content);
      return { messageId: stored.message.message_id };
    },
  ),
};

type Place = Pick<Speech, 'userId' | 'force'> & Partial<Speech>;

function say(world: World, args: Place, content: Draft['content']): { messageId: number } {
  const person = getAccount(world, args.userId);
  const chat = getOwnChat(world, args.chatId, person);
  assertMaySpeak(chat, person, args.threadId);
  if (chat.kind === 'private') person.started = true;
  const stored = post(world, chat, {
    ...author(world, chat, person, args.as),
    ...(args.threadId === undefined ? {} : { threadId: args.threadId }),
    ...(args.replyTo === undefined ? {} : { replyTo: args.replyTo }),
    content,
  });
  if (args.force) world.updates.push({ message: stored.message } as UpdateContent);
  else deliver(world, chat, stored);
  return { messageId: stored.message.message_id };
}

function assertMaySpeak(chat: ChatState, person: Account, threadId: number | undefined): void {
  if (person.deactivated) throw new ControlError(`${person.firstName} is deactivated`);
  if (chat.kind === 'private' && person.blocked) {
    throw new ControlError(`${person.firstName} has blocked the bot`);
  }
  if (chat.kind === 'channel') throw new ControlError('in a channel one posts: postInChannel');
  const topic = threadId === undefined ? undefined : chat.topics.get(threadId);
  if (threadId !== undefined && chat.isForum && !topic) {
    throw new ControlError(`there is no topic ${threadId} in «${chat.title}»`);
  }
  if (topic?.closed && !hasRight(chat, person.id, 'can_manage_topics')) {
    throw new ControlError(`the topic «${topic.name}» is closed`);
  }
}

function author(
  world: World,
  chat: ChatState,
  person: Account,
  mask: Speech['as'],
): Pick<Draft, 'from' | 'senderChat'> {
  if (mask === undefined) return { from: userOf(person) };
  if (mask !== 'anonymous') {
    const channel = getGroup(world, mask.channelId);
    return { from: userOf(serviceAccounts.channel), senderChat: channel };
  }
  if (!isAdmin(chat, person.id)) {
    throw new ControlError(`${person.firstName} is no administrator and cannot be anonymous`);
  }
  return { from: userOf(serviceAccounts.anonymousAdmin), senderChat: chat };
}

/** The text as a person's program sends it: trimmed, with what the server finds in it. */
function textContent(text: string, given: z.infer<typeof entities> = []): Draft['content'] {
  const trimmed = text.trim();
  if (trimmed === '') throw new ControlError('nobody can send an empty message');
  const found = withDetected(trimmed, given as MessageEntity[]);
  return { text: trimmed, ...(found.length > 0 ? { entities: [...found] } : {}) };
}

function mediaContent(world: World, item: Media): Partial<Message> {
  if (item.kind === 'location') {
    return { location: { latitude: item.latitude, longitude: item.longitude } };
  }
  if (item.kind === 'contact') {
    return { contact: { phone_number: item.phoneNumber, first_name: item.firstName } };
  }
  const { kind, caption = '', captionEntities = [], fileName, mimeType, size, base64 } = item;
  const stored = world.files.add({
    kind,
    ...(fileName === undefined ? {} : { name: fileName }),
    ...(mimeType === undefined ? {} : { mimeType }),
    ...(size === undefined ? {} : { size }),
    ...(base64 === undefined ? {} : { bytes: Buffer.from(base64, 'base64') }),
  });
  const found = withDetected(caption, captionEntities as MessageEntity[]);
  return {
    ...fileContent(world.files, stored),
    ...(caption === '' ? {} : { caption }),
    ...(found.length > 0 ? { caption_entities: [...found] } : {}),
  };
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

/** The bot hears of reactions in private, and in groups where it is an administrator. */
function react(
  world: World,
  chat: ChatState,
  stored: Stored,
  person: Account,
  emoji: string | null,
): void {
  const old_reaction = stored.reactions.get(person.id) ?? [];
  const new_reaction = emoji === null ? [] : [{ type: 'emoji', emoji } as ReactionType];
  if (emoji === null) stored.reactions.delete(person.id);
  else stored.reactions.set(person.id, new_reaction);
  tellOf(world, stored);
  if (chat.kind !== 'private' && !isAdmin(chat, world.bot.id)) return;
  world.updates.push({
    message_reaction: {
      chat: chatOf(world, chat),
      message_id: stored.message.message_id,
      user: userOf(person),
      date: world.seconds(),
      old_reaction,
      new_reaction,
    },
  });
}

function forwardToGroup(
  world: World,
  channel: ChatState,
  { message }: Stored,
  content: Draft['content'],
): void {
  const group =
    channel.linkedChatId === undefined ? undefined : world.chats.get(channel.linkedChatId);
  if (!group) return;
  const { message_id, date } = message;
  const chat = chatOf(world, channel);
  if (chat.type !== 'channel') return;
  const stored = post(world, group, {
    from: userOf(serviceAccounts.telegram),
    senderChat: channel,
    content: {
      ...content,
      is_automatic_forward: true,
      forward_origin: { type: 'channel', chat, message_id, date },
    },
  });
  deliver(world, group, stored);
}
