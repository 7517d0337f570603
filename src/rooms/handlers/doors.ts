// The doors of rooms: opened by a code, looked at again, given anew.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { giveAnotherButton, lookAgainButton } from '../buttons.ts';
import { ENTRY_PREFIX, FETCH_PREFIX } from '../room.ts';
import { lookAtGroup } from '../telegram-look.ts';
import type { RoomHandlersDeps } from './deps.ts';
import { seen } from './place.ts';

export function createDoorHandlers(deps: RoomHandlersDeps): Composer<BotContext> {
  const { stock, rooms, claims } = deps;
  const composer = createComposer<BotContext>();
  const inPrivate = composer.chatType('private');

  inPrivate.command('start').filter(
    (ctx) => ctx.match.startsWith(ENTRY_PREFIX),
    async (ctx) => {
      const code = ctx.match.slice(ENTRY_PREFIX.length);
      await claims.claim({ code, seen: seen(ctx, ctx.from), cause: ctx.cause });
    },
  );
  inPrivate.command('start').filter(
    (ctx) => ctx.match.startsWith(FETCH_PREFIX),
    async (ctx) => {
      const code = ctx.match.slice(FETCH_PREFIX.length);
      await claims.fetch({ code, seen: seen(ctx, ctx.from), cause: ctx.cause });
    },
  );

  composer.callbackQuery(lookAgainButton.pattern, async (ctx) => {
    const target = lookAgainButton.parse(ctx.callbackQuery.data);
    if (!ctx.staff || !target) return await refuse(ctx);
    const chatId = await stock.chatOfRoom(target.id);
    if (chatId === null) return await answerPress(ctx, ctx.t('room-look-none'), true);
    await stock.noteSite({ site: await lookAtGroup(ctx, chatId), cause: ctx.cause });
    await answerPress(ctx, ctx.t('room-looked'));
  });

  composer.callbackQuery(giveAnotherButton.pattern, async (ctx) => {
    const target = giveAnotherButton.parse(ctx.callbackQuery.data);
    if (!ctx.staff || !target) return await refuse(ctx);
    const { status } = await rooms.giveAnother({
      roomId: target.id,
      by: ctx.staff,
      cause: ctx.cause,
    });
    await answerPress(ctx, ctx.t(`room-another-${status}`), true);
  });

  async function refuse(ctx: BotContext): Promise<void> {
    await answerPress(ctx, ctx.t('staff-refused-no-right'), true);
  }

  return composer;
}
