// Presses that only employees may make.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import type { Staff } from '../../staff/staff.ts';

/** Everybody else is told, and nothing happens. */
export function byStaff<Target>(
  composer: Composer<BotContext>,
  button: { readonly pattern: RegExp; parse(data: string | undefined): Target | null },
  act: (ctx: BotContext, staff: Staff, target: Target) => Promise<void>,
): void {
  composer.callbackQuery(button.pattern, async (ctx) => {
    const target = button.parse(ctx.callbackQuery.data);
    if (!target || !ctx.staff) return await answerPress(ctx, ctx.t('toast-no-right'), true);
    await act(ctx, ctx.staff, target);
  });
}
