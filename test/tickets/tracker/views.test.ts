import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../src/platform/i18n.ts';
import type { DeliveryOverview } from '../../../src/tickets/tracker/delivery-repository.ts';
import { createTrackerViews } from '../../../src/tickets/tracker/views.ts';
import { silentLogger } from '../../support/logger.ts';

const views = createTrackerViews(createTranslator({ logger: silentLogger }), 'Europe/Moscow');
const now = new Date('2026-11-23T12:00:00+03:00');
const at = (text: string) => new Date(`2026-11-${text}:00+03:00`);

const WELL: DeliveryOverview = {
  ...{ dead: [], deadCount: 0, newestDead: 0, trying: 0, lastFailure: null },
};
const AWAY = { code: null, words: 'ECONNREFUSED' };

describe('what an administrator reads of the system of record', () => {
  it('is that none is connected, and what to do', () => {
    expect(views.off('ru').text).toBe(
      'Система учёта не подключена. Чтобы она узнавала об изменениях заявок, задайте в настройках WEBHOOK_URL ' +
        'и WEBHOOK_SECRET и перезапустите бота.',
    );
  });

  it('is that it does not answer just now, and that nothing need be done', () => {
    const { text, keyboard } = views.list('ru', { ...WELL, trying: 2, lastFailure: AWAY }, now);
    expect(text).toBe(
      'Сейчас система учёта не отвечает как надо: ждут 2 изменения. Повторяем сами в течение суток. ' +
        'Причина: нет связи (ECONNREFUSED)',
    );
    expect(keyboard).toBeUndefined();
  });

  it('is what was not taken and why, with a button for each, and one for all', () => {
    const timeout = { code: null, words: 'timeout' };
    const { text, keyboard } = views.list(
      'ru',
      {
        ...{ deadCount: 7, newestDead: 44, trying: 1, lastFailure: timeout },
        dead: [
          {
            ...{ id: 44, ticketId: 123, deed: 'done', createdAt: at('23T09:05'), behind: 3 },
            failure: { code: 422, words: 'unknown\n\u202eassignee' },
          },
          {
            ...{ id: 31, ticketId: 7, deed: 'of-tomorrow', createdAt: at('22T18:40'), behind: 0 },
            failure: { code: 410, words: '' },
          },
        ],
      },
      now,
    );
    expect(text.split('\n')).toEqual([
      'Система учёта не приняла 7 изменений заявок.',
      '',
      '№ 44 · T-000123 · выполнена · 09:05',
      'ответ 422: unknown assignee',
      'За ним ждут ещё 3 изменения этой заявки.',
      '',
      '№ 31 · T-000007 · изменение · 22.11 18:40',
      'ответ 410',
      '',
      '… и ещё 5',
      '',
      'Сейчас система учёта не отвечает как надо: ждёт 1 изменение. Повторяем сами в течение суток. Причина: ' +
        'нет ответа за 10 секунд',
      '',
      '«Повторить» — если причина устранена. «Пропустить» — если системе учёта это изменение не нужно: в ' +
        'следующем она увидит заявку целиком.',
    ]);
    const rows = keyboard?.inline_keyboard.map((row) => row.map((button) => button.text));
    expect(rows).toEqual([
      ['Повторить № 44', 'Пропустить № 44'],
      ['Повторить № 31', 'Пропустить № 31'],
      ['Повторить все'],
    ]);
  });

  it('fits a message, whatever the other system says', () => {
    const failure = { code: 400, words: 'ё'.repeat(500) };
    const one = {
      id: 2 ** 31 - 1,
      ticketId: 999_999_999,
      deed: 'confirm',
      createdAt: at('01T09:00'),
    };
    const dead = Array.from({ length: 5 }, () => ({ ...one, behind: 12_345, failure }));
    const full = { dead, deadCount: 99_999, newestDead: 1, trying: 99_999, lastFailure: failure };
    for (const locale of ['ru', 'en'] as const) {
      expect(views.list(locale, full, now).text.length).toBeLessThan(4_096);
    }
  });
});
