// Which leads an employee looks for, as it stands in a button. Pure.

import type { ButtonTarget } from '../platform/telegram/callback-data.ts';

/**
 * `now`: all that are not over; `waiting`: for an exporter who is not here; `closed`: the stage is the last
 * one, or the room was closed.
 */
export const LEAD_LISTS = ['now', 'waiting', 'unanswered', 'answered', 'closed'] as const;
export type LeadList = (typeof LEAD_LISTS)[number];

export interface LeadQuery {
  readonly list: LeadList;
  /** Null: of all exporters. */
  readonly companyId: number | null;
  /** The number of a storefront; null: of all. */
  readonly storefront: number | null;
  /** From 1. */
  readonly page: number;
}

export const ALL_LEADS: LeadQuery = { list: 'now', companyId: null, storefront: null, page: 1 };

export const LEADS_ON_PAGE = 6;
/** More are not counted. */
export const MOST_COUNTED = 1_000;

const STOREFRONTS = 2 ** 10;
const PAGES = 2 ** 12;

/** Everything but the list, in one number: with ids below 2^31 it is a safe integer. */
export function packed({ companyId, storefront, page }: Omit<LeadQuery, 'list'>): number {
  const where = (companyId ?? 0) * STOREFRONTS + Math.min(storefront ?? 0, STOREFRONTS - 1);
  return where * PAGES + Math.min(Math.max(page, 1), PAGES - 1);
}

/** What a button says; it comes from people, and proves nothing. */
export function unpacked({
  revision,
  choice: list,
}: Pick<ButtonTarget, 'revision'> & { readonly choice: LeadList }): LeadQuery {
  const where = Math.floor(revision / PAGES);
  const companyId = Math.floor(where / STOREFRONTS);
  return {
    list,
    companyId: companyId > 0 && companyId < 2 ** 31 ? companyId : null,
    storefront: where % STOREFRONTS || null,
    page: Math.max(1, revision % PAGES),
  };
}
