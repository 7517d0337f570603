// Text with Telegram's entities, cut to the length of a message and put together again. Offsets and
// lengths count UTF-16 units, as Telegram counts them, and so does a string of JavaScript.
import type { MessageEntity } from 'grammy/types';
import { pairBoundary, signBoundary } from './plain-text.ts';

export type FormattedText = {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
};

/** Telegram's limits for a message and for a caption, in UTF-16 units after parsing (BOTAPI §3.2). */
export const MAX_TEXT = 4096;
export const MAX_CAPTION = 1024;

/** These mean something only whole; bold or a quote may go on in the next part. */
const INDIVISIBLE: ReadonlySet<MessageEntity['type']> = new Set<MessageEntity['type']>([
  ...(['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number'] as const),
  ...(['text_link', 'text_mention', 'custom_emoji', 'date_time'] as const),
]);

/**
 * Parts of at most `limit` UTF-16 units that add up to the original, cut after a paragraph, else
 * after a line, else after a word, else between signs; never inside a link, a mention, a hashtag or a
 * custom emoji that fits into a part. Formatting that spans a cut goes on in the next part. White
 * space at a cut stays with the part before it. An empty text is one empty part.
 */
export function splitText(whole: FormattedText, limit = MAX_TEXT): FormattedText[] {
  if (limit < 2) throw new RangeError(`a part of ${limit} cannot hold a surrogate pair`);
  const parts: FormattedText[] = [];
  let from = 0;
  do {
    const to = cutAfter(whole, from, limit);
    parts.push(sliceText(whole, from, to));
    from = to;
  } while (from < whole.text.length);
  return parts;
}

/** The units from `from` to `to` with their entities, clipped to that range and counted from it. */
export function sliceText(
  { text, entities }: FormattedText,
  from: number,
  to: number,
): FormattedText {
  const clipped = entities.flatMap((entity) => {
    const start = Math.max(entity.offset, from);
    const end = Math.min(entity.offset + entity.length, to);
    return start < end ? [{ ...entity, offset: start - from, length: end - start }] : [];
  });
  return { text: text.slice(from, to), entities: clipped };
}

/** Texts in a row with plain `separator` between them, their entities moved to where they now are. */
export function joinTexts(parts: readonly FormattedText[], separator: string): FormattedText {
  let text = '';
  const entities: MessageEntity[] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0) text += separator;
    for (const entity of part.entities) {
      entities.push({ ...entity, offset: entity.offset + text.length });
    }
    text += part.text;
  }
  return { text, entities };
}

/** Where the part that begins at `from` ends. */
function cutAfter(whole: FormattedText, from: number, limit: number): number {
  const { text } = whole;
  const furthest = from + limit;
  if (furthest >= text.length) return text.length;
  for (const boundary of [/\n\s*\n\s*/g, /\n\s*/g, /\s+/g]) {
    const cut = lastBoundary(whole, boundary, from, furthest);
    if (cut > from + limit / 2) return cut;
  }
  const cut = beforeIndivisible(whole, signBoundary(text, furthest), from);
  return cut > from ? cut : pairBoundary(text, furthest);
}

/** The end of the last boundary that lies wholly in reach and in no indivisible entity; else `from`. */
function lastBoundary(whole: FormattedText, boundary: RegExp, from: number, to: number): number {
  let cut = from;
  for (const match of whole.text.slice(from, to).matchAll(boundary)) {
    const end = from + match.index + match[0].length;
    if (beforeIndivisible(whole, end, from) === end) cut = end;
  }
  return cut;
}

/** `cut`, or the start of the indivisible entity it would tear, where that leaves something behind. */
function beforeIndivisible({ entities }: FormattedText, cut: number, from: number): number {
  const torn = entities.filter(
    ({ type, offset, length }) =>
      INDIVISIBLE.has(type) && offset < cut && cut < offset + length && offset > from,
  );
  return Math.min(cut, ...torn.map(({ offset }) => offset));
}
