// An answer that is worth nothing a minute later, said past the outbox: when it cannot be said, that is
// noted and all is well. Never for anything that tells of a change.

import { type Context, GrammyError, HttpError } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Logger } from '../logger.ts';
import { sayUnseen, unseenIn } from './unseen.ts';

interface Words {
  readonly text: string;
  readonly keyboard?: InlineKeyboardMarkup;
  /** The message that it answers, where that shows in which conversation it stands. */
  readonly replyTo?: number;
  /** Nobody's telephone rings: others read the chat too. */
  readonly quiet?: boolean;
}

export type ReplyNow = (ctx: Context, words: string | Words) => Promise<void>;

/** Replies where the update came from; a refusal or a broken line is logged and passed over. */
export function createReplyNow(logger: Logger): ReplyNow {
  return async function replyNow(ctx, words) {
    const { text, keyboard, replyTo, quiet } = typeof words === 'string' ? { text: words } : words;
    const more = {
      ...(keyboard ? { reply_markup: keyboard } : {}),
      ...(quiet ? { disable_notification: true } : {}),
      // What one person alone sees has no number to be answered by.
      ...(replyTo ? { reply_parameters: { message_id: replyTo } } : {}),
    };
    try {
      // Who has asked so that nobody else sees it is answered so.
      const markup = keyboard ? { reply_markup: keyboard } : {};
      if (unseenIn(ctx) !== null && (await sayUnseen(ctx, text, markup)) !== null) return;
      await ctx.reply(text, { link_preview_options: { is_disabled: true }, ...more });
    } catch (error) {
      if (!(error instanceof GrammyError || error instanceof HttpError)) throw error;
      logger.warn({ err: error, chatId: ctx.chatId }, 'a short answer could not be given');
    }
  };
}
