// What is written after `/staff`.

import { ROLES, type Role } from './staff.ts';

export type Target =
  | { readonly by: 'id'; readonly userId: number }
  /** Telegram gives bots no way from a username to a person. */
  | { readonly by: 'username'; readonly username: string }
  /** Nothing was written: the person is the one replied to. */
  | { readonly by: 'reply' }
  | { readonly by: 'nonsense'; readonly word: string };

export type StaffCommand =
  | { readonly kind: 'list' }
  | { readonly kind: 'grant'; readonly role: Role; readonly target: Target }
  | { readonly kind: 'remove'; readonly target: Target }
  | { readonly kind: 'unknown'; readonly word: string };

/** Words for a role or for taking it away, in small letters and without ё. */
export type CommandWords = ReadonlyMap<string, Role | 'remove'>;

/** The code of each role and «remove», and whatever the locale files call them («a, b»). */
export function commandWords(named: (what: Role | 'remove') => readonly string[]): CommandWords {
  const words = new Map<string, Role | 'remove'>();
  for (const what of [...ROLES, 'remove'] as const) {
    for (const word of [what, ...named(what).flatMap((list) => list.split(','))]) {
      words.set(normal(word), what);
    }
  }
  return words;
}

/**
 * Understands every language's words in letters of any size; the first word that makes no sense is
 * handed back.
 */
export function parseStaffCommand(text: string, words: CommandWords): StaffCommand {
  const [first, second, third] = text.trim().split(/\s+/);
  if (!first) return { kind: 'list' };
  const meaning = words.get(normal(first));
  if (!meaning) return { kind: 'unknown', word: first };
  // «remove 5 tomorrow» was not meant as «remove 5».
  if (third) return { kind: 'unknown', word: third };
  const target = parseTarget(second);
  return meaning === 'remove'
    ? { kind: 'remove', target }
    : { kind: 'grant', role: meaning, target };
}

function parseTarget(word: string | undefined): Target {
  if (!word) return { by: 'reply' };
  if (word.startsWith('@')) return { by: 'username', username: word.slice(1) };
  const userId = Number(word);
  // Telegram's ids of people have at most 52 significant bits.
  if (/^[1-9]\d*$/.test(word) && userId < 2 ** 52) return { by: 'id', userId };
  return { by: 'nonsense', word };
}

function normal(word: string): string {
  return word.trim().toLowerCase().replaceAll('\u0451', '\u0435');
}
