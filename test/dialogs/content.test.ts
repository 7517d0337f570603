// Marks, thanks, and words without formatting: what a text says about what it is for.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Content,
  isBareThanks,
  noteMarkLength,
  plainWords,
  withoutStart,
} from '../../src/dialogs/content.ts';
import { hashtagsOf } from '../../src/dialogs/hashtags.ts';
import { albumCalls, contentOf, sayingCalls } from '../../src/dialogs/telegram-content.ts';
import { createTranslator, LOCALES } from '../../src/platform/i18n.ts';

const t = createTranslator();
const wordsOf = (key: 'thanks-words' | 'thanks-beside') =>
  new Set(LOCALES.flatMap((locale) => plainWords(t(locale, key)).split(' ')));
const THANKS = { thanks: wordsOf('thanks-words'), beside: wordsOf('thanks-beside') };

function text(
  words: string,
  entities: Content extends { entities: infer E } ? E : never = [] as never,
): Content {
  return { kind: 'text', text: words, entities };
}

const photo = { kind: 'photo', fileId: 'file', fileName: null, entities: [] } as const;
const where = { chatId: 1 };

describe('bare thanks', () => {
  it.each([
    'Спасибо!',
    'спасибо большое)))',
    'Благодарю вас',
    'Ок, спасибо',
    'Всё понятно, спасибо 🙏',
    'Спасибо за помощь!',
    'СПАСИБО ЗА БЫСТРЫЙ ОТВЕТ',
    'еще раз спасибо',
    'Thank you very much!',
    'thanks, got it',
    'Thx',
    '👍',
    '🙏🙏🏽 🙏',
    '❤️❤️!',
    '💐',
  ])('are «%s»', (words) => {
    expect(isBareThanks(text(words), THANKS)).toBe(true);
  });

  it.each([
    'Спасибо, а когда?',
    'Спасибо, да',
    'Нет, спасибо',
    'Понятно',
    'Ок',
    '👎',
    '👎🏻',
    '❤️‍🔥',
    '😡',
    '👍?',
    '👍 2',
    'Беру 👍',
    '',
    'Спасибо?',
    'Спасибо, жду',
    'thanks, but no',
    'Спасибо, привезите завтра',
    'ё-моё',
  ])('are not «%s»', (words) => {
    expect(isBareThanks(text(words), THANKS)).toBe(false);
  });

  it('are words: a picture with «спасибо» under it is looked at', () => {
    expect(isBareThanks({ ...photo, caption: 'спасибо' }, THANKS)).toBe(false);
  });
});

describe('the mark of a note', () => {
  it.each([
    ['// своим', 3],
    ['//своим', 2],
    ['//', 2],
    ['/ своим', 0],
    ['https://example.org', 0],
    ['см. // ниже', 0],
  ])('in «%s» takes %i signs', (words, length) => {
    expect(noteMarkLength(text(words))).toBe(length);
  });

  it('is cut off with its formatting moved to where the words now are', () => {
    const marked = text('// важно всё', [
      { type: 'bold', offset: 0, length: 8 },
      { type: 'italic', offset: 9, length: 3 },
      { type: 'code', offset: 0, length: 2 },
    ] as never);

    expect(withoutStart(marked, 3)).toEqual({
      kind: 'text',
      text: 'важно всё',
      entities: [
        { type: 'bold', offset: 0, length: 5 },
        { type: 'italic', offset: 6, length: 3 },
      ],
    });
  });

  it('leaves a picture marked as changed, so that its original is not copied with the mark', () => {
    const note = withoutStart({ ...photo, caption: '// склад' }, 3);
    const parts = [
      { chatId: 9, messageId: 1, author: 'staff', content: note },
      { chatId: 9, messageId: 2, author: 'staff', content: { ...photo, caption: '' } },
    ] as const;

    expect(note).toMatchObject({ caption: 'склад' });
    const [call] = albumCalls(parts, where, false);
    expect(call).toMatchObject({ method: 'sendMediaGroup' });
    expect(JSON.stringify(call)).not.toContain('//');
  });
});

describe('a message in another chat', () => {
  it('with a caption longer than bots may write is followed by its words', () => {
    const long = { ...photo, caption: 'ы'.repeat(1_500) };
    const calls = sayingCalls(long, { chatId: 9, messageId: 1 }, { ...where, replyTo: 5 });

    expect(calls.map(({ method }) => method)).toEqual(['copyMessage', 'sendMessage']);
    expect(calls[0]?.payload).toMatchObject({ caption: '', reply_parameters: { message_id: 5 } });
    expect(calls[1]?.payload).toMatchObject({ text: long.caption });
    expect(calls[1]?.payload).not.toHaveProperty('reply_parameters');
  });

  describe('that is an album', () => {
    const albumBy = (author: 'client' | 'staff') =>
      [1, 2].map((messageId) => {
        return { chatId: 9, messageId, author, content: { ...photo, caption: '' } };
      });
    const methods = (author: 'client' | 'staff', replyTo: number | undefined, anew: boolean) =>
      albumCalls(albumBy(author), { ...where, replyTo }, anew).map(({ method }) => method);

    it('is copied as it is, and sent anew where it is a reply or its original is gone', () => {
      expect(methods('client', undefined, false)).toEqual(['copyMessages']);
      expect(methods('client', 5, false)).toEqual(['sendMediaGroup']);
      expect(methods('client', undefined, true)).toEqual(['sendMediaGroup']);
    });

    it('of staff is sent as it was written, whatever its caption was corrected to since', () => {
      expect(methods('staff', undefined, false)).toEqual(['sendMediaGroup']);
    });
  });

  it.each(['// тайна', '  //тайна', '\u200b// тайна', '\uff0f\uff0f тайна'])(
    'is a note however its mark was typed: %j',
    (text) => {
      const content = { kind: 'text', text, entities: [] } as const;

      expect(withoutStart(content, noteMarkLength(content))).toMatchObject({ text: 'тайна' });
    },
  );

  it('is known by every kind that Telegram has today: carried, or said not to be', () => {
    const types = new URL('../../node_modules/@grammyjs/types/message.d.ts', import.meta.url);
    const source = readFileSync(types, 'utf8');
    const start = source.indexOf('export interface Message extends');
    const fields = [
      ...source.slice(start, source.indexOf('\n}', start)).matchAll(/^ {4}(\w+)\?:/gm),
    ];
    const content = fields.map(([, field]) => field ?? '').filter((field) => !NOTED.test(field));

    const unknown = content.filter(
      (field) => contentOf({ [field]: [{ file_id: 'x' }] } as never) === null,
    );
    expect(unknown).toEqual([]);
  });
});

/** What Telegram notes in a chat and nobody says; `entities` belong to a text. */
const NOTED = new RegExp(
  '^(?:entities|new_|left_|delete_|group_chat|supergroup|channel_chat|message_auto|migrate_|pinned_|' +
    'successful_|refunded_|users_shared|chat_|connected_|write_access|passport_|proximity_|boost_|' +
    'forum_|general_|video_chat|web_app|checklist_tasks|community_|suggested_|managed_|poll_option|' +
    'giveaway_created|giveaway_completed|gift|unique_gift|paid_message|direct_message|live_photo)',
);

describe('hashtags', () => {
  const words = {
    status: (status: string) => status,
    waiting: 'ждётответа',
    client: 'клиент',
    employee: 'сотрудник',
    day: 'д',
    month: 'м',
    week: 'н',
  };
  const tagged = {
    status: 'in_work',
    clientId: 42,
    channel: 'telegram',
    lastQuestionAt: new Date('2026-12-31T21:30:00Z'),
    waiting: true,
    assignee: { id: 7, name: 'Катя Смирнова' },
  } as const;

  it('carry status, client, channel, day, month, ISO week and employee, by the desk’s clock', () => {
    expect(hashtagsOf(tagged, words, 'Europe/Moscow')).toEqual([
      'in_work',
      'ждётответа',
      'клиент_42',
      'telegram',
      'д2027_01_01',
      'м2027_01',
      'н2026_53',
      'катя_7',
    ]);
  });

  it.each([
    ['Анна-Мария Ли', 'аннамария_7'],
    ['🦊 Лис', 'сотрудник_7'],
    ['007', 'сотрудник_7'],
    ["O'Neil", 'oneil_7'],
  ])('call %s #%s', (name, tag) => {
    const tags = hashtagsOf({ ...tagged, assignee: { id: 7, name } }, words, 'Europe/Moscow');

    expect(tags.at(-1)).toBe(tag);
  });
});
