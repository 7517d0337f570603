// The door of the channel `telegram`: private chats with the bot.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { createTelegramHandlers, type TelegramChannelDeps } from './handlers.ts';

export function createTelegramChannel(deps: TelegramChannelDeps): {
  readonly composer: Composer<BotContext>;
} {
  return { composer: createTelegramHandlers(deps) };
}
