// «Пригласить по QR» and «Правила» in the menu of a client's group.

import type { BotContext } from '../../context.ts';
import type { RoomMenuItem, RoomVisitor, Stage } from '../../rooms/index.ts';
import type { Visitor } from '../../rooms/rights.ts';
import { roleOfVisitor } from '../../rooms/rights.ts';
import type { ClientWish } from './changing-service.ts';
import { mayServe } from './client.ts';
import { POSTER_FORMS } from './invitation-service.ts';
import type { ClientRoomViews } from './room-views.ts';
import type { ClientService } from './service.ts';

export interface ItemsDeps {
  readonly service: Pick<ClientService, 'clientOfRoom' | 'poster' | 'change'>;
  readonly views: ClientRoomViews;
}

/** What the buttons that change the link wish. */
const WISHES: Readonly<Record<string, ClientWish>> = {
  renewyes: { kind: 'renew' },
  on: { kind: 'qr', enabled: true },
  off: { kind: 'qr', enabled: false },
};

export function createQrItem({ service, views }: ItemsDeps): RoomMenuItem {
  async function open(ctx: BotContext, { room, staff }: RoomVisitor, stage: Stage): Promise<void> {
    const company = await service.clientOfRoom(room.id);
    if (!company) return await stage.tell(ctx.t('clients-qr-none'));
    const mayChange = staff !== null && mayServe(staff);
    await stage.show(views.invitation(ctx.locale, company, mayChange));
  }

  async function send(ctx: BotContext, { room, userId }: RoomVisitor, data: string, stage: Stage) {
    const form = POSTER_FORMS.find((one) => one === data);
    if (!form) return await stage.tell(ctx.t('toast-outdated'));
    const { locale, cause } = ctx;
    const { status } = await service.poster({ roomId: room.id, userId, locale, form, cause });
    if (status === 'repeated') return;
    await stage.tell(ctx.t(`clients-qr-sent-${status}`));
  }

  async function pressed(ctx: BotContext, visitor: RoomVisitor, data: string, stage: Stage) {
    const { staff: by, cause } = ctx;
    const wish = WISHES[data];
    if (data !== 'renew' && !wish) return await send(ctx, visitor, data, stage);
    if (!by || !mayServe(by)) return await stage.tell(ctx.t('clients-change-no-right'));
    if (!wish) return await stage.show(views.renewing(ctx.locale));
    const company = await service.clientOfRoom(visitor.room.id);
    if (!company) return await stage.tell(ctx.t('clients-qr-none'));
    const { status } = await service.change({ companyId: company.id, wish, by, cause });
    if (status !== 'repeated') await stage.tell(ctx.t(`clients-change-${status}`));
    await open(ctx, visitor, stage);
  }

  return {
    id: 'qr',
    label: 'clients-item-qr',
    command: 'qr',
    rank: 13,
    isFor: (visitor) => isSupport(visitor) && mayInvite(visitor),
    open,
    pressed,
  };
}

export function createRulesItem({ service, views }: ItemsDeps): RoomMenuItem {
  return {
    id: 'crules',
    label: 'room-item-rules',
    command: 'rules',
    rank: 51,
    whenClosed: true,
    isFor: isSupport,
    async open(ctx, { room }, stage) {
      const company = await service.clientOfRoom(room.id);
      const text = company ? views.rules(ctx.locale, company) : ctx.t('room-rules-support');
      await stage.show({ text, rows: [] });
    },
  };
}

function isSupport({ room }: Visitor): boolean {
  return room.kind === 'support';
}

/** Partners and others are guests there: whom else to bring in is for those whose group it is. */
function mayInvite(visitor: Visitor): boolean {
  return visitor.staff !== null || (visitor.member !== null && roleOfVisitor(visitor) === 'client');
}
