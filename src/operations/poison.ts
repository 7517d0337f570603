// What is written after `/poison`.

export type PoisonAction = 'replay' | 'drop';

export type PoisonCommand =
  | { readonly kind: 'list' }
  | { readonly kind: 'replay'; readonly which: bigint | 'all' }
  | { readonly kind: 'drop'; readonly seq: bigint }
  | { readonly kind: 'unknown'; readonly word: string };

/** What a word means, in small letters and without ё. */
export type PoisonWords = ReadonlyMap<string, PoisonAction | 'all'>;

/** «replay», «drop» and «all», and whatever the locale files call them («a, b»). */
export function poisonWords(named: (what: PoisonAction | 'all') => readonly string[]): PoisonWords {
  const words = new Map<string, PoisonAction | 'all'>();
  for (const what of ['replay', 'drop', 'all'] as const) {
    for (const word of [what, ...named(what).flatMap((list) => list.split(','))]) {
      words.set(normal(word), what);
    }
  }
  return words;
}

/** What is wanted; `unknown` with the first word that means nothing where it stands. */
export function parsePoisonCommand(text: string, words: PoisonWords): PoisonCommand {
  const [action = '', target = '', extra] = text.trim().split(/\s+/);
  if (action === '') return { kind: 'list' };
  const meaning = words.get(normal(action));
  if (meaning !== 'replay' && meaning !== 'drop') return { kind: 'unknown', word: action };
  if (extra !== undefined) return { kind: 'unknown', word: extra };
  if (meaning === 'replay' && words.get(normal(target)) === 'all') {
    return { kind: 'replay', which: 'all' };
  }
  const seq = numberIn(target);
  // What is dropped is gone: one at a time, by its number.
  if (seq === null) return { kind: 'unknown', word: target === '' ? action : target };
  return meaning === 'replay' ? { kind: 'replay', which: seq } : { kind: 'drop', seq };
}

/** «123», «№123» or «#123». */
function numberIn(word: string): bigint | null {
  const digits = /^[№#]?([1-9]\d{0,17})$/.exec(word)?.[1];
  return digits === undefined ? null : BigInt(digits);
}

function normal(word: string): string {
  return word.trim().toLowerCase().replaceAll('\u0451', '\u0435');
}
