// The door of the channel `telegram`: private chats with the bot.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { createTelegramHandlers, type TelegramChannelDeps } from './handlers.ts';

/** Opens the channel. Its composer comes after all others, for it takes whatever they leave. */
export function createTelegramChannel(deps: TelegramChannelDeps): {
  readonly composer: Composer<BotContext>;
} {
  return { composer: createTelegramHandlers(deps) };
}
