// Presses on the staff card of a ticket. Who pressed decides, never what the button says or where it is.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { Staff } from '../../staff/staff.ts';
import { staffActionsOf } from '../ticket.ts';
import { actionButton, assignButton, moreButton } from './buttons.ts';
import { ASKING, type AskingMove, type TicketForms } from './forms.ts';
import { mayDo } from './rights.ts';
import type { DeskService } from './service.ts';
import { toastOf } from './toasts.ts';

export interface TicketHandlersDeps {
  readonly service: DeskService;
  readonly forms: TicketForms;
}

export function createTicketHandlers(deps: TicketHandlersDeps): Composer<BotContext> {
  const { service, forms } = deps;
  const composer = createComposer<BotContext>();

  composer.callbackQuery(actionButton.pattern, async (ctx) => {
    const { staff, cause } = ctx;
    const button = actionButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await refuse(ctx);
    const { id: ticketId, choice: action, revision } = button;
    const asking = ASKING.find((one) => one === action);
    if (asking) return await ask(ctx, staff, { ticketId, revision, action: asking });
    const outcome = await service.move({ cause, staff, ticketId, action, revision, words: null });
    const { text, alert } = toastOf(ctx, outcome);
    await answerPress(
      ctx,
      outcome.status === 'done' ? ctx.t(`tdesk-toast-${action}`) : text,
      alert,
    );
  });

  /** Words go with it: they are asked for in the thread, if it can be done at all. */
  async function ask(
    ctx: BotContext,
    staff: Staff,
    args: { readonly ticketId: number; readonly revision: number; readonly action: AskingMove },
  ): Promise<void> {
    const ticket = await service.find(args.ticketId);
    const refusal = refusalOf(ctx, ticket, staff, args.action);
    if (refusal) return await answerPress(ctx, refusal, true);
    const isPossible = ticket && staffActionsOf(ticket).includes(args.action);
    if (ticket && !isPossible) {
      const { text, alert } = toastOf(ctx, { status: 'no-longer', now: ticket.status, ticket });
      return await answerPress(ctx, text, alert);
    }
    await answerPress(ctx);
    await forms.move.enter(ctx, args);
  }

  composer.callbackQuery(assignButton.pattern, async (ctx) => {
    const { staff } = ctx;
    const button = assignButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await refuse(ctx);
    const refusal = refusalOf(ctx, await service.find(button.id), staff, 'assign');
    if (refusal) return await answerPress(ctx, refusal, true);
    await answerPress(ctx);
    await forms.assign.enter(ctx, { ticketId: button.id });
  });

  composer.callbackQuery(moreButton.pattern, async (ctx) => {
    const { staff } = ctx;
    const button = moreButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await refuse(ctx);
    const refusal = refusalOf(ctx, await service.find(button.id), staff, 'more');
    if (refusal) return await answerPress(ctx, refusal, true);
    await answerPress(ctx);
    await forms.more.enter(ctx, { ticketId: button.id });
  });

  return composer;
}

/** Why nothing is asked; null: it is. */
function refusalOf(
  ctx: BotContext,
  ticket: Awaited<ReturnType<DeskService['find']>>,
  staff: Staff,
  deed: string,
): string | null {
  if (!ticket) return ctx.t('tdesk-toast-gone');
  if (!mayDo(ticket, staff, deed)) return ctx.t('tdesk-toast-not-yours');
  // Whoever presses on a post does not see the comments, in which they would be asked.
  return ctx.chat?.type === 'channel' ? ctx.t('tdesk-toast-in-comments') : null;
}

/** Somebody without rights, or data that nobody has drawn. */
async function refuse(ctx: BotContext): Promise<void> {
  await answerPress(ctx, ctx.t('toast-no-right'), true);
}
