// What is written after `/header`: «number, client», or for some dialogs only «telegram closed: number».

import { HEADER_LINES, type HeaderLine } from './header.ts';

export interface HeaderVocabulary {
  /** What each line may be called, in small letters: its code and its names in the locale files. */
  readonly lines: ReadonlyMap<string, HeaderLine>;
  readonly channels: ReadonlyMap<string, string>;
  readonly statuses: ReadonlyMap<string, string>;
  /** Words for «as it was before anybody changed it». */
  readonly reset: ReadonlySet<string>;
}

export interface Scope {
  readonly channel: string | null;
  readonly status: string | null;
}

export type HeaderCommand =
  | { readonly kind: 'show' }
  | { readonly kind: 'set'; readonly scope: Scope; readonly lines: readonly HeaderLine[] }
  | { readonly kind: 'reset'; readonly scope: Scope }
  | { readonly kind: 'unknown-line'; readonly word: string }
  | { readonly kind: 'unknown-scope'; readonly word: string };

const EVERYWHERE: Scope = { channel: null, status: null };

/**
 * Names are taken in any language and size of letters; the first word nobody knows is handed back.
 */
export function parseHeaderCommand(text: string, words: HeaderVocabulary): HeaderCommand {
  if (text.trim() === '') return { kind: 'show' };
  const colon = text.indexOf(':');
  const scope = colon === -1 ? EVERYWHERE : parseScope(text.slice(0, colon), words);
  if ('kind' in scope) return scope;
  return parseLines(text.slice(colon + 1), scope, words);
}

function parseScope(text: string, words: HeaderVocabulary): Scope | HeaderCommand {
  let scope = EVERYWHERE;
  for (const word of text.split(/[\s,]+/).filter(Boolean)) {
    const channel = words.channels.get(normal(word));
    const status = words.statuses.get(normal(word));
    if (channel && !scope.channel) scope = { ...scope, channel };
    else if (status && !scope.status) scope = { ...scope, status };
    else return { kind: 'unknown-scope', word };
  }
  return scope;
}

function parseLines(text: string, scope: Scope, words: HeaderVocabulary): HeaderCommand {
  const asked = text.split(/[,\n]+/).map((word) => word.trim());
  const named = asked.filter((word) => word !== '');
  const [first] = named;
  if (first === undefined) return { kind: 'unknown-line', word: '' };
  if (named.length === 1 && words.reset.has(normal(first))) return { kind: 'reset', scope };
  const lines: HeaderLine[] = [];
  for (const word of named) {
    const line = words.lines.get(normal(word));
    if (!line) return { kind: 'unknown-line', word };
    if (!lines.includes(line)) lines.push(line);
  }
  return { kind: 'set', scope, lines };
}

/** The code of each and whatever else it is called; `named` gives its names in all languages. */
export function vocabularyOf<Code extends string>(
  codes: readonly Code[],
  named: (code: Code) => readonly string[],
): ReadonlyMap<string, Code> {
  return new Map(
    codes.flatMap((code) => [code, ...named(code)].map((name) => [normal(name), code] as const)),
  );
}

/** {@link vocabularyOf} the lines of a header. */
export function lineVocabulary(named: (line: HeaderLine) => readonly string[]) {
  return vocabularyOf(HEADER_LINES, named);
}

/** Small letters, е for ё, and no difference between a space, «_» and «-» inside a name. */
export function normal(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replaceAll('\u0451', '\u0435')
    .replace(/[\s_-]+/g, '');
}
