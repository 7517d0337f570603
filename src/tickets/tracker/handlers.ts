// «/webhooks» of administrators, in private, and the presses under it. For everybody else there is no such command.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Logger } from '../../platform/logger.ts';
import { destination } from '../../platform/outbox/index.ts';
import type { View } from '../../platform/outbox/words.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { leniently } from '../../platform/telegram/leniently.ts';
import type { Staff } from '../../staff/staff.ts';
import { retryAllButton, retryButton, skipButton } from './buttons.ts';
import type { DecidedOutcome, DeliveryService } from './delivery-service.ts';

export interface TrackerHandlersDeps {
  readonly service: DeliveryService;
  /** How it stands now. */
  readonly show: (locale: BotContext['locale']) => Promise<View>;
  readonly logger: Logger;
}

type Press = (ctx: BotContext, by: Staff, id: number) => Promise<DecidedOutcome>;

/** Comes before clients, to whom the command does not exist. */
export function createTrackerHandlers(deps: TrackerHandlersDeps): Composer<BotContext> {
  const { service } = deps;
  const composer = createComposer<BotContext>();

  composer.chatType('private').command('webhooks', async (ctx, next) => {
    const { staff, locale, cause } = ctx;
    if (staff?.role !== 'admin') return await next();
    await service.tell({ destination: destination('person', staff.userId), locale }, cause);
  });

  const pressed = (
    button: typeof retryButton,
    words: 'tracker-toast-retry' | 'tracker-toast-skip',
    press: Press,
  ) =>
    composer.callbackQuery(button.pattern, async (ctx) => {
      const target = button.parse(ctx.callbackQuery.data);
      const { staff } = ctx;
      if (!target || staff?.role !== 'admin') {
        return await answerPress(ctx, ctx.t('tracker-toast-admins'), true);
      }
      const outcome = await press(ctx, staff, target.id);
      await answerPress(ctx, toast(ctx, outcome, words));
      if (outcome.status !== 'repeated') await redraw(deps, ctx);
    });

  pressed(retryButton, 'tracker-toast-retry', (ctx, _, id) => service.retry({ id }, ctx.cause));
  pressed(skipButton, 'tracker-toast-skip', (ctx, by, id) => service.skip(id, by, ctx.cause));
  pressed(retryAllButton, 'tracker-toast-retry', (ctx, _, upTo) =>
    service.retry({ upTo }, ctx.cause),
  );
  return composer;
}

function toast(ctx: BotContext, outcome: DecidedOutcome, words: string): string {
  if (outcome.status === 'repeated') return '';
  if (outcome.status === 'decided') return ctx.t('tracker-toast-decided');
  return ctx.t(words, { count: outcome.count });
}

async function redraw({ show, logger }: TrackerHandlersDeps, ctx: BotContext): Promise<void> {
  const { text, keyboard } = await show(ctx.locale);
  const markup = { reply_markup: keyboard ?? { inline_keyboard: [] } };
  await leniently(logger, { screen: 'webhooks' }, () => ctx.editMessageText(text, markup));
}
