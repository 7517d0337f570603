// The first lines of a card: how it stands, until when, what to do.

import { describe, expect, it } from 'vitest';
import type { DialogStatus } from '../../src/dialogs/dialog.ts';
import type { Locale } from '../../src/platform/i18n.ts';
import { shown } from './cards.ts';
import { dialogIn, later, noon } from './dialog-in.ts';

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
    ['ru', 'to_continue', false, '🟠 ПРОДОЛЖИТЬ\nПродолжите диалог: напишите клиенту прямо здесь.'],
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
      '🟠 CONTINUE\nGo on with the dialog: write to the client right here.',
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
