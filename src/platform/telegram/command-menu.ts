// The menus of commands that Telegram shows beside the input field, per scope and language.

import type { BotCommand, BotCommandScope } from 'grammy/types';
import { LOCALES, type Locale } from '../i18n.ts';

export interface CommandMenu {
  readonly scope: BotCommandScope;
  readonly locale: Locale;
  readonly commands: readonly BotCommand[];
}

export interface MenuCall {
  readonly scope: BotCommandScope;
  readonly language_code?: Locale;
  readonly commands: BotCommand[];
}

/**
 * The calls of setMyCommands for these menus: menus of one scope are put together, and `fallback`'s is
 * also what people of every other language see.
 */
export function menuCalls(menus: readonly CommandMenu[], fallback: Locale): MenuCall[] {
  const scopes = new Map(menus.map(({ scope }) => [JSON.stringify(scope), scope]));
  return [...scopes].flatMap(([key, scope]) => {
    const inScope = menus.filter((menu) => JSON.stringify(menu.scope) === key);
    const commandsIn = (locale: Locale) =>
      inScope.filter((menu) => menu.locale === locale).flatMap(({ commands }) => commands);
    return [
      { scope, commands: commandsIn(fallback) },
      ...LOCALES.map((locale) => ({ scope, language_code: locale, commands: commandsIn(locale) })),
    ];
  });
}
