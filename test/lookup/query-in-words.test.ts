// What people write after /dialogs, and what is understood.

import { describe, expect, it } from 'vitest';
import { EVERYTHING, OPEN_DIALOGS } from '../../src/lookup/dialog-query.ts';
import { readQuery } from '../../src/lookup/query-in-words.ts';
import { createVocabulary } from '../../src/lookup/vocabulary.ts';
import { createTranslator, LOCALES } from '../../src/platform/i18n.ts';

const t = createTranslator();
const inAll = (key: string) => LOCALES.map((locale) => t(locale, key));

/** Saturday, 21 November 2026, noon in Moscow. */
const reading = {
  vocabulary: createVocabulary((meaning) => inAll(`lookup-word-${meaning}`)),
  known: {
    staff: [
      { id: 7, name: 'Катя Смирнова', username: 'katya_s' },
      { id: 8, name: 'Борис', username: null },
    ],
    labels: [{ id: 3, name: 'Срочный заказ', tag: 'срочный_заказ', colour: '🔴' }],
    desks: [
      { id: 1, title: 'Продажи', department: null },
      { id: 2, title: 'Поддержка', department: 'Сервис' },
    ],
    channels: [{ code: 'telegram', names: ['Telegram'] }],
  },
  dateTags: { day: inAll('tag-day'), month: inAll('tag-month'), week: inAll('tag-week') },
  clientTags: inAll('tag-client'),
  labelTags: inAll('tag-label'),
  asker: 8,
  timeZone: 'Europe/Moscow',
  now: new Date('2026-11-21T09:00:00Z'),
};

/** Midnight in Moscow, as the query has it. */
const midnight = (day: string) => new Date(`${day}T00:00:00+03:00`).toISOString();
const days = (from: string, until: string) => ({ from: midnight(from), until: midnight(until) });

describe('words after /dialogs', () => {
  it('that are none mean the open dialogs', () => {
    expect(readQuery('  ', reading)).toEqual(OPEN_DIALOGS);
  });

  it.each([
    ['неотвеченные', { statuses: ['unanswered'] }],
    ['не отвеченные', { statuses: ['unanswered'] }],
    ['not-answered', { statuses: ['unanswered'] }],
    ['#вработе #былсозвон', { statuses: ['in_work', 'had_call'] }],
    ['был созвон или закрытые', { statuses: ['had_call', 'closed'] }],
    ['answered', { statuses: ['answered'] }],
    ['ждут', { waitingMinutes: 0 }],
    ['ждут дольше часа', { waitingMinutes: 60 }],
    ['больше 30', { waitingMinutes: 30 }],
    ['>45', { waitingMinutes: 45 }],
    ['2ч', { waitingMinutes: 120 }],
    ['waiting longer than 3 days', { waitingMinutes: 4320 }],
    ['вчера', days('2026-11-20', '2026-11-21')],
    ['эта неделя', days('2026-11-16', '2026-11-23')],
    ['прошлый месяц', days('2026-10-01', '2026-11-01')],
    ['21.11', days('2026-11-21', '2026-11-22')],
    ['22.11', days('2025-11-22', '2025-11-23')],
    ['10.11-15.11', days('2026-11-10', '2026-11-16')],
    ['с 10.11 по 15.11', days('2026-11-10', '2026-11-16')],
    ['2026-11-21', days('2026-11-21', '2026-11-22')],
    ['since yesterday', { from: midnight('2026-11-20') }],
    ['#м2026_11', days('2026-11-01', '2026-12-01')],
    ['#w2026_47', days('2026-11-16', '2026-11-23')],
    ['31.02', { name: ['31.02'] }],
    ['катя', { assignee: 7 }],
    ['у Кати', { assignee: 7 }],
    ['#катя_7', { assignee: 7 }],
    ['@katya_s', { assignee: 7 }],
    ['мои', { assignee: 8 }],
    ['ничьи', { assignee: 'nobody' }],
    ['клиент Катя', { name: ['катя'] }],
    ['клиент 42', { clientId: 42 }],
    ['#client_42', { clientId: 42 }],
    ['№ 42', { number: 42 }],
    ['42', { number: 42 }],
    ['@anna', { username: 'anna' }],
    ['Пётр Ёлкин', { name: ['петр', 'елкин'] }],
    ['метка срочный', { labelId: 3 }],
    ['#метка_срочный_заказ', { labelId: 3 }],
    ['телеграм', { name: ['телеграм'] }],
    ['#telegram', { channel: 'telegram' }],
    ['продажи', { deskId: 1 }],
    ['сервис', { deskId: 2 }],
    [
      'неотвеченные катя вчера',
      { statuses: ['unanswered'], assignee: 7, ...days('2026-11-20', '2026-11-21') },
    ],
  ])('«%s»', (words, meant) => {
    expect(readQuery(words, reading)).toEqual({ ...EVERYTHING, ...meant });
  });
});
