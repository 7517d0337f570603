import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CURRENCIES,
  type Currency,
  currencyOf,
  MAX_MINOR,
  minorDigits,
  parseAmount,
  toDecimal,
} from '../../src/escrow/currency.ts';

describe('an amount that was typed', () => {
  it.each<[string, Currency, number]>([
    ['1250000', 'RUB', 125_000_000],
    ['1 250 000', 'RUB', 125_000_000],
    ['1\u00a0250\u202f000,50', 'RUB', 125_000_050],
    ['1,250,000.50', 'USD', 125_000_050],
    ['1.250.000,5', 'EUR', 125_000_050],
    ["1'250'000", 'CHF', 125_000_000],
    ['1.250', 'RUB', 125_000],
    ['0,01', 'RUB', 1],
    ['12.5', 'USD', 1_250],
    ['5000', 'JPY', 5_000],
    ['5,000', 'JPY', 5_000],
    ['1.2', 'KWD', 1_200],
    ['1,250.125', 'KWD', 1_250_125],
    ['1,250,000', 'KWD', 1_250_000_000],
    ['0.250', 'KWD', 250],
    ['1250.125', 'KWD', 1_250_125],
    ['100000000000', 'RUB', MAX_MINOR],
  ])('«%s» in %s is %d of its smallest units', (typed, currency, minor) => {
    expect(parseAmount(typed, currency)).toBe(minor);
  });

  it.each<[string, Currency]>([
    ['', 'RUB'],
    ['0', 'RUB'],
    ['-5', 'RUB'],
    ['сто', 'RUB'],
    ['1e6', 'RUB'],
    ['12,345,6', 'RUB'],
    ['1.2345', 'RUB'],
    ['1,25,000', 'RUB'],
    ['1.250,000', 'RUB'],
    ['10.5', 'JPY'],
    ['1.250', 'KWD'],
    ['100000000000.01', 'RUB'],
    ['99999999999999999999', 'RUB'],
    ['100 $', 'USD'],
  ])('«%s» in %s is none, or may be read in two ways', (typed, currency) => {
    expect(parseAmount(typed, currency)).toBeNull();
  });

  it('is read back exactly as it was written', () => {
    const amounts = fc.integer({ min: 1, max: MAX_MINOR });
    fc.assert(
      fc.property(amounts, fc.constantFrom(...CURRENCIES), (minor, currency) => {
        const written = toDecimal(minor, currency);
        const isAmbiguous = /^[1-9]\d{0,2}\.\d{3}$/.test(written);
        expect(parseAmount(written, currency)).toBe(isAmbiguous ? null : minor);
      }),
    );
  });
});

describe('a currency', () => {
  it('is known by its code, however it is typed', () => {
    expect(currencyOf(' rub ')).toBe('RUB');
    expect(currencyOf('XYZ')).toBeNull();
    expect(currencyOf('toString')).toBeNull();
  });

  it('has as many digits as ISO 4217 says', () => {
    expect(['RUB', 'BRL', 'JPY', 'KWD'].map((code) => minorDigits(code as Currency))).toEqual([
      2, 2, 0, 3,
    ]);
  });

  it('is written exactly, also below one', () => {
    expect([toDecimal(5, 'RUB'), toDecimal(125_000_050, 'RUB'), toDecimal(7, 'KWD')]).toEqual([
      '0.05',
      '1250000.50',
      '0.007',
    ]);
    expect(toDecimal(5_000, 'JPY')).toBe('5000');
  });
});
