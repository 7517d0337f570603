// What an employee reads who has asked for leads.

import type { Clock } from '../../platform/clock.ts';
import type { Locale } from '../../platform/i18n.ts';
import type { MessagePort } from '../../platform/outbox/index.ts';
import { type View, wordsPort } from '../../platform/outbox/words.ts';
import type { LoadFacts } from '../facts.ts';
import type { LeadLists } from '../lead-list.ts';
import { ALL_LEADS } from '../lead-query.ts';
import type { LeadListViews } from '../list-views.ts';

export interface LeadListOutgoingDeps {
  readonly lists: LeadLists;
  readonly listViews: LeadListViews;
  readonly load: LoadFacts;
  readonly clock: Clock;
}

/** Postgres' integers end there. */
const LARGEST_NUMBER = 2 ** 31 - 1;

export function createLeadListOutgoing(deps: LeadListOutgoingDeps): Record<string, MessagePort> {
  const { lists, listViews, load, clock } = deps;

  async function found(locale: Locale, words: string): Promise<View> {
    const now = clock.now();
    if (words === '') return listViews.page(locale, await lists.page(ALL_LEADS), now);
    const number = Number(/^№?\s*(\d{1,10})$/.exec(words)?.[1] ?? 0);
    const facts =
      number > 0 && number <= LARGEST_NUMBER ? (await load([number])).get(number) : undefined;
    if (facts) return listViews.one(locale, facts, ALL_LEADS, now);
    const exporters = await lists.exporters(words);
    const [only] = exporters.length === 1 ? exporters : [];
    if (!only) return listViews.exporters(locale, ALL_LEADS, exporters);
    return listViews.page(locale, await lists.page({ ...ALL_LEADS, companyId: only.id }), now);
  }

  return {
    'leads-list': wordsPort<{ readonly words: string }>((locale, { words }) =>
      found(locale, words),
    ),
  };
}
