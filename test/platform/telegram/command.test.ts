import { Context } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { beginsWith } from '../../../src/platform/telegram/command.ts';

/** What follows the command «staff» in a message; null: it is none. */
function afterStaff(text: string, offset = 0): string | null {
  const length = /^\/[\w@]+/.exec(text.slice(offset))?.[0].length ?? 0;
  const entities = length > 0 ? [{ type: 'bot_command', offset, length } as const] : [];
  const chat = { id: 1, type: 'private', first_name: 'Anna' } as const;
  const message = { message_id: 1, date: 0, chat, text, entities };
  const me = { id: 2, is_bot: true, username: 'Desk_bot' } as UserFromGetMe;
  const ctx = new Context({ update_id: 1, message } as Context['update'], {} as Context['api'], me);
  return beginsWith(['staff', 'team'])(ctx) ? String(ctx.match) : null;
}

describe('a command', () => {
  it.each([
    ['/staff', ''],
    ['/STAFF', ''],
    ['/Team  Manager 5 ', 'Manager 5 '],
    ['/staff@desk_bot list', 'list'],
    ['/Staff@DESK_BOT\nmanager 5', 'manager 5'],
  ])('is understood in letters of any size: %j', (text, rest) => {
    expect(afterStaff(text)).toBe(rest);
  });

  it.each(['/staffs', '/staff@other_bot', 'staff', 'ask /staff', '/desk'])(
    'is not what only looks like it: %j',
    (text) => {
      expect(afterStaff(text, Math.max(0, text.indexOf('/')))).toBeNull();
    },
  );
});
