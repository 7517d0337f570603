import { expect, it } from 'vitest';
import { type CommandMenu, menuCalls } from '../../../src/platform/telegram/command-menu.ts';

const desk = { type: 'chat', chat_id: -100500 } as const;
const menu = (locale: 'ru' | 'en', command: string): CommandMenu => ({
  scope: desk,
  locale,
  commands: [{ command, description: `${command} (${locale})` }],
});

it('menus of one place are put together, each language has its own, and the rest read the default', () => {
  const calls = menuCalls(
    [menu('ru', 'staff'), menu('en', 'staff'), menu('ru', 'desk'), menu('en', 'desk')],
    'ru',
  );

  expect(calls).toEqual([
    { scope: desk, commands: commands('ru') },
    { scope: desk, language_code: 'ru', commands: commands('ru') },
    { scope: desk, language_code: 'en', commands: commands('en') },
  ]);
});

it('nothing to show is nothing to call', () => {
  expect(menuCalls([], 'ru')).toEqual([]);
});

function commands(locale: string) {
  return ['staff', 'desk'].map((command) => ({ command, description: `${command} (${locale})` }));
}
