// The buttons of deals, wherever they stand; «/escrow» where no deals are made.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { DefinedForm } from '../platform/forms/index.ts';
import type { Translate } from '../platform/i18n.ts';
import type { Logger } from '../platform/logger.ts';
import { answerPress } from '../platform/telegram/answer-press.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import { leniently } from '../platform/telegram/leniently.ts';
import type { ReplyNow } from '../platform/telegram/reply-now.ts';
import { moveButton, paperButton, termsButton } from './buttons.ts';
import { pressToast } from './outcome-views.ts';
import type { Presser } from './parties.ts';
import type { EscrowService } from './service.ts';

export interface EscrowHandlersDeps {
  readonly service: EscrowService;
  readonly form: DefinedForm<BotContext, { readonly roomId: number }>;
  readonly t: Translate;
  readonly replyNow: ReplyNow;
  readonly logger: Logger;
}

export function createEscrowHandlers(deps: EscrowHandlersDeps): Composer<BotContext> {
  return createComposer(commandHandlers(deps), pressHandlers(deps), termsHandlers(deps));
}

/** In a room the menu's item answers. */
function commandHandlers({ replyNow }: EscrowHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();
  composer.chatType('private').command('escrow', async (ctx) => {
    await replyNow(ctx, ctx.t('escrow-only-rooms'));
  });
  return composer;
}

function pressHandlers({ service, t, logger }: EscrowHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(moveButton.pattern, async (ctx) => {
    const button = moveButton.parse(ctx.callbackQuery.data);
    if (!button) return await answerPress(ctx, ctx.t('escrow-toast-gone'), true);
    const { id: escrowId, revision, choice: move } = button;
    const { cause } = ctx;
    const presser = presserOf(ctx);
    const outcome = await service.press({ cause, escrowId, revision, move, presser });
    const { text, alert } = pressToast(t, ctx.locale, outcome);
    await answerPress(ctx, text, alert);
    if ('escrow' in outcome && outcome.escrow.revision !== revision) {
      await putAway(ctx, escrowId);
    }
  });

  /** Buttons that mean nothing any more leave what was said; the card is drawn anew by itself. */
  async function putAway(ctx: BotContext, escrowId: number): Promise<void> {
    const messageId = ctx.callbackQuery?.message?.message_id;
    const { chat } = ctx;
    const isInGroup = chat !== undefined && chat.type !== 'private';
    if (isInGroup && (await service.cardMessage(escrowId)) === messageId) return;
    await leniently(logger, { escrowId }, () => ctx.editMessageReplyMarkup());
  }

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

/** The button behind which terms are asked for. */
function termsHandlers({ service, form }: EscrowHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

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
