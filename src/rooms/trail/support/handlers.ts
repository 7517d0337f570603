// «/support», why, the way in for an employee, and what people in a room answer to support.

import type { Composer } from 'grammy';
import type { BotContext } from '../../../context.ts';
import type { Locale } from '../../../platform/i18n.ts';
import { answerPress } from '../../../platform/telegram/answer-press.ts';
import { repliedTo } from '../../../platform/telegram/author.ts';
import { createComposer } from '../../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../../platform/telegram/reply-now.ts';
import type { TrailRooms } from '../deps.ts';
import type { ListService } from '../list-service.ts';
import { writtenIn } from '../messages/telegram-message.ts';
import { actingOf, type Here } from '../telegram-here.ts';
import { enterButton, reasonButton } from './buttons.ts';
import type { SupportService } from './service.ts';

export interface SupportHandlersDeps {
  readonly service: SupportService;
  readonly lists: ListService;
  readonly rooms: Pick<TrailRooms, 'ofChat'>;
  readonly here: Here;
  readonly replyNow: ReplyNow;
  readonly defaultLocale: Locale;
}

export function createSupportHandlers(deps: SupportHandlersDeps): Composer<BotContext> {
  return createComposer(calling(deps), entering(deps), answering(deps));
}

function calling({
  service,
  lists,
  here,
  replyNow,
  rooms,
}: SupportHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('support', async (ctx, next) => {
    const found = await here(ctx, 'support');
    if (found === 'elsewhere') return await next();
    if (!found) return;
    const { status } = await lists.show({ ...found, cause: ctx.cause, name: 'room-support-why' });
    if (status !== 'stranger') return;
    await replyNow(ctx, { text: ctx.t('trail-stranger'), replyTo: ctx.msgId, quiet: true });
  });

  composer.callbackQuery(reasonButton.pattern, async (ctx) => {
    const [button, by] = [reasonButton.parse(ctx.callbackQuery.data), actingOf(ctx)];
    const { message } = ctx.callbackQuery;
    if (!button || !by || !message) return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const at = { chatId: message.chat.id, messageId: message.message_id };
    const { id: roomId, choice: reason } = button;
    // The question becomes the call's card: only where it stands in that very room.
    if ((await rooms.ofChat(message.chat.id))?.id !== roomId)
      return await answerPress(ctx, ctx.t('toast-outdated'), true);
    const outcome = await service.call({ cause: ctx.cause, roomId, by, reason, at });
    const { status } = outcome;
    if (status === 'repeated') return await answerPress(ctx);
    await answerPress(ctx, ctx.t(`toast-support-${status}`), status === 'stranger');
    // The call that is open stands elsewhere: this question is done with.
    if ('isCard' in outcome && !outcome.isCard) await ctx.deleteMessage().catch(() => undefined);
  });

  return composer;
}

function entering({ service }: SupportHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(enterButton.pattern, async (ctx) => {
    const [button, by] = [enterButton.parse(ctx.callbackQuery.data), actingOf(ctx)];
    if (!button || !by) return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const { status } = await service.enter({ cause: ctx.cause, callId: button.id, by });
    if (status === 'repeated') return await answerPress(ctx);
    if (status === 'no-right') return await answerPress(ctx, ctx.t('toast-no-right'), true);
    await answerPress(ctx, ctx.t(`toast-enter-${status}`), status !== 'invited');
  });

  return composer;
}

/** An answer to what the bot has said for support; everything else goes on. */
function answering({ service, rooms, defaultLocale }: SupportHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.chatType(['group', 'supergroup']).on('message', async (ctx, next) => {
    if (repliedTo(ctx.message)?.from?.id !== ctx.me.id) return await next();
    const room = await rooms.ofChat(ctx.chat.id);
    const written = room && writtenIn(room.id, ctx.message, defaultLocale);
    if (!room || !written || !(await service.hear(ctx.cause, room, written))) await next();
  });

  composer.chatType(['group', 'supergroup']).on('edited_message', async (ctx, next) => {
    const room = await rooms.ofChat(ctx.chat.id);
    const written = room && writtenIn(room.id, ctx.editedMessage, defaultLocale);
    if (!room || !written || !(await service.hearChanged(ctx.cause, room, written))) await next();
  });

  return composer;
}
