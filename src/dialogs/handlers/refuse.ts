// Somebody pressed a button, or forged its data, without the right to: a plain refusal, and a line for
// the operator. Nothing changes.

import type { BotContext } from '../../context.ts';
import type { Logger } from '../../platform/logger.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';

export type Refuse = (ctx: BotContext) => Promise<void>;

/** An alert to whoever pressed, a warning in the log. */
export function createRefuse(logger: Logger): Refuse {
  return async (ctx) => {
    const facts = { userId: ctx.from?.id, data: ctx.callbackQuery?.data };
    logger.warn(facts, 'a press without rights was refused');
    await answerPress(ctx, ctx.t('toast-no-right'), true);
  };
}
