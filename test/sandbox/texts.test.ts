import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/sandbox/bot-api/refusal.ts';
import { withDetected } from '../../src/sandbox/text/detect.ts';
import { formatCaption, formatText } from '../../src/sandbox/text/format.ts';

function refusal(format: () => unknown): string {
  try {
    format();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

const html = (text: string) => formatText({ text, parse_mode: 'HTML' });
const markdown = (text: string) => formatText({ text, parse_mode: 'MarkdownV2' });

describe('HTML', () => {
  it.each([
    ['<b>bold</b>', 'bold', [{ type: 'bold', offset: 0, length: 4 }]],
    [
      '<em>a</em> <u>b</u>',
      'a b',
      [
        { type: 'italic', offset: 0, length: 1 },
        { type: 'underline', offset: 2, length: 1 },
      ],
    ],
    [
      '<b>a<i>b</i></b>',
      'ab',
      [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'italic', offset: 1, length: 1 },
      ],
    ],
    [
      '<a href="https://a.org/?x=1&amp;y=2">here</a>',
      'here',
      [{ type: 'text_link', url: 'https://a.org/?x=1&y=2', offset: 0, length: 4 }],
    ],
    ['<code>x &lt; y</code>', 'x < y', [{ type: 'code', offset: 0, length: 5 }]],
    [
      '<pre><code class="language-ts">let a</code></pre>',
      'let a',
      [{ type: 'pre', language: 'ts', offset: 0, length: 5 }],
    ],
    ['<span class="tg-spoiler">s</span>', 's', [{ type: 'spoiler', offset: 0, length: 1 }]],
    [
      '<blockquote expandable>q</blockquote>',
      'q',
      [{ type: 'expandable_blockquote', offset: 0, length: 1 }],
    ],
    ['😀 <b>ж</b>', '😀 ж', [{ type: 'bold', offset: 3, length: 1 }]],
    ['&amp;&#1078;&#x436;&nbsp;', '&жж&nbsp;', []],
    ['<b></b>plain', 'plain', []],
  ])('%s', (source, text, entities) => {
    expect(html(source)).toEqual({ text, entities });
  });

  it.each([
    ['<p>a</p>', `Unsupported start tag "p" at byte offset 0`],
    ['ж <value>', `Unsupported start tag "value" at byte offset 3`],
    ['2 < 3', `Unsupported start tag "" at byte offset 2`],
    ['<b>a', `Can't find end tag corresponding to start tag "b"`],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])('%s cannot be parsed', (source, words) => {
    expect(refusal(() => html(source))).toBe(`Bad Request: can't parse entities: ${words}`);
  });

  it('shows any text whole once its three special characters are escaped', () => {
    const escaped = (text: string) =>
      text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 50 }), (wild) => {
        const text = `x${wild.replace(/\p{Cc}/gu, '')}x`;
        expect(html(escaped(text)).text).toBe(text);
      }),
    );
  });
});

describe('MarkdownV2', () => {
  it.each([
    [
      '*bold* _it_',
      'bold it',
      [
        { type: 'bold', offset: 0, length: 4 },
        { type: 'italic', offset: 5, length: 2 },
      ],
    ],
    [
      '__u__ ~s~ ||x||',
      'u s x',
      [
        { type: 'underline', offset: 0, length: 1 },
        { type: 'strikethrough', offset: 2, length: 1 },
        { type: 'spoiler', offset: 4, length: 1 },
      ],
    ],
    [
      '`a*b` [t](https://a.org)',
      'a*b t',
      [
        { type: 'code', offset: 0, length: 3 },
        { type: 'text_link', url: 'https://a.org', offset: 4, length: 1 },
      ],
    ],
    ['1\\.5', '1.5', []],
  ])('%s', (source, text, entities) => {
    expect(markdown(source)).toEqual({ text, entities });
  });

  it('refuses a reserved character and an entity without an end', () => {
    expect(refusal(() => markdown('a.b'))).toBe(
      "Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
    );
    expect(refusal(() => markdown('ж *b'))).toBe(
      "Bad Request: can't parse entities: Can't find end of Bold entity at byte offset 3",
    );
  });
});

describe('a text', () => {
  it('loses the white space around it, and its entities move along', () => {
    const formatted = formatText({
      text: '  ab  ',
      entities: [
        { type: 'bold', offset: 0, length: 3 },
        { type: 'italic', offset: 4, length: 2 },
      ],
    });

    expect(formatted).toEqual({ text: 'ab', entities: [{ type: 'bold', offset: 0, length: 1 }] });
  });

  it('of white space alone is empty', () => {
    expect(refusal(() => formatText({ text: ' \n ' }))).toBe('Bad Request: message text is empty');
    expect(refusal(() => html('<b> </b>'))).toBe('Bad Request: message text is empty');
  });

  it('may have 4096 characters after parsing, a caption 1024', () => {
    expect(html(`<b>${'я'.repeat(4096)}</b>`).text).toHaveLength(4096);
    expect(refusal(() => html(`<b>${'я'.repeat(4097)}</b>`))).toBe(
      'Bad Request: message is too long',
    );
    expect(formatCaption({ text: 'я'.repeat(1024) }).text).toHaveLength(1024);
    expect(refusal(() => formatCaption({ text: 'я'.repeat(1025) }))).toBe(
      'Bad Request: message caption is too long',
    );
    expect(refusal(() => formatText({ text: 'я'.repeat(16_385) }))).toBe(
      'Bad Request: text is too long',
    );
  });

  it('takes only entities that lie inside it and split no emoji', () => {
    const withEntity = (offset: number, length: number) =>
      refusal(() => formatText({ text: '😀a', entities: [{ type: 'bold', offset, length }] }));

    expect(withEntity(0, 4)).toBe(
      'Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 3',
    );
    expect(withEntity(1, 1)).toContain('begins in a middle of a UTF-16 symbol');
    expect(withEntity(0, 1)).toContain('ends in a middle of a UTF-16 symbol');
  });

  it('has spaces where a bot put control characters', () => {
    expect(formatText({ text: 'a\u0000b\nc' }).text).toBe('a b\nc');
  });
});

describe('what is found in a text', () => {
  const found = (text: string) =>
    withDetected(text, []).map(({ type, offset, length }) => [
      type,
      text.slice(offset, offset + length),
    ]);

  it.each([
    ['/start', [['bot_command', '/start']]],
    ['/desk@deskroom_bot now', [['bot_command', '/desk@deskroom_bot']]],
    ['a /b c', [['bot_command', '/b']]],
    ['//note', []],
    ['a/b', []],
    ['/старт', []],
    ['@anna_petrova, привет', [['mention', '@anna_petrova']]],
    ['me@example.org', [['email', 'me@example.org']]],
    [
      '#вработе #д2026_11_21 #123',
      [
        ['hashtag', '#вработе'],
        ['hashtag', '#д2026_11_21'],
      ],
    ],
    ['see https://a.org/x?y=1.', [['url', 'https://a.org/x?y=1']]],
    ['t.me/deskroom', [['url', 't.me/deskroom']]],
    ['$USD', [['cashtag', '$USD']]],
    ['№ 42 · 12:40', []],
  ])('%s', (text, entities) => {
    expect(found(text)).toEqual(entities);
  });

  it('is nothing inside code and links that were given', () => {
    expect(html('<code>/start</code>').entities).toEqual([{ type: 'code', offset: 0, length: 6 }]);
  });

  it('lies beside formatting, outer entities first', () => {
    expect(html('<b>#tag</b>').entities.map(({ type }) => type)).toEqual(['bold', 'hashtag']);
  });
});
