// What people write after `/transfer`: a colleague by whatever name, and a word for them.

import { describe, expect, it } from 'vitest';
import { type Named, readTransfer } from '../../src/dialogs/transfer-command.ts';

const people: readonly Named[] = [
  { id: 7, userId: 902, name: 'Катя Смирнова', username: 'katya_s' },
  { id: 8, userId: 903, name: 'Борис Орлов', username: null },
  { id: 9, userId: 904, name: 'Катя Алёшина', username: 'aleshina' },
];

describe('/transfer', () => {
  it.each([
    ['@katya_s', 7, ''],
    ['@KATYA_S посмотри накладную', 7, 'посмотри накладную'],
    ['Борис, возьми до пяти', 8, 'возьми до пяти'],
    ['орлов: это твой клиент', 8, 'это твой клиент'],
    ['Смирнова Катя — она знает', 7, 'она знает'],
    ['катя алешина', 9, ''],
    ['8 про скидку', 8, 'про скидку'],
    ['#борис_8', 8, ''],
  ])('%s', (text, id, word) => {
    expect(readTransfer(text, people)).toMatchObject({ kind: 'found', person: { id }, word });
  });

  it('finds whom Telegram names without a username', () => {
    expect(readTransfer('Борис О. срочно', people, { userId: 903, length: 8 })).toMatchObject({
      kind: 'found',
      ...{ person: { id: 8 }, word: 'срочно' },
    });
    expect(readTransfer('Глеб привет', people, { userId: 1, length: 4 })).toEqual({
      kind: 'unknown',
      name: 'Глеб',
    });
  });

  it('asks who is meant where several are called so', () => {
    expect(readTransfer('катя, возьми', people)).toEqual({
      kind: 'several',
      names: ['Катя Смирнова', 'Катя Алёшина'],
    });
  });

  it.each(['@anna', 'Глеб', '77', '.'])('knows nobody called «%s»', (text) => {
    expect(readTransfer(text, people)).toMatchObject({ kind: 'unknown' });
  });

  it('with nothing after it shows the list', () => {
    expect(readTransfer('  ', people)).toEqual({ kind: 'nobody' });
  });
});
