// Presses of the buttons that staff see. Who pressed decides, never what the button says or where it is.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { Staff } from '../../staff/staff.ts';
import { cancelNoteButton, cardButton, messageButton } from '../buttons.ts';
import type { DialogService } from '../service.ts';
import type { DecideOutcome, Decision } from '../verbs/decide-message.ts';
import type { PressOutcome } from '../verbs/press-card.ts';
import { isOnPost } from './on-post.ts';
import type { Refuse } from './refuse.ts';

export interface PressHandlerDeps {
  readonly service: Pick<DialogService, 'press' | 'cancelNote' | 'decide'>;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
  readonly refuse: Refuse;
}

/**
 * Answers every press of a button on a card, under a note's prompt and under a word about a message, at
 * once and in the presser's language.
 */
export function createPressHandlers({
  service,
  findStaff,
  refuse,
}: PressHandlerDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(cardButton.pattern, async (ctx) => {
    const { staff, cause } = ctx;
    const button = cardButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await refuse(ctx);
    const { id: dialogId, choice: action, revision } = button;
    const outcome = await service.press({ cause, staff, dialogId, action, revision });
    const { text, alert } = await toastOf(ctx, outcome, action, staff);
    await answerPress(ctx, text, alert);
  });

  composer.callbackQuery(cancelNoteButton.pattern, async (ctx) => {
    const { staff, cause } = ctx;
    const button = cancelNoteButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await refuse(ctx);
    if (await isColleagues(button.revision, staff))
      return await answerPress(ctx, ctx.t('toast-not-your-note'), true);
    const form = { dialogId: button.id, staffId: button.revision };
    const outcome = await service.cancelNote({ cause, ...form, how: { by: 'button' } });
    const done = outcome.status === 'cancelled';
    await answerPress(ctx, ctx.t(done ? 'toast-note-cancelled' : 'toast-note-over'));
    if (outcome.status === 'not-begun') await removeButtons(ctx);
  });

  /** Whether a note is for somebody else to cancel; of one who left, anybody may. */
  async function isColleagues(writerId: number, { id }: Staff): Promise<boolean> {
    return writerId !== id && (await findStaff([writerId])).length > 0;
  }

  composer.callbackQuery(messageButton.pattern, async (ctx) => {
    const { staff, cause } = ctx;
    const button = messageButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await refuse(ctx);
    const { id: messageId, choice: decision } = button;
    const outcome = await service.decide({ cause, staff, messageId, decision });
    const { key, alert = false } = wordsOf(outcome, decision);
    await answerPress(ctx, ctx.t(key), alert);
    if (outcome.status !== 'gone') await removeButtons(ctx);
  });

  async function toastOf(
    ctx: BotContext,
    outcome: PressOutcome,
    action: string,
    staff: Staff,
  ): Promise<{ text: string; alert?: boolean }> {
    switch (outcome.status) {
      case 'done':
        if (action === 'note' && isOnPost(ctx)) return { text: ctx.t('toast-note-in-comments') };
        return { text: ctx.t(`toast-${action}`) };
      case 'repeated':
        return { text: '' };
      case 'gone':
        return { text: ctx.t('toast-gone'), alert: true };
      case 'another-is-open':
        return { text: ctx.t('toast-another-open', { number: outcome.dialogId }), alert: true };
      case 'unseen-question':
        return { text: ctx.t('toast-unseen-question'), alert: true };
      case 'no-longer': {
        const status = ctx.t(`status-${outcome.now}`);
        return { text: ctx.t('toast-no-longer', { status }), alert: true };
      }
      case 'already-in-work': {
        if (outcome.by === staff.id) return { text: ctx.t('toast-yours-already') };
        const [holder] = await findStaff([outcome.by]);
        const name = holder?.name ?? ctx.t('toast-former-employee');
        return { text: ctx.t('toast-already-in-work', { name }), alert: true };
      }
    }
  }

  return composer;
}

function wordsOf(
  outcome: DecideOutcome,
  decision: Decision,
): { readonly key: string; readonly alert?: boolean } {
  switch (outcome.status) {
    case 'done':
      return { key: `toast-${decision}` };
    case 'gone':
      return { key: 'toast-gone', alert: true };
    case 'repeated':
      return { key: 'toast-decided-already' };
    case 'no-longer':
      return outcome.givenUp
        ? { key: 'toast-given-up', alert: true }
        : { key: 'toast-decided-already' };
  }
}

/** What was asked is decided: the question keeps its words and loses its buttons. */
async function removeButtons(ctx: BotContext): Promise<void> {
  await ctx.editMessageReplyMarkup().catch(() => undefined);
}
