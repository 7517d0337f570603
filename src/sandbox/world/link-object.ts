// An invite link as the Bot API shows it; of what others have made a bot sees half.
import type { ChatInviteLink } from '@grammyjs/types';
import { userOf } from './account.ts';
import type { ChatState, InviteLink } from './chat.ts';
import type { World } from './world.ts';

export function linkOf(world: World, chat: ChatState, link: InviteLink): ChatInviteLink {
  const creator = world.accounts.get(link.creatorId) ?? world.bot;
  const requests = [...chat.joinRequests.values()].filter((one) => one.link === link).length;
  return {
    invite_link: creator.id === world.bot.id ? link.url : `${link.url.slice(0, 21)}…`,
    creator: userOf(creator),
    creates_join_request: link.createsJoinRequest,
    is_primary: link.isPrimary,
    is_revoked: link.isRevoked,
    ...(link.name === '' ? {} : { name: link.name }),
    ...(link.expiresAt === 0 ? {} : { expire_date: link.expiresAt }),
    ...(link.memberLimit === 0 ? {} : { member_limit: link.memberLimit }),
    ...(requests === 0 ? {} : { pending_join_request_count: requests }),
  };
}

/** A new link into a chat, of the bot's unless somebody else is named; it asks for nothing. */
export function addLink(
  world: World,
  chat: ChatState,
  {
    isPrimary,
    creatorId = world.bot.id,
  }: { readonly isPrimary: boolean; readonly creatorId?: number },
): InviteLink {
  const hash = `${String(world.nextNumber()).padStart(8, '0')}Sandbox${Math.abs(chat.id) % 100_000}`;
  const link: InviteLink = {
    url: `https://t.me/+${hash}`,
    creatorId,
    isPrimary,
    name: '',
    createsJoinRequest: false,
    expiresAt: 0,
    memberLimit: 0,
    isRevoked: false,
    joined: new Set(),
  };
  chat.links.set(link.url, link);
  return link;
}
