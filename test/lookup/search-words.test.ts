// What is searched, how it is asked for, and how it is shown.

import { describe, expect, it } from 'vitest';
import {
  askedWords,
  expressionOf,
  searchedWords,
  snippetOf,
  wordsToLearn,
} from '../../src/lookup/search-words.ts';

const shown = (text: string, stems: readonly string[]) =>
  snippetOf(text, stems)
    .map(({ text: part, hit }) => (hit ? `[${part}]` : part))
    .join('');

describe('a message', () => {
  it('is searched by its words and by the name of its file', () => {
    const besides = { fileId: 'f', entities: [] };
    expect(
      searchedWords({
        kind: 'document',
        fileName: 'Счёт_№5.pdf',
        caption: 'Вот, ещё раз!',
        ...besides,
      }),
    ).toBe('вот еще раз счет 5 pdf');
  });

  it('teaches the search its words, not its numbers', () => {
    expect(wordsToLearn('груз abc123 2026 контейнер на')).toEqual(['груз', 'контейнер']);
  });
});

describe('a question', () => {
  it('is its words, each once', () => {
    expect(askedWords('  Договор, договор! «поставки» ')).toEqual(['договор', 'поставки']);
  });

  it('cannot be anything but words for the database', () => {
    expect(expressionOf(askedWords(`a' | b & !c:* \\ (d)`).map((word) => [word]))).toBe(
      `('a') & ('b') & ('c') & ('d')`,
    );
  });

  it('asks for beginnings from three letters on, and for each of the words that may be meant', () => {
    expect(expressionOf([['дог'], ['на'], ['счет', 'счета']])).toBe(
      `('дог':*) & ('на') & ('счет':* | 'счета':*)`,
    );
  });
});

describe('a snippet', () => {
  it('marks every form of the words, ё or е', () => {
    expect(shown('Счёт и счета, договорной отдел', ['счет', 'договор'])).toBe(
      '[Счёт] и [счета], [договорной] отдел',
    );
    expect(shown('The delivery of deliveries', ['deliveri'])).toBe(
      'The [delivery] of [deliveries]',
    );
  });

  it('of a long text begins before the first of them and ends with a word', () => {
    const text = `${'начало '.repeat(30)}здесь договор стоит ${'конец '.repeat(60)}`;
    const part = shown(text, ['договор']);
    expect(part.length).toBeLessThan(220);
    expect(part).toMatch(/^…начало .*здесь \[договор\] стоит .*конец…$/);
  });

  it('of a text without them is its beginning', () => {
    expect(shown('совсем о другом', ['договор'])).toBe('совсем о другом');
  });
});
