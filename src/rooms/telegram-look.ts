// A group as Telegram shows it to the bot.

import type { Api } from 'grammy';
import type { ChatMember, UserFromGetMe } from 'grammy/types';
import { unlessRefused } from '../platform/telegram/unless-refused.ts';
import type { Whereabouts } from './roll-service.ts';
import { type GroupSite, ROOM_RIGHTS } from './stock.ts';

export interface Asking {
  readonly api: Pick<
    Api,
    'getChat' | 'getChatMember' | 'getChatAdministrators' | 'getChatMemberCount'
  >;
  readonly me: UserFromGetMe;
}

/** What is refused is missing. @throws when Telegram is away */
export async function lookAtGroup({ api, me }: Asking, chatId: number): Promise<GroupSite> {
  const own = await unlessRefused(api.getChatMember(chatId, me.id));
  const chat = await unlessRefused(api.getChat(chatId));
  const everybody = (await unlessRefused(api.getChatAdministrators(chatId))) ?? [];
  const memberCount = await unlessRefused(api.getChatMemberCount(chatId));
  const people = everybody.filter(({ user }) => !user.is_bot);
  const place = own && chat ? placeOf(own) : 'outside';
  return {
    chatId,
    title: chat?.title ?? String(chatId),
    isSupergroup: chat?.type === 'supergroup',
    isPublic: chat?.username !== undefined,
    place,
    rights: ROOM_RIGHTS.filter((right) => own?.status === 'administrator' && own[right] === true),
    admins: people.map(({ user }) => user.id),
    memberCount,
    bots: Math.max(1, everybody.length - people.length),
  };
}

/** Where somebody is of a group. @throws when Telegram is away */
export async function lookForPerson(
  { api }: Pick<Asking, 'api'>,
  chatId: number,
  userId: number,
): Promise<Whereabouts> {
  const member = await unlessRefused(api.getChatMember(chatId, userId));
  if (!member) return 'unknown';
  if (member.status === 'kicked') return 'removed';
  return placeOf(member) === 'outside' ? 'left' : 'inside';
}

function placeOf(member: ChatMember): GroupSite['place'] {
  switch (member.status) {
    case 'creator':
    case 'administrator':
      return 'administrator';
    case 'member':
      return 'member';
    case 'restricted':
      return member.is_member ? 'member' : 'outside';
    case 'left':
    case 'kicked':
      return 'outside';
  }
}
