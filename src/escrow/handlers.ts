// «/escrow» in a room, and the buttons of deals, wherever they stand.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { DefinedForm } from '../platform/forms/index.ts';
import type { Translate } from '../platform/i18n.ts';
import { answerPress } from '../platform/telegram/answer-press.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import type { ReplyNow } from '../platform/telegram/reply-now.ts';
import type { Room } from '../rooms/room.ts';
import { beginButton, moveButton, paperButton, termsButton } from './buttons.ts';
import { pressToast, proposedWords } from './outcome-views.ts';
import type { Presser } from './parties.ts';
import type { EscrowService } from './service.ts';

export interface EscrowHandlersDeps {
  readonly service: EscrowService;
  readonly roomOf: (chatId: number) => Promise<Room | null>;
  readonly form: DefinedForm<BotContext, { readonly roomId: number }>;
  readonly t: Translate;
  readonly timeZone: string;
  readonly replyNow: ReplyNow;
}

export function createEscrowHandlers(deps: EscrowHandlersDeps): Composer<BotContext> {
  return createComposer(commandHandlers(deps), pressHandlers(deps), termsHandlers(deps));
}

function commandHandlers(deps: EscrowHandlersDeps): Composer<BotContext> {
  const { service, roomOf, t, timeZone, replyNow } = deps;
  const composer = createComposer<BotContext>();

  composer.command('escrow', async (ctx, next) => {
    if (ctx.chat.type === 'private') return await replyNow(ctx, ctx.t('escrow-only-rooms'));
    const room = await roomOf(ctx.chat.id);
    if (!room) return await next();
    if (room.kind !== 'product') return await replyNow(ctx, ctx.t('escrow-only-rooms'));
    const text = ctx.match.trim();
    await (text === '' ? show(ctx, room) : propose(ctx, room, text));
  });

  /** Terms behind the command, for whoever knows how. */
  async function propose(ctx: BotContext, { id: roomId }: Room, text: string): Promise<void> {
    const command = { cause: ctx.cause, roomId, text, currency: null, presser: presserOf(ctx) };
    const outcome = await service.propose(command);
    const words = proposedWords(t, ctx.locale, timeZone, outcome);
    if (words && outcome.status !== 'done') await replyNow(ctx, words);
  }

  async function show(ctx: BotContext, { id: roomId }: Room): Promise<void> {
    const { status, isOver } = await service.show({ cause: ctx.cause, roomId });
    if (status === 'repeated' || (status === 'shown' && !isOver)) return;
    const begin = beginButton.encode({ id: roomId, revision: 0 });
    const row = [{ text: ctx.t('escrow-button-begin'), callback_data: begin }];
    const text = ctx.t('escrow-none');
    await replyNow(ctx, { text, keyboard: { inline_keyboard: [row] } });
  }

  return composer;
}

function pressHandlers({ service, t, timeZone }: EscrowHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(moveButton.pattern, async (ctx) => {
    const button = moveButton.parse(ctx.callbackQuery.data);
    if (!button) return await answerPress(ctx, ctx.t('escrow-toast-gone'), true);
    const { id: escrowId, revision, choice: move } = button;
    const { cause } = ctx;
    const presser = presserOf(ctx);
    const outcome = await service.press({ cause, escrowId, revision, move, presser });
    const { text, alert } = pressToast(t, ctx.locale, timeZone, outcome);
    await answerPress(ctx, text, alert);
  });

  composer.callbackQuery(paperButton.pattern, async (ctx) => {
    const escrowId = paperButton.parse(ctx.callbackQuery.data)?.id ?? 0;
    const { cause } = ctx;
    const { status } = await service.sendPaper({ cause, escrowId, presser: presserOf(ctx) });
    if (status === 'repeated') return await answerPress(ctx);
    const key = status === 'sent' ? 'escrow-toast-paper' : `escrow-toast-${status}`;
    await answerPress(ctx, ctx.t(key), status !== 'sent');
  });

  return composer;
}

/** Buttons behind which terms are asked for. */
function termsHandlers({ service, form }: EscrowHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(beginButton.pattern, async (ctx) => {
    await ask(ctx, beginButton.parse(ctx.callbackQuery.data)?.id ?? 0);
  });

  composer.callbackQuery(termsButton.pattern, async (ctx) => {
    const roomId = await service.roomIdOf(termsButton.parse(ctx.callbackQuery.data)?.id ?? 0);
    await ask(ctx, roomId ?? 0);
  });

  async function ask(ctx: BotContext, roomId: number): Promise<void> {
    const { party, mayPropose } = await service.standing(roomId, presserOf(ctx));
    if (!party) return await answerPress(ctx, ctx.t('escrow-toast-no-party'), true);
    if (!mayPropose) return await answerPress(ctx, ctx.t('escrow-toast-stale'), true);
    await answerPress(ctx);
    await form.enter(ctx, { roomId });
  }

  return composer;
}

function presserOf({ from, staff }: BotContext): Presser {
  return { userId: from?.id ?? 0, staff };
}
