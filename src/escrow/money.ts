// Amounts as people read them: «100 000,00 ₽», "RUB 100,000.00". Exact to the last kopeck.

import type { Locale } from '../platform/i18n.ts';
import { type Currency, minorDigits, toDecimal } from './currency.ts';

const TAGS: { readonly [locale in Locale]: string } = { ru: 'ru-RU', en: 'en-GB' };

/** Making a formatter costs some 50 µs. */
const formatters = new Map<string, Intl.NumberFormat>();

/** `minor` in the currency's smallest units. */
export function formatMoney(locale: Locale, minor: number, currency: Currency): string {
  const key = `${locale} ${currency}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    const digits = minorDigits(currency);
    formatter = new Intl.NumberFormat(TAGS[locale], {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formatters.set(key, formatter);
  }
  // A decimal in words keeps what a floating number would round.
  return formatter.format(toDecimal(minor, currency) as Intl.StringNumericLiteral);
}
