// Who gives a command or presses a button, and what they say, as Telegram shows it.

import type { Message } from 'grammy/types';
import type { BotContext } from '../context.ts';
import type { Content } from '../dialogs/content.ts';
import { contentOf } from '../dialogs/telegram-content.ts';
import { authorOf, fullName } from '../platform/telegram/author.ts';
import type { Asker } from './asker.ts';

/** Null: behind the name of a group or a channel there may be anybody. */
export function askerOf(ctx: BotContext): Asker | null {
  const { from, staff } = ctx;
  if (!from || (ctx.message && authorOf(ctx.message).kind !== 'person')) return null;
  const { id: userId, username = null, language_code: language } = from;
  const locale = language === undefined ? null : ctx.locale;
  return { seen: { userId, name: fullName(from), username, locale }, staff };
}

/** A message as a form keeps it: plain JSON. */
export interface Said {
  readonly chatId: number;
  /** Null: seen by the bot alone, it has no number. */
  readonly messageId: number | null;
  readonly content: Content;
  readonly album: string | null;
  /** Unix seconds. */
  readonly date: number;
}

/** Null: nobody said it (somebody joined, a message was pinned). */
export function saidIn(message: Message): Said | null {
  const content = contentOf(message);
  if (!content) return null;
  const { chat, message_id: id, media_group_id: album = null, date } = message;
  return { chatId: chat.id, messageId: id || null, content, album, date };
}
