// Who is in a chat with which rights, and the updates that tell the bot when this changes.
import type { ChatAdministratorRights, ChatMember, ChatPermissions } from '@grammyjs/types';
import { type Account, userOf } from './account.ts';
import type { ChatState, InviteLink, Member, MemberStatus, Rights } from './chat.ts';
import { chatOf } from './chat-object.ts';
import { linkOf } from './link-object.ts';
import type { UpdateContent } from './update-queue.ts';
import type { World } from './world.ts';

export type Right = keyof ChatAdministratorRights;

const everyRight: Readonly<Record<Exclude<Right, 'is_anonymous'>, boolean>> = {
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: true,
  can_change_info: true,
  can_invite_users: true,
  can_manage_tags: true,
  can_post_stories: true,
  can_edit_stories: true,
  can_delete_stories: true,
  can_post_messages: true,
  can_edit_messages: true,
  can_pin_messages: true,
  can_manage_topics: true,
  can_manage_direct_messages: true,
  can_send_welcome_messages: true,
};

/** What a chat lets its members do unless it says otherwise. */
export const everyPermission: Required<ChatPermissions> = {
  can_send_messages: true,
  can_send_audios: true,
  can_send_documents: true,
  can_send_photos: true,
  can_send_videos: true,
  can_send_video_notes: true,
  can_send_voice_notes: true,
  can_send_polls: true,
  can_send_other_messages: true,
  can_add_web_page_previews: true,
  can_react_to_messages: true,
  can_edit_tag: true,
  can_change_info: true,
  can_invite_users: true,
  can_pin_messages: true,
  can_manage_topics: true,
};

/** Somebody who was never there has left. */
export function memberOf(chat: ChatState, userId: number): Member {
  return chat.members.get(userId) ?? { userId, status: 'left', rights: {}, permissions: {} };
}

const inside: readonly MemberStatus[] = ['creator', 'administrator', 'member', 'restricted'];

/** Whether somebody is in the chat now, restricted or not. */
export function isInside(chat: ChatState, userId: number): boolean {
  return inside.includes(memberOf(chat, userId).status);
}

/** The owner is one too. */
export function isAdmin(chat: ChatState, userId: number): boolean {
  const { status } = memberOf(chat, userId);
  return status === 'creator' || status === 'administrator';
}

/** An owner has every right, anybody but administrators none. */
export function hasRight(chat: ChatState, userId: number, right: Right): boolean {
  const { status, rights } = memberOf(chat, userId);
  return status === 'creator' || (status === 'administrator' && rights[right] === true);
}

/** {@link isAdmin} of the bot under test. */
export function isBotAdmin(world: World, chat: ChatState): boolean {
  return isAdmin(chat, world.bot.id);
}

/** Whether what happens in the chat reaches the bot at all. */
export function isBotInside(world: World, chat: ChatState): boolean {
  if (chat.kind === 'private') return world.accounts.get(chat.id)?.blocked === false;
  return isInside(chat, world.bot.id);
}

/** What is shown beside somebody's name from now on; nothing if it is empty. The bot is not told. */
export function setTag(world: World, chat: ChatState, member: Member, tag: string): void {
  const { tag: _, ...rest } = member;
  chat.members.set(member.userId, tag === '' ? rest : { ...rest, tag });
  world.changes.tell({ what: 'members', chatId: chat.id, userId: member.userId });
}

export type MemberChange = {
  readonly status: MemberStatus;
  readonly rights?: Rights;
  readonly permissions?: ChatPermissions;
  /** The link by which somebody comes in. */
  readonly link?: InviteLink;
};

/**
 * Changes what somebody is in a chat. The bot hears of its own changes always (`my_chat_member`), of
 * others' where it is an administrator and asked for `chat_member`.
 */
export function setMember(
  world: World,
  chat: ChatState,
  userId: number,
  { status, rights = {}, permissions = {}, link }: MemberChange,
  by: Account,
): void {
  const before = chatMemberOf(world, chat, userId);
  const heardBefore = isBotAdmin(world, chat);
  const { tag } = memberOf(chat, userId);
  chat.members.set(userId, {
    userId,
    status,
    rights,
    permissions,
    ...(tag !== undefined && inside.includes(status) ? { tag } : {}),
    ...(status === 'administrator' ? { promotedById: by.id } : {}),
  });
  world.changes.tell({ what: 'members', chatId: chat.id, userId });
  const isBot = userId === world.bot.id;
  if (!isBot && !heardBefore) return;
  by.met = true;
  const update = {
    chat: chatOf(world, chat),
    from: userOf(by),
    date: world.seconds(),
    old_chat_member: before,
    new_chat_member: chatMemberOf(world, chat, userId),
    ...(link ? { invite_link: linkOf(world, chat, link) } : {}),
  };
  world.updates.push(
    (isBot ? { my_chat_member: update } : { chat_member: update }) as UpdateContent,
  );
}

/** A member as the Bot API shows it. In a private chat the bot is a member until it is blocked. */
export function chatMemberOf(world: World, chat: ChatState, userId: number): ChatMember {
  const account = world.accounts.get(userId);
  if (!account) throw new Error(`No account ${userId}`);
  const user = userOf(account);
  const { status, rights, permissions, tag, promotedById } = memberOf(chat, userId);
  const tagged = tag === undefined ? {} : { tag };
  switch (status) {
    case 'creator':
      return { status, user, is_anonymous: rights.is_anonymous ?? false };
    case 'administrator':
      return {
        status,
        user,
        can_be_edited: promotedById === world.bot.id && userId !== world.bot.id,
        ...allRights(rights),
      };
    case 'restricted':
      return {
        status,
        user,
        ...tagged,
        is_member: true,
        until_date: 0,
        ...everyPermission,
        ...permissions,
      };
    case 'kicked':
      return { status, user, until_date: 0 };
    case 'member':
      return { status, user, ...tagged };
    case 'left':
      return { status, user };
  }
}

/** Every right with its value: what was not granted is false. */
export function allRights(rights: Rights): ChatAdministratorRights {
  const names = Object.keys(everyRight) as (keyof typeof everyRight)[];
  const granted = Object.fromEntries(names.map((name) => [name, rights[name] ?? false]));
  return {
    ...everyRight,
    ...granted,
    is_anonymous: rights.is_anonymous ?? false,
    can_manage_chat: true,
  };
}
