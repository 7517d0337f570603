// «Закрыть группу» and «Открыть снова» in a room's settings: asked once, with what comes of it, and why.

import type { BotContext } from '../../context.ts';
import { CLOSING_REASONS } from '../closing.ts';
import type { ClosingService } from '../closing-service.ts';
import { mayClose } from '../rights.ts';
import type { RoomVisitor, Stage } from './item.ts';

export interface ClosingPart {
  /** The row of buttons for this visitor; none for most. */
  row(
    ctx: BotContext,
    visitor: RoomVisitor,
  ): readonly { readonly label: string; readonly data: string }[];
  /** False: the press was none of these. */
  pressed(ctx: BotContext, visitor: RoomVisitor, data: string, stage: Stage): Promise<boolean>;
}

const ASK = 'close';
const AGAIN = 'reopen';

export function createClosingPart(closing: Pick<ClosingService, 'close' | 'reopen'>): ClosingPart {
  async function ask(ctx: BotContext, { room }: RoomVisitor, stage: Stage): Promise<void> {
    const reasons = CLOSING_REASONS.map((reason) => [
      {
        label: ctx.t(`room-closing-${reason}`),
        data: `${ASK}.${reason}`,
        style: 'danger' as const,
      },
    ]);
    const text = ctx.t('room-closing-ask', { title: room.title });
    await stage.show({ text, rows: reasons });
  }

  async function close(ctx: BotContext, { room }: RoomVisitor, name: string, stage: Stage) {
    const reason = CLOSING_REASONS.find((one) => one === name);
    if (!reason || !ctx.staff) return await stage.tell(ctx.t('toast-outdated'));
    const { staff: by, cause } = ctx;
    const status = await closing.close({ roomId: room.id, by, reason, cause });
    const words = ctx.t(`room-close-${status}`);
    await (status === 'closed' ? stage.leave(words) : stage.tell(words));
  }

  async function reopen(ctx: BotContext, { room }: RoomVisitor, stage: Stage): Promise<void> {
    if (!ctx.staff) return await stage.tell(ctx.t('room-close-no-right'));
    const { staff: by, cause } = ctx;
    const status = await closing.reopen({ roomId: room.id, by, cause });
    const words = ctx.t(`room-reopen-${status}`);
    await (status === 'reopened' ? stage.leave(words) : stage.tell(words));
  }

  return {
    row(ctx, visitor) {
      if (!mayClose(visitor)) return [];
      const what = visitor.room.state === 'closed' ? AGAIN : ASK;
      return [{ label: ctx.t(`room-item-${what}`), data: what }];
    },
    async pressed(ctx, visitor, data, stage) {
      const [what, reason] = data.split('.');
      if (what !== ASK && what !== AGAIN) return false;
      if (!mayClose(visitor)) await stage.tell(ctx.t('room-close-no-right'));
      else if (what === AGAIN) await reopen(ctx, visitor, stage);
      else if (reason === undefined) await ask(ctx, visitor, stage);
      else await close(ctx, visitor, reason, stage);
      return true;
    },
  };
}
