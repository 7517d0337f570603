// `/find`: words in what was said, in private and at the desk; in a thread, with its client first.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { redraw } from '../../platform/telegram/redraw.ts';
import { findButton } from '../buttons.ts';
import { askedBy, type LookupHandlersDeps, refusePress } from './deps.ts';

/** Hears employees; others are passed on. */
export function createFindHandlers(deps: LookupHandlersDeps): Composer<BotContext> {
  const { wordSearch, findViews, readerOf, replyNow, clock, logger } = deps;
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('find', async (ctx, next) => {
    const asked = await askedBy(ctx, readerOf);
    if (!asked) return await next();
    const { staff, reader, dialogId } = asked;
    const text = String(ctx.match ?? '').trim();
    if (text === '') return await replyNow(ctx, ctx.t('find-usage'));
    const order = { cause: ctx.cause, staffId: staff.id, reader, text, dialogId };
    if (!(await wordSearch.open(order))) await replyNow(ctx, ctx.t('find-too-common'));
  });

  composer.callbackQuery(findButton.pattern, async (ctx) => {
    const { staff, cause } = ctx;
    const button = findButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await refusePress(ctx, logger);
    const { id: lookupId, choice: turn, revision: page } = button;
    const outcome = await wordSearch.press({ cause, lookupId, turn, page });
    if (outcome.status === 'repeated') return await answerPress(ctx);
    if (outcome.status === 'gone') return await answerPress(ctx, ctx.t('toast-hits-gone'), true);
    const drawn = await redraw(ctx, findViews.hitList(outcome.page, clock.now()));
    await answerPress(
      ctx,
      drawn === 'drawn' ? '' : ctx.t(`toast-list-${drawn}`),
      drawn !== 'drawn',
    );
  });

  return composer;
}
