// Who says what in rooms, signs under it, and presses on what waits. Who pressed decides, never what the button says.

import type { Composer } from 'grammy';
import type { ReactionType } from 'grammy/types';
import type { BotContext } from '../../context.ts';
import type { Locale } from '../../platform/i18n.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { TicketTools } from '../part.ts';
import { saidIn } from '../telegram-asker.ts';
import { waitButton } from './buttons.ts';
import type { WaitFacts } from './facts.ts';
import { isAnswer } from './wait.ts';
import type { PressOnWait, PressOutcome, Waits } from './waits-service.ts';

export interface WatchHandlersDeps {
  readonly service: Waits;
  readonly askForTicket: TicketTools['askForTicket'];
  /** How it ended, in words; empty: it has not. */
  readonly endedIn: (locale: Locale, wait: WaitFacts) => string;
}

/** What nobody else has taken: commands, answers to questions and words to a ticket go elsewhere. Comes last. */
export function createWatchHandlers(deps: WatchHandlersDeps): Composer<BotContext> {
  return createComposer<BotContext>(pressing(deps), listening(deps));
}

function listening({ service }: WatchHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();
  const inGroup = composer.chatType(['group', 'supergroup']);
  inGroup.on('message', async (ctx, next) => {
    const said = ctx.from.id === ctx.me.id ? null : saidIn(ctx.message);
    if (said?.messageId) {
      const at = { chatId: said.chatId, messageId: said.messageId };
      await service.hear({ at, content: said.content, staffId: ctx.staff?.id ?? null });
    }
    await next();
  });
  inGroup.on('edited_message', async (ctx, next) => {
    const { chat, message_id: messageId } = ctx.editedMessage;
    await service.hearChanged({ chatId: chat.id, messageId });
    await next();
  });
  return composer;
}

/** Passes every sign on; whoever takes them comes later. */
export function createSignHandlers({ service }: Pick<WatchHandlersDeps, 'service'>) {
  const composer = createComposer<BotContext>();
  composer.on('message_reaction', async (ctx, next) => {
    const { chat, message_id: messageId, user, ...signs } = ctx.messageReaction;
    const [before, after] = [signs.old_reaction, signs.new_reaction].map(hasAnswer);
    const isGroup = chat.type === 'group' || chat.type === 'supergroup';
    if (isGroup && user && !user.is_bot && before !== after) {
      const at = { chatId: chat.id, messageId };
      const who = { userId: user.id, staffId: ctx.staff?.id ?? null };
      await service.react({ at, ...who, isAnswer: after === true });
    }
    await next();
  });
  return composer;
}

function hasAnswer(signs: readonly ReactionType[]): boolean {
  return signs.some((sign) => sign.type !== 'emoji' || isAnswer(sign.emoji));
}

function pressing({ service, askForTicket, endedIn }: WatchHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(waitButton.pattern, async (ctx) => {
    const { staff, cause } = ctx;
    const button = waitButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const { id: waitId, revision: upTo, choice } = button;
    const press: PressOnWait = { waitId, upTo, by: staff, cause };
    switch (choice) {
      case 'ticket':
        return await file(ctx, waitId);
      case 'dialog':
        return await say(ctx, choice, await service.openDialog(press));
      case 'marked':
      case 'needless':
        return await say(ctx, choice, await service.mark(press, choice));
    }
  });

  /** The form is filled in where the press came from; until it is sent, nothing has ended. */
  async function file(ctx: BotContext, waitId: number): Promise<void> {
    const found = await service.toFile(waitId);
    if (found.status !== 'open') return await refuse(ctx, found);
    await answerPress(ctx);
    await askForTicket(ctx, found.wished);
  }

  async function say(ctx: BotContext, choice: string, outcome: PressOutcome): Promise<void> {
    switch (outcome.status) {
      case 'repeated':
        return await answerPress(ctx);
      case 'done': {
        const { left: count } = outcome;
        const words = ctx.t(`watch-toast-${choice}`);
        if (count === 0) return await answerPress(ctx, words);
        return await answerPress(ctx, ctx.t('watch-toast-left', { words, count }), true);
      }
      case 'gone':
      case 'over':
        return await refuse(ctx, outcome);
    }
  }

  async function refuse(
    ctx: BotContext,
    found: { readonly status: 'gone' } | { readonly status: 'over'; readonly wait: WaitFacts },
  ): Promise<void> {
    const how = found.status === 'over' ? endedIn(ctx.locale, found.wait) : '';
    await answerPress(ctx, how || ctx.t('watch-toast-gone'), true);
  }

  return composer;
}
