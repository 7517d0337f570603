// The stock, as employees fill it: `/stock`, a group shared by the button, a group the bot was added to by
// the link.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { destination } from '../../platform/outbox/index.ts';
import type { Reader } from '../../platform/outbox/words.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { Staff } from '../../staff/staff.ts';
import { STOCK_REQUEST } from '../stock-views.ts';
import { lookAtGroup } from '../telegram-look.ts';
import type { RoomHandlersDeps } from './deps.ts';

export function createStockHandlers(deps: RoomHandlersDeps): Composer<BotContext> {
  const { stock, replyNow } = deps;
  const composer = createComposer<BotContext>();
  const inPrivate = composer.chatType('private');

  composer.command('stock', async (ctx, next) => {
    if (!ctx.staff) return await next();
    if (ctx.chat.type !== 'private') return await replyNow(ctx, ctx.t('stock-in-private'));
    await stock.tell({ reader: privately(ctx, ctx.staff), cause: ctx.cause });
  });

  inPrivate.on('message:chat_shared', async (ctx, next) => {
    const { request_id, chat_id } = ctx.message.chat_shared;
    if (request_id !== STOCK_REQUEST || !ctx.staff) return await next();
    await offer(ctx, ctx.staff, chat_id);
  });

  // The link that adds the bot to a group sends this there, in the name of who added it.
  composer
    .chatType(['group', 'supergroup'])
    .command('start')
    .filter(
      (ctx) => ctx.match === 'stock',
      async (ctx) => {
        if (ctx.staff) await offer(ctx, ctx.staff, ctx.chat.id);
      },
    );

  async function offer(ctx: BotContext, by: Staff, chatId: number): Promise<void> {
    const site = await lookAtGroup(ctx, chatId);
    await stock.offer({ site, by, reader: privately(ctx, by), cause: ctx.cause });
  }

  return composer;
}

function privately(ctx: BotContext, { userId }: Staff): Reader {
  return { destination: destination('person', userId), locale: ctx.locale };
}
