// What staff do with partners: their link, who has applied, who is there.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import type { Staff } from '../../staff/staff.ts';
import { linkRenew, partnerButton, partnerOpen, partnerPage } from '../buttons.ts';
import type { PartnerOutgoing } from '../outgoing.ts';
import { type Decision, REJECTIONS, type Rejection } from '../partner.ts';
import type { PartnerService } from '../partner-service.ts';
import { PARTNERS_ON_PAGE, type PartnerViews } from '../partner-views.ts';
import type { Screen } from '../telegram-screen.ts';
import { byStaff } from './by-staff.ts';

export interface PartnerStaffHandlersDeps {
  readonly partners: PartnerService;
  readonly outgoing: PartnerOutgoing;
  readonly views: PartnerViews;
  readonly screen: Screen;
  readonly replyNow: ReplyNow;
  /** The bot's name in Telegram, without @. */
  readonly botUsername: () => string;
}

/** Before the code in the link by which partners register. */
export const PARTNER_PREFIX = 'pr_';

/** To everybody else there are no such commands. */
export function createPartnerStaffHandlers(deps: PartnerStaffHandlersDeps): Composer<BotContext> {
  const { partners, outgoing, views, screen, replyNow, botUsername } = deps;
  const composer = createComposer<BotContext>();
  const ordered = composer.on('message:text');

  ordered.command('partner', async (ctx, next) => {
    if (!ctx.staff) return await next();
    await replyNow(ctx, linkView(ctx, ctx.staff, await partners.link(ctx.staff)));
  });

  function linkView(ctx: BotContext, { id }: Staff, code: string) {
    const url = `https://t.me/${botUsername()}?start=${PARTNER_PREFIX}${code}`;
    return views.link(ctx.locale, url, id);
  }

  ordered.command('partners', async (ctx, next) => {
    if (!ctx.staff) return await next();
    await replyNow(ctx, await listView(ctx, 1));
  });

  async function listView(ctx: BotContext, page: number) {
    const found = await partners.listPage((page - 1) * PARTNERS_ON_PAGE, PARTNERS_ON_PAGE);
    return views.list(ctx.locale, found, page);
  }

  byStaff(composer, linkRenew, async (ctx, staff) => {
    const renewed = await partners.renewLink(staff, ctx.cause);
    await answerPress(ctx, renewed ? ctx.t('partner-link-renewed') : '');
    await screen.show(ctx, linkView(ctx, staff, await partners.link(staff)));
  });

  byStaff(composer, partnerPage, async (ctx, _, { id }) => {
    await answerPress(ctx);
    await screen.show(ctx, await listView(ctx, id));
  });

  byStaff(composer, partnerOpen, async (ctx, _, { id }) => {
    const card = await outgoing.card(ctx.locale, { partnerId: id });
    if (!card) return await answerPress(ctx, ctx.t('partner-toast-gone'), true);
    await answerPress(ctx);
    await replyNow(ctx, card);
  });

  byStaff(composer, partnerButton, async (ctx, staff, { id, choice }) => {
    if (choice === 'reject') {
      await answerPress(ctx);
      return await screen.rebutton(ctx, views.reasons(ctx.locale, id));
    }
    if (choice !== 'back') await decide(ctx, staff, id, choice);
    else await answerPress(ctx);
    const card = await outgoing.card(ctx.locale, { partnerId: id });
    if (card) await screen.show(ctx, card);
  });

  async function decide(
    ctx: BotContext,
    by: Staff,
    partnerId: number,
    choice: Exclude<Decision, 'reject'> | Rejection,
  ): Promise<void> {
    const reason = REJECTIONS.find((known) => known === choice) ?? null;
    const decision = reason ? 'reject' : (choice as Decision);
    const outcome = await partners.decide({ partnerId, decision, reason, by, cause: ctx.cause });
    switch (outcome.status) {
      case 'repeated':
        return await answerPress(ctx);
      case 'gone':
        return await answerPress(ctx, ctx.t('partner-toast-gone'), true);
      case 'done':
        return await answerPress(ctx, ctx.t(`partner-toast-${decision}`));
      case 'stale': {
        const words = ctx.t(`partner-toast-stale-${outcome.partner.status}`);
        return await answerPress(ctx, words, true);
      }
    }
  }

  return composer;
}
