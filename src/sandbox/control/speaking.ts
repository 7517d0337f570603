// What people say: texts, files, albums; also under a mask, and in channels.
import { z } from 'zod';
import { type Account, serviceAccounts, userOf } from '../world/account.ts';
import type { ChatState } from '../world/chat.ts';
import { isWhispered } from '../world/commands.ts';
import { forwardOf, hiddenForwardOf, namelessForwardOf } from '../world/copying.ts';
import { forwardToGroup } from '../world/discussion.ts';
import { viewIdOf } from '../world/ephemeral.ts';
import { hasRight, isAdmin, memberOf } from '../world/members.ts';
import { type Draft, deliver, post } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { action, ControlError, getAccount, getGroup, getMessage, getOwnChat } from './action.ts';
import { entities, file, media, mediaContent, textContent } from './content.ts';
import { inThisManner, manner } from './manner.ts';
import { setBlocked } from './people.ts';

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
  ...manner.shape,
});
type Speech = z.infer<typeof speech>;

export const speakingActions = {
  /** «Начать»: also lets the bot write first, and takes back a block. */
  start: action(
    place.pick({ userId: true }).extend({ payload: z.string().max(64).optional() }),
    (world, { userId, payload }) => start(world, userId, payload),
  ),

  say: action(speech.extend({ text: z.string(), entities: entities.optional() }), (world, args) =>
    say(world, args, textContent(args.text, args.entities)),
  ),

  /** With `albumId` as one part of that album; the others come before or after it, whenever they do. */
  send: action(speech.extend({ media, albumId: z.string().optional() }), (world, args) => {
    const album = args.albumId === undefined ? {} : { media_group_id: args.albumId };
    return say(world, args, { ...mediaContent(world, args.media), ...album });
  }),

  /**
   * Forwards a message the person can see; `hidden`: whoever wrote it lets nobody know; `nameless`:
   * whoever forwards it has chosen to hide the sender's name.
   */
  forward: action(
    speech.extend({
      of: z.object({ chatId: z.int().optional(), messageId: z.int() }),
      hidden: z.boolean().default(false),
      nameless: z.boolean().default(false),
    }),
    (world, args) => {
      const from = getOwnChat(world, args.of.chatId, getAccount(world, args.userId));
      const { message, protectedContent } = getMessage(from, args.of.messageId);
      if (protectedContent) throw new ControlError('a protected message cannot be forwarded');
      if (args.nameless) return say(world, args, namelessForwardOf(message));
      return say(world, args, args.hidden ? hiddenForwardOf(message) : forwardOf(message));
    },
  ),

  sendAlbum: action(speech.extend({ items: z.array(file).min(2).max(10) }), (world, args) => {
    const media_group_id = String(world.nextNumber());
    const messageIds = args.items.map((item) => {
      const content = { ...mediaContent(world, item), media_group_id };
      return say(world, args, content).messageId;
    });
    return { messageIds };
  }),

  /** A post, by a channel's administrator; it comes into the discussion group by itself. */
  postInChannel: action(
    z.object({
      userId: z.int(),
      chatId: z.int(),
      text: z.string(),
      replyTo: z.int().optional(),
    }),
    (world, args) => {
      const channel = getGroup(world, args.chatId);
      const { firstName } = getAccount(world, args.userId);
      if (!isAdmin(channel, args.userId)) {
        throw new ControlError(`${firstName} may not post in «${channel.title}»`);
      }
      const content = textContent(args.text);
      const reply = args.replyTo === undefined ? {} : { replyTo: args.replyTo };
      const stored = post(world, channel, { senderChat: channel, content, ...reply });
      deliver(world, channel, stored);
      forwardToGroup(world, channel, stored);
      return { messageId: stored.message.message_id };
    },
  ),
};

/** «Start» in the private chat, with the payload of the link that led there. */
export function start(world: World, userId: number, payload?: string): { messageId: number } {
  setBlocked(world, userId, false);
  const content = textContent(payload ? `/start ${payload}` : '/start');
  return say(world, { userId, force: false }, content);
}

type Place = Pick<Speech, 'userId' | 'force'> & Partial<Speech>;

export function say(world: World, args: Place, content: Draft['content']): { messageId: number } {
  const person = getAccount(world, args.userId);
  const chat = getOwnChat(world, args.chatId, person);
  assertMaySpeak(chat, person, args.threadId);
  if (chat.kind === 'private' && !chat.business) person.started = true;
  const { draft, content: more } = inThisManner(world, chat, args, args.replyTo);
  const stored = post(world, chat, {
    ...author(world, chat, person, args.as),
    ...(args.threadId === undefined ? {} : { threadId: args.threadId }),
    ...(args.replyTo === undefined ? {} : { replyTo: args.replyTo }),
    ...draft,
    ...(isWhispered(world, chat, person, content.text ?? '')
      ? { whisper: { receiverId: world.bot.id } }
      : {}),
    content: { ...content, ...more },
  });
  deliver(world, chat, stored, args.force);
  return { messageId: viewIdOf(stored) };
}

function assertMaySpeak(chat: ChatState, person: Account, threadId: number | undefined): void {
  if (person.deactivated) throw new ControlError(`${person.firstName} is deactivated`);
  if (chat.kind === 'private' && !chat.business && person.blocked) {
    throw new ControlError(`${person.firstName} has blocked the bot`);
  }
  if (chat.kind === 'channel') throw new ControlError('in a channel one posts: postInChannel');
  if (memberOf(chat, person.id).permissions.can_send_messages === false) {
    throw new ControlError(`${person.firstName} may not write in «${chat.title}»`);
  }
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
