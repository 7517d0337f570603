import { describe, expect, it } from 'vitest';
import { parsePoisonCommand, poisonWords } from '../../src/operations/poison.ts';
import { createOperationsViews } from '../../src/operations/views.ts';
import { createTranslator } from '../../src/platform/i18n.ts';

const words = poisonWords(
  (what) => ({ replay: ['повторить, ещё'], drop: ['убрать'], all: ['все, всё'] })[what],
);

describe('what is written after /poison', () => {
  it.each([
    ['', { kind: 'list' }],
    ['replay 123', { kind: 'replay', which: 123n }],
    ['Повторить №123', { kind: 'replay', which: 123n }],
    ['еще #7', { kind: 'replay', which: 7n }],
    ['replay all', { kind: 'replay', which: 'all' }],
    ['повторить всё', { kind: 'replay', which: 'all' }],
    ['drop 123', { kind: 'drop', seq: 123n }],
    ['убрать 900719925474099312', { kind: 'drop', seq: 900719925474099312n }],
    ['убрать все', { kind: 'unknown', word: 'все' }],
    ['replay', { kind: 'unknown', word: 'replay' }],
    ['replay 0', { kind: 'unknown', word: '0' }],
    ['replay 123 now', { kind: 'unknown', word: 'now' }],
    ['all', { kind: 'unknown', word: 'all' }],
    ['123', { kind: 'unknown', word: '123' }],
    ['replay 9999999999999999999', { kind: 'unknown', word: '9999999999999999999' }],
  ])('«%s»', (text, command) => {
    expect(parsePoisonCommand(text, words)).toEqual(command);
  });
});

describe('the list', () => {
  const views = createOperationsViews(createTranslator(), 'Europe/Moscow');
  const now = new Date('2026-11-22T09:00:00Z');
  const update = {
    seq: 123n,
    receivedAt: new Date('2026-11-21T09:40:00Z'),
    kind: 'callback_query',
    failure: 'x'.repeat(500),
  };

  it('names each kind, keeps long errors short, and says how many more there are', () => {
    const kinds = ['callback_query', 'edited_message', 'chat_member', null];
    const updates = kinds.map((kind) => ({ ...update, kind }));
    const text = views.list('ru', { total: 12, updates }, now);
    expect(text).toContain(
      'Не удалось обработать: 12\n\n№ 123 · 21.11 12:40 · нажатие кнопки\nxxx',
    );
    expect(text).toContain('· исправление сообщения\n');
    expect(text).toContain('· событие chat_member\n');
    expect(text).toContain('· событие, которое не удалось сохранить\n');
    expect(text).toContain('… и ещё 8');
    expect(text.length).toBeLessThan(4_096 / 3);
  });

  it('reads in English as well', () => {
    const text = views.list('en', { total: 1, updates: [update] }, now);
    expect(text).toMatch(
      /^Could not be handled: 1\n\nNo\. 123 · 21\/11 12:40 · button press\nx+…\n\n/,
    );
    expect(text).toContain('/poison replay 123');
  });
});
