// `/label` in a dialog's thread: a label is put on its client or taken off, in words or by a press.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { redraw } from '../../platform/telegram/redraw.ts';
import { createLabelViews, labelButton } from '../label-views.ts';
import { askedBy, type LookupHandlersDeps, refusePress } from './deps.ts';

/** Hears employees; others are passed on. */
export function createLabelHandlers(deps: LookupHandlersDeps): Composer<BotContext> {
  const { labels, clientOf, readerOf, replyNow, logger, t } = deps;
  const views = createLabelViews(t);
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('label', async (ctx, next) => {
    const asked = await askedBy(ctx, readerOf);
    if (!asked) return await next();
    const { staff, reader, dialogId } = asked;
    const clientId = dialogId === null ? null : await clientOf(dialogId);
    if (clientId === null) return await replyNow(ctx, ctx.t('label-where'));
    const text = String(ctx.match ?? '');
    await labels.obey({ cause: ctx.cause, staffId: staff.id, clientId, text, reader });
  });

  composer.callbackQuery(labelButton.pattern, async (ctx) => {
    const { staff, cause } = ctx;
    const button = labelButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await refusePress(ctx, logger);
    const { id: labelId, revision: clientId } = button;
    const outcome = await labels.toggle({ cause, staffId: staff.id, clientId, labelId });
    if (outcome === 'repeated') return await answerPress(ctx);
    await redraw(ctx, views.menu(ctx.locale, clientId, await labels.offer(clientId)));
    await answerPress(ctx, outcome ? views.toast(ctx.locale, outcome) : ctx.t('toast-label-gone'));
  });

  return composer;
}
