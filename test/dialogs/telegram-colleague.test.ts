// Whom a message speaks to, or whose words it is about.

import type { Message } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { calledIn, callsColleagues } from '../../src/dialogs/telegram-colleague.ts';

const NOBODY = { usernames: [], userIds: [], names: [], chatIds: [] };
const katya = { id: 902, is_bot: false, first_name: 'Катя' };
const boris = { id: 903, is_bot: false, first_name: 'Борис' };
const desk = { id: -1001, type: 'supergroup', title: 'Единое окно' } as const;
const channel = { id: -1002, type: 'channel', title: 'Новости' } as const;

function called(fields: Partial<Message>) {
  const message = { message_id: 1, date: 1, chat: desk, from: katya, ...fields } as Message;
  return calledIn(message, [message.text ?? '']);
}

describe('a message calls', () => {
  it.each([
    ['@Boris_O, смотри', ['boris_o']],
    ['👉 @boris_o смотри', ['boris_o']],
    ['(@boris_o) @olga_v: смотри', ['boris_o', 'olga_v']],
    ['1) @boris_o — смотри', ['boris_o']],
    ['#срочно #склад_2 @boris_o смотри', ['boris_o']],
  ])('those who are named before anything else: «%s»', (text, usernames) => {
    expect(called({ text })).toEqual({ ...NOBODY, usernames });
  });

  it.each(['Спросите @boris_o', 'почта a@boris_o', '', '15:00'])('nobody in «%s»', (text) => {
    expect(called({ text })).toBeNull();
  });

  it('those without a username, one after another', () => {
    const user = { ...boris, id: 7 };
    const entities = [
      { type: 'text_mention', offset: 3, length: 5, user: boris },
      { type: 'text_mention', offset: 10, length: 4, user },
      { type: 'text_mention', offset: 20, length: 4, user: katya },
    ] as const;
    const text = '👉 Борис, Анна смотри Катя';

    expect(called({ text, entities: [...entities] })).toEqual({ ...NOBODY, userIds: [903, 7] });
  });

  it('whoever is called in a question or an option of a poll', () => {
    const message = { message_id: 1, date: 1, chat: desk, from: katya } as Message;

    expect(calledIn(message, ['', 'Кто?', '@boris_o'])?.usernames).toEqual(['boris_o']);
  });
});

describe('colleagues are called', () => {
  it.each(['@all глянь', '👉 @Here', '@все, кто возьмёт?', '(@Борис) глянь'])('by «%s»', (text) => {
    expect(callsColleagues(text)).toBe(true);
  });

  it.each(['@anna_client, добрый день', 'Спросите @все', '@', 'all'])('not by «%s»', (text) => {
    expect(callsColleagues(text)).toBe(false);
  });
});

describe('a message is about the words of', () => {
  it('whoever wrote what is forwarded, under whatever name', () => {
    const date = 1;
    const by = (forward_origin: NonNullable<Message['forward_origin']>) =>
      called({ forward_origin });

    expect(by({ type: 'user', sender_user: boris, date })?.userIds).toEqual([903]);
    expect(by({ type: 'user', sender_user: katya, date })).toBeNull();
    expect(by({ type: 'hidden_user', sender_user_name: 'Борис', date })?.names).toEqual(['Борис']);
    expect(by({ type: 'chat', sender_chat: desk, date })?.chatIds).toEqual([-1001]);
    expect(by({ type: 'channel', chat: channel, message_id: 5, date })?.chatIds).toEqual([-1002]);
  });

  it('the bot whose offer was chosen', () => {
    const via_bot = { id: 1, is_bot: true as const, first_name: 'Бот' };

    expect(called({ text: 'слова', via_bot })?.userIds).toEqual([1]);
  });

  it('whoever is answered in another chat; in this one it is known what stands there', () => {
    const origin = { type: 'user', sender_user: boris, date: 1 } as const;
    const message_id = 5;

    expect(called({ external_reply: { origin } })?.userIds).toEqual([903]);
    expect(called({ external_reply: { origin, chat: channel, message_id } })?.userIds).toEqual([
      903,
    ]);
    expect(called({ external_reply: { origin, chat: desk, message_id } })).toBeNull();
  });
});
