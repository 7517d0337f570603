// The card as staff read it below its first lines: what is cut, and that Telegram always takes it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEADER_LINES } from '../../src/desks/header.ts';
import { DIALOG_STATUSES } from '../../src/dialogs/dialog.ts';
import { facts, logLine, question, shown, views } from './cards.ts';
import { dialogIn, noon } from './dialog-in.ts';

describe('the rest of a card', () => {
  it('links to the dialog before', () => {
    const dialog = dialogIn('unanswered', { previousId: 41 });

    expect(shown({ dialog, previousThreadId: 77 }).html).toContain(
      'Прошлый диалог: <a href="https://t.me/c/2000000001/77">№ 41</a>',
    );
    expect(shown({ dialog }).text).toContain('Прошлый диалог: № 41');
  });

  it('shows the kinds of what has no words, and an album as one', () => {
    const photo = { kind: 'photo', fileId: 'x', fileName: null, entities: [] } as const;
    const questions = [
      { ...question(''), content: { ...photo, caption: 'склад' }, parts: 3 },
      { ...question(''), content: { ...photo, caption: 'цех' }, parts: 3, mixed: true },
      { ...question(''), content: { ...photo, caption: '' } },
      { ...question(''), content: { kind: 'unsupported', type: 'location' } as const },
    ];

    expect(shown({ questions }).text).toContain(
      '12:00 — [фото × 3] склад\n12:00 — [альбом × 3] цех\n12:00 — [фото]\n12:00 — [местоположение]',
    );
  });

  it('says how many questions came before those it has room for', () => {
    expect(shown({ hiddenQuestions: 4 }).text).toContain('Вопросы клиента\n… и ещё 4 раньше\n');
  });

  it('joins what is alike in its log, and quotes notes', () => {
    const note = { kind: 'text', text: 'перезвонить\nв пять', entities: [] } as const;
    const log = [logLine('answer-delivered', { times: 3 }), logLine('noted', { note })];

    expect(shown({ log }).text).toContain(
      '12:00 · Катя Смирнова — ответ доставлен × 3\n12:00 · Катя Смирнова — заметка: перезвонить в пять',
    );
  });

  it.each([
    ['blocked', 'клиент остановил бота'],
    ['deactivated', 'аккаунт клиента удалён'],
    ['never-started', 'клиент ещё не открыл чат с ботом'],
    ['chat-gone', 'чата с клиентом больше нет'],
  ])('says why messages do not arrive (%s)', (unreachable, why) => {
    expect(shown({ unreachable }).text).toContain(`🚫 Сообщения не доходят: ${why}`);
  });

  it('shows who has the dialog, the rating and its words', () => {
    const dialog = dialogIn('closed', { rating: 2, ratingWords: 'долго\nждала' });

    expect(shown({ dialog, assigneeName: 'Катя Смирнова' }).text).toContain(
      '👤 Ответственный: Катя Смирнова\n⭐⭐ Оценка 2 из 5 — «долго ждала»',
    );
  });

  it('puts the next step first among the buttons, two in a row', () => {
    const { keyboard } = shown();

    expect(keyboard.inline_keyboard.map((row) => row.map(({ text }) => text))).toEqual([
      ['Взять в работу', 'Был созвон'],
      ['Добавить заметку', 'Закрыть'],
      ['Закрыть без оценки'],
      ['Передать', 'Ещё…'],
    ]);
  });
});

describe('a card', () => {
  const sign = fc.constantFrom(
    'ы',
    '<',
    '&',
    '"',
    '👨‍👩‍👧‍👦',
    'e\u0301\u0302\u0303\u0304',
    '\u202e',
    '\n',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  );
  const words = (maxLength: number) => fc.array(sign, { maxLength }).map((signs) => signs.join(''));
  // Telegram's own limit for a name is 64 + 64 units.
  const name = words(128).map((text) => text.slice(0, 128) || 'Анна');

  it('is never longer than Telegram takes, whatever people write and are called', () => {
    const any = fc.record({
      status: fc.constantFrom(...DIALOG_STATUSES),
      texts: fc.array(words(400), { maxLength: 8 }),
      notes: fc.array(words(400), { maxLength: 6 }),
      name,
      staffName: name,
      ratingWords: words(400),
    });
    fc.assert(
      fc.property(any, ({ status, texts, notes, ratingWords, ...names }) => {
        const { text } = views.dialogCard(
          facts({
            dialog: dialogIn(status, {
              waitingSince: noon,
              previousId: 41,
              rating: 5,
              ratingWords,
            }),
            clientName: names.name,
            company: names.name,
            source: names.name,
            assigneeName: names.staffName,
            questions: texts.map(question),
            hiddenQuestions: 1_000,
            log: notes.map((words) =>
              logLine('noted', {
                staffName: names.staffName,
                note: { kind: 'text', text: words, entities: [] },
              }),
            ),
          }),
          HEADER_LINES,
          noon,
        );
        expect(text.length).toBeLessThanOrEqual(4_096);
        expect(text).not.toMatch(/<(?!\/?(?:b|i|a)\b)/);
      }),
      { numRuns: 300 },
    );
  });
});
