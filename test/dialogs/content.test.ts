// Marks, thanks, and words without formatting: what a text says about what it is for.

import { describe, expect, it } from 'vitest';
import {
  type Content,
  isBareThanks,
  noteMarkLength,
  plainWords,
  withoutStart,
} from '../../src/dialogs/content.ts';
import { hashtagsOf } from '../../src/dialogs/hashtags.ts';
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
    ['"// своим', 4],
    ['> // своим', 5],
    ['👉 // своим', 6],
    ['\\\\ своим', 3],
    ['\u2044\u2044 своим', 3],
    ['1. // своим', 6],
    // On a keyboard that is set to Russian.
    ['.. своим', 3],
    [' ..своим', 3],
    ['... и ещё', 0],
    ['../отчёт.pdf', 0],
    ['12. ещё', 0],
    ['/ своим', 0],
    ['https://example.org', 0],
    ['5 // 6', 0],
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

  it.each(['// тайна', '  //тайна', '\u200b// тайна', '\uff0f\uff0f тайна'])(
    'is one however it was typed: %j',
    (words) => {
      const content = text(words);

      expect(withoutStart(content, noteMarkLength(content))).toMatchObject({ text: 'тайна' });
    },
  );

  it('makes a text of what would be copied with it', () => {
    const rich = { kind: 'told', type: 'rich_message', facts: {}, text: '// тайна', entities: [] };

    expect(withoutStart(rich as Content, 3)).toEqual(text('тайна'));
  });
});

describe('hashtags', () => {
  const words = {
    status: (status: string) => status,
    waiting: 'ждётответа',
    client: 'клиент',
    employee: 'сотрудник',
    label: 'метка',
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
    labels: [],
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
    ['Клиент', 'сотрудник_7'],
  ])('call %s #%s', (name, tag) => {
    const tags = hashtagsOf({ ...tagged, assignee: { id: 7, name } }, words, 'Europe/Moscow');

    expect(tags.at(-1)).toBe(tag);
  });

  it('carry the client’s labels, which are like no other tag', () => {
    const tags = hashtagsOf({ ...tagged, labels: ['vip', 'закрыто'] }, words, 'Europe/Moscow');

    expect(tags.slice(-2)).toEqual(['метка_vip', 'метка_закрыто']);
  });
});
