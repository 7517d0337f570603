// A lead with all that is told of it, read when it is told.

import type { Person } from '../people/person.ts';
import type { Database } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import type { Rooms } from '../rooms/index.ts';
import type { RoomMember } from '../rooms/room.ts';
import type { Lead } from './lead.ts';
import type { EarlierLead, LeadRepository } from './lead-repository.ts';
import { type Product, type Storefront, segmentOf } from './product.ts';
import type { ProductRepository } from './product-repository.ts';
import type { Seller, SellerRepository } from './seller-repository.ts';
import type { VerbDeps } from './verbs/deps.ts';

export interface LeadFacts {
  readonly lead: Lead;
  readonly product: Product;
  readonly seller: Seller;
  /** The word in the product's address, and what it means; null: there is none, or it is unknown. */
  readonly segment: string | null;
  readonly storefront: Storefront | null;
  readonly importer: Person | null;
  readonly stage: Readonly<Record<Locale, string>>;
  /** Who is in its room. */
  readonly inside: readonly RoomMember[];
  /** What the importer has asked about before, of any exporter; the newest first. */
  readonly earlier: readonly EarlierLead[];
}

export interface FactsDeps {
  readonly database: Database;
  readonly leads: LeadRepository;
  readonly products: ProductRepository;
  readonly sellers: SellerRepository;
  readonly people: Pick<VerbDeps['people'], 'find'>;
  readonly rooms: Pick<Rooms['service'], 'members'>;
}

/** Earlier requests that are told. */
const EARLIER = 3;

export type LoadFacts = (leadIds: readonly number[]) => Promise<ReadonlyMap<number, LeadFacts>>;

/** Of leads that are not there any more there is nothing. */
export function createFacts(deps: FactsDeps): LoadFacts {
  const { prisma } = deps.database;

  return async (leadIds) => {
    const found = await deps.leads.find(prisma, [...new Set(leadIds)]);
    if (found.length === 0) return new Map();
    const around = await lookAround(deps, found);
    const all = found.map((lead) => together(lead, around));
    return new Map(all.flatMap((facts) => (facts ? [[facts.lead.id, facts] as const] : [])));
  };
}

type Around = Awaited<ReturnType<typeof lookAround>>;

/** What these leads are about, each table asked once. */
async function lookAround(deps: FactsDeps, found: readonly Lead[]) {
  const { leads, products, sellers, people, rooms } = deps;
  const { prisma } = deps.database;
  const of = (pick: (lead: Lead) => number | null) => found.flatMap((lead) => pick(lead) ?? []);
  const goods = await products.find(
    prisma,
    of(({ productId }) => productId),
  );
  const segments = goods.flatMap(({ url }) => segmentOf(url) ?? []);
  return {
    goods,
    exporters: await sellers.find(
      prisma,
      of(({ companyId }) => companyId),
    ),
    importers: await people.find(
      prisma,
      of(({ personId }) => personId),
    ),
    members: await rooms.members(
      prisma,
      of(({ roomId }) => roomId),
    ),
    stages: await sellers.stages(prisma),
    storefronts: await products.storefronts(prisma, segments),
    earlier: await leads.earlier(
      prisma,
      of(({ id }) => id),
      EARLIER,
    ),
  };
}

function together(
  lead: Lead,
  { goods, exporters, importers, members, stages, storefronts, earlier }: Around,
): LeadFacts | null {
  const product = goods.find(({ id }) => id === lead.productId);
  const seller = exporters.find(({ id }) => id === lead.companyId);
  const stage = stages.find(({ key }) => key === lead.stageKey);
  if (!product || !seller || !stage) return null;
  const segment = segmentOf(product.url);
  return {
    ...{ lead, product, seller, segment },
    storefront: storefronts.get(segment ?? '') ?? null,
    importer: importers.find(({ id }) => id === lead.personId) ?? null,
    stage: stage.names,
    inside: members.filter(({ roomId }) => roomId === lead.roomId),
    earlier: earlier.filter(({ ofLeadId }) => ofLeadId === lead.id),
  };
}
