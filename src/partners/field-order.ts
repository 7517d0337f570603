// What is written after /specializations: nothing, two names, or a number and two names.

import { plainName } from '../platform/telegram/plain-text.ts';
import type { Names } from './specialization-repository.ts';

export type FieldOrder =
  | { readonly kind: 'list' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'add'; readonly names: Names }
  | { readonly kind: 'rename'; readonly id: number; readonly names: Names };

/** Signs of a name: more would not fit a button. */
const LONGEST = 40;

export function readFieldOrder(text: string): FieldOrder {
  if (text.trim() === '') return { kind: 'list' };
  const [, number, rest = ''] = /^\s*(?:(\d{1,9})\s+)?(.*)$/s.exec(text) ?? [];
  const names = rest.split('/').map((name) => plainName(name, '', LONGEST + 1));
  const [nameRu = '', nameEn = ''] = names;
  const fits = (name: string) => name !== '' && [...name].length <= LONGEST;
  if (names.length !== 2 || !fits(nameRu) || !fits(nameEn)) return { kind: 'unreadable' };
  if (number === undefined) return { kind: 'add', names: { nameRu, nameEn } };
  return { kind: 'rename', id: Number(number), names: { nameRu, nameEn } };
}
