// Presses in private at the end of a shift: all of it is offered, accepted or declined.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { Refuse } from '../handlers/refuse.ts';
import type { DecideOutcome, HandoverService, OfferOutcome } from './handover-service.ts';
import { handAllButton, handoverButton } from './views.ts';

export interface DutyHandlersDeps {
  readonly handovers: HandoverService;
  readonly refuse: Refuse;
}

/** Only whoever goes may offer, and only whom it was offered to may decide. */
export function createDutyHandlers({ handovers, refuse }: DutyHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(handAllButton.pattern, async (ctx) => {
    const { staff, cause } = ctx;
    const button = handAllButton.parse(ctx.callbackQuery.data);
    if (!staff || button?.id !== staff.id) return await refuse(ctx);
    const outcome = await handovers.offer({ cause, staff, toId: button.revision });
    const isDone = outcome.status === 'offered' || outcome.status === 'repeated';
    await answerPress(ctx, offered(ctx, outcome), !isDone);
  });

  composer.callbackQuery(handoverButton.pattern, async (ctx) => {
    const { staff, cause } = ctx;
    const button = handoverButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await refuse(ctx);
    const accept = button.choice === 'accept';
    const outcome = await handovers.decide({ cause, staff, handoverId: button.id, accept });
    if (outcome.status === 'not-yours') return await refuse(ctx);
    await answerPress(ctx, decided(ctx, outcome));
    await ctx.editMessageReplyMarkup().catch(() => undefined);
  });

  return composer;
}

function offered(ctx: BotContext, outcome: OfferOutcome): string {
  switch (outcome.status) {
    case 'offered':
      return ctx.t('toast-handover-offered', { name: outcome.to });
    case 'offered-already':
      return ctx.t('toast-handover-offered-already', { name: outcome.to });
    case 'on-duty-again':
      return ctx.t('toast-handover-on-duty-again');
    case 'off-duty':
      return ctx.t('toast-handover-off-duty');
    case 'nothing-left':
      return ctx.t('toast-handover-nothing-left');
    case 'repeated':
      return '';
  }
}

function decided(
  ctx: BotContext,
  outcome: Exclude<DecideOutcome, { status: 'not-yours' }>,
): string {
  switch (outcome.status) {
    case 'accepted':
      return ctx.t('toast-handover-accepted', { count: outcome.count });
    case 'declined':
      return ctx.t('toast-handover-declined');
    case 'withdrawn':
      return ctx.t('toast-handover-withdrawn', { name: outcome.from });
    case 'decided-already':
      return ctx.t('toast-decided-already');
    case 'repeated':
      return '';
  }
}
