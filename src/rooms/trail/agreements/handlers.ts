// «/agree» in reply to a message, «/agreements», and the buttons of agreements.

import type { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import type { BotContext } from '../../../context.ts';
import type { Locale } from '../../../platform/i18n.ts';
import { answerPress } from '../../../platform/telegram/answer-press.ts';
import { authorOf, repliedTo } from '../../../platform/telegram/author.ts';
import { createComposer } from '../../../platform/telegram/composer.ts';
import { redraw } from '../../../platform/telegram/redraw.ts';
import type { ReplyNow } from '../../../platform/telegram/reply-now.ts';
import type { Acting } from '../actor.ts';
import { NOTHING_IN } from '../list.ts';
import type { ListService } from '../list-service.ts';
import { writtenIn } from '../messages/telegram-message.ts';
import type { Keyed } from '../speech-views.ts';
import { actingOf, type Here } from '../telegram-here.ts';
import { agreementsPage, confirmButton, withdrawButton } from './buttons.ts';
import type { AgreementService } from './service.ts';

export interface AgreementHandlersDeps {
  readonly service: AgreementService;
  readonly lists: ListService;
  readonly here: Here;
  readonly replyNow: ReplyNow;
  readonly defaultLocale: Locale;
  /** A page of a room's agreements; null: there is no such room. */
  readonly list: (roomId: number, page: number) => Promise<Keyed | null>;
}

export function createAgreementHandlers(deps: AgreementHandlersDeps): Composer<BotContext> {
  return createComposer(commands(deps), presses(deps), pages(deps));
}

function commands(deps: AgreementHandlersDeps): Composer<BotContext> {
  const { service, lists, here, replyNow, defaultLocale } = deps;
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('agree', async (ctx, next) => {
    const found = await here(ctx, 'agree');
    if (found === 'elsewhere') return await next();
    if (!found) return;
    const { room, by } = found;
    const target = repliedTo(ctx.message);
    const problem = problemOf(target, ctx.me.id);
    const message = target && !problem ? wordsOf(target, room.id, ctx.me.id) : null;
    if (!message) return await answer(ctx, problem ?? 'agree-nothing-said');
    const outcome = await service.fix({ cause: ctx.cause, room, by, message });
    if (outcome.status === 'stranger') await answer(ctx, 'trail-stranger');
    if (outcome.status === 'of-bot') await answer(ctx, 'agree-of-bot');
    if (outcome.status === 'already')
      await answer(ctx, 'agree-already', { number: outcome.number });
  });

  composer.on('message:text').command('agreements', async (ctx, next) => {
    const found = await here(ctx, 'agreements');
    if (found === 'elsewhere') return await next();
    if (!found) return;
    const { status } = await lists.show({ ...found, cause: ctx.cause, name: 'room-agreements' });
    if (status === 'stranger') await answer(ctx, 'trail-stranger');
    if (status === 'empty') await answer(ctx, NOTHING_IN['room-agreements']);
  });

  /** What the bot has said for somebody is known by its place alone. */
  function wordsOf(target: Message, roomId: number, botId: number) {
    if (!isOfBot(target, botId)) return writtenIn(roomId, target, defaultLocale);
    return { chatId: target.chat.id, messageId: target.message_id };
  }

  function answer(ctx: BotContext, key: string, args?: { readonly number: number }) {
    return replyNow(ctx, { text: ctx.t(key, args), replyTo: ctx.msgId ?? 0, quiet: true });
  }

  return composer;
}

/** Why this cannot be an agreement; null: nothing stands in its way. */
function problemOf(target: Message | null, botId: number): string | null {
  if (!target) return 'agree-no-reply';
  if (isOfBot(target, botId)) return null;
  return authorOf(target).kind === 'person' ? null : 'agree-of-nobody';
}

function isOfBot(target: Message, botId: number): boolean {
  const author = authorOf(target);
  return author.kind === 'bot' && author.user.id === botId;
}

function presses({ service }: AgreementHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(confirmButton.pattern, async (ctx) => {
    const [button, by] = [confirmButton.parse(ctx.callbackQuery.data), actingOf(ctx)];
    if (!button || !by) return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const outcome = await service.confirm(orderOf(ctx, button.id, by));
    if (outcome.status === 'repeated') return await answerPress(ctx);
    if (outcome.status === 'already')
      return await answerPress(ctx, ctx.t('toast-agreement-already', { name: outcome.by }), true);
    await answerPress(
      ctx,
      ctx.t(`toast-agreement-${outcome.status}`),
      outcome.status !== 'confirmed',
    );
  });

  composer.callbackQuery(withdrawButton.pattern, async (ctx) => {
    const [button, by] = [withdrawButton.parse(ctx.callbackQuery.data), actingOf(ctx)];
    if (!button || !by) return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const { status } = await service.withdraw(orderOf(ctx, button.id, by));
    if (status === 'repeated') return await answerPress(ctx);
    await answerPress(ctx, ctx.t(`toast-agreement-${status}`), status !== 'withdrawn');
  });

  return composer;
}

function orderOf({ cause }: BotContext, agreementId: number, by: Acting) {
  return { cause, agreementId, by };
}

function pages({ lists, list }: AgreementHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(agreementsPage.pattern, async (ctx) => {
    const [button, by] = [agreementsPage.parse(ctx.callbackQuery.data), actingOf(ctx)];
    if (!button || !by || !(await lists.mayRead(button.id, by)))
      return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const page = await list(button.id, button.revision);
    if (!page) return await answerPress(ctx, ctx.t('toast-outdated'), true);
    const { text, keyboard } = page;
    const shown = await redraw(ctx, { text, keyboard });
    await answerPress(ctx, shown === 'busy' ? ctx.t('toast-trail-busy') : '', shown === 'busy');
  });

  return composer;
}
