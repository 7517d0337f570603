// «/move» in a dialog's thread, and the choice of a desk.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import type { DialogHere } from '../handlers/here.ts';
import type { Refuse } from '../handlers/refuse.ts';
import { moveButton } from './buttons.ts';
import type { MovingService } from './service.ts';

export interface MovingHandlersDeps {
  readonly service: MovingService;
  readonly dialogHere: DialogHere;
  readonly refuse: Refuse;
  readonly replyNow: ReplyNow;
}

/** Comes before the relay of what staff write: no word of these reaches a client. */
export function createMovingHandlers(deps: MovingHandlersDeps): Composer<BotContext> {
  const { service, dialogHere, refuse, replyNow } = deps;
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('move', async (ctx, next) => {
    const { staff, cause } = ctx;
    if (!staff) return await next();
    const dialogId = await dialogHere(ctx);
    if (dialogId === null) return await replyNow(ctx, ctx.t('move-only-here'));
    await service.offer({ cause, dialogId, replyTo: ctx.msg.message_id });
  });

  composer.callbackQuery(moveButton.pattern, async (ctx) => {
    const { staff, cause } = ctx;
    const button = moveButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await refuse(ctx);
    const { id: dialogId, revision: deskId } = button;
    const outcome = await service.move({ cause, staff, dialogId, deskId });
    switch (outcome.status) {
      case 'repeated':
        return await answerPress(ctx);
      case 'gone':
      case 'no-such-desk':
        return await answerPress(ctx, ctx.t('toast-gone'), true);
      case 'moved':
      case 'here-already':
        await answerPress(ctx, ctx.t(`toast-${outcome.status}`, { desk: outcome.desk }));
        await ctx.deleteMessage().catch(() => undefined);
    }
  });

  return composer;
}
