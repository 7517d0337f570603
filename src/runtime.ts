// The program running: what is done at the start, what goes on, and how it ends.

import type { Bot } from 'grammy';
import type { Surroundings } from './bot.ts';
import type { TelegramConfig } from './config.ts';
import type { BotContext } from './context.ts';
import type { Menus } from './menus.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/database/index.ts';
import type { Engine } from './platform/engine.ts';
import { createHttp, type HttpDeps, type Readiness } from './platform/http/http.ts';
import type { Logger } from './platform/logger.ts';
import { collectProcessMetrics, type Metrics, showIdleness } from './platform/metrics.ts';
import { classifyApiError } from './platform/telegram/api-errors.ts';
import type { Troubles } from './platform/troubles.ts';
import type { StaffDoor } from './staff/index.ts';

export interface RuntimeDeps {
  readonly config: TelegramConfig;
  readonly database: Database;
  readonly bot: Bot<BotContext>;
  readonly engine: Engine;
  readonly troubles: Troubles;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly surroundings: Surroundings;
  readonly staff: Pick<StaffDoor, 'service'>;
  readonly menus: Menus;
  /** What the door for other systems serves. */
  readonly api: HttpDeps['routes'];
}

const RETRY_MS = 3_000;
const ICONS_RETRY_MS = 60_000;

/** The program as `start` and `stop` see it; nothing runs before `start`. */
export function createRuntime(deps: RuntimeDeps) {
  const { config, database, bot, engine, troubles, metrics, logger, clock } = deps;
  const { surroundings, staff, menus, api } = deps;
  const stopping = new AbortController();
  // grammY asks for the signal of an older Node's polyfill; Node's own is the same thing.
  const untilStop = stopping.signal as Parameters<typeof bot.api.getMe>[0];
  const shown = { ready, metrics: metrics.registry, routes: api };
  const http = createHttp({ ...config.http, ...shown, logger });
  let starting: Promise<unknown> = Promise.resolve();
  let running: Promise<void> = Promise.resolve();

  /**
   * Opens the HTTP door, finds out who the bot is, then polls, handles and sends until `stop`. Returns
   * the door's address. A process that stands by is started as well.
   * @throws Error when Telegram refuses the token, or the port is taken
   */
  async function start(): Promise<string> {
    collectProcessMetrics(metrics);
    showIdleness(metrics, engine.isIdle);
    const address = await http.start();
    logger.info({ address }, 'the door for operators is open');
    starting = startWork();
    await starting;
    return address;
  }

  async function startWork(): Promise<void> {
    if (!(await greetTelegram())) return;
    const { username } = bot.botInfo;
    surroundings.username = username;
    await engine.begin();
    running = engine.run(stopping.signal);
    logger.info({ bot: username, database: database.kind }, 'Deskroom is running');
  }

  /** Telegram may be out of reach at the start; a refused token is the end. False: stopped meanwhile. */
  async function greetTelegram(): Promise<boolean> {
    while (!stopping.signal.aborted) {
      try {
        // Not by `bot.init`, which tries again by itself and says nothing of it.
        bot.botInfo = await bot.api.getMe(untilStop);
        troubles.over('telegram-away');
        return true;
      } catch (err) {
        if (stopping.signal.aborted) return false;
        const failure = classifyApiError(err);
        if (failure.kind === 'unauthorized') {
          throw new Error('Telegram refuses the token: check BOT_TOKEN');
        }
        troubles.logger.warn({ err }, 'Telegram does not answer, asking again');
        const asked = failure.kind === 'rate-limited' ? failure.retryAfterSeconds * 1_000 : 0;
        await clock.sleep(Math.max(RETRY_MS, asked), stopping.signal);
      }
    }
    return false;
  }

  /** By the one process that works, before it works: of two, one prints the code of the first admin. */
  async function prepare(): Promise<void> {
    const prepared = await staff.service.prepareAdminCode();
    if (prepared.status === 'code') {
      const link = `https://t.me/${bot.botInfo.username}?start=admin_${prepared.code}`;
      logger.warn(
        `There is no administrator yet. Open ${link} once, or write to the bot: /admin ${prepared.code}`,
      );
    }
    // Nice to have: without icons and menus everything works.
    if (!(await learnTopicIcons())) void learnTopicIconsLater();
    if (!stopping.signal.aborted) menus.publish();
  }

  async function learnTopicIconsLater(): Promise<void> {
    do await clock.sleep(ICONS_RETRY_MS, stopping.signal);
    while (!stopping.signal.aborted && !(await learnTopicIcons()));
  }

  /** False: Telegram did not tell them. */
  async function learnTopicIcons(): Promise<boolean> {
    try {
      await loadTopicIcons();
      return true;
    } catch (err) {
      if (!stopping.signal.aborted) logger.warn({ err }, 'topic icons are not known yet');
      return false;
    }
  }

  async function loadTopicIcons(): Promise<void> {
    const stickers = await bot.api.getForumTopicIconStickers(untilStop);
    surroundings.topicIcons = new Map(
      stickers.flatMap(({ emoji, custom_emoji_id: id }) =>
        emoji && id ? [[emoji, id] as const] : [],
      ),
    );
  }

  async function ready(): Promise<Readiness> {
    const reasons = [...troubles.list()];
    if (reasons.length === 0 && !(await database.isReachable())) {
      reasons.push('the database does not answer');
    }
    if (!bot.isInited()) reasons.push('Telegram has not answered yet');
    else if (!engine.isActive()) {
      reasons.push('this process stands by: another one polls and sends');
    }
    return { ready: reasons.length === 0, reasons };
  }

  /** Ends what goes on, in order: no new work, what was begun is done, then the doors close. */
  async function stop(): Promise<void> {
    stopping.abort();
    // A start that is under way ends soon, and what it has taken (the lease) is given back.
    await starting.catch(() => {});
    await running;
    await menus.close();
    await http.stop();
    await database.close();
  }

  return { start, stop, prepare, engine, database };
}
