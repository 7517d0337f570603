// A text as words with their places, for readers that need to know where the rest begins.

export interface Token {
  /** In small letters, ё as е, without what punctuates it. */
  readonly word: string;
  /** Where it begins, in UTF-16 units. */
  readonly start: number;
}

/** Words are what blanks part. */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/\S+/gu)].map((match) => ({
    word: normalWord(match[0]),
    start: match.index,
  }));
}

/** As it is looked up. */
export function normalWord(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('\u0451', '\u0435')
    .replace(/[,.;:!?)\u2014\u2013-]+$/u, '');
}
