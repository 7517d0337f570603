// What the client's group hears of a ticket: its card shows every change, and a ping comes only where it is the
// client's move.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { destination, type NewMessage, type Outbox } from '../../platform/outbox/index.ts';
import type { TicketListener } from '../change.ts';
import type { KeptTicket } from '../repository.ts';

/** The projection of a ticket in its client's group. */
export const REQUEST_CARD = 'ticket-card';

/** The statuses in which the client is to act. */
const PINGED: ReadonlySet<string> = new Set(['waiting', 'done']);

export type RequestShowing = ReturnType<typeof createRequestShowing>;

export function createRequestShowing({ outbox }: { readonly outbox: Outbox }) {
  function placed({ id, roomId }: Pick<KeptTicket, 'id' | 'roomId'>) {
    return { kind: REQUEST_CARD, subjectId: id, destination: destination('room', roomId) };
  }

  async function redraw(tx: Tx, tickets: readonly Pick<KeptTicket, 'id' | 'roomId'>[]) {
    await outbox.refresh(tx, tickets.map(placed));
  }

  /** Says a message of ours about a ticket in its group. */
  async function say(
    tx: Tx,
    { id, roomId }: Pick<KeptTicket, 'id' | 'roomId'>,
    message: Pick<NewMessage, 'name' | 'args' | 'rank' | 'notBefore'>,
    cause: Cause,
  ): Promise<void> {
    const { name, args, ...more } = message;
    const said = { ...more, name, args: { ticketId: id, ...args } };
    await outbox.enqueue(tx, [{ ...said, destination: destination('room', roomId) }], cause);
  }

  const onChange: TicketListener = async (tx, change, cause) => {
    const { before, after, deed, undoableUntil } = change;
    await redraw(tx, [after]);
    const isNews = before !== null && before.status !== after.status && deed !== 'undo';
    if (!isNews || !PINGED.has(after.status)) return;
    const args = { status: after.status, doneAt: after.doneAt?.toISOString() ?? null };
    const later = undoableUntil ? { notBefore: undoableUntil } : {};
    await say(tx, after, { name: 'ticket-ping', args, ...later }, cause);
  };

  return { onChange, redraw, say, placed };
}
