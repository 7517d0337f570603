// Terms as people write them in one message: the currency, then a stage a line, «Производство — 100 000 —
// 07.12.2026». What cannot be understood is named by its line, so that it can be put right.

import { DateTime } from 'luxon';
import { type Currency, currencyOf, parseAmount } from './currency.ts';
import { MAX_STAGES, type StageTerms, type Terms } from './terms.ts';

export type TextProblem =
  | { readonly kind: 'no-currency' }
  | { readonly kind: 'line-unclear'; readonly line: string }
  | { readonly kind: 'amount-unclear'; readonly line: string }
  | { readonly kind: 'date-unclear'; readonly line: string };

export interface Reading {
  readonly now: Date;
  /** Where a day ends. */
  readonly timeZone: string;
  /** Where the text names none; null: it must. */
  readonly currency: Currency | null;
  /** How people write roubles and «until», in every language: that of the reader is not always theirs. */
  readonly words: { readonly roubles: readonly string[]; readonly until: readonly string[] };
}

/** Dashes of any length with space around them, semicolons, bars. */
const BETWEEN = /\s+[-–—]+\s+|\s*[;|]\s*/u;

/** Reads the terms, or says what is unclear first. */
export function readTerms(text: string, reading: Reading): Terms | TextProblem {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  const named = currencyOf(lines[0] ?? '');
  const currency = named ?? reading.currency;
  if (!currency) return { kind: 'no-currency' };
  const stages: StageTerms[] = [];
  // One line more than may be: that there are too many is for the terms to say.
  for (const line of lines.slice(named ? 1 : 0).slice(0, MAX_STAGES + 1)) {
    const stage = readStage(line, currency, reading);
    if ('kind' in stage) return stage;
    stages.push(stage);
  }
  return { currency, stages };
}

function readStage(line: string, currency: Currency, reading: Reading): StageTerms | TextProblem {
  // «1. Производство»: people number what stands in order.
  const parts = line.replace(/^\d{1,2}[.)]\s+/, '').split(BETWEEN);
  const [title = '', sum = '', due] = parts;
  if (parts.length < 2 || parts.length > 3) return { kind: 'line-unclear', line };
  const amount = parseAmount(withoutSign(sum, currency, reading), currency);
  if (amount === null) return { kind: 'amount-unclear', line };
  if (due === undefined) return { title, amount, dueAt: null };
  const dueAt = readDay(due, reading);
  return dueAt ? { title, amount, dueAt } : { kind: 'date-unclear', line };
}

const SIGNS: Readonly<Partial<Record<Currency, string>>> = {
  RUB: '₽',
  USD: '$',
  EUR: '€',
  CNY: '¥',
  BRL: 'R$',
  INR: '₹',
  GBP: '£',
};

/** The amount without its own currency's sign; that of another stays, and makes it unclear. */
function withoutSign(sum: string, currency: Currency, { words }: Reading): string {
  const bare = sum.trim();
  const signs = [currency, SIGNS[currency], ...(currency === 'RUB' ? words.roubles : [])];
  for (const sign of signs) {
    if (!sign) continue;
    const [written, known] = [bare.toLowerCase(), sign.toLowerCase()];
    if (written.endsWith(known)) return bare.slice(0, -sign.length);
    if (written.startsWith(known)) return bare.slice(sign.length);
  }
  return bare;
}

const DAY_FORMATS = ['d.M.yyyy', 'd.M.yy', 'd/M/yyyy', 'yyyy-MM-dd'];
const DAY_OF_YEAR = /^(\d{1,2})[./](\d{1,2})\.?$/;

/** The end of that day; a day without a year is the next such day. */
function readDay(text: string, { now, timeZone, words }: Reading): Date | null {
  const [first = '', ...rest] = text.trim().split(/\s+/);
  const bare = words.until.includes(first.toLowerCase()) ? rest.join(' ') : text.trim();
  const today = DateTime.fromJSDate(now, { zone: timeZone });
  const [, day, month] = DAY_OF_YEAR.exec(bare) ?? [];
  if (day && month) {
    const thisYear = today
      .set({ month: 1, day: 1 })
      .set({ month: Number(month), day: Number(day) });
    const isReal = thisYear.month === Number(month) && thisYear.day === Number(day);
    if (!isReal) return null;
    const next = thisYear.endOf('day') < today ? thisYear.plus({ years: 1 }) : thisYear;
    return next.endOf('day').startOf('minute').toJSDate();
  }
  for (const format of DAY_FORMATS) {
    const read = DateTime.fromFormat(bare, format, { zone: timeZone });
    if (read.isValid) return read.endOf('day').startOf('minute').toJSDate();
  }
  return null;
}
