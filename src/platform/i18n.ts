// Words for people, out of locale files. Fluent itself without a wrapper: a card takes some fifteen
// sentences, thousands of times a second. Direction marks around arguments are off, so names must come
// cleaned (plainName) and numbers are written without grouping («№ 1234»).
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FluentBundle, FluentNumber, FluentResource } from '@fluent/bundle';
import type { Logger } from './logger.ts';

export type Locale = 'ru' | 'en';
export const LOCALES: readonly Locale[] = ['ru', 'en'];

export type TranslateArgs = { readonly [name: string]: string | number };
/** The sentence `key` in `locale`. Numbers choose the plural; see `createTranslator` for mistakes. */
export type Translate = (locale: Locale, key: string, args?: TranslateArgs) => string;

/** What a sentence that lists words lists in every language, lower case: people write as they are used to. */
export function wordsInAll(t: Translate, key: string): readonly string[] {
  return LOCALES.flatMap((locale) =>
    t(locale, key)
      .toLowerCase()
      .split(/\s*,\s*/),
  );
}

export type TranslatorOptions = {
  /** The folder of ru/*.ftl and en/*.ftl; the program's own unless told otherwise. */
  readonly directory?: string;
  /**
   * Where a missing sentence or argument is noted, the key then standing in for the sentence: at work
   * a card with a gap is better than no card. Without it (tests, development) a mistake is thrown.
   */
  readonly logger?: Pick<Logger, 'error'>;
};

/** @throws Error when a locale file is missing, says something twice, or cannot be read whole. */
export function createTranslator({ directory, logger }: TranslatorOptions = {}): Translate {
  const folder = directory ?? fileURLToPath(new URL('../locales', import.meta.url));
  const bundles = { ru: loadBundle(folder, 'ru'), en: loadBundle(folder, 'en') };

  function fail(locale: Locale, key: string, problem: string): string {
    if (!logger) throw new Error(`locale ${locale}, ${key}: ${problem}`);
    logger.error({ locale, key, problem }, 'a sentence is missing or incomplete');
    return key;
  }

  return function translate(locale, key, args) {
    const pattern = bundles[locale].getMessage(key)?.value;
    if (pattern === undefined || pattern === null) return fail(locale, key, 'no such key');
    const errors: Error[] = [];
    const sentence = bundles[locale].formatPattern(pattern, args && fluentArgs(args), errors);
    if (errors.length > 0) fail(locale, key, errors.map(({ message }) => message).join('; '));
    return sentence;
  };
}

/** Languages whose speakers more often read Russian than English. */
const READ_RUSSIAN = new Set('ru be uk kk ky uz tg tk az hy tt ba cv'.split(' '));

/** The locale for a Telegram `language_code` («ru», «pt-br»); `fallback` where there is none. */
export function localeOf(languageCode: string | undefined, fallback: Locale): Locale {
  const language = languageCode?.toLowerCase().split(/[-_]/)[0];
  if (!language) return fallback;
  return READ_RUSSIAN.has(language) ? 'ru' : 'en';
}

function fluentArgs(args: TranslateArgs): Record<string, string | FluentNumber> {
  const converted: Record<string, string | FluentNumber> = {};
  for (const name in args) {
    const value = args[name] ?? '';
    converted[name] =
      typeof value === 'number' ? new FluentNumber(value, { useGrouping: false }) : value;
  }
  return converted;
}

function loadBundle(folder: string, locale: Locale): FluentBundle {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const file of readdirSync(`${folder}/${locale}`).sort()) {
    addFile(bundle, `${locale}/${file}`, readFileSync(`${folder}/${locale}/${file}`, 'utf8'));
  }
  return bundle;
}

function addFile(bundle: FluentBundle, name: string, source: string): void {
  const resource = new FluentResource(source);
  // Fluent passes over what it cannot parse in silence; a sentence that is lost so is found here.
  const written = [...source.matchAll(/^(-?[a-zA-Z][\w-]*) *=/gm)].map(([, key]) => key);
  const read = new Set(resource.body.map(({ id }) => id));
  const unread = written.filter((key) => key !== undefined && !read.has(key));
  if (unread.length > 0) throw new Error(`${name}: cannot read ${unread.join(', ')}`);
  const errors = bundle.addResource(resource);
  if (errors.length > 0) throw new Error(`${name}: ${errors.map(String).join('; ')}`);
}
