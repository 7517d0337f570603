// What of a message is searched, how a question is put to the search, and how a hit is shown.

import { type Content, gistOf, isMedia, plainWords } from '../dialogs/content.ts';
import { LONGEST, SHORTEST } from './typos.ts';

/** In UTF-16 units; a longer text is found by its beginning. */
const MOST_SEARCHED = 20_000;
/** Words of a question; what stands behind them narrows nothing any more. */
const MOST_WORDS = 12;

/** The words of a message in small letters, ё as е, and of its file's name. */
export function searchedWords(content: Content): string {
  const name = isMedia(content) ? (content.fileName ?? '') : '';
  return plainWords(`${gistOf(content)} ${name}`.slice(0, MOST_SEARCHED));
}

/** Of these the mistyped forms are known. */
export function wordsToLearn(words: string): readonly string[] {
  return words
    .split(' ')
    .filter((word) => word.length >= SHORTEST && word.length <= LONGEST && /^\p{L}+$/u.test(word));
}

/** The words of a question. */
export function askedWords(text: string): readonly string[] {
  const words = plainWords(text).split(' ');
  return [...new Set(words)].filter((word) => word !== '').slice(0, MOST_WORDS);
}

/**
 * The question as Postgres reads it (`to_tsquery`): all of the words, each in any of its `variants`, in
 * any form; from three letters on also as the beginning of a longer word.
 */
export function expressionOf(words: readonly (readonly string[])[]): string {
  return words.map((variants) => `(${variants.map(lexeme).join(' | ')})`).join(' & ');
}

function lexeme(word: string): string {
  return word.length >= 3 ? `'${word}':*` : `'${word}'`;
}

/** A part of a snippet; `hit`: what was looked for. */
export interface SnippetPart {
  readonly text: string;
  readonly hit: boolean;
}

/** In UTF-16 units. */
const SNIPPET = { before: 50, whole: 180 };

/** The part of a text around the first of the words, which begin with one of `stems`. */
export function snippetOf(text: string, stems: readonly string[]): readonly SnippetPart[] {
  const line = text.replace(/\s+/g, ' ').trim();
  const hits = [...line.matchAll(/[\p{L}\p{N}]+/gu)]
    .map(({ index, 0: word }) => ({ from: index, to: index + word.length, word: plainWords(word) }))
    .filter(({ word }) => stems.some((stem) => begins(word, stem)));
  const start = startOf(line, hits[0]?.from ?? 0);
  const end = endOf(line, start + SNIPPET.whole);
  const parts: SnippetPart[] = [];
  let at = start;
  for (const { from, to } of hits.filter((hit) => hit.from >= start && hit.to <= end)) {
    parts.push(
      { text: line.slice(at, from), hit: false },
      { text: line.slice(from, to), hit: true },
    );
    at = to;
  }
  parts.push({ text: line.slice(at, end), hit: false });
  const dotted = [
    ...(start > 0 ? [{ text: '…', hit: false }] : []),
    ...parts,
    ...(end < line.length ? [{ text: '…', hit: false }] : []),
  ];
  return dotted.filter(({ text: part }) => part !== '');
}

/** English stems end in «i» where the word has «y». */
function begins(word: string, stem: string): boolean {
  return word.startsWith(stem) || (/^[a-z]{3,}i$/.test(stem) && word.startsWith(stem.slice(0, -1)));
}

/** At the beginning of a word. */
function startOf(line: string, hit: number): number {
  if (hit <= SNIPPET.before) return 0;
  const blank = line.indexOf(' ', hit - SNIPPET.before);
  return blank >= 0 && blank < hit ? blank + 1 : hit;
}

/** At the end of a word. */
function endOf(line: string, wanted: number): number {
  if (wanted >= line.length) return line.length;
  const blank = line.lastIndexOf(' ', wanted);
  return blank > wanted - 40 ? blank : wanted;
}
