// Which message a reply means, where several left together as one; and where in it the words stand that
// it quotes. Pure; counts UTF-16 units.

import { MAX_CAPTION, splitText } from '../../platform/telegram/formatted-text.ts';
import { type Content, type Quote, type Words, wordsOf } from '../content.ts';
import { withoutTags, withTags } from './harmless.ts';

/** What stands between texts that left together. */
export const BETWEEN_TEXTS = '\n\n';

/**
 * Of the messages that stand at one place, in their order, the one that a reply means: the one whose
 * words it quotes, else the last.
 */
export function meantBy<T extends { readonly content: Content }>(
  here: readonly T[],
  quote: Quote | undefined,
): T | null {
  const last = here.at(-1) ?? null;
  if (!quote || here.length < 2) return last;
  const { text } = withTags(quote);
  const quoting = here.filter(({ content }) => wordsOf(content).includes(text));
  const at = placeAt(here, quote.position);
  return quoting.find((message) => message === at) ?? quoting.at(-1) ?? last;
}

function placeAt<T extends { readonly content: Content }>(
  here: readonly T[],
  position: number,
): T | undefined {
  let end = 0;
  return here.find(({ content }) => {
    end += withoutTags({ text: wordsOf(content), entities: [] }).text.length;
    end += BETWEEN_TEXTS.length;
    return position < end;
  });
}

/** A message as it stands in a chat: one or several there, and the words they bear. */
export interface Standing {
  readonly messageIds: readonly number[];
  readonly words: Words;
  readonly isFile: boolean;
}

/** The one of its messages that is answered, with the quote where it is found there. */
export function pointAt(
  { messageIds, words, isFile }: Standing,
  quote: Quote | undefined,
): { readonly messageId: number; readonly quote?: Quote } | null {
  const [first] = messageIds;
  if (first === undefined) return null;
  if (!quote) return { messageId: first };
  const parts = partsOf(words, isFile);
  // Texts that left together stand in one message, behind words that are not known here.
  const known = parts.length === messageIds.length ? parts : [words.text];
  let from = 0;
  let best: { messageId: number; quote: Quote } | null = null;
  let nearest = Infinity;
  for (const [index, part] of known.entries()) {
    const messageId = messageIds[index] as number;
    for (const position of placesOf(quote.text, part)) {
      const distance = Math.abs(from + position - quote.position);
      if (distance >= nearest) continue;
      nearest = distance;
      best = { messageId, quote: { ...quote, position } };
    }
    from += part.length;
  }
  return best ?? { messageId: first };
}

function partsOf(words: Words, isFile: boolean): string[] {
  if (isFile && words.text.length <= MAX_CAPTION) return [words.text];
  const parts = splitText({ text: words.text, entities: [] }).map(({ text }) => text);
  return isFile ? ['', ...parts] : parts;
}

function placesOf(part: string, text: string): number[] {
  const places: number[] = [];
  if (part === '') return places;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}
