// What is told where a dialog goes on of what was said in it before.

import { describe, expect, it } from 'vitest';
import type { SaidBefore } from '../../../src/dialogs/moving/repository.ts';
import { createMovingViews } from '../../../src/dialogs/moving/views.ts';
import { createTranslator } from '../../../src/platform/i18n.ts';

const NOON = new Date('2026-11-22T09:00:00Z');

const ANSWER: SaidBefore = {
  at: NOON,
  author: 'staff',
  staffName: 'Борис',
  purpose: 'answer',
  content: { kind: 'text', text: 'Семь дней', entities: [] },
  delivery: 'delivered',
  failure: null,
};

const views = createMovingViews({ t: createTranslator(), timeZone: 'Europe/Moscow' });

function told(change: Partial<SaidBefore>): string {
  const { text } = views.history('ru', 'Анна', [{ ...ANSWER, ...change }], NOON);
  const [, line = ''] = text.split('\n');
  return line.replaceAll(/<[^>]*>/g, '');
}

describe('what was said before', () => {
  it.each([
    ['an answer the client has', {}, 'Борис: Семь дней'],
    ['one on its way', { delivery: 'queued' }, 'Борис: Семь дней'],
    ['a note', { purpose: 'note', delivery: null }, 'Борис (заметка): Семь дней'],
    ['one never agreed to', { purpose: 'held', delivery: null }, 'Борис (заметка): Семь дней'],
    ['one taken back', { delivery: 'taken-back' }, 'Борис (ответ отозван): Семь дней'],
    ['one being taken back', { delivery: 'taking-back' }, 'Борис (ответ отозван): Семь дней'],
    [
      'one that never arrived',
      { delivery: 'failed', failure: 'blocked' },
      'Борис (ответ не доставлен): Семь дней',
    ],
    [
      'one that was given up',
      { delivery: 'dropped', failure: 'blocked' },
      'Борис (ответ не доставлен): Семь дней',
    ],
    ['one that may have arrived', { delivery: 'dropped' }, 'Борис: Семь дней'],
    [
      'a client’s',
      { author: 'client', staffName: null, purpose: 'question', delivery: null },
      'Анна: Семь дней',
    ],
  ] as const)('tells whether the client has it: %s', (_case, change, line) => {
    expect(told(change)).toBe(`12:00 ${line}`);
  });
});
