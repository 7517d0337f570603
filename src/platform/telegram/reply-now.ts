// An answer that is worth nothing a minute later, said past the outbox: when it cannot be said, that is
// noted and all is well. Never for anything that tells of a change.

import { type Context, GrammyError, HttpError } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Logger } from '../logger.ts';

interface Words {
  readonly text: string;
  readonly keyboard?: InlineKeyboardMarkup;
}

export type ReplyNow = (ctx: Context, words: string | Words) => Promise<void>;

/** Replies where the update came from; a refusal or a broken line is logged and passed over. */
export function createReplyNow(logger: Logger): ReplyNow {
  return async function replyNow(ctx, words) {
    const { text, keyboard } = typeof words === 'string' ? { text: words } : words;
    const markup = keyboard ? { reply_markup: keyboard } : {};
    try {
      await ctx.reply(text, { link_preview_options: { is_disabled: true }, ...markup });
    } catch (error) {
      if (!(error instanceof GrammyError || error instanceof HttpError)) throw error;
      logger.warn({ err: error, chatId: ctx.chatId }, 'a short answer could not be given');
    }
  };
}
