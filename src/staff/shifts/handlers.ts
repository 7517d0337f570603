// `/shift` in private: on duty or not, changed by one press.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Clock } from '../../platform/clock.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import type { ShiftService } from './service.ts';
import { type ShiftView, shiftButton } from './views.ts';

export interface ShiftHandlersDeps {
  readonly service: ShiftService;
  readonly view: ShiftView;
  readonly replyNow: ReplyNow;
  readonly clock: Clock;
}

/** To a client alone with the bot there is no such command. */
export function createShiftHandlers(deps: ShiftHandlersDeps): Composer<BotContext> {
  const { service, view, replyNow, clock } = deps;
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('shift', async (ctx, next) => {
    const { staff, chat } = ctx;
    if (!staff) return await next();
    if (chat.type !== 'private') {
      const replyTo = ctx.msg.message_id;
      return await replyNow(ctx, { text: ctx.t('shift-in-private'), replyTo });
    }
    const shift = await service.shiftOf(staff.id);
    if (shift) await replyNow(ctx, view(ctx.locale, shift, clock.now()));
  });

  composer.callbackQuery(shiftButton.pattern, async (ctx) => {
    const { staff, cause } = ctx;
    const button = shiftButton.parse(ctx.callbackQuery.data);
    if (!button || staff?.id !== button.id)
      return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const { choice } = button;
    const { status } =
      choice === 'start'
        ? await service.startShift(staff, cause)
        : await service.endShift(staff, cause);
    const words = status === 'so-already' ? `shift-${choice}-already` : `shift-${choice}-done`;
    await answerPress(ctx, ctx.t(words));
    await redraw(ctx, staff.id);
  });

  /** If this is lost, the next press says what is true now. */
  async function redraw(ctx: BotContext, staffId: number): Promise<void> {
    const shift = await service.shiftOf(staffId);
    if (!shift) return;
    const { text, keyboard } = view(ctx.locale, shift, clock.now());
    const markup = keyboard ? { reply_markup: keyboard } : {};
    await ctx.editMessageText(text, markup).catch(() => undefined);
  }

  return composer;
}
