// Every press is answered, and at once: the clock on the button stops. Worthless a minute later, so it
// bypasses the outbox; Telegram sets answers no limit.

import type { Context } from 'grammy';
import { classifyApiError } from './api-errors.ts';

/** Telegram's limit for the words of an answer. */
const MAX_WORDS = 200;

/** A press that waited too long, or was answered before, is no error. */
export async function answerPress(ctx: Context, text = '', alert = false): Promise<void> {
  try {
    await ctx.answerCallbackQuery({ text: text.slice(0, MAX_WORDS), show_alert: alert });
  } catch (error) {
    const failure = classifyApiError(error);
    if (failure.kind === 'unexpected') throw error;
  }
}
