// `/ticket_log T-000123`, for employees and for whoever is in the client's group: the ticket's log as a file.

import { type Composer, InlineKeyboard } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { defineChoice } from '../../platform/telegram/callback-data.ts';
import { beginsWith } from '../../platform/telegram/command.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import { readTicketNumber, ticketNumber } from '../../tickets/ticket.ts';
import { FORMATS } from './log.ts';
import type { ProofService } from './service.ts';

/** As what a ticket's log is to come; the id is the ticket's. */
const proofButton = defineChoice('ticket-log', FORMATS);

export interface ProofHandlersDeps {
  readonly service: Pick<ProofService, 'ask' | 'mayAsk'>;
  readonly replyNow: ReplyNow;
}

export function createProofHandlers({
  service,
  replyNow,
}: ProofHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.on('message:text').filter(beginsWith('ticket_log'), async (ctx) => {
    // Who writes as a group is nobody we know.
    if (ctx.msg.sender_chat) return await replyNow(ctx, ctx.t('proof-ask-whom'));
    const ticketId = readTicketNumber(String(ctx.match ?? ''));
    if (ticketId === null) return await replyNow(ctx, ctx.t('proof-ask-which'));
    const { staff, from } = ctx;
    const may = await service.mayAsk({ ticketId, staff, userId: from.id });
    const number = ticketNumber(ticketId);
    if (may !== 'may') return await replyNow(ctx, ctx.t(`proof-refused-${may}`, { number }));
    const keyboard = new InlineKeyboard();
    for (const choice of FORMATS) {
      const data = proofButton.encode({ id: ticketId, revision: 0, choice });
      keyboard.text(ctx.t(`proof-as-${choice}`), data);
    }
    await replyNow(ctx, { text: ctx.t('proof-ask', { number }), keyboard });
  });

  composer.callbackQuery(proofButton.pattern, async (ctx) => {
    const button = proofButton.parse(ctx.callbackQuery.data);
    if (!button) return await answerPress(ctx, ctx.t('toast-outdated'));
    const { id: ticketId, choice: format } = button;
    const { cause, staff, locale } = ctx;
    const { status } = await service.ask({
      ...{ cause, ticketId, format, staff, locale },
      userId: ctx.from.id,
    });
    if (status === 'repeated') return await answerPress(ctx);
    const number = ticketNumber(ticketId);
    if (status === 'coming') return await answerPress(ctx, ctx.t('toast-proof-coming'));
    await answerPress(ctx, ctx.t(`proof-refused-${status}`, { number }), true);
  });

  return composer;
}
