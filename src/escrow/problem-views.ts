// What is wrong with terms, and what to write instead.

import type { Locale, Translate } from '../platform/i18n.ts';
import type { Currency } from './currency.ts';
import { formatMoney } from './money.ts';
import type { SumDiffers } from './rules.ts';
import type { TermsProblem } from './terms.ts';
import type { TextProblem } from './terms-text.ts';

/** Telegram shows a long message; an error need not repeat a long line. */
const LONGEST_LINE = 60;

export function termsProblem(
  t: Translate,
  locale: Locale,
  problem: TermsProblem | SumDiffers | TextProblem,
  currency: Currency | null,
): string {
  const { kind } = problem;
  if (kind === 'sum-differs') {
    const money = (minor: number) => formatMoney(locale, minor, currency ?? 'RUB');
    const { expected, actual } = problem;
    return t(locale, 'escrow-problem-sum-differs', {
      expected: money(expected),
      actual: money(actual),
    });
  }
  return t(locale, `escrow-problem-${kind}`, {
    line: 'line' in problem ? shortened(problem.line) : '',
    stage: 'stage' in problem ? problem.stage : 0,
    most: 'most' in problem ? problem.most : 0,
  });
}

function shortened(line: string): string {
  const signs = [...line];
  return signs.length > LONGEST_LINE ? `${signs.slice(0, LONGEST_LINE - 1).join('')}…` : line;
}
