// `/desk`: a forum, or a channel with its discussion group, becomes a desk, or who asked reads exactly
// what stands in the way.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { destination } from '../../platform/outbox/index.ts';
import type { View } from '../../platform/outbox/words.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { mayManageStaff, type Staff } from '../../staff/staff.ts';
import { hereButton, whichButton } from '../buttons.ts';
import type { Intent, SetUpOutcome } from '../set-up.ts';
import { siteOf } from '../telegram-site.ts';
import type { DeskHandlersDeps } from './deps.ts';
import type { TextContext } from './text-context.ts';

/**
 * Answers `/desk`, the `/start desk` that comes with the link that adds the bot to a group, and the
 * buttons under what it asks back. In a channel nobody is known by what they post, so there it asks for
 * a press.
 */
export function createSetUpHandlers(deps: DeskHandlersDeps): Composer<BotContext> {
  const { service, setUp, adjust, views, replyNow, gate, readerOf, onSetUp, commands } = deps;
  const composer = createComposer<BotContext>();
  const texts = composer.on('message:text');

  texts.command('desk', async (ctx, next) => {
    const entry = await gate(ctx);
    if (entry.status === 'not-ours') return await next();
    if (entry.status === 'manager') await obey(ctx, entry.staff, String(ctx.match ?? '').trim());
  });

  // The link that adds the bot to a group sends this there, in the name of who added it.
  texts
    .chatType(['group', 'supergroup'])
    .command('start')
    .filter(
      (ctx) => ctx.match === 'desk' && ctx.staff !== null && mayManageStaff(ctx.staff.role),
      async (ctx) => {
        if (ctx.staff) await setUpHere(ctx, ctx.staff, 'unsaid');
      },
    );

  composer.on('channel_post:text').command('desk', async (ctx) => {
    const words = ctx.match.trim();
    const isDesk = (await service.findByChannel(ctx.chat.id)) !== null;
    if (!isDesk || words === '') return await replyNow(ctx, views.askWho(ctx.locale, isDesk));
    await replyNow(ctx, views.wordsElsewhere(ctx.locale, words));
  });

  composer.callbackQuery(hereButton.pattern, async (ctx) => {
    const { staff } = ctx;
    if (!staff || !mayManageStaff(staff.role)) return await refuse(ctx);
    await setUpHere(ctx, staff, 'unsaid');
    await answerPress(ctx);
  });

  composer.callbackQuery(whichButton.pattern, async (ctx) => {
    const { staff } = ctx;
    const button = whichButton.parse(ctx.callbackQuery.data);
    if (!staff || !button || !mayManageStaff(staff.role)) return await refuse(ctx);
    await setUpHere(ctx, staff, button.choice === 'add' ? 'add' : { move: button.id });
    await answerPress(ctx);
  });

  async function refuse(ctx: BotContext): Promise<void> {
    await answerPress(ctx, ctx.t('staff-refused-no-right'), true);
  }

  async function obey(ctx: TextContext, by: Staff, word: string): Promise<void> {
    if (ctx.chat.type === 'private') {
      if (word !== '') return await replyNow(ctx, { text: ctx.t('desk-only-here') });
      const reader = { destination: destination('person', by.userId), locale: ctx.locale };
      return await adjust.tell({ reader, cause: ctx.cause }, 'desk-steps');
    }
    if (word === '') return await setUpHere(ctx, by, 'unsaid');
    await commands(ctx, by, word);
  }

  async function setUpHere(ctx: BotContext, by: Staff, intent: Intent): Promise<void> {
    const site = await siteOf(ctx);
    if (!site) return await replyNow(ctx, { text: ctx.t('desk-topics-off') });
    const reader = await readerOf(ctx);
    const outcome = await setUp.setUpDesk({ by, site, intent, reader, cause: ctx.cause });
    const isNew = outcome.status === 'set-up' || outcome.status === 'added';
    if (isNew || outcome.status === 'moved') onSetUp();
    const answer = answerTo(ctx, outcome);
    if (answer) await show(ctx, answer);
    else if (ctx.callbackQuery) await show(ctx, { text: ctx.t('desk-asked') });
  }

  /** What the desk itself is not told: because it is none, or because it was asked in its channel. */
  function answerTo(ctx: BotContext, outcome: SetUpOutcome): View | null {
    const inChannel = ctx.chat?.type === 'channel';
    switch (outcome.status) {
      case 'rights-missing':
        return views.rightsMissing(ctx.locale, outcome, inChannel);
      case 'which':
        return views.which(ctx.locale, outcome.desks);
      case 'no-right':
        return { text: ctx.t('staff-refused-no-right') };
      case 'repeated':
        return null;
      default:
        // The desk itself reads all about it in the discussion, where a copy of this post stands too.
        return inChannel ? { text: ctx.t('channel-is-desk') } : null;
    }
  }

  /** In place of the question that was answered by a press, or as a word of its own. */
  async function show(ctx: BotContext, view: View): Promise<void> {
    if (!ctx.callbackQuery) return await replyNow(ctx, view);
    const { text, keyboard } = view;
    const markup = keyboard ? { reply_markup: keyboard } : {};
    await ctx.editMessageText(text, markup).catch(() => undefined);
  }

  return composer;
}
