// Entities the server finds by itself in every text: commands, mentions, hashtags, links, addresses.
import type { MessageEntity } from '@grammyjs/types';
import { byPlace } from './formatted-text.ts';

type Found = Extract<
  MessageEntity['type'],
  'bot_command' | 'mention' | 'hashtag' | 'cashtag' | 'url' | 'email'
>;

/** In order of precedence: an address is an e-mail before it is a mention. */
const patterns: readonly { readonly type: Found; readonly pattern: RegExp }[] = [
  { type: 'url', pattern: /(?<![\p{L}\p{N}@])https?:\/\/[^\s<>"«»]+[^\s<>"«».,:;!?)\]]/giu },
  { type: 'email', pattern: /(?<![\p{L}\p{N}._%+-])[\w.%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/giu },
  {
    type: 'url',
    pattern:
      /(?<![\p{L}\p{N}@/._-])(?:[a-z0-9-]+\.)+(?:com|org|net|ru|me|io|info|dev)\b(?:\/[^\s<>"«»]*[^\s<>"«».,:;!?)\]])?/giu,
  },
  {
    type: 'bot_command',
    pattern:
      /(?<![\p{L}\p{N}_/<>])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])/gu,
  },
  { type: 'mention', pattern: /(?<![\p{L}\p{N}_])@[a-zA-Z0-9_]{3,32}(?![\p{L}\p{N}_])/gu },
  {
    type: 'hashtag',
    pattern: /(?<![\p{L}\p{N}_#])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_·]{1,256}(?![\p{L}\p{N}_#])/gu,
  },
  { type: 'cashtag', pattern: /(?<![\p{L}\p{N}_$])\$[A-Z]{1,8}(?![\p{L}\p{N}_$])/gu },
];

/** Kinds inside which nothing is looked for. */
const opaque: readonly MessageEntity['type'][] = ['code', 'pre', 'text_link', 'text_mention'];

/** The given entities with those found beside them; what a given link or code covers stays as it is. */
export function withDetected(
  text: string,
  given: readonly MessageEntity[],
): readonly MessageEntity[] {
  const taken: MessageEntity[] = given.filter((entity) => opaque.includes(entity.type));
  const found: MessageEntity[] = [];
  for (const { type, pattern } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (taken.some((other) => overlaps(other, entity))) continue;
      taken.push(entity);
      found.push(entity);
    }
  }
  return [...given, ...found].sort(byPlace);
}

function overlaps(a: MessageEntity, b: { offset: number; length: number }): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
