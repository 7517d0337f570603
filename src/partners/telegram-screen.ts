// A list that one person goes through in a group: seen by them alone where their program has shown that it
// knows such messages, else a quiet reply that whoever opened it can take away. Past the outbox, for it is
// worth nothing a minute later.

import { GrammyError, HttpError } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { BotContext } from '../context.ts';
import type { Logger } from '../platform/logger.ts';
import type { View } from '../platform/outbox/words.ts';
import { classifyApiError } from '../platform/telegram/api-errors.ts';

export type Screen = ReturnType<typeof createScreen>;

/** What Telegram refuses is noted: the next press, or the command given again, shows what is true. */
export function createScreen(logger: Logger) {
  /** Drawn anew under a press; else answered to a message. */
  async function show(ctx: BotContext, { text, keyboard }: View): Promise<void> {
    const more = {
      link_preview_options: { is_disabled: true },
      ...(keyboard ? { reply_markup: keyboard } : {}),
    };
    await leniently(ctx, async () => {
      const { chat, from, callbackQuery, msg } = ctx;
      if (!chat || !from || !msg) return;
      const unseen = unseenOf(msg);
      if (callbackQuery && unseen !== null)
        return await ctx.api.editEphemeralMessageText(chat.id, from.id, unseen, text, more);
      if (callbackQuery) return await ctx.editMessageText(text, more);
      if (unseen === null) {
        const reply_parameters = {
          message_id: msg.message_id,
          allow_sending_without_reply: true,
        };
        return await ctx.reply(text, { ...more, reply_parameters, disable_notification: true });
      }
      const reply_parameters = { ephemeral_message_id: unseen };
      const ephemeral_message_parameters = { receiver_user_id: from.id };
      return await ctx.reply(text, { ...more, reply_parameters, ephemeral_message_parameters });
    });
  }

  /** The pressed message goes away. */
  async function close(ctx: BotContext): Promise<void> {
    await leniently(ctx, async () => {
      const { chat, from, callbackQuery } = ctx;
      if (!chat || !from || !callbackQuery?.message) return;
      const unseen = unseenOf(callbackQuery.message);
      if (unseen === null) return await ctx.deleteMessage();
      return await ctx.api.deleteEphemeralMessage(chat.id, from.id, unseen);
    });
  }

  /** Other buttons under the pressed message. */
  async function rebutton(
    ctx: BotContext,
    inline_keyboard: InlineKeyboardMarkup['inline_keyboard'],
  ): Promise<void> {
    const more = { reply_markup: { inline_keyboard } };
    await leniently(ctx, () => ctx.editMessageReplyMarkup(more));
  }

  async function leniently(ctx: BotContext, call: () => Promise<unknown>): Promise<void> {
    try {
      await call();
    } catch (error) {
      if (!(error instanceof GrammyError || error instanceof HttpError)) throw error;
      if (classifyApiError(error).kind === 'not-modified') return;
      logger.info({ err: error, chatId: ctx.chatId }, 'a list could not be shown');
    }
  }

  return { show, close, rebutton };
}

/** The number under which only one person sees a message; null: everybody does. */
function unseenOf(message: object): number | null {
  const id = 'ephemeral_message_id' in message ? message.ephemeral_message_id : undefined;
  return typeof id === 'number' ? id : null;
}
