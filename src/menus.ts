// Who sees which commands beside the input field. Nice to have: what cannot be published is noted, and
// everything works without.

import { type Bot, GrammyError } from 'grammy';
import type { BotContext } from './context.ts';
import type { Desks } from './desks/index.ts';
import type { Locale, Translate } from './platform/i18n.ts';
import type { Logger } from './platform/logger.ts';
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
  readonly listDesks: Desks['service']['listDesks'];
  readonly t: Translate;
  readonly defaultLocale: Locale;
  readonly logger: Logger;
}

export type Menus = ReturnType<typeof createMenus>;

/** Nothing is published before `publish` is called. */
export function createMenus(deps: MenusDeps) {
  const { bot, commands, listStaff, listDesks, t, defaultLocale, logger } = deps;

  /** In the background: everybody's menus, or only those of this person, whose role has changed. */
  function publish(userId?: number): void {
    (userId === undefined ? publishAll() : publishOf(userId)).catch((err: unknown) =>
      logger.warn({ err }, 'the menus of commands are not published'),
    );
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
    const former = { userId, role: '', locale: defaultLocale };
    await send(menusOf(await menusHere(), person ?? former));
  }

  async function menusHere() {
    const groupIds = (await listDesks()).map((desk) => desk.chatId);
    return { commands, groupIds, t };
  }

  /** One that is refused (who is not in the group, or never started the bot) does not stop the rest. */
  async function send(calls: readonly MenuCall[]): Promise<void> {
    for (const { commands: shown, ...place } of calls) {
      try {
        if (shown.length > 0) await bot.api.setMyCommands(shown, place);
        else await bot.api.deleteMyCommands(place);
      } catch (err) {
        if (!(err instanceof GrammyError)) throw err;
        logger.info({ err, ...place }, 'a menu of commands was refused');
      }
    }
  }

  return { publish };
}
