// Links to products and leads, the buttons about them, and what is said in their rooms.

import type { Composer } from 'grammy';
import type { User } from 'grammy/types';
import type { BotContext } from '../context.ts';
import type { SeenPerson } from '../people/person.ts';
import { localeOf } from '../platform/i18n.ts';
import type { Logger } from '../platform/logger.ts';
import type { Passing } from '../platform/screens/index.ts';
import { answerPress } from '../platform/telegram/answer-press.ts';
import { fullName } from '../platform/telegram/author.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import { leniently } from '../platform/telegram/leniently.ts';
import type { ReplyNow } from '../platform/telegram/reply-now.ts';
import {
  answerButton,
  promiseButton,
  rescueButton,
  stageButton,
  stagesButton,
  suggestButton,
} from './buttons.ts';
import type { LeadForms } from './conversation.ts';
import type { LoadFacts } from './facts.ts';
import { LEAD_PAYLOAD } from './lead.ts';
import { PRODUCT_PAYLOAD } from './product.ts';
import type { LeadService } from './service.ts';
import type { Spoken } from './verbs/talk.ts';
import type { LeadViews } from './views.ts';

type Stage = Parameters<LeadViews['stages']>[2][number];

export interface LeadHandlersDeps {
  readonly service: LeadService;
  readonly forms: LeadForms;
  readonly views: LeadViews;
  readonly load: LoadFacts;
  readonly replyNow: ReplyNow;
  readonly stages: () => Promise<readonly Stage[]>;
  readonly passing: Pick<Passing, 'add'>;
  readonly logger: Logger;
  /** The room whose group this chat is, and what this person is there; null: nothing. */
  readonly roleIn: (
    chatId: number,
    userId: number,
  ) => Promise<Pick<Spoken, 'roomId' | 'role' | 'name'> | null>;
}

export function createLeadHandlers(deps: LeadHandlersDeps): Composer<BotContext> {
  return createComposer(
    answering(deps),
    promising(deps),
    rescuing(deps),
    staging(deps),
    listening(deps),
  );
}

/** The links of products and leads. */
export function createLeadEntrances({ service, forms }: LeadHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();
  const start = composer.chatType('private').command('start');

  start.filter(
    (ctx) => ctx.match.startsWith(PRODUCT_PAYLOAD),
    async (ctx) => {
      const code = ctx.match.slice(PRODUCT_PAYLOAD.length);
      const { staff, cause } = ctx;
      const outcome = await service.ask({ code, seen: seen(ctx, ctx.from), staff, cause });
      if (outcome.status !== 'new') return;
      const { leadId, product, seller } = outcome;
      await forms.need.enter(ctx, { leadId, product: product.name, exporter: seller.name });
    },
  );

  start.filter(
    (ctx) => ctx.match.startsWith(LEAD_PAYLOAD),
    async (ctx) => {
      const code = ctx.match.slice(LEAD_PAYLOAD.length);
      await service.claim({ code, seen: seen(ctx, ctx.from), cause: ctx.cause });
    },
  );

  return composer;
}

function answering({ service, forms, load }: LeadHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(answerButton.pattern, async (ctx) => {
    const button = answerButton.parse(ctx.callbackQuery.data);
    if (!button) return await answerPress(ctx);
    const press = { leadId: button.id, userId: ctx.from.id, cause: ctx.cause };
    switch (button.choice) {
      case 'prepare':
        return await say(ctx, await service.prepare(press), 'lead-toast-draft');
      case 'send':
        return await say(ctx, await service.send(press), 'lead-toast-sent');
      case 'template':
        return await say(ctx, await service.keepTemplate(press), 'lead-toast-template');
      case 'change':
        return await change(ctx, press.leadId);
    }
  });

  /** Its words are asked for in private alone, where its draft stands. */
  async function change(ctx: BotContext, leadId: number): Promise<void> {
    const facts = (await load([leadId])).get(leadId);
    const isTheirs = facts?.seller.people.some(({ userId }) => userId === ctx.from?.id);
    if (!isTheirs && !ctx.staff) return await answerPress(ctx, ctx.t('lead-toast-stranger'), true);
    const name = await service.answerer(leadId);
    if (name !== null) return await answerPress(ctx, ctx.t('lead-toast-was-sent', { name }), true);
    await answerPress(ctx);
    await forms.answer.enter(ctx, { leadId });
  }

  return composer;
}

function promising({ service, forms }: LeadHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(promiseButton.pattern, async (ctx) => {
    const button = promiseButton.parse(ctx.callbackQuery.data);
    if (!button) return await answerPress(ctx);
    const { id: leadId, choice } = button;
    if (choice === 'other') {
      const seller = await service.sellerOf(leadId);
      await answerPress(ctx);
      if (seller) await forms.promise.enter(ctx, { leadId, timeZone: seller.timeZone });
      return;
    }
    const day = { inDays: Number(choice) };
    const press = { leadId, userId: ctx.from.id, day, cause: ctx.cause };
    await say(ctx, await service.promise(press), 'lead-toast-promised');
  });

  return composer;
}

function rescuing({ service }: LeadHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(rescueButton.pattern, async (ctx) => {
    const button = rescueButton.parse(ctx.callbackQuery.data);
    const { staff: by, cause } = ctx;
    if (!by || !button) return await answerPress(ctx, ctx.t('lead-toast-stranger'), true);
    const order = { leadId: button.id, by, cause };
    switch (button.choice) {
      case 'answer': {
        const press = { leadId: button.id, userId: by.userId, cause };
        return await say(ctx, await service.prepare(press), 'lead-toast-draft');
      }
      case 'phones':
        return await say(ctx, await service.phones(order), 'lead-toast-private');
      case 'others':
        return await say(ctx, await service.others(order), 'lead-toast-private');
      case 'enter':
        return await say(ctx, await service.enter(order), 'lead-toast-entry');
    }
  });

  composer.callbackQuery(suggestButton.pattern, async (ctx) => {
    const button = suggestButton.parse(ctx.callbackQuery.data);
    const { staff: by, cause } = ctx;
    if (!by || !button) return await answerPress(ctx, ctx.t('lead-toast-stranger'), true);
    const order = { leadId: button.id, productId: button.revision, by, cause };
    await say(ctx, await service.suggest(order), 'lead-toast-suggested');
  });

  return composer;
}

function staging(deps: LeadHandlersDeps): Composer<BotContext> {
  const { service, views, load, stages, passing, logger } = deps;
  const composer = createComposer<BotContext>();

  composer.callbackQuery(stagesButton.pattern, async (ctx) => {
    const button = stagesButton.parse(ctx.callbackQuery.data);
    const facts = button && (await load([button.id])).get(button.id);
    const isTheirs = facts?.seller.people.some(({ userId }) => userId === ctx.from.id);
    if (!facts || (!isTheirs && !ctx.staff)) {
      return await answerPress(ctx, ctx.t('lead-toast-stage-stranger'), true);
    }
    await answerPress(ctx);
    const { text, keyboard } = views.stages(ctx.locale, facts, await stages());
    const more = { ...(keyboard ? { reply_markup: keyboard } : {}), disable_notification: true };
    // A list that nobody presses goes away by itself.
    await leniently(logger, { leadId: facts.lead.id }, async () => {
      const list = await ctx.reply(text, more);
      if (list.chat.type !== 'private') await passing.add(ctx, list.message_id);
    });
  });

  composer.callbackQuery(stageButton.pattern, async (ctx) => {
    const button = stageButton.parse(ctx.callbackQuery.data);
    if (!button) return await answerPress(ctx);
    const { id: leadId, revision: position } = button;
    const press = { leadId, position, userId: ctx.from.id, cause: ctx.cause };
    const { status } = await service.setStage(press);
    if (status === 'stranger') {
      return await answerPress(ctx, ctx.t('lead-toast-stage-stranger'), true);
    }
    await answerPress(ctx, ctx.t(`lead-toast-stage-${status}`));
    // The list has done its work; where it cannot be taken away it stays, and works.
    if (status === 'set' || status === 'same') await ctx.deleteMessage().catch(() => undefined);
  });

  return composer;
}

/** Who has spoken in a room of a lead: the message itself is others' business. */
function listening({ service, roleIn }: LeadHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();
  composer.chatType(['group', 'supergroup']).on('message', async (ctx, next) => {
    const place = ctx.from.is_bot ? null : await roleIn(ctx.chat.id, ctx.from.id);
    const at = new Date(ctx.message.date * 1_000);
    if (place && isSpeech(ctx)) await service.spoke({ ...place, at }, ctx.cause);
    await next();
  });
  return composer;
}

/** What people say, not what Telegram tells of them. */
function isSpeech(ctx: BotContext): boolean {
  return ctx.has(['message:text', 'message:media', 'message:sticker', 'message:contact']);
}

interface Outcome {
  readonly status: string;
  readonly name?: string;
}

/** A press is answered with what came of it. */
async function say(ctx: BotContext, { status, name = '' }: Outcome, done: string): Promise<void> {
  if (status === 'done') return await answerPress(ctx, ctx.t(done));
  await answerPress(ctx, ctx.t(`lead-toast-${status}`, { name }), status !== 'repeated');
}

function seen(ctx: BotContext, user: User): SeenPerson {
  const locale = user.language_code ? localeOf(user.language_code, ctx.locale) : null;
  return { userId: user.id, name: fullName(user), username: user.username ?? null, locale };
}
