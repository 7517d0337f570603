// A page of leads as it is now, with what is needed to show it.

import type { Database } from '../platform/database/index.ts';
import type { LeadFacts, LoadFacts } from './facts.ts';
import type {
  Choice,
  LeadListRepository,
  ListedLead,
  StorefrontChoice,
} from './lead-list-repository.ts';
import { LEADS_ON_PAGE, type LeadQuery } from './lead-query.ts';
import type { SellerRepository } from './seller-repository.ts';

/** More exporters are found by words. */
const EXPORTERS_OFFERED = 12;

export interface LeadPage {
  readonly query: LeadQuery;
  readonly total: number;
  readonly leads: readonly (ListedLead & { readonly facts: LeadFacts })[];
  /** What the list is narrowed to; null: to nothing. */
  readonly exporter: string | null;
  readonly storefront: StorefrontChoice | null;
}

export interface LeadListsDeps {
  readonly database: Database;
  readonly lists: LeadListRepository;
  readonly sellers: SellerRepository;
  readonly load: LoadFacts;
}

export type LeadLists = ReturnType<typeof createLeadLists>;

export function createLeadLists({ database: { prisma }, lists, sellers, load }: LeadListsDeps) {
  /** A page that is not there any more is the last one. */
  async function page(asked: LeadQuery): Promise<LeadPage> {
    const total = await lists.count(prisma, asked);
    const last = Math.max(1, Math.ceil(total / LEADS_ON_PAGE));
    const query = { ...asked, page: Math.min(asked.page, last) };
    const listed = await lists.list(prisma, query, LEADS_ON_PAGE);
    const facts = await load(listed.map(({ id }) => id));
    const [seller] = query.companyId === null ? [] : await sellers.find(prisma, [query.companyId]);
    return {
      ...{ query, total },
      leads: listed.flatMap((one) => {
        const about = facts.get(one.id);
        return about ? [{ ...one, facts: about }] : [];
      }),
      exporter: seller?.name ?? null,
      storefront: (await storefronts()).find(({ number }) => number === query.storefront) ?? null,
    };
  }

  /** `words`: a part of the name; empty: whose leads need somebody most. */
  const exporters = (words = ''): Promise<readonly Choice[]> =>
    lists.exporters(prisma, words, EXPORTERS_OFFERED);

  const storefronts = (): Promise<readonly StorefrontChoice[]> => lists.storefronts(prisma);

  return { page, exporters, storefronts };
}
