// The card as staff read it: what stands first, what is cut, and that Telegram always takes it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEADER_LINES } from '../../src/desks/header.ts';
import type { CardFacts, CardLogLine, CardQuestion } from '../../src/dialogs/card-repository.ts';
import { createCardViews } from '../../src/dialogs/card-views.ts';
import { DIALOG_STATUSES, type DialogStatus } from '../../src/dialogs/dialog.ts';
import { createTranslator, type Locale } from '../../src/platform/i18n.ts';
import { htmlToPlain } from '../../src/platform/telegram/html.ts';
import { dialogIn, later, noon } from './dialog-in.ts';

const views = createCardViews({ t: createTranslator(), timeZone: 'Europe/Moscow' });
const HEADER = ['number', 'client', 'previous'] as const;

function question(text: string): CardQuestion {
  return {
    messageId: 1,
    at: noon,
    content: { kind: 'text', text, entities: [] },
    parts: 1,
    answered: false,
  };
}

function logLine(type: string, over: Partial<CardLogLine> = {}): CardLogLine {
  return { type, at: noon, times: 1, staffName: 'Катя Смирнова', staffId: 7, note: null, ...over };
}

function facts(over: Partial<CardFacts> = {}): CardFacts {
  return {
    dialog: dialogIn('unanswered', { waitingSince: noon }),
    deadlineAt: new Date(noon.getTime() + 30 * 60_000),
    clientName: 'Анна Петрова',
    username: 'anna',
    company: null,
    source: null,
    unreachable: null,
    department: null,
    deskLocale: 'ru',
    deskChatId: -1002000000001,
    assigneeName: null,
    previousThreadId: null,
    questions: [question('Сколько стоит?')],
    hiddenQuestions: 0,
    log: [logLine('opened', { staffName: null, staffId: null })],
    ...over,
  };
}

/** The card as it reads, and its first lines: how it stands, until when, what to do. */
function shown(over: Partial<CardFacts> = {}, now = noon) {
  const { text, keyboard } = views.dialogCard(facts(over), HEADER, now);
  return { text: htmlToPlain(text), html: text, top: htmlToPlain(text).split('\n\n')[0], keyboard };
}

const waits = { waitingSince: noon, deadlineAt: null };

describe('the top of a card', () => {
  it.each<[Locale, DialogStatus, boolean, string]>([
    [
      'ru',
      'unanswered',
      true,
      '🔴 НЕ ОТВЕЧЕНО · ждёт с 12:00\nВозьмите диалог в работу или ответьте прямо здесь.',
    ],
    [
      'ru',
      'in_work',
      true,
      '🟡 В РАБОТЕ · ждёт с 12:00\nОтветьте клиенту: всё, что вы напишете здесь, уйдёт ему.',
    ],
    ['ru', 'answered', false, '🟢 ОТВЕЧЕНО\nОтвет у клиента. Если вопрос решён, закройте диалог.'],
    [
      'ru',
      'had_call',
      false,
      '📞 БЫЛ СОЗВОН\nСозвонились. Запишите итог заметкой или закройте диалог.',
    ],
    [
      'ru',
      'to_continue',
      true,
      '🟠 ПРОДОЛЖИТЬ · ждёт с 12:00\nКлиент написал ещё: ответьте прямо здесь.',
    ],
    [
      'ru',
      'to_continue',
      false,
      '🟠 ПРОДОЛЖИТЬ\nДиалог снова открыт: напишите клиенту прямо здесь.',
    ],
    [
      'ru',
      'note',
      false,
      '📝 ВНУТРЕННЯЯ ЗАМЕТКА\nЗаметка только для сотрудников. Продолжите работу или закройте диалог.',
    ],
    [
      'ru',
      'note',
      true,
      '📝 ВНУТРЕННЯЯ ЗАМЕТКА · ждёт с 12:00\nЗаметка только для сотрудников. Клиент всё ещё ждёт ответа.',
    ],
    [
      'ru',
      'closed',
      false,
      '⚪️ ЗАКРЫТО\nДиалог завершён. Если клиент напишет снова, он откроется сам.',
    ],
    [
      'en',
      'unanswered',
      true,
      '🔴 UNANSWERED · waiting since 12:00\nTake the dialog or answer right here.',
    ],
    [
      'en',
      'in_work',
      true,
      '🟡 IN WORK · waiting since 12:00\nAnswer the client: everything you write here goes to them.',
    ],
    [
      'en',
      'answered',
      false,
      '🟢 ANSWERED\nThe client has the answer. If the question is settled, close the dialog.',
    ],
    [
      'en',
      'had_call',
      false,
      '📞 HAD A CALL\nYou had a call. Note what came of it or close the dialog.',
    ],
    [
      'en',
      'to_continue',
      true,
      '🟠 CONTINUE · waiting since 12:00\nThe client wrote again: answer right here.',
    ],
    [
      'en',
      'to_continue',
      false,
      '🟠 CONTINUE\nThe dialog is open again: write to the client right here.',
    ],
    [
      'en',
      'note',
      false,
      '📝 INTERNAL NOTE\nThe note is for staff alone. Carry on or close the dialog.',
    ],
    [
      'en',
      'note',
      true,
      '📝 INTERNAL NOTE · waiting since 12:00\nThe note is for staff alone. The client is still waiting for an answer.',
    ],
    [
      'en',
      'closed',
      false,
      '⚪️ CLOSED\nThe dialog is over. If the client writes again, it opens by itself.',
    ],
  ])(
    'in %s, %s (waiting: %s) says how it stands and what to do',
    (deskLocale, status, waiting, top) => {
      const dialog = dialogIn(status, waiting ? waits : {});

      expect(shown({ dialog, deadlineAt: null, deskLocale }).top).toBe(top);
    },
  );

  it('has the deadline before the advice, and says when it has passed', () => {
    expect(shown().top).toContain('ждёт с 12:00\n⏱ Ответить до 12:30\nВозьмите');
    expect(shown({}, later).top).toContain('ждёт с 12:00\n⏰ Срок ответа прошёл в 12:30\nВозьмите');
  });

  it('counts what came since somebody took the dialog', () => {
    const dialog = dialogIn('in_work', { waitingSince: noon, newCount: 2 });

    expect(shown({ dialog }).top).toContain('🟡 В РАБОТЕ · новых: 2 · ждёт с 12:00');
  });

  it('offers «Продолжить» to a client who has only said thanks', () => {
    const dialog = dialogIn('closed', { thankedAt: later });

    expect(shown({ dialog, deadlineAt: null }).top).toContain(
      'Клиент поблагодарил. Если хотите ответить, нажмите «Продолжить».',
    );
  });

  it('of another day names the day', () => {
    const tomorrow = new Date(noon.getTime() + 24 * 3_600_000);

    expect(shown({}, tomorrow).top).toContain('ждёт с 21.11 12:00');
  });
});

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
      { ...question(''), content: { ...photo, caption: '' } },
      { ...question(''), content: { kind: 'unsupported', type: 'location' } as const },
    ];

    expect(shown({ questions }).text).toContain(
      '12:00 — [фото × 3] склад\n12:00 — [фото]\n12:00 — [местоположение]',
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
