// «Открыть снова» on the card of a closed room: everybody sees it, those who answer for rooms may press it.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { reopenButton } from '../buttons.ts';
import type { ClosingService } from '../closing-service.ts';

export function createReopeningHandlers(
  closing: Pick<ClosingService, 'reopen'>,
): Composer<BotContext> {
  const composer = createComposer<BotContext>();
  composer.callbackQuery(reopenButton.pattern, async (ctx) => {
    const button = reopenButton.parse(ctx.callbackQuery.data);
    const { staff: by, cause } = ctx;
    if (!button || !by) return await answerPress(ctx, ctx.t('room-close-no-right'), true);
    const status = await closing.reopen({ roomId: button.id, by, cause });
    await answerPress(ctx, ctx.t(`room-reopen-${status}`), status === 'no-right');
  });
  return composer;
}
