// «/remind» in a dialog's thread, and the buttons of reminders.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Clock } from '../../platform/clock.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Refuse } from '../handlers/refuse.ts';
import {
  type RemindChoice,
  remindAgainButton,
  remindButton,
  remindCancelButton,
} from './buttons.ts';
import type { ReminderService } from './service.ts';
import type { TimeWords } from './time-words.ts';
import type { ReminderViews } from './views.ts';
import { inMinutes, readWhen, tomorrowMorning } from './when.ts';

export interface ReminderHandlersDeps {
  readonly service: ReminderService;
  readonly views: Pick<ReminderViews, 'when'>;
  readonly words: TimeWords;
  /** The dialog in whose thread an employee writes; null: none. */
  readonly dialogHere: (ctx: BotContext) => Promise<number | null>;
  readonly timeZone: string;
  readonly clock: Clock;
  readonly refuse: Refuse;
  readonly replyNow: ReplyNow;
}

const MINUTES: Record<Exclude<RemindChoice, 'morning'>, number> = {
  '30m': 30,
  '1h': 60,
  '3h': 180,
};

/** Comes before the relay of what staff write: no word of these reaches a client. */
export function createReminderHandlers(deps: ReminderHandlersDeps): Composer<BotContext> {
  return createComposer(remindCommand(deps), choiceHandlers(deps), cancelHandler(deps));
}

function remindCommand(deps: ReminderHandlersDeps): Composer<BotContext> {
  const { service, words, dialogHere, timeZone, clock, replyNow } = deps;
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('remind', async (ctx, next) => {
    const { staff, cause } = ctx;
    if (!staff) return await next();
    const dialogId = await dialogHere(ctx);
    if (dialogId === null) return await replyNow(ctx, ctx.t('remind-only-here'));
    const text = ctx.match.trim();
    const asked = { cause, dialogId, replyTo: ctx.msg.message_id };
    if (text === '') return void (await service.offer({ ...asked, problem: null }));
    const when = readWhen(text, { now: clock.now(), timeZone, words });
    if (when.status !== 'understood')
      return void (await service.offer({ ...asked, problem: when.status }));
    const { dueAt } = when;
    await service.set({ cause, staff, dialogId, dueAt, words: when.words || null });
  });

  return composer;
}

function choiceHandlers(deps: ReminderHandlersDeps): Composer<BotContext> {
  const { service, views, timeZone, clock, refuse } = deps;
  const composer = createComposer<BotContext>();

  composer.callbackQuery(remindButton.pattern, async (ctx) => {
    const button = remindButton.parse(ctx.callbackQuery.data);
    if (!ctx.staff || !button) return await refuse(ctx);
    if (await set(ctx, ctx.staff, button.id, button.choice, null))
      await ctx.deleteMessage().catch(() => undefined);
  });

  composer.callbackQuery(remindAgainButton.pattern, async (ctx) => {
    const button = remindAgainButton.parse(ctx.callbackQuery.data);
    if (!ctx.staff || !button) return await refuse(ctx);
    const reminder = await service.find(button.id);
    if (!reminder) return await answerPress(ctx, ctx.t('toast-gone'), true);
    const { dialogId, words } = reminder;
    if (await set(ctx, ctx.staff, dialogId, button.choice, words)) await keepLinks(ctx);
  });

  /** Whether it is set. */
  async function set(
    ctx: BotContext,
    staff: Staff,
    dialogId: number,
    choice: RemindChoice,
    words: string | null,
  ): Promise<boolean> {
    const now = clock.now();
    const dueAt = dueOf(choice, now);
    const { status } = await service.set({ cause: ctx.cause, staff, dialogId, dueAt, words });
    const time = views.when(ctx.locale, dueAt, now);
    if (status === 'gone') await answerPress(ctx, ctx.t('toast-gone'), true);
    else if (status === 'repeated') await answerPress(ctx);
    else await answerPress(ctx, ctx.t('toast-reminder-set', { time }));
    return status === 'set' || status === 'set-already';
  }

  function dueOf(choice: RemindChoice, now: Date): Date {
    return choice === 'morning' ? tomorrowMorning(now, timeZone) : inMinutes(now, MINUTES[choice]);
  }

  return composer;
}

function cancelHandler({ service, refuse }: ReminderHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(remindCancelButton.pattern, async (ctx) => {
    const { staff, cause } = ctx;
    const button = remindCancelButton.parse(ctx.callbackQuery.data);
    if (!staff || !button) return await refuse(ctx);
    const { status } = await service.cancel({ cause, staff, reminderId: button.id });
    switch (status) {
      case 'repeated':
        return await answerPress(ctx);
      case 'gone':
        return await answerPress(ctx, ctx.t('toast-gone'), true);
      case 'not-yours':
        return await answerPress(ctx, ctx.t('toast-not-your-reminder'), true);
      case 'cancelled':
      case 'over':
        await answerPress(ctx, ctx.t(`toast-reminder-${status}`));
        await ctx.deleteMessage().catch(() => undefined);
    }
  });

  return composer;
}

/** What was chosen is done: the way into the thread stays, the choices go. */
async function keepLinks(ctx: BotContext): Promise<void> {
  const rows = ctx.callbackQuery?.message?.reply_markup?.inline_keyboard ?? [];
  const links = rows.filter((row) => row.every((button) => 'url' in button));
  await ctx
    .editMessageReplyMarkup({ reply_markup: { inline_keyboard: links } })
    .catch(() => undefined);
}
