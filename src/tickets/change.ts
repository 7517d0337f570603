// A change of a ticket, as everybody hears of it who must do something in the same transaction: its clocks, its
// cards, the thread on the desk, other systems.

import type { Cause } from '../platform/cause.ts';
import type { Tx } from '../platform/database/index.ts';
import type { KeptTicket } from './repository.ts';
import type { TicketAction } from './ticket.ts';

/** Who did it. */
export interface TicketActor {
  readonly kind: 'staff' | 'person' | 'system';
  /** The number of the employee or person; null for the system. */
  readonly id: number | null;
}

export const NOBODY: TicketActor = { kind: 'system', id: null };

/** What happened, beside the moves of the status. */
export type TicketDeed =
  | TicketAction
  | 'open'
  | 'assign'
  /** Nobody answers for it any more. */
  | 'release'
  | 'change-type'
  | 'change-urgency'
  /** Its number in another system. */
  | 'external-id'
  | 'merge'
  /** What was done by a slip. */
  | 'undo'
  | 'rate'
  | 'partner'
  | 'link'
  /** Another ticket was made of some of its words. */
  | 'split'
  /** Its checklist. */
  | 'check'
  | 'check-add'
  | 'check-remove'
  /** The company's own system of record says something to the client, or to employees alone. */
  | 'comment'
  | 'comment-inside';

export interface TicketChange {
  /** Null: it has just been opened. */
  readonly before: KeptTicket | null;
  readonly after: KeptTicket;
  readonly deed: TicketDeed;
  readonly by: TicketActor;
  /** Why, in words; for changes that want a reason. */
  readonly reason: string | null;
  /** Until then it may be undone, and nobody is called. */
  readonly undoableUntil?: Date;
}

/** Takes part in the transaction of the change. */
export type TicketListener = (tx: Tx, change: TicketChange, cause: Cause) => Promise<void>;
