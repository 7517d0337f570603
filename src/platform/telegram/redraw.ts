// The message under a pressed button is drawn anew for whoever pressed: worthless a minute later, so it
// bypasses the outbox, and a refusal is no error.

import { type Context, GrammyError, type InlineKeyboard } from 'grammy';
import { classifyApiError } from './api-errors.ts';

/** HTML. `busy`: Telegram takes no more edits in this chat for a while; pressing again helps. */
export async function redraw(
  ctx: Context,
  { text, keyboard }: { readonly text: string; readonly keyboard: InlineKeyboard },
): Promise<'drawn' | 'busy' | 'gone'> {
  try {
    await ctx.editMessageText(text, {
      parse_mode: 'HTML',
      reply_markup: keyboard,
      link_preview_options: { is_disabled: true },
    });
    return 'drawn';
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    const { kind } = classifyApiError(error);
    if (kind === 'not-modified') return 'drawn';
    return kind === 'rate-limited' ? 'busy' : 'gone';
  }
}
