import fc from 'fast-check';
import type { MessageEntity } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import {
  type FormattedText,
  joinTexts,
  sliceText,
  splitText,
} from '../../../src/platform/telegram/formatted-text.ts';

const plain = (text: string): FormattedText => ({ text, entities: [] });
const texts = (parts: readonly FormattedText[]) => parts.map((part) => part.text);

describe('a text too long for one message', () => {
  it.each([
    ['fits', 'short', 10, ['short']],
    ['is empty', '', 10, ['']],
    ['has paragraphs', 'one two\n\nthree', 12, ['one two\n\n', 'three']],
    ['has lines', 'one two\nthree', 12, ['one two\n', 'three']],
    ['has words', 'one two three', 10, ['one two ', 'three']],
    ['is one word', 'abcdefghijkl', 5, ['abcde', 'fghij', 'kl']],
    ['is one word of emoji', '👍👍👍👍', 5, ['👍👍', '👍👍']],
    ['has its paragraph too early', 'a\n\nb c d e f g h', 10, ['a\n\nb c d ', 'e f g h']],
  ])('that %s is cut where a reader would cut it', (_what, text, limit, parts) => {
    expect(texts(splitText(plain(text), limit))).toEqual(parts);
  });

  it('keeps its formatting across the cut', () => {
    const whole: FormattedText = {
      text: 'one two three',
      entities: [{ type: 'bold', offset: 4, length: 9 }],
    };

    expect(splitText(whole, 10)).toEqual([
      { text: 'one two ', entities: [{ type: 'bold', offset: 4, length: 4 }] },
      { text: 'three', entities: [{ type: 'bold', offset: 0, length: 5 }] },
    ]);
  });

  it('is not cut inside a link, although there is a space in it', () => {
    const link: MessageEntity = { type: 'text_link', url: 'https://x', offset: 6, length: 8 };

    expect(splitText({ text: 'press here now', entities: [link] }, 12)).toEqual([
      { text: 'press ', entities: [] },
      { text: 'here now', entities: [{ ...link, offset: 0 }] },
    ]);
  });

  it('is cut inside a link only where the link alone is longer than a message', () => {
    const link: MessageEntity = { type: 'url', offset: 0, length: 12 };

    expect(
      splitText({ text: 'https://abcd', entities: [link] }, 5).map((p) => p.text.length),
    ).toEqual([5, 5, 2]);
  });

  it('5,000 characters are two messages of Telegram', () => {
    const parts = splitText(plain('слово '.repeat(834)));

    expect(parts.length).toBe(2);
    expect(parts[0]?.text).toBe('слово '.repeat(682));
  });

  it('adds up to the original, each part in the limit, no sign torn, every entity in its place', () => {
    fc.assert(
      fc.property(formatted(), fc.integer({ min: 2, max: 40 }), (whole, limit) => {
        const parts = splitText(whole, limit);

        expect(texts(parts).join('')).toBe(whole.text);
        expect(parts.every((part) => part.text.length <= limit)).toBe(true);
        expect(parts.every((part) => !/\p{Cs}/u.test(part.text))).toBe(true);
        expect(parts.length === 1 || parts.every((part) => part.text !== '')).toBe(true);
        expect(parts.every(entitiesAreInside)).toBe(true);
        expect(coverage(joinTexts(parts, ''))).toEqual(coverage(whole));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never tears a mention, a link or an emoji that would fit', () => {
    fc.assert(
      fc.property(formatted(), fc.integer({ min: 12, max: 40 }), (whole, limit) => {
        const mentions = whole.entities.filter((entity) => entity.type === 'mention');

        const left = splitText(whole, limit).flatMap((part) =>
          part.entities.filter((entity) => entity.type === 'mention'),
        );

        expect(left.map(({ length }) => length)).toEqual(mentions.map(({ length }) => length));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('texts put together', () => {
  it('keep their formatting where it now stands', () => {
    const bold = (text: string): FormattedText => ({
      text,
      entities: [{ type: 'bold', offset: 0, length: text.length }],
    });

    expect(joinTexts([bold('один'), plain('👍'), bold('два')], '\n\n')).toEqual({
      text: 'один\n\n👍\n\nдва',
      entities: [
        { type: 'bold', offset: 0, length: 4 },
        { type: 'bold', offset: 10, length: 3 },
      ],
    });
  });

  it('nothing put together is nothing, and a slice is what it says', () => {
    expect(joinTexts([], '\n')).toEqual(plain(''));
    expect(
      sliceText({ text: 'abcd', entities: [{ type: 'bold', offset: 0, length: 2 }] }, 1, 3),
    ).toEqual({ text: 'bc', entities: [{ type: 'bold', offset: 0, length: 1 }] });
  });
});

/** Words with spaces, lines and emoji; one bold range anywhere, and mentions on some of the words. */
function formatted(): fc.Arbitrary<FormattedText> {
  const word = fc.string({
    unit: fc.constantFrom('a', 'ё', '👍', '🇷🇺', 'e\u0301'),
    minLength: 1,
    maxLength: 3,
  });
  const gap = fc.constantFrom(' ', '\n', '\n\n', '  ', '');
  const piece = fc.record({ word, gap, mention: fc.boolean() });
  return fc.tuple(fc.array(piece, { maxLength: 40 }), fc.nat(), fc.nat()).map(([pieces, a, b]) => {
    let text = '';
    const entities: MessageEntity[] = [];
    for (const { word, gap, mention } of pieces) {
      if (mention) entities.push({ type: 'mention', offset: text.length, length: word.length });
      text += word + gap;
    }
    const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort(
      (x, y) => x - y,
    );
    if (start < end) entities.push({ type: 'bold', offset: start, length: end - start });
    return { text, entities };
  });
}

function entitiesAreInside({ text, entities }: FormattedText): boolean {
  return entities.every(
    ({ offset, length }) => offset >= 0 && length > 0 && offset + length <= text.length,
  );
}

/** Which units are formatted how: the same before and after, however the ranges were cut. */
function coverage({ text, entities }: FormattedText): string[] {
  return Array.from({ length: text.length }, (_, index) =>
    entities
      .filter(({ offset, length }) => offset <= index && index < offset + length)
      .map(({ type }) => type)
      .sort()
      .join('+'),
  );
}
