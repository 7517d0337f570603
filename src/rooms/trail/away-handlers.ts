// «Отмена» under a question: it is taken away, by anybody who is there.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { awayButton } from './away-buttons.ts';
import type { ListService } from './list-service.ts';
import { actingOf } from './telegram-here.ts';

export function createAwayHandlers({
  lists,
}: {
  readonly lists: Pick<ListService, 'mayRead'>;
}): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(awayButton.pattern, async (ctx) => {
    const { data } = ctx.callbackQuery;
    const [button, by] = [awayButton.parse(data), actingOf(ctx)];
    // A press may claim any data: only a message that bears this very button is taken away by it.
    if (!button || !by || !bears(ctx, data))
      return await answerPress(ctx, ctx.t('toast-outdated'), true);
    if (!(await lists.mayRead(button.id, by)))
      return await answerPress(ctx, ctx.t('toast-no-right'), true);
    await answerPress(ctx);
    await ctx.deleteMessage().catch(() => undefined);
  });

  return composer;
}

function bears({ callbackQuery }: BotContext, data: string): boolean {
  const rows = callbackQuery?.message?.reply_markup?.inline_keyboard ?? [];
  return rows.flat().some((button) => 'callback_data' in button && button.callback_data === data);
}
