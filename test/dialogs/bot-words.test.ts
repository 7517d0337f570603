// What the bot has written for staff is known by its words alone.

import { describe, expect, it } from 'vitest';
import { createBotWords } from '../../src/dialogs/bot-words.ts';
import { createTranslator } from '../../src/platform/i18n.ts';

const isOfTheBot = createBotWords(createTranslator());
const text = (words: string) => ({ kind: 'text', text: words, entities: [] }) as const;

describe('the bot has written', () => {
  it.each([
    ['a card', '🔴 НЕ ОТВЕЧЕНО · ждёт с 12:40\n⏱ Ответить до 13:10'],
    ['a panel', '🟢 ОТВЕЧЕНО\nЕсли ответ не последний, нажмите «Ещё отвечаю».'],
    ['a card in English', '⚪️ CLOSED\nDialog № 3'],
    ['a card under other words', 'Смотри:\n📝 ВНУТРЕННЯЯ ЗАМЕТКА · новых: 2'],
    ['the hashtags of a card', '#отвечено #клиент_42 #telegram #д2026_11_21 #м2026_11 #н2026_47'],
    ['a list of dialogs', 'Все открытые: 2\n\n🟠 № 12 · Анна · ждёт 45 мин · Катя'],
    ['a dialog it has offered', '🔴 № 3 · НЕ ОТВЕЧЕНО'],
    ['a note it has found', 'Нашлось: 1\n\n📝 Катя Смирнова · 12:40 · № 3 · Анна\nзакупка 100'],
    ['a question it has found', 'Анна · 3 ноября 9:05 · № 3\nкогда отправите'],
    ['what did not arrive', '1. № 3 · Анна · 12:40\nКатя: «счёт»'],
    ['what waits in the morning', '1. № 3 · Анна — ждёт с 12:40 · Катя'],
    ['what is left after a shift', '• № 3 · Анна — В РАБОТЕ, ждёт с 12:40'],
    ['what was said before', 'Что было сказано раньше\n12:40 Катя (заметка): закупка 100'],
    ['a word to a colleague', 'К диалогу № 3 · Анна пишет Катя:\nклиент торгуется'],
    ['a notice', 'Диалог № 3 · Анна: срок ответа прошёл в 13:10, клиент всё ещё ждёт.'],
  ])('%s', (_, words) => {
    expect(isOfTheBot(text(words))).toBe(true);
  });

  it('the history of a dialog, whatever is said with it', () => {
    const file = (fileName: string) =>
      ({ kind: 'document', fileId: 'f', fileName, caption: 'вот', entities: [] }) as const;

    expect(isOfTheBot(file('dialog-3.html'))).toBe(true);
    expect(isOfTheBot(file('dialog-with-bank.html'))).toBe(false);
  });

  it.each([
    '',
    'ОТВЕЧЕНО',
    '🟢 Отвечено на все вопросы',
    'Статус заявки: 🔴 НЕ ОТВЕЧЕНО',
    '🔴 НЕ ОТВЕЧЕНО на ваше письмо от 12 мая',
    '🟢 Заказ № 12 собран',
    'Что было сказано раньше, остаётся в силе',
    'Ваш диалог № 3 закрыт',
    '#акция #скидки',
    'Заказ № 5 · 3 шт. · самовывоз',
    '1. № 3 · Труба стальная · 12 шт.',
    'Завтра · 12:40 · Тверская, 1',
  ])('not «%s»', (words) => {
    expect(isOfTheBot(text(words))).toBe(false);
  });
});
