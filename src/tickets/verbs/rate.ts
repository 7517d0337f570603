// How well a ticket was solved, in the client's eyes: a number when they have confirmed it, words a little later.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { TicketActor } from '../change.ts';
import type { KeptTicket } from '../repository.ts';
import { carryOut, type TicketVerbDeps } from './deps.ts';

export interface RateCommand {
  readonly ticketId: number;
  /** From 1 to 5, or words to the rating that is there. */
  readonly rating: number | { readonly words: string };
  readonly by: TicketActor;
  readonly cause: Cause;
}

export type RateOutcome =
  | { readonly status: 'gone' }
  | { readonly status: 'done'; readonly ticket: KeptTicket }
  /** It is rated since it was closed. */
  | { readonly status: 'already'; readonly ticket: KeptTicket }
  /** It is not closed (any more), or there is no rating to have words. */
  | { readonly status: 'no-longer'; readonly ticket: KeptTicket };

export function createRating(deps: TicketVerbDeps) {
  const { tickets, clock } = deps;

  /** In the caller's transaction, which has settled its cause. A ticket that was returned is rated anew. */
  async function rateIn(tx: Tx, command: RateCommand): Promise<RateOutcome> {
    const { ticketId, rating, by, cause } = command;
    const before = await tickets.lock(tx, ticketId);
    if (!before) return { status: 'gone' };
    const { endedAt, ratedAt, status } = before;
    const isRated = ratedAt !== null && endedAt !== null && ratedAt >= endedAt;
    if (status !== 'closed') return { status: 'no-longer', ticket: before };
    if (typeof rating === 'number') {
      if (isRated) return { status: 'already', ticket: before };
      return await save({ rating, ratedAt: clock.now(), ratingWords: null });
    }
    if (!isRated) return { status: 'no-longer', ticket: before };
    return await save({ ratingWords: rating.words });

    async function save(facts: Partial<KeptTicket>): Promise<RateOutcome> {
      const after = { ...(before as KeptTicket), ...facts };
      const change = { before, after, deed: 'rate', by, reason: null } as const;
      return { status: 'done', ticket: await carryOut(deps, tx, change, cause) };
    }
  }

  return { rateIn };
}
