// What another system may want of a ticket, and which of the employees' actions brings it about. Pure.

import type { NewComment } from '../comment.ts';
import {
  move,
  type StaffAction,
  staffActionsOf,
  type Ticket,
  type TicketStatus,
} from '../ticket.ts';

/** What is left out stays as it is. */
export interface Wishes {
  readonly status?: TicketStatus | undefined;
  /** Null: nobody. */
  readonly responsibleId?: number | null | undefined;
  readonly urgency?: Ticket['urgency'] | undefined;
  /** Its code. */
  readonly type?: string | undefined;
  /** Null: the other system knows it no more. */
  readonly externalId?: string | null | undefined;
  readonly reason?: string | undefined;
  readonly comment?: NewComment | undefined;
}

/** Where the ticket may go from here, and by which action; where two lead there, the one that is most exact. */
export function waysFrom(ticket: Ticket, now: Date): ReadonlyMap<TicketStatus, StaffAction> {
  const ways = new Map<TicketStatus, StaffAction>();
  for (const action of staffActionsOf(ticket)) {
    const moved = move(ticket, { action, staffId: null, now });
    if (moved.status === 'done') ways.set(moved.ticket.status, action);
  }
  return ways;
}
