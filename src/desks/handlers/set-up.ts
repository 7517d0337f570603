// `/desk`: a forum becomes the desk, or who asked reads exactly what stands in the way.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { LOCALES } from '../../platform/i18n.ts';
import { destination } from '../../platform/outbox/index.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import { mayManageStaff, type Staff } from '../../staff/staff.ts';
import type { SetUpOutcome } from '../set-up.ts';
import { isForum, membershipOf } from '../telegram-place.ts';
import type { DeskHandlersDeps, TextContext } from './deps.ts';

/** Answers `/desk`, and the `/start desk` that comes with the link that adds the bot to a group. */
export function createSetUpHandlers(deps: DeskHandlersDeps): Composer<BotContext> {
  const { service, setUp, adjust, views, replyNow, gate, readerOf, onSetUp } = deps;
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
        if (ctx.staff) await setUpHere(ctx, ctx.staff);
      },
    );

  async function obey(ctx: TextContext, by: Staff, word: string): Promise<void> {
    if (ctx.chat.type === 'private') {
      if (word !== '') return await replyNow(ctx, ctx.t('desk-only-here'));
      const reader = { destination: destination('person', by.userId), locale: ctx.locale };
      return await adjust.tell({ reader, cause: ctx.cause }, 'desk-steps');
    }
    if (word === '') return await setUpHere(ctx, by);
    const desk = await service.findByChat(ctx.chat.id);
    const reader = await readerOf(ctx);
    const locale = LOCALES.find((known) => known === word.toLowerCase());
    if (!desk || !reader) return await replyNow(ctx, ctx.t('desk-only-here'));
    if (!locale) return await replyNow(ctx, ctx.t('desk-usage'));
    await adjust.setLocale({ by, desk, reader, cause: ctx.cause, locale });
  }

  async function setUpHere(ctx: TextContext, by: Staff): Promise<void> {
    const { chat } = ctx;
    if (chat.type !== 'supergroup' || !isForum(chat)) {
      return await replyNow(ctx, ctx.t('desk-topics-off'));
    }
    const membership = membershipOf(await ctx.api.getChatMember(chat.id, ctx.me.id));
    const { id, title } = chat;
    const reader = await readerOf(ctx);
    const asked = { by, chat: { id, title }, membership, reader, cause: ctx.cause };
    const outcome = await setUp.setUpDesk(asked);
    if (outcome.status === 'set-up' || outcome.status === 'moved') onSetUp();
    const refusal = refusalOf(ctx, outcome);
    if (refusal !== null) await replyNow(ctx, refusal);
  }

  /** What the desk itself is not told, because it is none. */
  function refusalOf(ctx: BotContext, outcome: SetUpOutcome): string | null {
    switch (outcome.status) {
      case 'rights-missing':
        return views.rightsMissing(ctx.locale, outcome);
      case 'other-desk':
        return ctx.t('desk-other', { title: outcome.title });
      case 'no-right':
        return ctx.t('staff-refused-no-right');
      default:
        return null;
    }
  }

  return composer;
}
