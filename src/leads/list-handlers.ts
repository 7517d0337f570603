// «/leads» of those who work here, in private and at the desk, and presses under its lists.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Reader } from '../platform/outbox/words.ts';
import { answerPress } from '../platform/telegram/answer-press.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import { plainName } from '../platform/telegram/plain-text.ts';
import type { ReplyNow } from '../platform/telegram/reply-now.ts';
import { showInPlace } from '../platform/telegram/show-in-place.ts';
import { leadListButton, leadNarrowButton, leadViewButton } from './buttons.ts';
import type { LoadFacts } from './facts.ts';
import type { LeadLists } from './lead-list.ts';
import { LEAD_LISTS, unpacked } from './lead-query.ts';
import type { LeadListViews } from './list-views.ts';
import type { LeadService } from './service.ts';

export interface LeadListHandlersDeps {
  readonly service: Pick<LeadService, 'showList'>;
  readonly lists: LeadLists;
  readonly listViews: LeadListViews;
  readonly load: LoadFacts;
  readonly now: () => Date;
  /** Where to answer in this chat; null in a group that is no desk. */
  readonly readerOf: (ctx: BotContext) => Promise<Reader | null>;
  readonly replyNow: ReplyNow;
}

/** Comes before the relay of what staff write. To everybody else there is no such command. */
export function createLeadListHandlers(deps: LeadListHandlersDeps): Composer<BotContext> {
  const { service, readerOf, replyNow } = deps;
  const composer = createComposer<BotContext>();
  const fromStaff = composer.on('message:text').filter((ctx) => ctx.staff !== null);

  fromStaff.command('leads', async (ctx) => {
    const reader = await readerOf(ctx);
    if (!reader) return await replyNow(ctx, ctx.t('leads-where'));
    await service.showList({ reader, words: plainName(ctx.match, '', 100), cause: ctx.cause });
  });

  composer.use(pressing(deps));
  return composer;
}

function pressing({ lists, listViews, load, now }: LeadListHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(leadListButton.pattern, async (ctx) => {
    const button = leadListButton.parse(ctx.callbackQuery.data);
    if (!ctx.staff || !button) return await refuse(ctx);
    await answerPress(ctx);
    await showInPlace(ctx, listViews.page(ctx.locale, await lists.page(unpacked(button)), now()));
  });

  composer.callbackQuery(leadViewButton.pattern, async (ctx) => {
    const button = leadViewButton.parse(ctx.callbackQuery.data);
    if (!ctx.staff || !button) return await refuse(ctx);
    const facts = (await load([button.id])).get(button.id);
    if (!facts) return await answerPress(ctx, ctx.t('leads-gone'), true);
    await answerPress(ctx);
    await showInPlace(ctx, listViews.one(ctx.locale, facts, unpacked(button), now()));
  });

  composer.callbackQuery(leadNarrowButton.pattern, async (ctx) => {
    const button = leadNarrowButton.parse(ctx.callbackQuery.data);
    const list = LEAD_LISTS[(button?.id ?? 0) - 1];
    if (!ctx.staff || !button || !list) return await refuse(ctx);
    const query = unpacked({ revision: button.revision, choice: list });
    await answerPress(ctx);
    const view =
      button.choice === 'exporter'
        ? listViews.exporters(ctx.locale, query, await lists.exporters())
        : listViews.storefronts(ctx.locale, query, await lists.storefronts());
    await showInPlace(ctx, view);
  });

  return composer;
}

async function refuse(ctx: BotContext): Promise<void> {
  await answerPress(ctx, ctx.t(ctx.staff ? 'toast-outdated' : 'leads-staff-only'), true);
}
