// How people come into a chat and go: brought by somebody, by a link, or let in when they have asked.
import type { ChatJoinRequest } from '@grammyjs/types';
import { type Account, userOf } from './account.ts';
import type { ChatState, InviteLink, Rights } from './chat.ts';
import { chatOf } from './chat-object.ts';
import { linkOf } from './link-object.ts';
import { hasRight, isInside, memberOf, setMember } from './members.ts';
import { deliver, post } from './messages.ts';
import type { World } from './world.ts';

/** How long the bot may write to somebody who asks to be let in, and never started it (BOTAPI.md §6). */
const HEARD_SECONDS = 5 * 60;

/** What an administrator gets when nothing is said: all that a group's owner usually ticks. */
const usualRights: Rights = {
  can_manage_chat: true,
  can_delete_messages: true,
  can_restrict_members: true,
  can_change_info: true,
  can_invite_users: true,
  can_pin_messages: true,
  can_manage_topics: true,
};

/** In a channel, where there is nothing but posts. */
const channelRights: Rights = {
  can_manage_chat: true,
  can_post_messages: true,
  can_edit_messages: true,
  can_delete_messages: true,
};

/** {@link usualRights}, in a channel what there is to be done. */
export function usualIn({ kind }: ChatState): Rights {
  return kind === 'channel' ? channelRights : usualRights;
}

export type Coming = {
  /** Who brings them, or lets them in. */
  readonly by: Account;
  readonly link?: InviteLink;
  /** Made an administrator in the same moment. */
  readonly rights?: Rights;
};

/** Somebody is in from now on; nothing happens to who is in already. */
export function comeIn(
  world: World,
  chat: ChatState,
  account: Account,
  { by, link, rights }: Coming,
): void {
  if (isInside(chat, account.id)) return;
  chat.joinRequests.delete(account.id);
  link?.joined.add(account.id);
  const granted = rights ?? (chat.kind === 'channel' && account.isBot ? usualIn(chat) : undefined);
  const standing = granted
    ? { status: 'administrator' as const, rights: granted }
    : { status: 'member' as const };
  setMember(world, chat, account.id, { ...standing, ...(link ? { link } : {}) }, by);
  if (chat.kind === 'channel') return;
  const content = { new_chat_members: [userOf(account)] };
  const from = userOf(link ? account : by);
  deliver(world, chat, post(world, chat, { from, content }));
}

/** Somebody is out from now on, by their own will or another's; banned people cannot come back. */
export function goOut(
  world: World,
  chat: ChatState,
  account: Account,
  { by, banned }: { readonly by: Account; readonly banned: boolean },
): void {
  const wasInside = isInside(chat, account.id);
  setMember(world, chat, account.id, { status: banned ? 'kicked' : 'left' }, by);
  for (const link of chat.links.values()) link.joined.delete(account.id);
  chat.joinRequests.delete(account.id);
  if (!wasInside || chat.kind === 'channel') return;
  const content = { left_chat_member: userOf(account) };
  deliver(world, chat, post(world, chat, { from: userOf(by), content }));
}

/** What comes of opening an invite link; `expired`: also revoked, used up, or of a chat that is gone. */
export type Opened =
  | { readonly outcome: 'joined' | 'requested'; readonly chatId: number }
  | { readonly outcome: 'inside' | 'asked-before'; readonly chatId: number }
  | { readonly outcome: 'expired' | 'banned' };

/** A person opens an invite link and does what it offers. */
export function openLink(world: World, url: string, person: Account): Opened {
  const found = findLink(world, url);
  if (!found) return { outcome: 'expired' };
  const { chat, link } = found;
  if (isInside(chat, person.id)) return { outcome: 'inside', chatId: chat.id };
  if (!isOpen(world, chat, link)) return { outcome: 'expired' };
  if (memberOf(chat, person.id).status === 'kicked') return { outcome: 'banned' };
  if (!link.createsJoinRequest) {
    comeIn(world, chat, person, { by: person, link });
    return { outcome: 'joined', chatId: chat.id };
  }
  if (chat.joinRequests.has(person.id)) return { outcome: 'asked-before', chatId: chat.id };
  askToJoin(world, chat, person, link);
  return { outcome: 'requested', chatId: chat.id };
}

/** The chat's link with this address, whatever has become of it. */
export function findLink(
  world: World,
  url: string,
): { readonly chat: ChatState; readonly link: InviteLink } | null {
  for (const chat of world.chats.values()) {
    const link = chat.links.get(url);
    if (link) return { chat, link };
  }
  return null;
}

function isOpen(world: World, chat: ChatState, link: InviteLink): boolean {
  if (chat.deleted || chat.migratedTo !== undefined || link.isRevoked) return false;
  if (link.expiresAt !== 0 && link.expiresAt <= world.seconds()) return false;
  return link.memberLimit === 0 || link.joined.size < link.memberLimit;
}

/** Only a bot that may let people in hears of it, and may then write to who asks. */
function askToJoin(world: World, chat: ChatState, person: Account, link: InviteLink): void {
  chat.joinRequests.set(person.id, { userId: person.id, link });
  world.changes.tell({ what: 'members', chatId: chat.id, userId: person.id });
  if (!hasRight(chat, world.bot.id, 'can_invite_users')) return;
  person.met = true;
  person.heardUntil = world.seconds() + HEARD_SECONDS;
  const chat_join_request: ChatJoinRequest = {
    chat: chatOf(world, chat) as ChatJoinRequest['chat'],
    from: userOf(person),
    user_chat_id: person.id,
    date: world.seconds(),
    invite_link: linkOf(world, chat, link),
  };
  world.updates.push({ chat_join_request });
}

/** Lets in who has asked, or not. False: nobody asks for it. The bot's leave to write to them ends. */
export function settleJoinRequest(
  world: World,
  chat: ChatState,
  person: Account,
  { by, approve }: { readonly by: Account; readonly approve: boolean },
): boolean {
  const request = chat.joinRequests.get(person.id);
  if (!request) return false;
  chat.joinRequests.delete(person.id);
  person.heardUntil = 0;
  world.changes.tell({ what: 'members', chatId: chat.id, userId: person.id });
  if (approve) comeIn(world, chat, person, { by, link: request.link });
  return true;
}
