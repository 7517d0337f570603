// Terms asked for in two questions: the currency, and the stages in one message. The form holds the only copy
// of nothing: it ends with one proposal, which the service judges again.

import { z } from 'zod';
import type { BotContext } from '../context.ts';
import type { Clock } from '../platform/clock.ts';
import type { FormDefinition } from '../platform/forms/definition.ts';
import type { Talk, Words } from '../platform/forms/index.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { CURRENCIES, type Currency, currencyOf } from './currency.ts';
import { formatMoney } from './money.ts';
import { proposedWords } from './outcome-views.ts';
import { termsProblem } from './problem-views.ts';
import { changeable } from './rules.ts';
import type { EscrowService } from './service.ts';
import { problemOf, sumOf } from './terms.ts';
import { type Reading, readTerms } from './terms-text.ts';

export interface TermsFormDeps {
  readonly service: Pick<EscrowService, 'propose' | 'standing'>;
  readonly clock: Clock;
  readonly termWords: Reading['words'];
  readonly t: Translate;
}

const Args = z.object({ roomId: z.int() });
type Args = z.infer<typeof Args>;

/** Those that are offered; any other is typed. */
const OFFERED = CURRENCIES.slice(0, 8);
const OTHER = 'other';

/** Twelve stages with long names. */
const LONGEST = 2_500;

/** What a form needs to know of the deal, as plain JSON. */
interface Known {
  readonly locale: Locale;
  readonly now: string;
  /** Where a day ends that terms name. */
  readonly timeZone: string;
  readonly currency: Currency | null;
  /** What new stages must cost, in minor units; null: whatever the sides agree on. */
  readonly held: number | null;
}

export function createTermsForm(deps: TermsFormDeps): FormDefinition<BotContext, Args> {
  const { service, clock, termWords, t } = deps;

  async function run(talk: Talk<BotContext>, { roomId }: Args): Promise<void> {
    const known = await talk.look((ctx) => look(ctx, roomId));
    const currency = known.held === null ? await askCurrency(talk) : known.currency;
    if (known.held !== null && currency) {
      const amount = formatMoney(known.locale, known.held, currency);
      await talk.tell({ key: 'escrow-asked-change-note', args: { amount } });
    }
    const text = await talk.line({
      prompt: 'escrow-ask-stages',
      lines: true,
      max: LONGEST,
      check: (typed) => wrongWith(typed, currency, known),
    });
    const said = await talk.finish(async (ctx, cause) => {
      const presser = { userId: ctx.from?.id ?? 0, staff: ctx.staff };
      const outcome = await service.propose({ cause, roomId, text, currency, presser });
      return proposedWords(t, ctx.locale, outcome);
    });
    if (said) await talk.tell({ text: said });
  }

  async function look(ctx: BotContext, roomId: number): Promise<Known> {
    const presser = { userId: ctx.from?.id ?? 0, staff: ctx.staff };
    const { open, timeZone } = await service.standing(roomId, presser);
    const held = open?.fundedAt ? sumOf(changeable(open)) : null;
    const now = clock.now().toISOString();
    return { locale: ctx.locale, now, timeZone, currency: open?.currency ?? null, held };
  }

  async function askCurrency(talk: Talk<BotContext>): Promise<Currency> {
    const options = [
      ...OFFERED.map((code) => ({ id: code, label: { text: code } })),
      { id: OTHER, label: 'escrow-other-currency' },
    ];
    const chosen = await talk.choice({ prompt: 'escrow-ask-currency', columns: 4, options });
    if (chosen !== OTHER) return currencyOf(chosen) ?? 'RUB';
    const typed = await talk.line({
      prompt: 'escrow-ask-code',
      check: (code) => (currencyOf(code) ? null : 'escrow-no-currency-so'),
    });
    return currencyOf(typed) ?? 'RUB';
  }

  /** What is wrong with these terms, told before anything is made of them. */
  function wrongWith(typed: string, currency: Currency | null, known: Known): Words | null {
    const now = new Date(known.now);
    const { timeZone } = known;
    const terms = readTerms(typed, { now, timeZone, currency, words: termWords });
    if ('kind' in terms) return { text: termsProblem(t, known.locale, terms, currency) };
    const problem = problemOf(terms.stages, now) ?? sumProblem(sumOf(terms.stages), known.held);
    return problem && { text: termsProblem(t, known.locale, problem, currency) };
  }

  return { name: 'escrow-terms', version: 2, args: Args, run };
}

function sumProblem(actual: number, expected: number | null) {
  if (expected === null || expected === actual) return null;
  return { kind: 'sum-differs', expected, actual } as const;
}
