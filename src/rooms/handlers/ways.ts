// The list of ways in: a press on one has its link told, the arrows turn the page. And the button by which
// somebody who has left comes back.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Logger } from '../../platform/logger.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { leniently } from '../../platform/telegram/leniently.ts';
import { backButton, wayButton, waysPage } from '../buttons.ts';
import type { ReturnService } from '../return-service.ts';
import type { RoomViews } from '../views.ts';
import type { WaysService } from '../ways-service.ts';

export interface WaysHandlersDeps {
  readonly ways: WaysService;
  readonly returns: ReturnService;
  readonly views: Pick<RoomViews, 'ways'>;
  readonly logger: Logger;
}

export function createWaysHandlers({ ways, returns, views, logger }: WaysHandlersDeps) {
  const composer: Composer<BotContext> = createComposer<BotContext>();

  composer.callbackQuery(wayButton.pattern, async (ctx) => {
    const { from, cause } = ctx;
    const button = wayButton.parse(ctx.callbackQuery.data);
    if (!button) return await answerPress(ctx, ctx.t('toast-outdated'), true);
    const status = await ways.press({ entryId: button.id, userId: from.id, cause });
    const words = status === 'repeated' ? '' : ctx.t(`room-way-${status}`);
    await answerPress(ctx, words, status === 'over' || status === 'not-yours');
  });

  composer.callbackQuery(backButton.pattern, async (ctx) => {
    const { from, cause } = ctx;
    const button = backButton.parse(ctx.callbackQuery.data);
    if (!button) return await answerPress(ctx, ctx.t('toast-outdated'), true);
    const status = await returns.comeBack({ roomId: button.id, userId: from.id, cause });
    const words = status === 'repeated' ? '' : ctx.t(`room-back-${status}`);
    await answerPress(ctx, words, words !== '' && status !== 'coming');
  });

  composer.callbackQuery(waysPage.pattern, async (ctx) => {
    const button = waysPage.parse(ctx.callbackQuery.data);
    await answerPress(ctx);
    const { text, keyboard } = views.ways(
      ctx.locale,
      await ways.listOfUser(ctx.from.id),
      button?.id ?? 1,
    );
    await leniently(logger, { list: 'ways' }, () =>
      ctx.editMessageText(text, keyboard ? { reply_markup: keyboard } : {}),
    );
  });

  return composer;
}
