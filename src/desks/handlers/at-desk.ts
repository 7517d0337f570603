// Commands of managers at a desk: who may not is told so, and to clients there is no such command.

import type { BotContext } from '../../context.ts';
import type { Reader } from '../../platform/outbox/words.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Desk } from '../desk.ts';
import type { DeskHandlersDeps } from './deps.ts';

export interface AtDesk {
  readonly staff: Staff;
  readonly desk: Desk;
  readonly reader: Reader;
}

/** `act` for a manager who writes at a desk; anywhere else they are told that it works there alone. */
export async function atDesk(
  {
    service,
    gate,
    readerOf,
    replyNow,
  }: Pick<DeskHandlersDeps, 'service' | 'gate' | 'readerOf' | 'replyNow'>,
  ctx: BotContext & { readonly chat: { readonly id: number } },
  next: () => Promise<void>,
  act: (found: AtDesk) => Promise<void>,
): Promise<void> {
  const desk = await service.findByChat(ctx.chat.id);
  const entry = desk || ctx.staff ? await gate(ctx) : null;
  if (entry?.status === 'refused') return;
  if (entry?.status !== 'manager') return await next();
  const reader = await readerOf(ctx);
  if (!desk || !reader) return await replyNow(ctx, ctx.t('desk-only-here'));
  await act({ staff: entry.staff, desk, reader });
}
