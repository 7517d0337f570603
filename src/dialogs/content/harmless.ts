// Words of one chat made harmless in another: they name people without calling them, and the desk's
// tags are the cards' alone. Offsets count UTF-16 units.

import type { Formatting, Words } from '../content.ts';

/** U+2060, which nobody sees and which ends a tag before it begins. */
const JOINER = '\u2060';

/** As Telegram finds them: a sign, then letters, digits and «_», of which one at least is a letter. */
const HASHTAG = /(?<![\p{L}\p{N}_\u200c])#(?=[\p{N}_\u200c]*\p{L})/gu;
const MENTION = /(?<![\p{L}\p{N}_])@(?=[a-zA-Z0-9_]{3})/gu;
const JOINED = /(?<=[#@])\u2060/gu;
const ADDRESS = /\bhttps?:\/\/\S+/giu;

/** Formatting that a bot may send; what Telegram finds by itself may be named too. */
const SENDABLE: ReadonlySet<string> = new Set([
  ...['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'blockquote'],
  ...['expandable_blockquote', 'code', 'pre', 'text_link', 'custom_emoji', 'date_time'],
  ...['url', 'email', 'phone_number', 'cashtag', 'bot_command', 'hashtag', 'mention'],
]);

/** Inside these Telegram looks for no tags, and a sign more would break them. */
const SEALED: ReadonlySet<string> = new Set(['url', 'email', 'code', 'pre']);

/**
 * Words in which nobody is called: «@name» becomes a link to its owner, a mention without a name mere
 * words. Formatting that no bot may send is left out.
 */
export function withoutPings({ text, entities }: Words): Words {
  return { text, entities: entities.flatMap((entity) => quiet(entity, text)) };
}

function quiet(entity: Formatting, text: string): Formatting[] {
  const { type, offset, length, url } = entity;
  if (type === 'mention') {
    const name = text.slice(offset + 1, offset + length);
    return [{ type: 'text_link', offset, length, url: `https://t.me/${name}` }];
  }
  const calls = type === 'text_link' && url?.toLowerCase().startsWith('tg://user') === true;
  return SENDABLE.has(type) && !calls ? [entity] : [];
}

/** Whether {@link withoutPings} makes links of them. */
export function hasMentions({ entities }: Words): boolean {
  return entities.some(({ type }) => type === 'mention');
}

/** Words without tags: they read the same, and no search for a tag finds them. */
export function withoutTags({ text, entities }: Words): Words {
  const sealed = entities.filter(({ type }) => SEALED.has(type));
  const points = [...text.matchAll(HASHTAG)]
    .map(({ index }) => index + 1)
    .filter((point) => !sealed.some((range) => covers(range, point)));
  if (points.length === 0) return { text, entities };
  const before = (unit: number) => points.filter((point) => point <= unit).length;
  const moved = entities
    .filter(({ type }) => type !== 'hashtag')
    .map((entity) => {
      const offset = entity.offset + before(entity.offset);
      const end = entity.offset + entity.length;
      return { ...entity, offset, length: end + before(end - 1) - offset };
    });
  return { text: inserted(text, points), entities: moved };
}

/** The same for words in a line of our own, which has no formatting: nobody is called, nothing found. */
export function harmlessLine(line: string): string {
  const addresses = [...line.matchAll(ADDRESS)].map(({ index, 0: address }) => ({
    offset: index,
    length: address.length,
  }));
  const points = [...line.matchAll(HASHTAG), ...line.matchAll(MENTION)]
    .map(({ index }) => index + 1)
    .filter((point) => !addresses.some((range) => covers(range, point)))
    .sort((a, b) => a - b);
  return points.length === 0 ? line : inserted(line, points);
}

/** What {@link withoutTags} made of words, undone: quoted from a copy, they point at the original. */
export function withTags({ text, entities }: Words): Words {
  const joints = [...text.matchAll(JOINED)].map(({ index }) => index);
  if (joints.length === 0) return { text, entities };
  const before = (unit: number) => joints.filter((joint) => joint < unit).length;
  const moved = entities.map((entity) => {
    const offset = entity.offset - before(entity.offset);
    const end = entity.offset + entity.length;
    return { ...entity, offset, length: end - before(end) - offset };
  });
  return { text: text.replace(JOINED, ''), entities: moved };
}

function covers({ offset, length }: Pick<Formatting, 'offset' | 'length'>, unit: number): boolean {
  return offset <= unit && unit < offset + length;
}

function inserted(text: string, points: readonly number[]): string {
  const cuts = [0, ...points, text.length];
  return cuts
    .slice(1)
    .map((cut, index) => text.slice(cuts[index], cut))
    .join(JOINER);
}
