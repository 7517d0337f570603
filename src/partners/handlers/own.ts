// What partners do for themselves, in private: they register by the link, and look after what is theirs by
// `/my`.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Clock } from '../../platform/clock.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import { myButton } from '../buttons.ts';
import type { PartnerForms } from '../conversation.ts';
import type { PartnerService } from '../partner-service.ts';
import type { MyFacts, PartnerViews } from '../partner-views.ts';
import type { Screen } from '../telegram-screen.ts';
import { PARTNER_PREFIX } from './staff.ts';

export interface OwnHandlersDeps {
  readonly partners: PartnerService;
  readonly forms: PartnerForms;
  readonly views: PartnerViews;
  readonly screen: Screen;
  readonly replyNow: ReplyNow;
  readonly clock: Clock;
  /** What `/my` tells; null: they are no partner. */
  readonly lookUp: (userId: number) => Promise<MyFacts | null>;
}

/** To everybody who is no partner there is no `/my`. */
export function createOwnHandlers(deps: OwnHandlersDeps): Composer<BotContext> {
  const { partners, forms, views, screen, replyNow, clock, lookUp } = deps;
  const composer = createComposer<BotContext>();
  const direct = composer.chatType('private');

  direct.command('start').filter(
    (ctx) => ctx.match.startsWith(PARTNER_PREFIX),
    async (ctx) => {
      if (ctx.staff) return await replyNow(ctx, ctx.t('partner-link-staff'));
      const code = ctx.match.slice(PARTNER_PREFIX.length).trim();
      const verdict = await partners.judgeLink(code, ctx.from.id);
      if (verdict === 'welcome') return await forms.registration.enter(ctx, { code });
      await replyNow(ctx, ctx.t(`partner-link-${verdict}`));
    },
  );

  direct.on('message:text').command('my', async (ctx, next) => {
    const facts = await lookUp(ctx.from.id);
    if (!facts) return await next();
    const { status } = facts.partner;
    if (status === 'pending') return await replyNow(ctx, ctx.t('my-pending'));
    if (status === 'blocked') return await replyNow(ctx, ctx.t('partner-link-blocked'));
    if (status !== 'confirmed') return await replyNow(ctx, ctx.t('my-no-partner'));
    await replyNow(ctx, views.my(ctx.locale, facts, clock.now()));
  });

  composer.callbackQuery(myButton.pattern, async (ctx) => {
    const button = myButton.parse(ctx.callbackQuery.data);
    const facts = await lookUp(ctx.from.id);
    if (!button || facts?.partner.id !== button.id || facts.partner.status !== 'confirmed')
      return await answerPress(ctx, ctx.t('my-no-partner'), true);
    if (button.choice !== 'back') {
      await answerPress(ctx);
      return await forms.edit.enter(ctx, { what: button.choice });
    }
    const { status } = await partners.edit(ctx.from.id, { what: 'back' }, ctx.cause);
    await answerPress(ctx, status === 'done' ? ctx.t('my-done-back') : '');
    const now = await lookUp(ctx.from.id);
    if (now) await screen.show(ctx, views.my(ctx.locale, now, clock.now()));
  });

  return composer;
}
