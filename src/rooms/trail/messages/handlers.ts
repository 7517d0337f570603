// Everything in a room's group is kept before anybody else hears of it, commands too.

import type { Composer } from 'grammy';
import type { BotContext } from '../../../context.ts';
import type { Locale } from '../../../platform/i18n.ts';
import { createComposer } from '../../../platform/telegram/composer.ts';
import type { TrailRooms } from '../deps.ts';
import type { RoomMessageService } from './service.ts';
import { writtenIn } from './telegram-message.ts';

export interface KeepingHandlersDeps {
  readonly service: Pick<RoomMessageService, 'keep' | 'reword'>;
  readonly rooms: Pick<TrailRooms, 'ofChat'>;
  readonly defaultLocale: Locale;
}

/** Passes every update on. */
export function createKeepingHandlers(deps: KeepingHandlersDeps): Composer<BotContext> {
  const { service, rooms, defaultLocale } = deps;
  const composer = createComposer<BotContext>();
  const inGroup = composer.chatType(['group', 'supergroup']);

  inGroup.on('message', async (ctx, next) => {
    const written = await writtenHere(ctx);
    if (written) await service.keep(written);
    await next();
  });

  inGroup.on('edited_message', async (ctx, next) => {
    const written = await writtenHere(ctx);
    if (written) await service.reword(written);
    await next();
  });

  async function writtenHere(ctx: BotContext) {
    const { msg, chatId } = ctx;
    const room = chatId === undefined ? null : await rooms.ofChat(chatId);
    return room && msg ? writtenIn(room.id, msg, defaultLocale) : null;
  }

  return composer;
}
