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
