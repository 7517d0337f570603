// «Безопасная сделка» in a room's /menu, and behind «/escrow»: the deal there is, or how one begins.

import type { BotContext } from '../context.ts';
import type { DefinedForm } from '../platform/forms/index.ts';
import type { Translate } from '../platform/i18n.ts';
import type { RoomMenuItem, RoomVisitor, Stage } from '../rooms/index.ts';
import { roleOfVisitor } from '../rooms/rights.ts';
import { proposedWords } from './outcome-views.ts';
import type { EscrowService } from './service.ts';

export interface EscrowItemDeps {
  readonly service: Pick<EscrowService, 'show' | 'propose' | 'standing'>;
  readonly form: DefinedForm<BotContext, { readonly roomId: number }>;
  readonly t: Translate;
}

const BEGIN = 'begin';

/** Partners and guests have no part in the money. */
const OURS: readonly string[] = ['exporter', 'importer', 'manager', 'support'];

export function createEscrowItem(deps: EscrowItemDeps): RoomMenuItem {
  const { service, form, t } = deps;

  async function open(ctx: BotContext, { room }: RoomVisitor, stage: Stage): Promise<void> {
    // Behind the command somebody may have written the terms at once; a press brings its own match.
    const text = ctx.message && typeof ctx.match === 'string' ? ctx.match.trim() : '';
    await (text === '' ? show(ctx, room.id, stage) : propose(ctx, room.id, text, stage));
  }

  async function show(ctx: BotContext, roomId: number, stage: Stage): Promise<void> {
    const { status, isOver } = await service.show({ cause: ctx.cause, roomId });
    if (status === 'repeated') return;
    if (status === 'shown' && !isOver) return await stage.leave(ctx.t('escrow-shown'));
    const row = [{ label: ctx.t('escrow-button-begin'), data: BEGIN }];
    await stage.show({ text: ctx.t('escrow-none'), rows: [row] });
  }

  async function propose(ctx: BotContext, roomId: number, text: string, stage: Stage) {
    const presser = { userId: ctx.from?.id ?? 0, staff: ctx.staff };
    const command = { cause: ctx.cause, roomId, text, currency: null, presser };
    const words = proposedWords(t, ctx.locale, await service.propose(command));
    if (words) await stage.tell(words);
  }

  async function pressed(ctx: BotContext, { room }: RoomVisitor, data: string, stage: Stage) {
    if (data !== BEGIN) return await stage.tell(ctx.t('toast-outdated'));
    const presser = { userId: ctx.from?.id ?? 0, staff: ctx.staff };
    const { party, mayPropose } = await service.standing(room.id, presser);
    if (!party) return await stage.tell(ctx.t('escrow-toast-no-party'));
    if (!mayPropose) return await stage.tell(ctx.t('escrow-toast-stale'));
    await stage.leave();
    await form.enter(ctx, { roomId: room.id });
  }

  return {
    id: 'escrow',
    label: 'room-item-escrow',
    command: 'escrow',
    rank: 30,
    isFor: (visitor) => visitor.room.kind === 'product' && OURS.includes(roleOfVisitor(visitor)),
    refusal: ({ room }) => (room.kind === 'product' ? null : 'escrow-only-rooms'),
    open,
    pressed,
  };
}
