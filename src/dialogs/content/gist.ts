// A message in one line, for cards: what kind it is, where that is not plain, and its words, harmless.

import type { Locale, Translate } from '../../platform/i18n.ts';
import { plainName, truncate } from '../../platform/telegram/plain-text.ts';
import { type Content, gistOf } from '../content.ts';
import { harmlessLine } from './harmless.ts';
import { kindNameOf } from './told.ts';

/** What a message stands for: more than itself where it is told of a whole album. */
export interface Told {
  readonly content: Content;
  readonly parts: number;
  /** These parts are of several kinds. */
  readonly mixed?: boolean;
}

/** `signs`: how much of the words there is room for. */
export function createGist(t: Translate): (told: Told, locale: Locale, signs: number) => string {
  return ({ content, parts, mixed }, locale, signs) => {
    const words = harmlessLine(truncate(visible(gistOf(content)), signs));
    if (content.kind === 'text') return words === '' ? `[${t(locale, 'kind-empty')}]` : words;
    const kind = t(locale, `kind-${mixed ? 'album' : kindNameOf(content)}`);
    const label = parts > 1 ? `[${kind} × ${parts}]` : `[${kind}]`;
    return words === '' ? label : `${label} ${words}`;
  };
}

/** In one line; empty where there is nothing to be seen. */
export function visible(words: string): string {
  return plainName(words, '', 1) === '' ? '' : words.replace(/\s+/g, ' ').trim();
}
