// The chat of an update as a desk that is, or is to be.

import type { BotContext } from '../context.ts';
import { footingIn } from './desk.ts';
import type { DeskSite } from './set-up.ts';
import { channelOf, lookAtChannel } from './telegram-channel.ts';
import { isForum, isPublic, membershipOf } from './telegram-place.ts';

/** Null: nothing here can be a desk. @throws when Telegram is away */
export async function siteOf({ chat, api, me }: BotContext): Promise<DeskSite | null> {
  if (chat?.type === 'channel') return lookAtChannel({ api, me }, chat.id);
  if (chat?.type !== 'supergroup') return null;
  if (!isForum(chat)) {
    const channelId = await channelOf({ api, me }, chat.id);
    return channelId === null ? null : lookAtChannel({ api, me }, channelId);
  }
  const membership = membershipOf(await api.getChatMember(chat.id, me.id));
  const footing = footingIn(membership, isPublic(chat));
  return { kind: 'forum', chatId: chat.id, channelId: null, title: chat.title, footing };
}
