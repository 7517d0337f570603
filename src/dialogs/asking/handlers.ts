// What colleagues answer in private, and the presses on words about questions.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { repliedTo } from '../../platform/telegram/author.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { wordsOf } from '../content.ts';
import type { Refuse } from '../handlers/refuse.ts';
import { slashIn } from '../slash.ts';
import { contentOf, saidAt } from '../telegram-content.ts';
import { askAnotherButton, withdrawButton } from './buttons.ts';
import type { AskingForm } from './form.ts';
import type { ColleagueQuestion } from './question.ts';
import type { AskingService } from './service.ts';

export interface AskingHandlersDeps {
  readonly asking: AskingService;
  readonly form: AskingForm;
  /** The question that stands there in private, or is answered by this album. */
  readonly questionAt: (
    at: { readonly chatId: number; readonly messageId: number },
    album: string | null,
  ) => Promise<ColleagueQuestion | null>;
  readonly questionOf: (id: number) => Promise<ColleagueQuestion | null>;
  readonly refuse: Refuse;
}

export function createAskingHandlers(deps: AskingHandlersDeps): Composer<BotContext> {
  const { asking, form, questionAt, questionOf, refuse } = deps;
  const composer = createComposer<BotContext>();

  composer.chatType('private').on('message', async (ctx, next) => {
    const { staff, message, cause } = ctx;
    const content = staff && contentOf(message);
    const album = message.media_group_id ?? null;
    const target = repliedTo(message);
    if (!staff || !content || (!target && album === null)) return await next();
    if (slashIn(wordsOf(content))?.kind === 'command') return await next();
    const chatId = message.chat.id;
    const question = await questionAt({ chatId, messageId: target?.message_id ?? 0 }, album);
    if (question?.askedOfId !== staff.id) return await next();
    const at = { chatId, messageId: message.message_id };
    await asking.answer({ cause, staff, question, at, saidAt: saidAt(message), content, album });
  });

  composer.callbackQuery(withdrawButton.pattern, async (ctx) => {
    const { staff, cause } = ctx;
    const button = withdrawButton.parse(ctx.callbackQuery.data);
    const question = button && (await questionOf(button.id));
    if (!staff || !question) return await refuse(ctx);
    const { status } = await asking.withdraw({ cause, staff, question });
    if (status === 'repeated') return await answerPress(ctx);
    await answerPress(ctx, ctx.t(`toast-asking-${status}`), status === 'not-yours');
    // The button has done its work; if it stays, a press says the same.
    if (status !== 'not-yours') await ctx.editMessageReplyMarkup().catch(() => undefined);
  });

  composer.callbackQuery(askAnotherButton.pattern, async (ctx) => {
    const button = askAnotherButton.parse(ctx.callbackQuery.data);
    if (!ctx.staff || !button) return await refuse(ctx);
    await answerPress(ctx);
    await form.enter(ctx, { dialogId: button.id });
  });

  return composer;
}
