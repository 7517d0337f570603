// The menus of commands that Telegram shows beside the input field: to everybody what everybody may
// give, and to each who may give more, all that is theirs.

import type { BotCommand, BotCommandScope } from 'grammy/types';
import { LOCALES, type Locale, type Translate } from '../i18n.ts';

/** A command as its feature lists it. */
export interface ListedCommand {
  readonly command: string;
  /** The key of its description. */
  readonly words: string;
  /** `group`: the staff's own; `room`: every other group. */
  readonly where: readonly ('private' | 'group' | 'room')[];
  /** The roles that may give it; where nothing is said, everybody. */
  readonly roles?: readonly string[];
}

/** Somebody with a role, in whose language his own menus are. */
export interface MenuReader {
  readonly userId: number;
  readonly role: string;
  readonly locale: Locale;
}

export interface MenuCall {
  readonly scope: BotCommandScope;
  readonly language_code?: Locale;
  readonly commands: BotCommand[];
}

export interface MenuDeps {
  readonly commands: readonly ListedCommand[];
  /** The groups in which commands work. */
  readonly groupIds: readonly number[];
  readonly t: Translate;
}

/**
 * What everybody sees, as calls of setMyCommands: in private chats and in each group, in each language;
 * `fallback`'s is also what people of every other language see.
 */
export function menusForAll({ commands, groupIds, t }: MenuDeps, fallback: Locale): MenuCall[] {
  const open = commands.filter(({ roles }) => roles === undefined);
  const places = [
    { scope: { type: 'all_private_chats' }, listed: at('private', open) },
    { scope: { type: 'all_group_chats' }, listed: at('room', open) },
    ...groupIds.map((chat_id) => ({
      scope: { type: 'chat', chat_id } as const,
      listed: at('group', open),
    })),
  ] as const;
  return places
    .filter(({ listed }) => listed.length > 0)
    .flatMap(({ scope, listed }) => [
      { scope, commands: described(listed, fallback, t) },
      ...LOCALES.map((locale) => ({
        scope,
        language_code: locale,
        commands: described(listed, locale, t),
      })),
    ]);
}

/**
 * What one person sees instead, in private and in each group. Without commands: nothing of their own,
 * and a menu they had before is to be taken back.
 */
export function menusOf({ commands, groupIds, t }: MenuDeps, person: MenuReader): MenuCall[] {
  const { userId, role, locale } = person;
  const theirs = commands.filter(({ roles }) => roles === undefined || roles.includes(role));
  const menu = (place: 'private' | 'group') => {
    const listed = at(place, theirs);
    return listed.some(({ roles }) => roles !== undefined) ? described(listed, locale, t) : [];
  };
  return [
    { scope: { type: 'chat', chat_id: userId }, commands: menu('private') },
    ...groupIds.map((chat_id) => ({
      scope: { type: 'chat_member', chat_id, user_id: userId } as const,
      commands: menu('group'),
    })),
  ];
}

function at(place: 'private' | 'group' | 'room', commands: readonly ListedCommand[]) {
  return commands.filter(({ where }) => where.includes(place));
}

function described(commands: readonly ListedCommand[], locale: Locale, t: Translate): BotCommand[] {
  return commands.map(({ command, words, where }) => ({
    command,
    description: t(locale, words),
    // In a room nobody else is to see who asks for what.
    ...(where.includes('room') ? { is_ephemeral: true } : {}),
  }));
}
