// What partners press under an invitation. Each press says what is true now, and the message under it shows
// that.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import type { AnswerOutcome, AnswerService } from '../answer-service.ts';
import { invitedButton } from '../buttons.ts';
import type { DeclineReason } from '../invitation.ts';
import type { InvitationViews } from '../invitation-views.ts';
import type { PartnerOutgoing } from '../outgoing.ts';
import type { Screen } from '../telegram-screen.ts';

export interface AnswerHandlersDeps {
  readonly answers: AnswerService;
  readonly views: InvitationViews;
  readonly outgoing: PartnerOutgoing;
  readonly screen: Screen;
  readonly replyNow: ReplyNow;
}

export function createAnswerHandlers(deps: AnswerHandlersDeps): Composer<BotContext> {
  const { answers, views, outgoing, screen, replyNow } = deps;
  const composer = createComposer<BotContext>();

  composer.callbackQuery(invitedButton.pattern, async (ctx) => {
    const button = invitedButton.parse(ctx.callbackQuery.data);
    const one = button && (await answers.find(button.id));
    if (!button || one?.person.userId !== ctx.from.id)
      return await answerPress(ctx, ctx.t('invitation-not-yours'), true);
    const { id, choice } = button;
    switch (choice) {
      case 'show':
        await answerPress(ctx);
        return await replyNow(ctx, await outgoing.invitation(ctx.locale, { invitationId: id }));
      case 'decline':
        await answerPress(ctx, ctx.t('invitation-why'));
        return await screen.rebutton(ctx, views.declineButtons(ctx.locale, id));
      case 'back':
        await answerPress(ctx);
        return await screen.rebutton(ctx, views.answerButtons(ctx.locale, id));
      case 'accept':
        return await show(ctx, await answers.accept(id, ctx.from.id, ctx.cause));
      default:
        return await decline(ctx, id, choice);
    }
  });

  async function decline(ctx: BotContext, id: number, reason: DeclineReason): Promise<void> {
    const outcome = await answers.decline(id, ctx.from?.id ?? 0, reason, ctx.cause);
    const isLate = outcome.status === 'over' && outcome.state === 'expired';
    await show(ctx, outcome, isLate ? 'invitation-over-too-late' : keyOf(outcome));
  }

  /** What came of an answer, at the press and under what was asked. */
  async function show(
    ctx: BotContext,
    outcome: AnswerOutcome,
    key: string = keyOf(outcome),
  ): Promise<void> {
    if (outcome.status === 'repeated') return await answerPress(ctx);
    const words = ctx.t(key);
    const isNews = outcome.status === 'accepted' || outcome.status === 'declined';
    await answerPress(ctx, isNews ? ctx.t(`invitation-toast-${outcome.status}`) : words, !isNews);
    const asked = ctx.callbackQuery?.message?.text ?? '';
    if (outcome.status === 'not-yours') return;
    await screen.show(ctx, { text: asked.endsWith(words) ? asked : `${asked}\n\n${words}` });
  }

  return composer;
}

function keyOf(outcome: AnswerOutcome): string {
  switch (outcome.status) {
    case 'accepted':
      if (outcome.inside) return 'invitation-accepted-inside';
      return outcome.waits ? 'invitation-accepted-waits' : 'invitation-accepted';
    case 'declined':
      return 'invitation-declined';
    case 'room-closed':
      return 'invitation-over-room';
    case 'not-yours':
    case 'repeated':
      return 'invitation-not-yours';
    case 'over':
      return outcome.place === 'outside'
        ? `invitation-over-${outcome.state}`
        : `invitation-over-${outcome.place}`;
  }
}
