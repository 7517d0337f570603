// Presses of the buttons of dialogs. Who pressed decides, never what the button says or where it is.

import { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Logger } from '../../platform/logger.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import type { Staff } from '../../staff/staff.ts';
import { cancelNoteButton, cardButton, messageButton, ratingButton } from '../buttons.ts';
import type { DialogService } from '../service.ts';
import type { PressOutcome } from '../verbs/press-card.ts';
import type { DialogViews } from '../views.ts';

export interface PressHandlerDeps {
  readonly service: DialogService;
  readonly views: DialogViews;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
  readonly logger: Logger;
}

export function createPressHandlers({
  service,
  views,
  findStaff,
  logger,
}: PressHandlerDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  composer.callbackQuery(cardButton.pattern, async (ctx) => {
    const button = cardButton.parse(ctx.callbackQuery.data);
    if (!ctx.staff || !button) return await refuse(ctx);
    const { id: dialogId, choice: action } = button;
    const outcome = await service.press({ cause: ctx.cause, staff: ctx.staff, dialogId, action });
    const { text, alert } = await toastOf(ctx, outcome, action, ctx.staff);
    await answerPress(ctx, text, alert);
  });

  composer.callbackQuery(cancelNoteButton.pattern, async (ctx) => {
    const button = cancelNoteButton.parse(ctx.callbackQuery.data);
    if (!ctx.staff || !button) return await refuse(ctx);
    if (button.revision !== ctx.staff.id)
      return await answerPress(ctx, ctx.t('toast-not-your-note'), true);
    const outcome = await service.cancelNote({
      cause: ctx.cause,
      dialogId: button.id,
      staffId: ctx.staff.id,
    });
    const done = outcome.status === 'cancelled';
    await answerPress(ctx, ctx.t(done ? 'toast-note-cancelled' : 'toast-note-over'));
    await removeButtons(ctx);
  });

  composer.callbackQuery(messageButton.pattern, async (ctx) => {
    const button = messageButton.parse(ctx.callbackQuery.data);
    if (!ctx.staff || !button) return await refuse(ctx);
    const { id: messageId, choice: decision } = button;
    const outcome = await service.decide({
      cause: ctx.cause,
      staff: ctx.staff,
      messageId,
      decision,
    });
    const done = outcome.status === 'done';
    await answerPress(ctx, ctx.t(done ? `toast-${decision}` : 'toast-decided-already'));
    await removeButtons(ctx);
  });

  composer.callbackQuery(ratingButton.pattern, async (ctx) => {
    const button = ratingButton.parse(ctx.callbackQuery.data);
    if (!button) return await refuse(ctx);
    const outcome = await service.rate({
      cause: ctx.cause,
      dialogId: button.id,
      rating: Number(button.choice),
      channel: 'telegram',
      externalId: String(ctx.from.id),
    });
    if (outcome.status === 'not-theirs' || outcome.status === 'gone') return await refuse(ctx);
    if (outcome.status === 'repeated') return await answerPress(ctx);
    await answerPress(
      ctx,
      ctx.t(outcome.status === 'rated' ? 'toast-rated' : 'toast-rated-already', {
        rating: outcome.rating,
      }),
    );
    const { text } = views.rated(ctx.locale, outcome.rating);
    // The request has done its work; if this edit is lost, pressing again says the same.
    await ctx.editMessageText(text).catch(() => undefined);
  });

  async function refuse(ctx: BotContext): Promise<void> {
    logger.warn(
      { userId: ctx.from?.id, data: ctx.callbackQuery?.data },
      'a press without rights was refused',
    );
    await answerPress(ctx, ctx.t('toast-no-right'), true);
  }

  async function toastOf(
    ctx: BotContext,
    outcome: PressOutcome,
    action: string,
    staff: Staff,
  ): Promise<{ text: string; alert?: boolean }> {
    switch (outcome.status) {
      case 'done':
        return { text: ctx.t(`toast-${action}`) };
      case 'repeated':
        return { text: '' };
      case 'gone':
        return { text: ctx.t('toast-gone'), alert: true };
      case 'another-is-open':
        return { text: ctx.t('toast-another-open', { number: outcome.dialogId }), alert: true };
      case 'no-longer':
        return {
          text: ctx.t('toast-no-longer', { status: ctx.t(`status-${outcome.now}`) }),
          alert: true,
        };
      case 'already-in-work': {
        if (outcome.by === staff.id) return { text: ctx.t('toast-yours-already') };
        const [holder] = await findStaff(outcome.by === null ? [] : [outcome.by]);
        return { text: ctx.t('toast-already-in-work', { name: holder?.name ?? '' }), alert: true };
      }
    }
  }

  return composer;
}

/** What was asked is decided: the question keeps its words and loses its buttons. */
async function removeButtons(ctx: BotContext): Promise<void> {
  await ctx.editMessageReplyMarkup().catch(() => undefined);
}
