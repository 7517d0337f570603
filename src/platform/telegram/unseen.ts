// Words in a group that one person alone sees. Telegram promises no delivery, and old programs show
// nothing of the kind, so this is only for whoever has just shown that theirs knows such messages: by
// one of their own, or by a press on one of ours.

import { type Context, GrammyError } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';

export interface UnseenMore {
  readonly link_preview_options?: { readonly is_disabled: boolean };
  readonly message_thread_id?: number;
  readonly reply_markup?: InlineKeyboardMarkup;
}

/** The id of the ephemeral message that this update is, or stands on; null: it is no such. */
export function unseenIn(ctx: Context): number | null {
  const message = ctx.message ?? ctx.callbackQuery?.message;
  return (message && 'ephemeral_message_id' in message && message.ephemeral_message_id) || null;
}

/**
 * Says something that only the author of this update sees. The id of it is of a kind of its own. Null:
 * their program may not show such, or Telegram will not have it. `shown`: it has shown such before.
 * @throws what grammY throws, except for a refusal as malformed (400)
 */
export async function sayUnseen(
  ctx: Context,
  text: string,
  more: UnseenMore = {},
  shown = false,
): Promise<number | null> {
  const seen = unseenIn(ctx);
  const { chatId, from } = ctx;
  if ((seen === null && !shown) || chatId === undefined || !from) return null;
  const press = ctx.callbackQuery ? { callback_query_id: ctx.callbackQuery.id } : {};
  const answers = ctx.message && seen !== null;
  const reply = answers ? { reply_parameters: { ephemeral_message_id: seen } } : {};
  const to = { receiver_user_id: from.id, ...press };
  try {
    const options = { ...more, ...reply, ephemeral_message_parameters: to };
    const sent = await ctx.api.sendMessage(chatId, text, options);
    return sent.ephemeral_message_id ?? null;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    return null;
  }
}
