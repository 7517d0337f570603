// The bot: who acts is found out first, then the features hear of the update in their order, and what
// nobody wanted is at least answered.

import { Bot, type Composer } from 'grammy';
import type { BotContext } from './context.ts';
import type { TopicIcons } from './dialogs/index.ts';
import { type Locale, localeOf, type Translate } from './platform/i18n.ts';
import { answerPress } from './platform/telegram/answer-press.ts';
import { fullName } from './platform/telegram/author.ts';
import { createComposer } from './platform/telegram/composer.ts';
import type { StaffDoor } from './staff/index.ts';

/** A call that takes longer is given up, in seconds; grammY's own limit is 500. */
const CALL_SECONDS = 20;

/** What Telegram tells the bot about itself at the start, and features need later. */
export interface Surroundings {
  /** The bot's name, without @. */
  username: string;
  topicIcons: TopicIcons;
}

export interface BotDeps {
  readonly token: string;
  readonly apiRoot: string;
  readonly meet: StaffDoor['service']['meet'];
  /** The language that somebody has chosen themselves; null: none. */
  readonly chosenLocale: (userId: number) => Locale | null;
  readonly t: Translate;
  readonly defaultLocale: Locale;
}

/**
 * The bot with all features, in the order in which they hear of an update. It does not poll:
 * updates are handed to it.
 */
export function createBot(
  { token, apiRoot, ...deps }: BotDeps,
  features: Composer<BotContext>,
): Bot<BotContext> {
  const bot = new Bot<BotContext>(token, { client: { apiRoot, timeoutSeconds: CALL_SECONDS } });
  bot.use(identified(deps));
  bot.use(features);
  bot.on('callback_query', (ctx) => answerPress(ctx, ctx.t('toast-outdated'), true));
  return bot;
}

/** Puts into the context who acts, in which language, and the update as a cause. */
function identified({
  meet,
  chosenLocale,
  t,
  defaultLocale,
}: Omit<BotDeps, 'token' | 'apiRoot'>): Composer<BotContext> {
  return createComposer<BotContext>(async (ctx, next) => {
    ctx.cause = { kind: 'update', botId: ctx.me.id, updateId: ctx.update.update_id };
    const { from } = ctx;
    // Telegram does not always tell the language; an employee's is then known from before.
    const shown = from?.language_code ? localeOf(from.language_code, defaultLocale) : null;
    ctx.staff = from
      ? await meet({
          userId: from.id,
          name: fullName(from),
          username: from.username ?? null,
          locale: shown,
        })
      : null;
    const chosen = from ? chosenLocale(from.id) : null;
    ctx.locale = chosen ?? shown ?? ctx.staff?.locale ?? defaultLocale;
    ctx.t = (key, args) => t(ctx.locale, key, args);
    await next();
  });
}
