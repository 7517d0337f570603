// A client's one tap on the request for a rating.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { ratingButton } from '../buttons.ts';
import { byItself, speechBody } from '../outgoing/speech.ts';
import type { DialogService } from '../service.ts';
import type { DialogViews, Speech } from '../views.ts';
import type { Refuse } from './refuse.ts';

export interface RatingHandlerDeps {
  readonly service: Pick<DialogService, 'rate'>;
  readonly views: Pick<DialogViews, 'rated'>;
  readonly refuse: Refuse;
}

/** Takes the vote of whom the dialog belongs to, and puts thanks in place of the request. */
export function createRatingHandlers({
  service,
  views,
  refuse,
}: RatingHandlerDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(ratingButton.pattern, async (ctx) => {
    const button = ratingButton.parse(ctx.callbackQuery.data);
    if (!button) return await refuse(ctx);
    const outcome = await service.rate({
      cause: ctx.cause,
      dialogId: button.id,
      rating: Number(button.choice),
      channel: ctx.businessConnectionId === undefined ? 'telegram' : 'business',
      userId: ctx.from.id,
    });
    switch (outcome.status) {
      case 'not-theirs':
      case 'gone':
        return await refuse(ctx);
      case 'repeated':
        return await answerPress(ctx);
      case 'already-rated':
        await answerPress(ctx, ctx.t('toast-rated-already', { rating: outcome.rating }));
        return await show(ctx, views.rated(ctx.locale, outcome.rating, false));
      case 'rated':
        await answerPress(ctx, ctx.t('toast-rated', { rating: outcome.rating }));
        return await show(ctx, views.rated(ctx.locale, outcome.rating, outcome.mayAdd));
    }
  });

  return composer;
}

/** The request has done its work; if this edit is lost, pressing again says the same. */
async function show(ctx: BotContext, { text: thanks }: Speech): Promise<void> {
  const text = ctx.businessConnectionId === undefined ? thanks : byItself(thanks);
  const { text: words, ...rest } = speechBody({ text }, false);
  await ctx.editMessageText(String(words), rest).catch(() => undefined);
}
