// Whether a new ticket is one that is there already: by its type and by words in common.
import { describe, expect, it } from 'vitest';
import { type Comparable, mostAlike } from '../../src/tickets/likeness.ts';

function ticket(id: number, summary: string, facts: Partial<Comparable> = {}): Comparable {
  const openedAt = new Date(Date.UTC(2026, 10, 1, 9, id));
  return { id, typeId: 1, status: 'new', summary, description: summary, openedAt, ...facts };
}

/** The number of the one most like it, among tickets of type 1. */
function alike(words: string, others: readonly Comparable[], ignored: readonly string[] = []) {
  return mostAlike({ typeId: 1, words }, others, ignored)?.id ?? null;
}

describe('a new ticket', () => {
  it.each([
    ['Касса 3 не печатает чеки', 'Опять касса 3 не печатает'],
    ['Не печатают чеки на кассе 3', 'Касса 3 не печатает чеки'],
    ['Нет доступа к отчётам', 'Дайте доступ к отчету за ноябрь'],
    ['Printer on floor 2 is jammed', 'The printer of floor 2 jams again'],
  ])('«%s» is like «%s»', (there, wanted) => {
    expect(alike(wanted, [ticket(7, there)])).toBe(7);
  });

  it.each([
    ['Касса 3 не печатает чеки', 'Касса 4 не включается после обновления'],
    ['Касса 3 не печатает чеки', 'Касса'],
    ['Не работает интернет', 'Не включается монитор'],
    ['🔥🔥🔥', '🔥🔥🔥'],
    ['', ''],
  ])('«%s» is not like «%s»', (there, wanted) => {
    expect(alike(wanted, [ticket(7, there)])).toBeNull();
  });

  it('of another type is another one', () => {
    expect(
      alike('Касса 3 не печатает', [ticket(7, 'Касса 3 не печатает', { typeId: 2 })]),
    ).toBeNull();
  });

  it('is not like another for greetings alone', () => {
    const there = [ticket(7, 'Добрый день! Помогите, пожалуйста, с доступом')];
    const ignored = ['добрый день помогите пожалуйста'];
    expect(alike('Добрый день! Помогите, пожалуйста: сломан стул', there)).toBe(7);
    expect(alike('Добрый день! Помогите, пожалуйста: сломан стул', there, ignored)).toBeNull();
  });

  it('is compared with the one that has most in common, of equals with the latest', () => {
    const there = [
      ticket(1, 'Касса 3 не печатает чеки'),
      ticket(2, 'Касса 3 не печатает чеки'),
      ticket(3, 'Касса 3 сломан замок ящика и лоток'),
    ];
    expect(alike('Касса 3 не печатает чеки', there)).toBe(2);
  });
});
