// What clients do to a ticket by themselves rings whoever answers for it, in its thread: a card that is drawn anew
// makes no sound.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { destination, type Outbox } from '../../platform/outbox/index.ts';
import type { TicketChange, TicketListener } from '../change.ts';
import { LOW_RATING } from '../ticket.ts';

/** What a ring is about; `orphan`: whoever answered for the ticket works here no more. */
export type Ring = 'confirm' | 'return' | 'withdraw' | 'low-rating' | 'low-words' | 'orphan';

/** Takes part in the transaction of the change. */
export function createTicketRings({ outbox }: { readonly outbox: Pick<Outbox, 'enqueue'> }) {
  const onChange: TicketListener = async (tx: Tx, change: TicketChange, cause: Cause) => {
    const { after, by } = change;
    const about = ringOf(change);
    if (about === null || after.dialogId === null) return;
    const args = { ticketId: after.id, about, personId: by.id };
    const thread = destination('thread', after.dialogId);
    await outbox.enqueue(tx, [{ destination: thread, name: 'ticket-ring', args }], cause);
  };
  return onChange;
}

/** Null: nobody need be called. What employees do for a client they know of. */
export function ringOf({ deed, by, after }: TicketChange): Ring | null {
  if (by.kind !== 'person') return null;
  if (deed === 'confirm' || deed === 'return' || deed === 'withdraw') return deed;
  if (deed !== 'rate' || after.rating === null || after.rating > LOW_RATING) return null;
  return after.ratingWords === null ? 'low-rating' : 'low-words';
}
