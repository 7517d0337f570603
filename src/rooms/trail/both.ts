// A short line in each language of a room, on one line: «Договорённость № 2 / Agreement № 2».

import type { Locale, Translate, TranslateArgs } from '../../platform/i18n.ts';

export type InBoth = (
  locales: readonly Locale[],
  key: string,
  args?: (locale: Locale) => TranslateArgs,
) => string;

/** What reads the same in both languages stands once. */
export function createInBoth(t: Translate): InBoth {
  return (locales, key, args) =>
    [...new Set(locales.map((locale) => t(locale, key, args?.(locale))))].join(' / ');
}
