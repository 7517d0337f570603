// A desk that stands, looked at anew: can it be worked in?

import type { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { type Desk, type Trouble, troubleOfFooting, troubleOfMembership } from './desk.ts';
import { kindOf } from './kinds/kinds.ts';
import { lookAtChannel } from './telegram-channel.ts';
import { isForum, membershipOf } from './telegram-place.ts';

/** What stands in the way as far as rights show it; null: nothing. @throws what grammY throws */
export async function lookAtDesk(
  asking: { readonly api: Api; readonly me: UserFromGetMe },
  { chatId, channelId }: Pick<Desk, 'chatId' | 'channelId'>,
): Promise<Trouble | null> {
  const { api, me } = asking;
  if (channelId !== null) {
    const { footing, kind } = await lookAtChannel(asking, channelId);
    return troubleOfFooting(footing, kindOf(kind).vital);
  }
  const chat = await api.getChat(chatId);
  const membership = membershipOf(await api.getChatMember(chatId, me.id));
  return troubleOfMembership(membership, isForum(chat));
}
