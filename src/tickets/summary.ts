// What a ticket is called that is made of messages: their first words, or what the first of them is.

import { createGist } from '../dialogs/content/gist.ts';
import { type Content, wordsOf } from '../dialogs/content.ts';
import type { Locale, Translate } from '../platform/i18n.ts';

export type Summaries = ReturnType<typeof createSummaries>;

const GIST_SIGNS = 120;

export function createSummaries(t: Translate) {
  const gist = createGist(t);

  /** A message in a few words: «Фото», where it has none. */
  const gistOf = (content: Content, locale: Locale, signs = GIST_SIGNS) =>
    gist({ content, parts: 1 }, locale, signs);

  function summaryOf(contents: readonly Content[], locale: Locale): string {
    const worded = contents.find((content) => wordsOf(content).trim() !== '');
    if (worded) return wordsOf(worded);
    const [first] = contents;
    return first ? gistOf(first, locale) : '…';
  }

  return { gistOf, summaryOf };
}

/** All that they say. */
export function descriptionOf(contents: readonly Content[]): string {
  return contents.map(wordsOf).filter(Boolean).join('\n\n');
}
