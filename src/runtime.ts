// The program running: what is done at the start, what goes on, and how it ends.

import type { Bot } from 'grammy';
import type { Surroundings } from './bot.ts';
import type { Clients } from './clients/index.ts';
import type { TelegramConfig } from './config.ts';
import type { BotContext } from './context.ts';
import type { Desks } from './desks/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/database/index.ts';
import type { Engine } from './platform/engine.ts';
import { createHttp, type Readiness } from './platform/http/http.ts';
import type { Logger } from './platform/logger.ts';
import { collectProcessMetrics, type Metrics } from './platform/metrics.ts';
import { classifyApiError } from './platform/telegram/api-errors.ts';
import { menuCalls } from './platform/telegram/command-menu.ts';
import type { StaffDoor } from './staff/index.ts';

export interface RuntimeDeps {
  readonly config: TelegramConfig;
  readonly database: Database;
  readonly bot: Bot<BotContext>;
  readonly engine: Engine;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly surroundings: Surroundings;
  readonly staff: Pick<StaffDoor, 'service' | 'commandMenus'>;
  readonly desks: Pick<Desks, 'service' | 'commandMenus'>;
  readonly clients: Pick<Clients, 'commandMenus'>;
}

const RETRY_MS = 3_000;

export function createRuntime(deps: RuntimeDeps) {
  const { config, database, bot, engine, metrics, logger, clock, surroundings, staff, desks, clients } = deps;
  const stopping = new AbortController();
  const http = createHttp({ ...config.http, ready, metrics: metrics.registry, logger });
  let running: Promise<void> = Promise.resolve();

  /**
   * Finds out who the bot is, then polls, handles and sends until `stop`. Returns the address of the
   * HTTP door.
   * @throws Error when Telegram refuses the token, or the port is taken
   */
  async function start(): Promise<string> {
    await greetTelegram();
    surroundings.username = bot.botInfo.username;
    await preparations();
    collectProcessMetrics(metrics);
    const address = await http.start();
    running = engine.run(stopping.signal);
    logger.info({ bot: bot.botInfo.username, database: database.kind, address }, 'Deskroom is running');
    return address;
  }

  /** Telegram may be out of reach at the start; a refused token is the end. */
  async function greetTelegram(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        return await bot.init();
      } catch (error) {
        const failure = classifyApiError(error);
        if (failure.kind === 'unauthorized') throw new Error('Telegram refuses the token: check BOT_TOKEN');
        logger.warn({ err: error }, 'Telegram does not answer, asking again');
        await clock.sleep(RETRY_MS, stopping.signal);
      }
    }
  }

  async function preparations(): Promise<void> {
    const prepared = await staff.service.prepareAdminCode();
    if (prepared.status === 'code') {
      const link = `https://t.me/${bot.botInfo.username}?start=admin_${prepared.code}`;
      logger.warn(`There is no administrator yet. Open ${link} once, or write to the bot: /admin ${prepared.code}`);
    }
    // Nice to have: without icons and menus everything works.
    await loadTopicIcons().catch((err: unknown) => logger.warn({ err }, 'topic icons are not known'));
    publishCommands();
  }

  async function loadTopicIcons(): Promise<void> {
    const stickers = await bot.api.getForumTopicIconStickers();
    surroundings.topicIcons = new Map(
      stickers.flatMap(({ emoji, custom_emoji_id: id }) => (emoji && id ? [[emoji, id] as const] : [])),
    );
  }

  /** Shows people the commands they may use; in the background, again when a desk was set up. */
  function publishCommands(): void {
    setCommands().catch((err: unknown) => logger.warn({ err }, 'the menus of commands are not published'));
  }

  async function setCommands(): Promise<void> {
    const deskChats = (await desks.service.listDesks()).map((desk) => desk.chatId);
    const menus = [...clients.commandMenus(), ...staff.commandMenus(deskChats), ...desks.commandMenus(deskChats)];
    for (const { commands, ...options } of menuCalls(menus, config.company.defaultLocale)) {
      await bot.api.setMyCommands(commands, options);
    }
  }

  async function ready(): Promise<Readiness> {
    const reasons: string[] = [];
    if (!(await database.isReachable())) reasons.push('the database does not answer');
    if (!engine.isActive()) reasons.push('this process stands by: another one polls and sends');
    return { ready: reasons.length === 0, reasons };
  }

  /** Ends what goes on, in order: no new work, what was begun is done, then the doors close. */
  async function stop(): Promise<void> {
    stopping.abort();
    await running;
    await http.stop();
    await database.close();
  }

  return { start, stop, publishCommands, engine, database };
}
