// Reactions by which employees do something to tickets: 👀 takes, 👌 marks as done. Pure.

import type { TicketStatus } from '../ticket.ts';

export const TAKE = '👀';
export const DONE = '👌';
export const SIGNS = [TAKE, DONE] as const;
export type Sign = (typeof SIGNS)[number];

/** What a reaction has done. */
export type SignDeed = 'open' | 'take' | 'done';

export interface SignChange {
  readonly sign: Sign;
  /** Put there, or taken away. */
  readonly isPut: boolean;
}

/** So long it is undone by taking it away. */
export const UNDONE_WITHIN_MS = 60_000;

/** What has changed among somebody's reactions on a message that means something to tickets. */
export function signChanges(
  before: readonly string[],
  after: readonly string[],
): readonly SignChange[] {
  return SIGNS.filter((sign) => before.includes(sign) !== after.includes(sign)).map((sign) => ({
    sign,
    isPut: after.includes(sign),
  }));
}

/** A reaction's deed as it is kept, to be undone. */
export interface KeptSign {
  readonly ticketId: number;
  readonly deed: SignDeed;
  readonly statusBefore: TicketStatus;
  readonly responsibleBefore: number | null;
  /** The ticket's own, right after it. */
  readonly revision: number;
  readonly reactedAt: Date;
  readonly undoneAt: Date | null;
}
