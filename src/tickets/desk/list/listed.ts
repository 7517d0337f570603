// A ticket in a list, and how many a page has.

import type { TicketStatus, Urgency } from '../../ticket.ts';

export const PAGE_SIZE = 8;
/** More are «more than so many». */
export const MOST_COUNTED = 500;

export interface ListedTicket {
  readonly id: number;
  readonly summary: string;
  readonly status: TicketStatus;
  readonly urgency: Urgency;
  readonly company: string;
  readonly responsible: string | null;
  /** The next deadline; null: none runs. */
  readonly dueAt: Date | null;
  readonly openedAt: Date;
  /** The way to its thread; null: it has none yet. */
  readonly url: string | null;
}
