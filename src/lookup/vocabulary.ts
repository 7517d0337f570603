// Words as people write them after a command, whatever their ending: «неотвеченные», «not answered»,
// «#неотвечено». What they mean is in the locale files, in all languages at once.

/** What a word or a phrase of the locale files stands for (`lookup-word-<meaning>`). */
export const MEANINGS = [
  'unanswered',
  'in_work',
  'answered',
  'had_call',
  'to_continue',
  'note',
  'closed',
  'open',
  'all',
  'waiting',
  'longer',
  'today',
  'yesterday',
  'day-before',
  'week',
  'last-week',
  'month',
  'last-month',
  'mine',
  'nobody',
  'from',
  'until',
  'minutes',
  'hours',
  'days',
  'number',
  'client',
  'employee',
  'channel',
  'label',
  'desk',
  'filler',
] as const;
export type Meaning = (typeof MEANINGS)[number];

export interface Vocabulary {
  /** The longest phrase that begins at `index`; how many words it takes. */
  meaningAt(
    words: readonly string[],
    index: number,
  ): { readonly meaning: Meaning; readonly length: number } | null;
}

interface Phrase {
  readonly meaning: Meaning;
  readonly words: readonly string[];
}

/** `named`: the phrases of a meaning, in lists parted by commas; «*» at the end of a word: any ending. */
export function createVocabulary(named: (meaning: Meaning) => readonly string[]): Vocabulary {
  const phrases: readonly Phrase[] = MEANINGS.flatMap((meaning) =>
    named(meaning)
      .flatMap((list) => list.split(','))
      .map((phrase) => ({ meaning, words: splitWords(phrase) })),
  ).toSorted((a, b) => b.words.length - a.words.length || stars(a) - stars(b));

  return {
    meaningAt(words, index) {
      const found = phrases.find(({ words: wanted }) =>
        wanted.every((pattern, offset) => fits(words[index + offset], pattern)),
      );
      return found ? { meaning: found.meaning, length: found.words.length } : null;
    },
  };
}

function fits(word: string | undefined, pattern: string): boolean {
  if (word === undefined) return false;
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

/** Whole words are meant before beginnings. */
function stars({ words }: Phrase): number {
  return words.filter((word) => word.endsWith('*')).length;
}

/** In small letters, ё as е, without «#» in front and marks behind; «not-answered» is two words. */
export function splitWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll('\u0451', '\u0435')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^[#(«"']+|[,;!?)»"']+$|(?<!\d)\.$/gu, ''))
    .filter((word) => word !== '');
}

/** What of a name stays the same when it is declined: without the vowels at its end. */
export function stemOfName(name: string): string {
  const stem = name.replace(
    /[\u0430\u0435\u0438\u0439\u043e\u0443\u044b\u044c\u044e\u044f]{1,2}$/u,
    '',
  );
  return stem.length >= 2 ? stem : name;
}
