// A ticket as other systems read it: in webhooks and in the API, the same. Names in it are facts for people;
// numbers are what to keep. Pure.

import { pairBoundary } from '../../platform/telegram/plain-text.ts';
import type { KeptTicket } from '../repository.ts';
import { ticketNumber } from '../ticket.ts';

/** What the ticket's own row does not tell. */
export interface TicketFacts {
  readonly company: string;
  readonly type: string;
  readonly responsible: string | null;
  readonly author: string | null;
  /** Open promises; a clock that stands still has no deadline. */
  readonly deadlines: Readonly<Record<'response' | 'next_response' | 'resolution', Date | null>>;
}

export type TicketState = ReturnType<typeof stateOf>;

/** Signs of texts that people write; a request of ours stays far below 256 KiB with them. */
const MOST_DESCRIPTION = 20_000;
const MOST_WORDS = 2_000;

export function stateOf(ticket: KeptTicket, facts: TicketFacts) {
  const { responsibleId, authorId, mergedIntoId } = ticket;
  const { deadlines } = facts;
  return {
    number: ticketNumber(ticket.id),
    external_id: ticket.externalId,
    company: { id: ticket.companyId, name: facts.company },
    type: facts.type,
    urgency: ticket.urgency,
    status: ticket.status,
    responsible: responsibleId === null ? null : { id: responsibleId, name: facts.responsible },
    author: authorId === null ? null : { id: authorId, name: facts.author },
    summary: ticket.summary,
    description: beginning(ticket.description, MOST_DESCRIPTION),
    origin: ticket.origin,
    opened_at: ticket.openedAt.toISOString(),
    responded_at: moment(ticket.respondedAt),
    done_at: moment(ticket.doneAt),
    ended_at: moment(ticket.endedAt),
    changed_at: ticket.changedAt.toISOString(),
    deadlines: {
      response: moment(deadlines.response),
      next_response: moment(deadlines.next_response),
      resolution: moment(deadlines.resolution),
    },
    reopened_count: ticket.reopenedCount,
    rating: ticket.rating,
    rating_words: ticket.ratingWords && beginning(ticket.ratingWords, MOST_WORDS),
    merged_into: mergedIntoId === null ? null : ticketNumber(mergedIntoId),
  };
}

/** UTC, as 2026-11-23T09:00:00.000Z. */
function moment(at: Date | null): string | null {
  return at ? at.toISOString() : null;
}

/** At most so many UTF-16 units, and no half of a sign. */
export function beginning(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, pairBoundary(text, most));
}
