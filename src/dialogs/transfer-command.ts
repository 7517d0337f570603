// What is written after `/transfer`: a colleague, by whatever name, and perhaps a word for them.

import type { Staff } from '../staff/staff.ts';

export type Named = Pick<Staff, 'id' | 'userId' | 'name' | 'username'>;

export type TransferWords<Person extends Named> =
  /** Nothing is written: a list is to be shown. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'found'; readonly person: Person; readonly word: string }
  | { readonly kind: 'unknown'; readonly name: string }
  /** Several are called so. */
  | { readonly kind: 'several'; readonly names: readonly string[] };

/**
 * Finds the colleague at the beginning of `text`: by @username, by number («7», «#катя_7»), by full name,
 * or by a first or last name that only one of them has. `mentioned`: the Telegram id of a person named
 * there without a username, and how long the name is.
 */
export function readTransfer<Person extends Named>(
  text: string,
  colleagues: readonly Person[],
  mentioned: { readonly userId: number; readonly length: number } | null = null,
): TransferWords<Person> {
  if (text.trim() === '') return { kind: 'nobody' };
  if (mentioned) {
    const person = colleagues.find(({ userId }) => userId === mentioned.userId);
    const name = text.slice(0, mentioned.length);
    return person ? found(person, text.slice(mentioned.length)) : { kind: 'unknown', name };
  }
  const [first = '', second = ''] = text.trim().split(/\s+/);
  const full = colleagues.filter((one) => samePhrase(`${first} ${second}`, one.name));
  const [person] = full;
  if (person && full.length === 1) return found(person, afterWords(text, 2));
  const matching = full.length > 0 ? full : colleagues.filter((one) => isCalled(one, first));
  const [only] = matching;
  if (!only) return { kind: 'unknown', name: first };
  if (matching.length > 1) return { kind: 'several', names: matching.map(({ name }) => name) };
  return found(only, afterWords(text, 1));
}

function found<Person extends Named>(person: Person, rest: string): TransferWords<Person> {
  return { kind: 'found', person, word: rest.replace(/^[\s,:.;\u2013\u2014-]+/u, '').trim() };
}

function isCalled({ id, name, username }: Named, word: string): boolean {
  if (word.startsWith('@')) return username !== null && plain(username) === plain(word.slice(1));
  const number = /^(?:#.*_|#|\u2116)?(\d+)[,:]?$/u.exec(word)?.[1];
  if (number) return id === Number(number);
  const said = plain(word);
  return said !== '' && plain(name).split(' ').includes(said);
}

function samePhrase(a: string, b: string): boolean {
  const words = (text: string) => plain(text).split(' ').sort().join(' ');
  return plain(a).includes(' ') && words(a) === words(b);
}

function afterWords(text: string, count: number): string {
  return text.trim().replace(new RegExp(`^(?:\\S+\\s*){${count}}`, 'u'), '');
}

/** Small letters, \u0451 as \u0435, nothing but letters, digits and single spaces. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('\u0451', '\u0435')
    .replace(/[^\p{L}\p{N}_]+/gu, ' ')
    .trim();
}
