// The parts of the page that need no browser: what is typed, where a link leads, where one is.
import { describe, expect, it } from 'vitest';

type Entity = { readonly type: string; readonly offset: number; readonly length: number };
type Place = { readonly chatId: number; readonly threadId?: number | null };

const { readMarkup }: { readMarkup(typed: string): { text: string; entities: Entity[] } } =
  await part('markup');
const { parseInnerLink, safeAddress }: Record<string, (text: string) => unknown> =
  await part('links');
const {
  placeKey,
  parsePlace,
}: { placeKey(place: Place): string; parsePlace(key: string): Place | null } = await part('place');

/** The page is no part of the compiled program: its modules are loaded as a browser loads them. */
async function part<Exports>(name: string): Promise<Exports> {
  const address = new URL(`../../src/sandbox/page/${name}.js`, import.meta.url).href;
  return (await import(address)) as Exports;
}

describe('typed marks', () => {
  it.each<[string, string, Entity[]]>([
    ['plain', 'plain', []],
    ['**bold** end', 'bold end', [{ type: 'bold', offset: 0, length: 4 }]],
    [
      'a __b__ ~~c~~',
      'a b c',
      [
        { type: 'italic', offset: 2, length: 1 },
        { type: 'strikethrough', offset: 4, length: 1 },
      ],
    ],
    [
      '**a __b__**',
      'a b',
      [
        { type: 'bold', offset: 0, length: 3 },
        { type: 'italic', offset: 2, length: 1 },
      ],
    ],
    ['`**x**`', '**x**', [{ type: 'code', offset: 0, length: 5 }]],
    ['```\nx\ny```', 'x\ny', [{ type: 'pre', offset: 0, length: 3 }]],
    ['😀 ||тайна||', '😀 тайна', [{ type: 'spoiler', offset: 3, length: 5 }]],
    ['2 ** 3 ** 4', '2 ** 3 ** 4', []],
    ['**open', '**open', []],
  ])('%s', (typed, text, entities) => {
    expect(readMarkup(typed)).toEqual({ text, entities });
  });
});

describe('links', () => {
  it.each([
    ['https://t.me/c/2000000001/6', { kind: 'message', chatId: -1002000000001, numbers: [6] }],
    [
      'https://t.me/c/2000000001/6/41',
      { kind: 'message', chatId: -1002000000001, numbers: [6, 41] },
    ],
    ['https://t.me/deskroom_bot', { kind: 'account', username: 'deskroom_bot', payload: '' }],
    [
      'https://t.me/deskroom_bot?start=code_1',
      { kind: 'account', username: 'deskroom_bot', payload: 'code_1' },
    ],
    ['https://t.me/+AbC-1_2', { kind: 'invite' }],
    [
      'https://t.me/deskroom_bot?startgroup=s_1&admin=invite_users+change_info',
      { kind: 'group', username: 'deskroom_bot' },
    ],
    ['https://example.com/c/1/2', null],
  ])('%s', (url, link) => {
    expect(parseInnerLink?.(url)).toEqual(link);
  });

  it.each([
    ['example.com', 'https://example.com'],
    ['https://example.com', 'https://example.com'],
    ['mailto:a@example.com', 'mailto:a@example.com'],
    ['javascript:alert(1)', null],
    ['JavaScript:alert(1)', null],
    ['data:text/html,x', null],
  ])('of a text, %s', (text, address) => {
    expect(safeAddress?.(text)).toBe(address);
  });
});

describe('a place in the address', () => {
  it.each<[Place, string]>([
    [{ chatId: 5_001_001 }, '5001001'],
    [{ chatId: -1_002_000_000_001, threadId: 42 }, '-1002000000001/42'],
    [{ chatId: -1_002_000_000_001, threadId: null }, '-1002000000001/general'],
  ])('%o is written and read as %s', (place, key) => {
    expect(placeKey(place)).toBe(key);
    expect(parsePlace(key)).toEqual(place);
  });

  it('is none where somebody wrote something else', () => {
    expect(parsePlace('42/anywhere')).toBeNull();
    expect(parsePlace('')).toBeNull();
  });
});
