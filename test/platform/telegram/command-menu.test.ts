import { describe, expect, it } from 'vitest';
import {
  type ListedCommand,
  menusForAll,
  menusOf,
} from '../../../src/platform/telegram/command-menu.ts';

const commands: readonly ListedCommand[] = [
  { command: 'help', words: 'help', where: ['private'] },
  { command: 'note', words: 'note', where: ['group'] },
  { command: 'staff', words: 'staff', where: ['private', 'group'], roles: ['supervisor', 'admin'] },
  { command: 'repair', words: 'repair', where: ['private'], roles: ['admin'] },
];
const t = (locale: string, key: string) => `${key} (${locale})`;
const menus = { commands, groupIds: [-100500], t };
const shown = (locale: string, ...names: string[]) =>
  names.map((command) => ({ command, description: `${command} (${locale})` }));

describe('what everybody sees', () => {
  it('is what everybody may use there, each in their language, the rest in the default one', () => {
    const inPrivate = { type: 'all_private_chats' };
    const group = { type: 'chat', chat_id: -100500 };

    expect(menusForAll(menus, 'ru')).toEqual([
      { scope: inPrivate, commands: shown('ru', 'help') },
      { scope: inPrivate, language_code: 'ru', commands: shown('ru', 'help') },
      { scope: inPrivate, language_code: 'en', commands: shown('en', 'help') },
      { scope: group, commands: shown('ru', 'note') },
      { scope: group, language_code: 'ru', commands: shown('ru', 'note') },
      { scope: group, language_code: 'en', commands: shown('en', 'note') },
    ]);
  });

  it('is nothing where nothing is listed', () => {
    expect(menusForAll({ ...menus, commands: [] }, 'ru')).toEqual([]);
  });
});

describe('what somebody with a role sees instead', () => {
  const alone = { type: 'chat', chat_id: 7 };
  const amongOthers = { type: 'chat_member', chat_id: -100500, user_id: 7 };

  it.each([
    ['supervisor', ['help', 'staff']],
    ['admin', ['help', 'staff', 'repair']],
  ])('as %s is all that is theirs, in their language', (role, inPrivate) => {
    expect(menusOf(menus, { userId: 7, role, locale: 'en' })).toEqual([
      { scope: alone, commands: shown('en', ...inPrivate) },
      { scope: amongOthers, commands: shown('en', 'note', 'staff') },
    ]);
  });

  it('is nothing of their own where their role gives them nothing more', () => {
    expect(menusOf(menus, { userId: 7, role: 'manager', locale: 'ru' })).toEqual([
      { scope: alone, commands: [] },
      { scope: amongOthers, commands: [] },
    ]);
  });
});
