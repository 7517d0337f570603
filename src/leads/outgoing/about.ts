// What is told about a lead is read when it is told, for many at once.

import { createBatcher } from '../../platform/batcher.ts';
import type { Locale } from '../../platform/i18n.ts';
import type { View } from '../../platform/outbox/words.ts';
import type { LeadFacts, LoadFacts } from '../facts.ts';

/** The facts of a message about a lead. */
export interface About {
  readonly leadId: number;
  readonly entryId?: number;
}

export type AboutLead = <Facts extends About>(
  view: (locale: Locale, lead: LeadFacts, facts: Facts) => View | Promise<View>,
) => (locale: Locale, facts: Facts) => Promise<View>;

export type FindLead = (leadId: number) => Promise<LeadFacts>;

/** Leads are never deleted: one that is not there is a mistake. */
export function createFindLead(load: LoadFacts): FindLead {
  const one = createBatcher<number, LeadFacts | null>({
    most: 100,
    sideBySide: 2,
    run: async (ids) => {
      const found = await load(ids);
      return ids.map((id) => found.get(id) ?? null);
    },
  });
  return async (leadId) => {
    const lead = await one(leadId);
    if (!lead) throw new Error(`there is no lead ${leadId}`);
    return lead;
  };
}

/** The wording of a message about a lead, made of the lead as it is then. */
export function aboutLeads(findLead: FindLead): AboutLead {
  return (view) => async (locale, facts) => view(locale, await findLead(facts.leadId), facts);
}
