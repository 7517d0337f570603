// Money is a whole number of the currency's smallest units (kopecks, cents, fils) and never a fraction:
// what people type is read exactly, or not at all.

/** How many digits ISO 4217 gives the minor unit of each currency we settle in. */
const MINOR_DIGITS = {
  RUB: 2,
  USD: 2,
  EUR: 2,
  CNY: 2,
  AED: 2,
  BRL: 2,
  EGP: 2,
  INR: 2,
  AMD: 2,
  AZN: 2,
  BHD: 3,
  BYN: 2,
  CHF: 2,
  ETB: 2,
  GBP: 2,
  GEL: 2,
  HKD: 2,
  IDR: 2,
  IRR: 2,
  JOD: 3,
  JPY: 0,
  KGS: 2,
  KRW: 0,
  KWD: 3,
  KZT: 2,
  MYR: 2,
  OMR: 3,
  QAR: 2,
  SAR: 2,
  SGD: 2,
  THB: 2,
  TJS: 2,
  TND: 3,
  TRY: 2,
  UZS: 2,
  VND: 0,
  ZAR: 2,
} as const satisfies Readonly<Record<string, 0 | 2 | 3>>;

/** An ISO 4217 code. */
export type Currency = keyof typeof MINOR_DIGITS;

/** In the order in which people are offered them: the marketplace's own first, then by the alphabet. */
export const CURRENCIES = Object.keys(MINOR_DIGITS) as readonly Currency[];

/** Ten trillion kopecks: far beyond any deal, and far below where whole numbers stop being exact. */
export const MAX_MINOR = 10_000_000_000_000;

/** The currency of that code, in capitals or not; null: none we settle in. */
export function currencyOf(code: string): Currency | null {
  const capitals = code.trim().toUpperCase();
  return CURRENCIES.find((known) => known === capitals) ?? null;
}

/** How many digits stand behind the point: 2 for roubles, 0 for yen, 3 for dinars. */
export function minorDigits(currency: Currency): 0 | 2 | 3 {
  return MINOR_DIGITS[currency];
}

/** Spaces of every kind, and the apostrophe of Switzerland. */
const GROUPING = /[\s'’_]/gu;

/**
 * What somebody typed, in minor units: «1 250 000,50», «1,250,000.50», «1250000». Null for what is no
 * amount, is finer than the currency, nothing, below nothing or beyond `MAX_MINOR`, and for what may be
 * read in two ways.
 */
export function parseAmount(typed: string, currency: Currency): number | null {
  const digits = MINOR_DIGITS[currency];
  const plain = pointed(typed.replace(GROUPING, ''), digits);
  if (!plain) return null;
  const [whole = '', fraction = ''] = plain.split('.');
  if (whole.length > 15 || fraction.length > digits) return null;
  const minor = Number(whole + fraction.padEnd(digits, '0'));
  return minor > 0 && minor <= MAX_MINOR ? minor : null;
}

/** The same with a point before the fraction and nothing between thousands; null: no such number. */
function pointed(typed: string, digits: number): string | null {
  if (/^\d+$/.test(typed)) return typed;
  const decimal = asDecimal(typed, digits);
  const thousands = /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*$/.test(typed);
  // «1.250» dinars are one and a quarter to one reader and a thousand more to another.
  if (decimal && thousands) return null;
  return decimal ?? (thousands ? typed.replace(/[.,]/g, '') : null);
}

function asDecimal(typed: string, digits: number): string | null {
  const parts = /^(\d+|[1-9]\d{0,2}(?:([.,])\d{3})+)([.,])(\d+)$/.exec(typed);
  if (!parts) return null;
  const [, whole = '', between, point, fraction = ''] = parts;
  if (between === point || fraction.length > digits) return null;
  return `${whole.replace(/[.,]/g, '')}.${fraction}`;
}

/** «1250000.50»: exact, for files and for formatters that take a decimal. */
export function toDecimal(minor: number, currency: Currency): string {
  const digits = MINOR_DIGITS[currency];
  if (digits === 0) return String(minor);
  const padded = String(minor).padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}
