// Those by whom a report can be narrowed, with their names.

import type { TicketType } from '../../tickets/company.ts';

export interface Named {
  readonly id: number;
  readonly name: string;
}

export interface Known {
  /** Client companies, those we serve no more as well. */
  readonly companies: readonly (Named & { readonly served: boolean; readonly weekly: boolean })[];
  readonly types: readonly TicketType[];
  /** Those who left as well. */
  readonly staff: readonly (Named & {
    readonly works: boolean;
    /** They want the weekly report, if it is for them. */
    readonly weekly: boolean;
  })[];
  readonly plans: readonly Named[];
}
