// A slash at the beginning: a note however it is typed, a command that never reaches the client, a path.

import { describe, expect, it } from 'vitest';
import { slashIn } from '../../src/dialogs/slash.ts';

describe('a slash and «note»', () => {
  it.each([
    ['/note не для клиента', 6],
    ['/NOTE не для клиента', 6],
    ['/note', 5],
    ['/note@deskroom_bot не для клиента', 19],
    ['/note@ не для клиента', 7],
    ['/note: не для клиента', 7],
    ['/note — не для клиента', 8],
    ['/note/ не для клиента', 7],
    ['/note/не для клиента', 6],
    ['/ note не для клиента', 7],
    [' \u200b／note не для клиента', 8],
    ['👉 /note не для клиента', 9],
    ['"/note: не для клиента"', 8],
    // With Cyrillic letters that look the same, or as the word is said.
    ['/nоtе не для клиента', 6],
    ['/ноте не для клиента', 6],
    // With another slash, or on a keyboard that is set to Russian.
    ['\\note не для клиента', 6],
    ['.тщеу не для клиента', 6],
    ['/тщеу не для клиента', 6],
  ])('«%s» is a note, whose words begin at %i', (text, length) => {
    expect(slashIn(text)).toEqual({ kind: 'note', length });
  });
});

describe('a slash and anything else', () => {
  it.each([
    ['/refund 500', 'refund'],
    ['/заметка не для клиента', 'заметка'],
    ['/ заметка не для клиента', 'заметка'],
    ['/заметка/не для клиента', 'заметка'],
    ['/notes/не для клиента', 'notes'],
    ['/note2 не для клиента', 'note2'],
    ['/каталог/чай', 'каталог'],
    ['/home', 'home'],
    ['/home/ не для клиента', 'home'],
    ['/1', '1'],
    ['/', ''],
    ['/, не для клиента', ''],
  ])('«%s» is a command, if an unknown one', (text, name) => {
    expect(slashIn(text)).toEqual({ kind: 'command', name, bot: null });
  });

  it('may be meant for a bot', () => {
    expect(slashIn('/stats@Other_Robot now')).toEqual({
      kind: 'command',
      name: 'stats',
      bot: 'other_robot',
    });
  });

  it.each([
    '👉 /start',
    '— /note2',
    '/etc/hosts и/или почта',
    '/catalog/tea.html',
    '1/2',
    'и/или',
    '// своим',
    'note',
    '... note',
    '',
  ])('is nothing of the kind in «%s»', (text) => {
    expect(slashIn(text)).toBeNull();
  });
});
