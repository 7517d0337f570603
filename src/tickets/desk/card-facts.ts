// What the staff card of a ticket is drawn from.

import type { Locale } from '../../platform/i18n.ts';
import type { KeptClock } from '../../sla/index.ts';
import type { KeptTicket } from '../repository.ts';
import type { TicketStatus } from '../ticket.ts';

/** Somebody or something with a number. */
export interface Named {
  readonly id: number;
  readonly name: string;
}

export interface TicketCheck {
  readonly id: number;
  readonly text: string;
  readonly done: boolean;
}

/** Another ticket, with the way to its thread. */
export interface OtherTicket {
  readonly id: number;
  readonly summary: string;
  readonly status: TicketStatus;
  readonly url: string | null;
}

/** A step that is told. */
export interface TicketStep {
  readonly type: string;
  readonly at: Date;
  /** Whoever did it; null: it happened by itself. */
  readonly by: string | null;
  readonly reason: string | null;
}

export interface TicketFacts {
  readonly ticket: KeptTicket;
  readonly company: Named;
  readonly author: string | null;
  readonly type: Readonly<Record<Locale, string>>;
  readonly responsible: Named | null;
  readonly checks: readonly TicketCheck[];
  readonly links: readonly OtherTicket[];
  readonly mergedInto: OtherTicket | null;
  readonly splitFrom: OtherTicket | null;
  /** The last, oldest first. */
  readonly steps: readonly TicketStep[];
  readonly clocks: readonly KeptClock[];
}

/** Messages of ours in one chat. */
export interface Said {
  readonly chatId: number;
  readonly messageIds: readonly number[];
}
