// «Пригласить партнёра» in a room's /menu.

import type { BotContext } from '../context.ts';
import type { RoomMenuItem } from '../rooms/index.ts';
import { roleOfVisitor } from '../rooms/rights.ts';
import { mayInvite } from './rooms-door.ts';

export function createPartnerItem(
  openList: (ctx: BotContext, roomId: number) => Promise<void>,
): RoomMenuItem {
  return {
    id: 'partner',
    label: 'room-item-partner',
    command: 'invite',
    rank: 10,
    isFor: (visitor) => mayInvite(roleOfVisitor(visitor), visitor.staff !== null),
    open: (ctx, { room }) => openList(ctx, room.id),
  };
}
