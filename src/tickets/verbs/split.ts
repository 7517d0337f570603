// Something else was asked among a ticket's messages: it becomes a ticket of its own, and each tells of the other.
// Rights are judged by whoever calls.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { TicketActor } from '../change.ts';
import type { KeptTicket, NewTicket } from '../repository.ts';
import { ticketNumber } from '../ticket.ts';
import { carryOut, type TicketVerbDeps } from './deps.ts';
import type { createOpening } from './open.ts';

export interface SplitCommand {
  readonly ticketId: number;
  /** What the new one is about. */
  readonly about: Pick<
    NewTicket,
    'authorId' | 'typeId' | 'urgency' | 'summary' | 'description' | 'source'
  >;
  readonly by: TicketActor;
  readonly cause: Cause;
}

export type SplitOutcome =
  | { readonly status: 'gone' }
  /** `ticket` is the one it was split from, `opened` the new one. */
  | { readonly status: 'done'; readonly ticket: KeptTicket; readonly opened: KeptTicket }
  | { readonly status: 'merged'; readonly ticket: KeptTicket; readonly intoId: number }
  /** That message is a ticket already, or we do not serve the company any more. */
  | { readonly status: 'taken' | 'unknown'; readonly ticket: KeptTicket };

export type SplittingDeps = TicketVerbDeps & Pick<ReturnType<typeof createOpening>, 'openIn'>;

export function createSplitting(deps: SplittingDeps) {
  const { tickets, clock, openIn } = deps;

  /** In the caller's transaction, which has settled its cause; also of what is over. */
  async function splitIn(tx: Tx, command: SplitCommand): Promise<SplitOutcome> {
    const { ticketId, about, by, cause } = command;
    const from = await tickets.lock(tx, ticketId);
    if (!from) return { status: 'gone' };
    if (from.mergedIntoId !== null)
      return { status: 'merged', ticket: from, intoId: from.mergedIntoId };
    const facts = { companyId: from.companyId, origin: 'reply', responsibleId: null } as const;
    const ticket = { ...about, ...facts, splitFromId: from.id };
    const outcome = await openIn(tx, { ticket, by, cause });
    if (outcome.status !== 'opened') {
      const status = outcome.status === 'known' ? 'taken' : 'unknown';
      return { status, ticket: from };
    }
    await tickets.link(tx, from.id, outcome.ticket.id, clock.now());
    const reason = ticketNumber(outcome.ticket.id);
    const change = { before: from, after: from, deed: 'split', by, reason } as const;
    const after = await carryOut(deps, tx, change, cause);
    return { status: 'done', ticket: after, opened: outcome.ticket };
  }

  return { splitIn };
}
