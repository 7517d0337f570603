// What the two sides agree on: stages in their order, each with what is done, for how much, by when.
// Whoever types them may be wrong in many ways; each way has a name, so that it can be said in words.

import { type Currency, MAX_MINOR } from './currency.ts';

export interface StageTerms {
  readonly title: string;
  /** In minor units of the currency, more than nothing. */
  readonly amount: number;
  /** By when it is to be done; null: no date was agreed. */
  readonly dueAt: Date | null;
}

export interface Terms {
  readonly currency: Currency;
  readonly stages: readonly StageTerms[];
}

export const MAX_STAGES = 12;
export const MAX_TITLE_LENGTH = 120;

export type TermsProblem =
  | { readonly kind: 'no-stages' }
  | { readonly kind: 'too-many-stages'; readonly most: number }
  /** Stages are counted from 1, as people do. */
  | { readonly kind: 'title-missing'; readonly stage: number }
  | { readonly kind: 'title-too-long'; readonly stage: number; readonly most: number }
  | { readonly kind: 'amount-wrong'; readonly stage: number }
  | { readonly kind: 'sum-too-large'; readonly most: number }
  | { readonly kind: 'due-past'; readonly stage: number }
  /** Due before the stage that has to be done first. */
  | { readonly kind: 'due-out-of-order'; readonly stage: number };

/** The first thing that is wrong with these stages at `now`; null: nothing is. `most`: how many may be. */
export function problemOf(
  stages: readonly StageTerms[],
  now: Date,
  most = MAX_STAGES,
): TermsProblem | null {
  if (stages.length === 0) return { kind: 'no-stages' };
  if (stages.length > most) return { kind: 'too-many-stages', most };
  for (const [index, stage] of stages.entries()) {
    const problem = problemOfStage(stage, index + 1, now);
    if (problem) return problem;
  }
  if (sumOf(stages) > MAX_MINOR) return { kind: 'sum-too-large', most: MAX_MINOR };
  return problemOfOrder(stages);
}

function problemOfStage(terms: StageTerms, stage: number, now: Date): TermsProblem | null {
  const { title, amount, dueAt } = terms;
  if (title.trim() === '') return { kind: 'title-missing', stage };
  if (title.length > MAX_TITLE_LENGTH) {
    return { kind: 'title-too-long', stage, most: MAX_TITLE_LENGTH };
  }
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > MAX_MINOR) {
    return { kind: 'amount-wrong', stage };
  }
  return dueAt && dueAt <= now ? { kind: 'due-past', stage } : null;
}

function problemOfOrder(stages: readonly StageTerms[]): TermsProblem | null {
  let latest: Date | null = null;
  for (const [index, { dueAt }] of stages.entries()) {
    if (!dueAt) continue;
    if (latest && dueAt < latest) return { kind: 'due-out-of-order', stage: index + 1 };
    latest = dueAt;
  }
  return null;
}

/** What stages cost together, in minor units. */
export function sumOf(stages: readonly Pick<StageTerms, 'amount'>[]): number {
  return stages.reduce((sum, { amount }) => sum + amount, 0);
}
