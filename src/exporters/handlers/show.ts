// The message under a pressed button is drawn anew for whoever pressed, in plain text; should Telegram
// refuse, it is pressed again.

import type { BotContext } from '../../context.ts';
import type { View } from '../../platform/outbox/words.ts';

export async function showInPlace(ctx: BotContext, { text, keyboard }: View): Promise<void> {
  await ctx
    .editMessageText(text, {
      link_preview_options: { is_disabled: true },
      ...(keyboard ? { reply_markup: keyboard } : {}),
    })
    .catch(() => undefined);
}
