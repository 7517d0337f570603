// What the bot makes of others in a chat: administrators, restricted, banned, tagged.
import type { ChatPermissions } from '@grammyjs/types';
import { badRequest } from '../bot-api/refusal.ts';
import { assertRight, readableChat } from '../world/access.ts';
import type { Account } from '../world/account.ts';
import type { ChatState, Member, Rights } from '../world/chat.ts';
import { goOut } from '../world/joining.ts';
import {
  everyPermission,
  hasRight,
  isAdmin,
  isInside,
  memberOf,
  setMember,
  setTag,
} from '../world/members.ts';
import type { World } from '../world/world.ts';
import type { MethodTable } from './method.ts';

const LONGEST_TAG = 16;

export const memberMethods = {
  /** All false demotes. A bot gives no right it does not have, and unmakes only whom it has made. */
  promoteChatMember(world, { chat_id, user_id, ...wish }) {
    const { chat, account, member } = find(world, chat_id, user_id);
    assertSupergroup(chat, 'for supergroup and channel chats only');
    if (user_id === world.bot.id) throw badRequest("can't promote self");
    assertRight(world, chat, 'can_promote_members');
    assertNotOwner(member);
    if (!isInside(chat, user_id)) throw badRequest('USER_NOT_PARTICIPANT');
    if (member.status === 'administrator' && member.promotedById !== world.bot.id) {
      throw badRequest('CHAT_ADMIN_REQUIRED');
    }
    const rights = granted(wish);
    if (names(rights).some((name) => !hasRight(chat, world.bot.id, name))) {
      throw badRequest('RIGHT_FORBIDDEN');
    }
    const isDemoted = names(rights).length === 0;
    const standing = isDemoted
      ? { status: 'member' as const }
      : { status: 'administrator' as const, rights };
    setMember(world, chat, account.id, standing, world.bot);
    return true;
  },

  /** Everything allowed makes a plain member of somebody. */
  restrictChatMember(world, { chat_id, user_id, permissions }) {
    const { chat, account, member } = find(world, chat_id, user_id);
    if (chat.kind !== 'supergroup') throw badRequest('method is available only for supergroups');
    assertRestrictable(world, chat, member);
    const permitted = inFull(permissions);
    const isFree = Object.entries(permitted).every(([name, value]) => value || isMinor(name));
    const standing = isFree
      ? { status: isInside(chat, user_id) ? ('member' as const) : ('left' as const) }
      : { status: 'restricted' as const, permissions: permitted };
    setMember(world, chat, account.id, standing, world.bot);
    return true;
  },

  /** Also of somebody who is not there. */
  banChatMember(world, { chat_id, user_id }) {
    const { chat, account, member } = find(world, chat_id, user_id);
    assertRestrictable(world, chat, member);
    if (member.status === 'kicked') return true;
    goOut(world, chat, account, { by: world.bot, banned: chat.kind !== 'group' });
    return true;
  },

  /** Whoever is in is removed by it and may come back, unless the ban alone is to be lifted. */
  unbanChatMember(world, { chat_id, user_id, only_if_banned = false }) {
    const { chat, account, member } = find(world, chat_id, user_id);
    assertSupergroup(chat, 'for supergroup and channel chats only');
    if (isInside(chat, user_id) && only_if_banned) return true;
    assertRestrictable(world, chat, member);
    if (member.status === 'left') return true;
    goOut(world, chat, account, { by: world.bot, banned: false });
    return true;
  },

  /** For plain members; an administrator has a title instead. */
  setChatMemberTag(world, { chat_id, user_id, tag = '' }) {
    const { chat, member } = find(world, chat_id, user_id);
    if (chat.kind !== 'group' && chat.kind !== 'supergroup') {
      throw badRequest('method is available only for supergroups');
    }
    assertRight(world, chat, 'can_manage_tags');
    if (!isInside(chat, user_id)) throw badRequest('USER_NOT_PARTICIPANT');
    if (isAdmin(chat, user_id)) throw badRequest('user is an administrator of the chat');
    if (/\p{Extended_Pictographic}/u.test(tag)) throw badRequest('ADMIN_RANK_EMOJI_NOT_ALLOWED');
    if ([...tag].length > LONGEST_TAG) throw badRequest('ADMIN_RANK_INVALID');
    setTag(world, chat, member, tag);
    return true;
  },
} satisfies MethodTable;

type Found = { readonly chat: ChatState; readonly account: Account; readonly member: Member };

function find(world: World, chatId: number | string, userId: number): Found {
  const chat = readableChat(world, chatId);
  if (chat.kind === 'private') {
    throw badRequest('method is available for supergroup and channel chats only');
  }
  const account = world.accounts.get(userId);
  const isKnown = account && (account.met || chat.members.has(userId) || account === world.bot);
  if (!isKnown) throw badRequest('PARTICIPANT_ID_INVALID');
  return { chat, account, member: memberOf(chat, userId) };
}

function assertSupergroup({ kind }: ChatState, where: string): void {
  if (kind === 'group') throw badRequest(`method is available ${where}`);
}

function assertNotOwner({ status }: Member): void {
  if (status === 'creator') throw badRequest("can't remove chat owner");
}

/** An administrator whom the bot has made is in its hands. */
function assertRestrictable(world: World, chat: ChatState, member: Member): void {
  if (member.userId === world.bot.id) throw badRequest("can't restrict self");
  assertRight(world, chat, 'can_restrict_members', 'to restrict/unrestrict chat member');
  assertNotOwner(member);
  if (member.status === 'administrator' && member.promotedById !== world.bot.id) {
    throw badRequest('user is an administrator of the chat');
  }
}

function granted(wish: Readonly<Record<string, unknown>>): Rights {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value === true));
}

function names(rights: Rights): (keyof Rights)[] {
  return Object.keys(rights) as (keyof Rights)[];
}

/** What is not said is forbidden. */
function inFull(permissions: ChatPermissions): ChatPermissions {
  const every = Object.keys(everyPermission) as (keyof ChatPermissions)[];
  return Object.fromEntries(every.map((name) => [name, permissions[name] ?? false]));
}

/** Groups forbid their members these anyway, more often than not. */
function isMinor(name: string): boolean {
  return /^can_(change_info|invite_users|pin_messages|manage_topics|edit_tag)$/.test(name);
}
