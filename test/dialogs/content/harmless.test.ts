// Words in another chat call nobody and are found by no tag, and read the same.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  harmlessLine,
  withoutPings,
  withoutTags,
  withTags,
} from '../../../src/dialogs/content/harmless.ts';

const plain = (text: string) => ({ text, entities: [] });

describe('a tag in a client’s words', () => {
  it.each([
    ['#закрыто', '#\u2060закрыто'],
    ['а #неотвечено и #д2026_11_21', 'а #\u2060неотвечено и #\u2060д2026_11_21'],
    ['#2026год', '#\u20602026год'],
    ['(#а)', '(#\u2060а)'],
  ])('(%s) reads the same and is none', (words, harmless) => {
    expect(withoutTags(plain(words)).text).toBe(harmless);
  });

  it.each(['заказ #12345', 'C#5', 'до#после', '# раз', '##'])('is not seen in «%s»', (words) => {
    expect(withoutTags(plain(words)).text).toBe(words);
  });

  it('is left alone in an address and in code, which it would break', () => {
    const text = 'https://a.ru/#раз и #два';
    const entities = [{ type: 'url', offset: 0, length: 17 }];

    expect(withoutTags({ text, entities })).toEqual({
      text: 'https://a.ru/#раз и #\u2060два',
      entities,
    });
  });

  it('moves the formatting around it', () => {
    const text = '#раз, #два';
    const entities = [
      { type: 'hashtag', offset: 0, length: 4 },
      { type: 'bold', offset: 0, length: 4 },
      { type: 'italic', offset: 7, length: 3 },
    ];

    expect(withoutTags({ text, entities })).toEqual({
      text: '#\u2060раз, #\u2060два',
      entities: [
        { type: 'bold', offset: 0, length: 5 },
        { type: 'italic', offset: 9, length: 3 },
      ],
    });
  });

  it('comes back when the copy is quoted, wherever the formatting stood', () => {
    const words = fc
      .array(fc.constantFrom('#', 'а', 'б1', ' ', '1', '🎉'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    const property = fc.property(words, fc.nat(12), fc.nat(12), (text, a, b) => {
      const offset = Math.min(a, b, text.length);
      const length = Math.min(Math.max(a, b), text.length) - offset;
      const entities = length > 0 ? [{ type: 'bold', offset, length }] : [];
      const made = withoutTags({ text, entities });
      expect(withTags(made)).toEqual({ text, entities });
      const [bold] = made.entities;
      const covered = bold ? made.text.slice(bold.offset, bold.offset + bold.length) : '';
      expect(covered.replaceAll('\u2060', '')).toBe(text.slice(offset, offset + length));
    });
    fc.assert(property);
  });
});

describe('a person who is named', () => {
  it('is linked to, not called', () => {
    const entities = [{ type: 'mention', offset: 5, length: 8 }];

    expect(withoutPings({ text: 'Пишу @katya_s!', entities }).entities).toEqual([
      { type: 'text_link', offset: 5, length: 8, url: 'https://t.me/katya_s' },
    ]);
  });

  it('without a username is words', () => {
    const entities = [
      { type: 'text_mention', offset: 0, length: 4, user: { id: 7 } },
      { type: 'text_link', offset: 0, length: 4, url: 'tg://user?id=7' },
      { type: 'bold', offset: 0, length: 4 },
    ];

    expect(withoutPings({ text: 'Катя', entities }).entities).toEqual([entities[2]]);
  });

  it('and formatting that no bot may send is left out, the words stay', () => {
    const entities = [{ type: 'hologram', offset: 0, length: 2 }];

    expect(withoutPings({ text: 'да', entities })).toEqual({ text: 'да', entities: [] });
  });
});

it('a line of a card calls nobody and is found by nothing, and keeps addresses whole', () => {
  expect(harmlessLine('@katya_s #закрыто a@b.ru https://a.ru/#x @7')).toBe(
    '@\u2060katya_s #\u2060закрыто a@b.ru https://a.ru/#x @7',
  );
});
