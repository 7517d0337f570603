// Presses on a client's card, and on the question for a rating.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { askerOf } from '../telegram-asker.ts';
import { ownButton, rateButton } from './buttons.ts';
import type { OpinionForms } from './conversation.ts';
import type { OpinionService } from './opinion-service.ts';
import type { RequestViews } from './views.ts';

export interface OpinionHandlersDeps {
  readonly service: OpinionService;
  readonly forms: OpinionForms;
  readonly views: Pick<RequestViews, 'rated'>;
}

export function createOpinionHandlers(deps: OpinionHandlersDeps): Composer<BotContext> {
  return createComposer(onCard(deps), onRating(deps));
}

function onCard({ service, forms }: OpinionHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(ownButton.pattern, async (ctx) => {
    const [button, asker] = [ownButton.parse(ctx.callbackQuery.data), askerOf(ctx)];
    if (!button || !asker) return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const { id: ticketId, choice: action } = button;
    if (action === 'confirm') {
      const { status } = await service.confirm({ ticketId, asker, cause: ctx.cause });
      if (status === 'repeated') return await answerPress(ctx);
      return await answerPress(ctx, ctx.t(`toast-request-${status}`), status !== 'done');
    }
    const { status } = await service.look({ ticketId, asker, action });
    if (status !== 'open') return await answerPress(ctx, ctx.t(`toast-request-${status}`), true);
    const form = action === 'return' ? forms.giveBack : forms.withdraw;
    await answerPress(ctx);
    await form.enter(ctx, { ticketId });
  });

  return composer;
}

function onRating({ service, forms, views }: OpinionHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(rateButton.pattern, async (ctx) => {
    const [button, asker] = [rateButton.parse(ctx.callbackQuery.data), askerOf(ctx)];
    if (!button || !asker) return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const { id: ticketId, revision: personId, choice } = button;
    const pressed = { ticketId, asker, cause: ctx.cause, rating: Number(choice), personId };
    const outcome = await service.rate(pressed);
    if (outcome.status === 'repeated') return await answerPress(ctx);
    if (!('rating' in outcome)) {
      return await answerPress(ctx, ctx.t(`toast-rating-${outcome.status}`), true);
    }
    await answerPress(ctx, ctx.t('request-thanks'));
    const words = views.rated(ctx.locale, ticketId, outcome.rating);
    // It has done its work; if this edit is lost, pressing again says the same.
    await ctx.editMessageText(words).catch(() => undefined);
    if (outcome.status === 'done') await forms.rateWords.enter(ctx, { ticketId });
  });

  return composer;
}
