// Which message a reply means, and where its quote stands.

import { describe, expect, it } from 'vitest';
import { meantBy, pointAt } from '../../../src/dialogs/content/meant.ts';

const said = (text: string) => ({ content: { kind: 'text', text, entities: [] } as const });
const quote = (text: string, position = 0) => ({ text, position, entities: [] });

describe('a reply to texts that left together', () => {
  const here = [said('Сколько стоит #доставка?'), said('И когда?'), said('И когда?')];

  it('means the one whose words it quotes', () => {
    expect(meantBy(here, quote('#\u2060доставка', 14))).toBe(here[0]);
  });

  it('means the one at the place of the quote, where several have these words', () => {
    expect(meantBy(here, quote('И когда?', 27))).toBe(here[1]);
    expect(meantBy(here, quote('И когда?', 37))).toBe(here[2]);
  });

  it('means the last one otherwise', () => {
    expect(meantBy(here, undefined)).toBe(here[2]);
    expect(meantBy(here, quote('чего-то другого'))).toBe(here[2]);
    expect(meantBy([], undefined)).toBeNull();
  });
});

describe('a quote', () => {
  const standing = (text: string, messageIds: readonly number[], isFile = false) => ({
    messageIds,
    words: { text, entities: [] },
    isFile,
  });

  it('is looked for where it stood, and told by its place there', () => {
    expect(pointAt(standing('да, нет, да', [7]), quote('да', 8))).toEqual({
      messageId: 7,
      quote: quote('да', 9),
    });
  });

  it('that stands there no more leaves a plain reply', () => {
    expect(pointAt(standing('нет', [7]), quote('да'))).toEqual({ messageId: 7 });
    expect(pointAt(standing('нет', []), quote('да'))).toBeNull();
  });

  it('points at the part of a long text in which it stands', () => {
    const text = `${'а'.repeat(4_000)} ${'б'.repeat(500)} вот`;

    expect(pointAt(standing(text, [7, 8]), quote('вот', 4_502))).toEqual({
      messageId: 8,
      quote: quote('вот', 501),
    });
  });

  it('of a caption that follows its file points at the text', () => {
    const text = `${'а'.repeat(1_500)} вот`;

    expect(pointAt(standing(text, [7, 8], true), quote('вот', 1_501))).toEqual({
      messageId: 8,
      quote: quote('вот', 1_501),
    });
  });
});
