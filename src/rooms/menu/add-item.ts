// «Добавить участника»: a personal link, for a colleague or for anyone else. It lets one person in, and is
// told alone with the bot: in the group others may look on.

import type { BotContext } from '../../context.ts';
import { rolesToGive } from '../rights.ts';
import type { RoomRole } from '../room.ts';
import type { RoomViews } from '../views.ts';
import type { VisitorService } from '../visitor-service.ts';
import type { RoomMenuItem, RoomVisitor, Stage } from './item.ts';

export interface AddItemDeps {
  readonly visitors: VisitorService;
  readonly views: Pick<RoomViews, 'fetchLink'>;
}

export function createAddItem({ visitors, views }: AddItemDeps): RoomMenuItem {
  async function open(ctx: BotContext, visitor: RoomVisitor, stage: Stage): Promise<void> {
    const rows = rolesToGive(visitor).map((role) => [
      { label: ctx.t(`room-add-${role}`), data: role },
    ]);
    await stage.show({ text: ctx.t('room-add-whom'), rows });
  }

  async function pressed(ctx: BotContext, visitor: RoomVisitor, data: string, stage: Stage) {
    const role = rolesToGive(visitor).find((one) => one === (data as RoomRole));
    if (!role) return await stage.tell(ctx.t('room-menu-not-for-you'));
    const outcome = await visitors.invite({ visitor, role, cause: ctx.cause });
    if (outcome.status !== 'invited') return await stage.tell(ctx.t(`room-add-${outcome.status}`));
    if (outcome.told) return await stage.leave(ctx.t('room-add-told'));
    const url = views.fetchLink(outcome.fetchCode);
    const rows = [[{ label: ctx.t('room-add-fetch'), url }]];
    await stage.show({ text: ctx.t('room-add-fetch-how'), rows });
  }

  return {
    id: 'add',
    label: 'room-item-add',
    command: 'add',
    rank: 11,
    isFor: (visitor) => rolesToGive(visitor).length > 0,
    open,
    pressed,
  };
}
