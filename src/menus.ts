// Who sees which commands beside the input field. Nice to have: what Telegram refuses is noted, what it
// has no time for is published later, and everything works without.

import { type Bot, GrammyError } from 'grammy';
import type { BotContext } from './context.ts';
import type { Desks } from './desks/index.ts';
import type { Clock } from './platform/clock.ts';
import { isStorageTrouble } from './platform/database/index.ts';
import type { Locale, Translate } from './platform/i18n.ts';
import type { Logger } from './platform/logger.ts';
import { classifyApiError } from './platform/telegram/api-errors.ts';
import { isTransient } from './platform/telegram/api-failure.ts';
import {
  type ListedCommand,
  type MenuCall,
  menusForAll,
  menusOf,
} from './platform/telegram/command-menu.ts';
import type { StaffDoor } from './staff/index.ts';

export interface MenusDeps {
  readonly bot: Pick<Bot<BotContext>, 'api'>;
  /** Of all features, in the order in which people read them. */
  readonly commands: readonly ListedCommand[];
  readonly listStaff: StaffDoor['service']['listStaff'];
  /** What somebody who does not work here may ask for alone with the bot. */
  readonly ownCommands: (
    userId: number,
  ) => Promise<readonly Pick<ListedCommand, 'command' | 'words'>[]>;
  readonly listDesks: Desks['service']['listDesks'];
  readonly t: Translate;
  readonly defaultLocale: Locale;
  readonly clock: Clock;
  readonly logger: Logger;
}

export type Menus = ReturnType<typeof createMenus>;

/** Where Telegram names no pause. */
const RETRY_MS = 60_000;

/** Stands for the role of somebody who has none any more. */
const FORMER = '';

/** Nothing is published before `publish` is called, and nothing more after `close`. */
export function createMenus(deps: MenusDeps) {
  const { bot, commands, listStaff, ownCommands, listDesks, t, defaultLocale, clock, logger } =
    deps;
  const closing = new AbortController();
  // grammY asks for the signal of an older Node's polyfill; Node's own is the same thing.
  const untilClosed = closing.signal as Parameters<typeof bot.api.deleteMyCommands>[1];
  let before: Promise<void> = Promise.resolve();

  /**
   * In the background, one after the other: everybody's menus, or only those of this person, whose role
   * has changed.
   */
  function publish(userId?: number): void {
    before = before.then(() =>
      insist(() => (userId === undefined ? publishAll() : publishOf(userId))),
    );
  }

  /** Each try reads anew who may give what, so a late one is as good as a new one. */
  async function insist(attempt: () => Promise<void>): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        return await attempt();
      } catch (err) {
        if (closing.signal.aborted) return;
        const failure = classifyApiError(err);
        const ms = failure.kind === 'rate-limited' ? failure.retryAfterSeconds * 1_000 : RETRY_MS;
        const mayPass = isTransient(failure) || isStorageTrouble(err);
        logger.warn({ err, ...(mayPass ? { ms } : {}) }, 'the menus of commands are not published');
        if (!mayPass) return;
        await clock.sleep(ms, closing.signal);
      }
    }
  }

  async function publishAll(): Promise<void> {
    const menus = await menusHere();
    await send(menusForAll(menus, defaultLocale));
    for (const person of await listStaff()) {
      const own = menusOf(menus, person).filter((menu) => menu.commands.length > 0);
      await send(own);
    }
  }

  async function publishOf(userId: number): Promise<void> {
    const person = (await listStaff()).find((staff) => staff.userId === userId);
    const menus = await menusHere();
    if (person) return await send(menusOf(menus, person));
    // Whoever works here no more may have a company, or be a partner.
    const theirs = (await ownCommands(userId)).map((command) => {
      return { ...command, where: ['private'] as const, roles: [FORMER] };
    });
    const former = { userId, role: FORMER, locale: defaultLocale };
    await send(menusOf({ ...menus, commands: [...theirs, ...commands] }, former));
  }

  async function menusHere() {
    const groupIds = (await listDesks()).map((desk) => desk.chatId);
    return { commands, groupIds, t };
  }

  /** One that is refused (who is not in the group, or never started the bot) does not stop the rest. */
  async function send(calls: readonly MenuCall[]): Promise<void> {
    for (const { commands: shown, ...place } of calls) {
      if (closing.signal.aborted) return;
      try {
        if (shown.length > 0) await bot.api.setMyCommands(shown, place, untilClosed);
        else await bot.api.deleteMyCommands(place, untilClosed);
      } catch (err) {
        if (!(err instanceof GrammyError) || isTransient(classifyApiError(err))) throw err;
        logger.info({ err, ...place }, 'a menu of commands was refused');
      }
    }
  }

  /** Gives up what is not published yet; resolves when nothing is under way any more. */
  function close(): Promise<void> {
    closing.abort();
    return before;
  }

  return { publish, close };
}
