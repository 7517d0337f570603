// The words of time in every language of the house, by what they mean.

import { LOCALES, type Translate } from '../../platform/i18n.ts';
import { normalWord } from './tokens.ts';

export type TimeWord =
  | { readonly kind: 'in' | 'at' }
  /** Needs a number before it. */
  | { readonly kind: 'unit'; readonly minutes: number }
  /** A length of time by itself («полчаса»). */
  | { readonly kind: 'span'; readonly minutes: number }
  /** So many days from today. */
  | { readonly kind: 'day'; readonly days: number }
  /** ISO: 1 is Monday. */
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'month'; readonly month: number }
  /** A time by itself («вечером»), and hours before it are of that half of the day. */
  | { readonly kind: 'part'; readonly hour: number; readonly isAfternoon: boolean };

export type TimeWords = ReadonlyMap<string, TimeWord>;

const HOUR = 60;
export const DAY_MINUTES = 24 * HOUR;

const MEANINGS: Readonly<Record<string, TimeWord>> = {
  in: { kind: 'in' },
  at: { kind: 'at' },
  minutes: { kind: 'unit', minutes: 1 },
  hours: { kind: 'unit', minutes: HOUR },
  days: { kind: 'unit', minutes: DAY_MINUTES },
  weeks: { kind: 'unit', minutes: 7 * DAY_MINUTES },
  'half-hour': { kind: 'span', minutes: 30 },
  /** Understood, so that it can be said to be over. */
  yesterday: { kind: 'day', days: -1 },
  today: { kind: 'day', days: 0 },
  tomorrow: { kind: 'day', days: 1 },
  'after-tomorrow': { kind: 'day', days: 2 },
  morning: { kind: 'part', hour: 9, isAfternoon: false },
  afternoon: { kind: 'part', hour: 14, isAfternoon: true },
  evening: { kind: 'part', hour: 18, isAfternoon: true },
};

/** Read once; each sentence `remind-word-…` is a list parted by commas. */
export function createTimeWords(t: Translate): TimeWords {
  const words = new Map<string, TimeWord>();
  const put = (meaning: TimeWord, key: string) => {
    for (const locale of LOCALES) {
      for (const word of t(locale, key).split(',')) words.set(normalWord(word.trim()), meaning);
    }
  };
  for (let weekday = 1; weekday <= 7; weekday += 1)
    put({ kind: 'weekday', weekday }, `remind-weekday-${weekday}`);
  for (let month = 1; month <= 12; month += 1)
    put({ kind: 'month', month }, `remind-month-${month}`);
  for (const [name, meaning] of Object.entries(MEANINGS)) put(meaning, `remind-word-${name}`);
  return words;
}
