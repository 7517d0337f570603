// The message under a pressed button is drawn anew for whoever pressed, in plain text; should Telegram
// refuse, it is pressed again.

import type { Context } from 'grammy';
import type { View } from '../outbox/words.ts';

export async function showInPlace(ctx: Context, { text, keyboard }: View): Promise<void> {
  await ctx
    .editMessageText(text, {
      link_preview_options: { is_disabled: true },
      ...(keyboard ? { reply_markup: keyboard } : {}),
    })
    .catch(() => undefined);
}
