// The bot: who acts is found out first, then the features hear of the update in their order, and what
// nobody wanted is at least answered.

import { Bot, Composer } from 'grammy';
import type { BotContext } from './context.ts';
import { type Locale, localeOf, type Translate } from './platform/i18n.ts';
import { answerPress } from './platform/telegram/answer-press.ts';
import type { Staff } from './staff/staff.ts';

/** A call that takes longer is given up, in seconds; grammY's own limit is 500. */
const CALL_SECONDS = 20;

export interface BotDeps {
  readonly token: string;
  readonly apiRoot: string;
  readonly identify: (userId: number) => Promise<Staff | null>;
  readonly t: Translate;
  readonly defaultLocale: Locale;
}

export function createBot({ token, apiRoot, ...deps }: BotDeps, features: Composer<BotContext>): Bot<BotContext> {
  const bot = new Bot<BotContext>(token, { client: { apiRoot, timeoutSeconds: CALL_SECONDS } });
  bot.use(identified(deps));
  bot.use(features);
  bot.on('callback_query', (ctx) => answerPress(ctx, ctx.t('toast-outdated'), true));
  return bot;
}

/** Puts into the context who acts, in which language, and the update as a cause. */
function identified({ identify, t, defaultLocale }: Omit<BotDeps, 'token' | 'apiRoot'>): Composer<BotContext> {
  return new Composer<BotContext>(async (ctx, next) => {
    ctx.cause = { kind: 'update', botId: ctx.me.id, updateId: ctx.update.update_id };
    ctx.staff = ctx.from ? await identify(ctx.from.id) : null;
    ctx.locale = ctx.staff?.locale ?? localeOf(ctx.from?.language_code, defaultLocale);
    ctx.t = (key, args) => t(ctx.locale, key, args);
    await next();
  });
}
