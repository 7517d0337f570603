// What inviters press under what became of those they asked: taken back, somebody else, stars. Each press says
// what is true now.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { AnswerService } from '../answer-service.ts';
import { insteadButton, rateButton, withdrawButton } from '../buttons.ts';
import { sendWords } from '../conversation.ts';
import type { RatingService } from '../rating-service.ts';
import type { SendingService } from '../sending-service.ts';
import type { Screen } from '../telegram-screen.ts';

export interface InviterHandlersDeps {
  readonly answers: AnswerService;
  readonly sending: SendingService;
  readonly ratings: RatingService;
  readonly screen: Screen;
}

export function createInviterHandlers(deps: InviterHandlersDeps): Composer<BotContext> {
  const { answers, sending, ratings, screen } = deps;
  const composer = createComposer<BotContext>();

  composer.callbackQuery(withdrawButton.pattern, withdraw);
  composer.callbackQuery(insteadButton.pattern, replace);
  composer.callbackQuery(rateButton.pattern, rate);

  async function withdraw(ctx: BotContext): Promise<void> {
    const button = withdrawButton.parse(ctx.callbackQuery?.data);
    if (!button) return await answerPress(ctx, ctx.t('toast-outdated'), true);
    const outcome = await answers.withdraw(button.id, actorOf(ctx), ctx.cause);
    switch (outcome.status) {
      case 'repeated':
        return await answerPress(ctx);
      case 'no-right':
        return await answerPress(ctx, ctx.t('outcome-toast-no-right'), true);
      case 'withdrawn':
        await answerPress(ctx, ctx.t('outcome-toast-withdrawn'));
        return await dropButton(ctx);
      case 'over':
        await answerPress(ctx, ctx.t(`outcome-toast-over-${outcome.state}`), true);
        return await dropButton(ctx);
    }
  }

  async function replace(ctx: BotContext): Promise<void> {
    const button = insteadButton.parse(ctx.callbackQuery?.data);
    if (!button) return await answerPress(ctx, ctx.t('toast-outdated'), true);
    const { id: offerId, revision: partnerId } = button;
    const outcome = await sending.replace(offerId, partnerId, actorOf(ctx), ctx.cause);
    if (outcome.status === 'sent') {
      const name = outcome.names.join(', ');
      await answerPress(ctx, ctx.t('outcome-toast-sent', { name }));
      return await screen.rebutton(ctx, []);
    }
    const words = sendWords(outcome);
    await answerPress(ctx, words ? ctx.t(words.key, words.args) : '', true);
    if (outcome.status !== 'no-right') await dropButton(ctx);
  }

  async function rate(ctx: BotContext): Promise<void> {
    const button = rateButton.parse(ctx.callbackQuery?.data);
    if (!button) return await answerPress(ctx, ctx.t('toast-outdated'), true);
    const { id, choice } = button;
    const outcome = await ratings.rate(id, ctx.from?.id ?? 0, Number(choice), ctx.cause);
    if (outcome.status === 'repeated') return await answerPress(ctx);
    if (outcome.status === 'not-yours')
      return await answerPress(ctx, ctx.t('rate-not-yours'), true);
    const words =
      outcome.status === 'rated'
        ? ctx.t('rate-thanks', { stars: choice })
        : ctx.t('rate-already', { stars: outcome.stars });
    await answerPress(ctx, words);
    await screen.show(ctx, { text: words });
  }

  /** What was pressed is of no use any more; the other buttons stay. */
  async function dropButton(ctx: BotContext): Promise<void> {
    const pressed = ctx.callbackQuery?.data;
    const rows = ctx.callbackQuery?.message?.reply_markup?.inline_keyboard ?? [];
    const left = rows.filter((row) =>
      row.every((button) => !('callback_data' in button) || button.callback_data !== pressed),
    );
    await screen.rebutton(ctx, left);
  }

  return composer;
}

function actorOf({ from, staff }: BotContext) {
  return { userId: from?.id ?? 0, staffId: staff?.id ?? null };
}
