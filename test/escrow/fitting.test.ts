// The largest deals there may be, as a room with two languages reads them.

import { describe, expect, it } from 'vitest';
import { cardIn, LONGEST_TEXT, saidIn } from '../../src/escrow/fitting.ts';
import { createNoticeViews } from '../../src/escrow/notice-views.ts';
import type { StageTerms } from '../../src/escrow/terms.ts';
import { createEscrowViews } from '../../src/escrow/views.ts';
import { createTranslator, LOCALES } from '../../src/platform/i18n.ts';
import { afterwards, dealIn, hoursAfter, NOON, newDeal, presses } from './deals.ts';

const t = createTranslator();
const views = createEscrowViews(t, 'Europe/Moscow');
const notices = createNoticeViews(t, views);
const PAID = [
  ['exporter', 'agree'],
  ['importer', 'agree'],
  ['importer', 'report-payment'],
  ['manager', 'confirm-funding'],
] as const;
/** A family of four, eleven units of text in one sign. */
const FAMILY = '👨‍👩‍👧‍👦';

/** Twelve stages that cost ten trillion together, the last of them by the end of 2027. */
function largest(title: string): readonly StageTerms[] {
  return Array.from({ length: 12 }, (_, index) => ({
    title,
    amount: index === 0 ? 1_200_000_000_000 : 800_000_000_000,
    dueAt: new Date(`2027-12-${index + 10}T20:59:00Z`),
  }));
}

/** Twelve stages are worked on, and twelve others proposed. */
function largestDeal(title: string) {
  const working = afterwards(newDeal(largest(title)), ...PAID);
  const asked = presses(working, 'exporter', { kind: 'ask-change', stages: largest(title) });
  if (asked.status !== 'done') throw new Error(asked.status);
  return asked.escrow;
}

describe('the card of a deal', () => {
  it.each([
    ['words', 'Поставка оборудования и его приёмка на складе. '.repeat(3).slice(0, 120)],
    ['families', FAMILY.repeat(10)],
    ['heaped marks', `e${'\u0301'.repeat(29)}`.repeat(4)],
  ])('with the largest terms, their titles of %s, fits into one message', (_, title) => {
    const escrow = largestDeal(title);
    const { text } = cardIn(views, LOCALES, escrow, hoursAfter(NOON, 500));

    expect(text.length).toBeLessThan(LONGEST_TEXT);
    expect(text.match(/12\. .*…/g)).toHaveLength(4);
    expect(text.match(/до 21\.12\.2027/g)).toHaveLength(2);
  });

  it('says the titles of usual terms in full', () => {
    const { text } = cardIn(views, LOCALES, dealIn('working'), NOON);

    expect(text).toContain('1. Производство — ');
    expect(text).not.toContain('…');
  });
});

describe('the message that proposes terms', () => {
  const facts = {
    escrowId: 7,
    name: 'Анна',
    role: 'exporter',
    personId: 1,
    stage: null,
    amount: null,
  } as const;

  it('says the largest in full, each language by itself, with the buttons under the last', () => {
    const title = 'Поставка оборудования и его приёмка на складе. '.repeat(3).slice(0, 120);
    for (const [deed, escrow] of [
      ['propose', newDeal(largest(title))],
      ['ask-change', largestDeal(title)],
    ] as const) {
      const about = { ...facts, deed, revision: escrow.revision };
      const said = saidIn(LOCALES, (locale) => notices.said(locale, about, escrow));

      expect(said.map(({ text }) => text.split(title).length - 1)).toEqual([12, 12]);
      for (const { text } of said) expect(text.length).toBeLessThan(LONGEST_TEXT);
      expect(said.map(({ keyboard }) => keyboard !== undefined)).toEqual([false, true]);
    }
  });

  it('says usual terms once, in both languages', () => {
    const escrow = newDeal();
    const about = { ...facts, deed: 'propose', revision: escrow.revision } as const;

    expect(saidIn(LOCALES, (locale) => notices.said(locale, about, escrow))).toHaveLength(1);
  });
});
