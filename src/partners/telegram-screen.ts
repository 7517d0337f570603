// The message under a pressed button, drawn anew for whoever pressed: past the outbox, for it is worth
// nothing a minute later, and the next press says what is true.

import type { InlineKeyboardMarkup } from 'grammy/types';
import type { BotContext } from '../context.ts';
import type { Logger } from '../platform/logger.ts';
import type { View } from '../platform/outbox/words.ts';
import { leniently } from '../platform/telegram/leniently.ts';

export type Screen = ReturnType<typeof createScreen>;

/** What Telegram refuses is noted. */
export function createScreen(logger: Logger) {
  /** Other words; without a keyboard the buttons go. */
  async function show(ctx: BotContext, { text, keyboard }: View): Promise<void> {
    const more = {
      link_preview_options: { is_disabled: true },
      ...(keyboard ? { reply_markup: keyboard } : {}),
    };
    await leniently(logger, { chatId: ctx.chatId }, () => ctx.editMessageText(text, more));
  }

  /** Other buttons under the same words. */
  async function rebutton(
    ctx: BotContext,
    inline_keyboard: InlineKeyboardMarkup['inline_keyboard'],
  ): Promise<void> {
    const more = { reply_markup: { inline_keyboard } };
    await leniently(logger, { chatId: ctx.chatId }, () => ctx.editMessageReplyMarkup(more));
  }

  return { show, rebutton };
}
