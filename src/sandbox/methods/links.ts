// Invite links, and people who ask to be let in.
import { badRequest } from '../bot-api/refusal.ts';
import { assertRight, readableChat } from '../world/access.ts';
import type { ChatState, InviteLink } from '../world/chat.ts';
import { settleJoinRequest } from '../world/joining.ts';
import { addLink, linkOf } from '../world/link-object.ts';
import { isInside } from '../world/members.ts';
import type { World } from '../world/world.ts';
import type { MethodTable } from './method.ts';

const MOST_MEMBERS = 99_999;

export const linkMethods = {
  createChatInviteLink(world, { chat_id, ...wish }) {
    const chat = invitingChat(world, chat_id);
    const settings = settingsOf(world, wish);
    return linkOf(world, chat, Object.assign(addLink(world, chat, { isPrimary: false }), settings));
  },

  editChatInviteLink(world, { chat_id, invite_link, ...wish }) {
    const chat = invitingChat(world, chat_id);
    const link = ownLink(world, chat, invite_link);
    if (link.isPrimary) throw badRequest('INVITE_HASH_INVALID');
    return linkOf(world, chat, Object.assign(link, settingsOf(world, wish)));
  },

  revokeChatInviteLink(world, { chat_id, invite_link }) {
    const chat = invitingChat(world, chat_id);
    const link = ownLink(world, chat, invite_link);
    link.isRevoked = true;
    if (link.isPrimary) addLink(world, chat, { isPrimary: true });
    return linkOf(world, chat, link);
  },

  exportChatInviteLink(world, { chat_id }) {
    const chat = invitingChat(world, chat_id);
    for (const link of chat.links.values()) {
      if (link.isPrimary && link.creatorId === world.bot.id) link.isRevoked = true;
    }
    return addLink(world, chat, { isPrimary: true }).url;
  },

  approveChatJoinRequest: (world, args) => decide(world, args, true),
  declineChatJoinRequest: (world, args) => decide(world, args, false),
} satisfies MethodTable;

function invitingChat(world: World, chatId: number | string): ChatState {
  const chat = readableChat(world, chatId);
  if (chat.kind === 'private') throw badRequest("can't invite members to a private chat");
  assertRight(world, chat, 'can_invite_users', 'to manage chat invite link');
  return chat;
}

/** A bot works with the links it has made, and learns of no others. */
function ownLink(world: World, chat: ChatState, url: string): InviteLink {
  const link = chat.links.get(url);
  if (!link || link.creatorId !== world.bot.id || link.isRevoked) {
    throw badRequest('INVITE_HASH_EXPIRED');
  }
  return link;
}

type Wish = {
  readonly name?: string;
  readonly expire_date?: number;
  readonly member_limit?: number;
  readonly creates_join_request?: boolean;
};

type Settings = Pick<InviteLink, 'name' | 'expiresAt' | 'memberLimit' | 'createsJoinRequest'>;

/** What is not said is as in a new link, also when one is edited. @throws Refusal 400 */
function settingsOf(world: World, wish: Wish): Settings {
  const { name = '', expire_date: expiresAt = 0, member_limit: memberLimit = 0 } = wish;
  const createsJoinRequest = wish.creates_join_request ?? false;
  if (createsJoinRequest && memberLimit > 0) {
    throw badRequest("member limit can't be specified for links requiring administrator approval");
  }
  if (memberLimit < 0 || memberLimit > MOST_MEMBERS) throw badRequest('USAGE_LIMIT_INVALID');
  if (expiresAt !== 0 && expiresAt <= world.seconds()) throw badRequest('EXPIRE_DATE_INVALID');
  return { name, expiresAt, memberLimit, createsJoinRequest };
}

type RequestArgs = { readonly chat_id: number | string; readonly user_id: number };

function decide(world: World, { chat_id, user_id }: RequestArgs, approve: boolean): true {
  const chat = readableChat(world, chat_id);
  if (chat.kind === 'private') throw badRequest("the chat can't have join requests");
  assertRight(world, chat, 'can_invite_users', 'to manage chat join requests');
  if (isInside(chat, user_id)) throw badRequest('USER_ALREADY_PARTICIPANT');
  const person = world.accounts.get(user_id);
  if (!person || !settleJoinRequest(world, chat, person, { by: world.bot, approve })) {
    throw badRequest('HIDE_REQUESTER_MISSING');
  }
  return true;
}
