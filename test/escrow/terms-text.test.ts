import { describe, expect, it } from 'vitest';
import { readTerms } from '../../src/escrow/terms-text.ts';

/** Sunday evening in Moscow. */
const now = new Date('2026-11-22T17:00:00Z');
const words = { roubles: ['руб.', 'руб', 'р.', 'р', '₽'], until: ['до', 'by'] };

function read(text: string, currency: 'RUB' | 'USD' | 'BRL' | null = null) {
  return readTerms(text, { now, timeZone: 'Europe/Moscow', currency, words });
}

/** The last minute of that day in Moscow. */
const endOf = (day: string) => new Date(`${day}T23:59:00+03:00`);

describe('terms in one message', () => {
  it('are a currency and a stage a line', () => {
    const text = 'RUB\nПроизводство — 100 000 — 07.12.2026\n\nПоставка, морем - 200 000,50 руб.';

    expect(read(text)).toEqual({
      currency: 'RUB',
      stages: [
        { title: 'Производство', amount: 10_000_000, dueAt: endOf('2026-12-07') },
        { title: 'Поставка, морем', amount: 20_000_050, dueAt: null },
      ],
    });
  });

  it.each([
    ['Stage one; $1,250.50; 2026-12-07', 125_050, endOf('2026-12-07')],
    ['1. Stage one | 10 USD | by 7/12/2026', 1_000, endOf('2026-12-07')],
    ['2) Stage one – 10$ – до 7.12', 1_000, endOf('2026-12-07')],
    ['Stage one -- 10 -- 01.02', 1_000, endOf('2027-02-01')],
    ['Stage one — 10 — 22.11', 1_000, endOf('2026-11-22')],
    ['Stage one — 10 — 21.11.26', 1_000, endOf('2026-11-21')],
  ])('«%s»', (line, amount, dueAt) => {
    const [stage] = (read(line, 'USD') as { stages: readonly unknown[] }).stages;

    expect(stage).toEqual({ title: 'Stage one', amount, dueAt });
  });

  it('keep the dash inside a word, and the currency that the deal has', () => {
    expect(read('Контейнер 40-футовый — 5', 'BRL')).toEqual({
      currency: 'BRL',
      stages: [{ title: 'Контейнер 40-футовый', amount: 500, dueAt: null }],
    });
    expect(read('rub\nЭтап — 5', 'USD')).toMatchObject({ currency: 'RUB' });
  });

  it.each([
    ['Этап — 5', null, { kind: 'no-currency' }],
    ['', null, { kind: 'no-currency' }],
    ['Этап', 'RUB', { kind: 'line-unclear', line: 'Этап' }],
    ['Этап — 5 — 7.12 — ещё', 'RUB', { kind: 'line-unclear' }],
    ['Этап — много', 'RUB', { kind: 'amount-unclear' }],
    ['Этап — 5 USD', 'RUB', { kind: 'amount-unclear' }],
    ['Этап — 5 руб', 'USD', { kind: 'amount-unclear' }],
    ['Этап — 5 — скоро', 'RUB', { kind: 'date-unclear' }],
    ['Этап — 5 — 31.02', 'RUB', { kind: 'date-unclear' }],
    ['Этап — 5 — 31.02.2027', 'RUB', { kind: 'date-unclear' }],
  ] as const)('«%s» are unclear, and it is said where', (text, currency, problem) => {
    expect(read(text, currency)).toMatchObject(problem);
  });

  it('without a stage are no terms, which the terms themselves say', () => {
    expect(read('RUB')).toEqual({ currency: 'RUB', stages: [] });
  });
});
