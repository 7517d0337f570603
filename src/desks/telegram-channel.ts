// How the bot stands in a channel and in its discussion group, asked of Telegram.

import type { Api } from 'grammy';
import type { ChatMember, UserFromGetMe } from 'grammy/types';
import { unlessRefused } from '../platform/telegram/unless-refused.ts';
import type { Footing } from './desk.ts';
import type { DeskNeed } from './needs.ts';
import type { DeskSite } from './set-up.ts';
import { isPublic } from './telegram-place.ts';

interface Asking {
  readonly api: Pick<Api, 'getChat' | 'getChatMember'>;
  readonly me: UserFromGetMe;
}

/** The channel as a desk. What Telegram refuses to tell is missing. @throws when Telegram is away */
export async function lookAtChannel(asking: Asking, channelId: number): Promise<DeskSite> {
  const { api, me } = asking;
  const own = await unlessRefused(api.getChatMember(channelId, me.id));
  const chat = await unlessRefused(api.getChat(channelId));
  const groupId = chat?.linked_chat_id ?? null;
  const inGroup = groupId === null ? null : await unlessRefused(api.getChatMember(groupId, me.id));
  const group = groupId === null ? null : await unlessRefused(api.getChat(groupId));
  const title = chat?.title ?? String(channelId);
  const isOpen = [chat, group].some((one) => one !== null && isPublic(one));
  const footing = footingOf({ own, groupId, inGroup, isOpen });
  return { kind: 'channel', chatId: groupId ?? channelId, channelId, title, footing };
}

/** The channel whose discussion group this is; null: it is nobody's. @throws when Telegram is away */
export async function channelOf({ api }: Asking, groupId: number): Promise<number | null> {
  const chat = await unlessRefused(api.getChat(groupId));
  return chat?.type === 'supergroup' ? (chat.linked_chat_id ?? null) : null;
}

interface Seen {
  readonly own: ChatMember | null;
  readonly groupId: number | null;
  readonly inGroup: ChatMember | null;
  /** Anybody can read the channel or the group. */
  readonly isOpen: boolean;
}

function footingOf({ own, groupId, inGroup, isOpen }: Seen): Footing {
  const admin = own?.status === 'administrator' ? own : null;
  const isInside = inGroup !== null && isPresent(inGroup);
  // Without privacy mode a member hears what is written, but reactions come to administrators alone.
  const hears = inGroup?.status === 'administrator' || inGroup?.status === 'creator';
  const needs: readonly (readonly [DeskNeed, boolean])[] = [
    ['can_post_messages', admin?.can_post_messages === true],
    ['can_edit_messages', admin?.can_edit_messages === true],
    ['discussion', groupId !== null],
    ['in-discussion', groupId === null || isInside],
    ['hearing', !isInside || hears],
    ['private', !isOpen],
  ];
  return {
    isOutside: own === null || !isPresent(own) || (groupId !== null && !isInside),
    isAdmin: admin !== null,
    missing: needs.filter(([, isThere]) => !isThere).map(([need]) => need),
  };
}

function isPresent(member: ChatMember): boolean {
  if (member.status === 'restricted') return member.is_member && member.can_send_messages;
  return member.status !== 'left' && member.status !== 'kicked';
}
