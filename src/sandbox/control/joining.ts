// Links in the hands of people: into a group, to the bot, and the bot into a group; who asks is let in.
import { z } from 'zod';
import type { Account } from '../world/account.ts';
import { addBot, mayAddBot } from '../world/adding.ts';
import type { Rights } from '../world/chat.ts';
import { type Opened, openLink, settleJoinRequest } from '../world/joining.ts';
import { addLink } from '../world/link-object.ts';
import { hasRight } from '../world/members.ts';
import type { World } from '../world/world.ts';
import { action, ControlError, getAccount, getGroup, getOwnChat } from './action.ts';
import { textContent } from './content.ts';
import { say, start } from './speaking.ts';

export type LinkOpened =
  | Opened
  /** The bot got `/start` with the link's payload. */
  | { readonly outcome: 'started'; readonly messageId: number }
  | { readonly outcome: 'added'; readonly chatId: number }
  /** Of somebody else, or no link of Telegram's. */
  | { readonly outcome: 'elsewhere' };

export const joiningActions = {
  /**
   * Opens a link and does what it offers. An invite link: joins, or asks to. A link to the bot: starts it
   * with its payload. A `startgroup` link: brings the bot into the group `chatId`.
   */
  openLink: action(
    z.object({ userId: z.int(), link: z.string(), chatId: z.int().optional() }),
    (world, { userId, link, chatId }): LinkOpened => {
      const person = getAccount(world, userId);
      const deep = deepLinkOf(world, link);
      if (!deep) {
        return /^(https:\/\/t\.me\/\+|tg:\/\/join)/.test(link)
          ? openLink(world, asInvite(link), person)
          : { outcome: 'elsewhere' };
      }
      if (deep.startgroup === null) {
        return { outcome: 'started', ...start(world, userId, deep.start ?? undefined) };
      }
      return { outcome: 'added', chatId: bringIn(world, person, chatId, deep) };
    },
  ),

  /** An administrator makes a link by which one asks to be let in. */
  createLink: action(
    z.object({ userId: z.int(), chatId: z.int() }),
    (world, { userId, chatId }) => {
      const by = getAccount(world, userId);
      const chat = getOwnChat(world, chatId, by);
      if (!hasRight(chat, userId, 'can_invite_users')) {
        throw new ControlError(`${by.firstName} has no right to make links`);
      }
      const link = addLink(world, chat, { isPrimary: false, creatorId: userId });
      link.createsJoinRequest = true;
      return { link: link.url };
    },
  ),

  /** Who asks to be let in, the first first. */
  joinRequests: action(z.object({ chatId: z.int() }), (world, { chatId }) =>
    [...getGroup(world, chatId).joinRequests.values()].map(({ userId, link }) => ({
      userId,
      name: getAccount(world, userId).firstName,
      link: link.url,
    })),
  ),

  /** An administrator lets somebody in who has asked, or does not. */
  settleJoinRequest: action(
    z.object({ userId: z.int(), chatId: z.int(), requesterId: z.int(), approve: z.boolean() }),
    (world, { userId, chatId, requesterId, approve }) => {
      const by = getAccount(world, userId);
      const chat = getOwnChat(world, chatId, by);
      if (!hasRight(chat, userId, 'can_invite_users')) {
        throw new ControlError(`${by.firstName} has no right to let people in`);
      }
      const requester = getAccount(world, requesterId);
      if (!settleJoinRequest(world, chat, requester, { by, approve })) {
        throw new ControlError(`${requester.firstName} does not ask to be let in`);
      }
    },
  ),
};

type DeepLink = {
  readonly start: string | null;
  readonly startgroup: string | null;
  readonly admin: string | null;
};

/** What a link to this bot asks for; null: it is none. */
function deepLinkOf(world: World, link: string): DeepLink | null {
  if (!URL.canParse(link)) return null;
  const { protocol, host, pathname, searchParams } = new URL(link);
  const name = protocol === 'tg:' ? searchParams.get('domain') : pathname.slice(1);
  const isTelegram = (protocol === 'tg:' && host === 'resolve') || host === 't.me';
  if (!isTelegram || name?.toLowerCase() !== world.bot.username?.toLowerCase()) return null;
  return {
    start: searchParams.get('start'),
    startgroup: searchParams.get('startgroup'),
    admin: searchParams.get('admin'),
  };
}

function asInvite(link: string): string {
  return link.replace(/^tg:\/\/join\?invite=/, 'https://t.me/+');
}

/** The group hears the command only after the bot is in. */
function bringIn(
  world: World,
  person: Account,
  chatId: number | undefined,
  { startgroup, admin }: DeepLink,
): number {
  if (chatId === undefined) throw new ControlError('choose a group for the bot');
  const chat = getOwnChat(world, chatId, person);
  const rights = admin === null ? undefined : rightsOf(admin);
  if (!mayAddBot(chat, person, rights)) {
    throw new ControlError(`${person.firstName} may not bring the bot into «${chat.title}»`);
  }
  const place = addBot(world, chat, person, rights);
  const command = `/start@${world.bot.username}`;
  const text = startgroup ? `${command} ${startgroup}` : command;
  say(world, { userId: person.id, chatId: place.id, force: true }, textContent(text));
  return place.id;
}

/** `change_info+anonymous` (td, LinkManager.cpp). */
function rightsOf(admin: string): Rights {
  const names = admin.split(/[+ ]/).filter((name) => name !== '');
  return Object.fromEntries(
    names.map((name) => [name === 'anonymous' ? 'is_anonymous' : `can_${name}`, true]),
  );
}
