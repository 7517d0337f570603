// A client's words and files to a ticket that is there: kept with it, told to whoever works on it, and
// acknowledged by a sign under them.

import type { Cause } from '../platform/cause.ts';
import type { Tx } from '../platform/database/index.ts';
import { destination, type NewMessage, type Outbox } from '../platform/outbox/index.ts';
import type { Standing } from './asker.ts';
import type { ClientMessage } from './message.ts';
import type { TicketTools } from './part.ts';
import type { KeptTicket } from './repository.ts';
import { isOver } from './ticket.ts';
import type { ActOutcome } from './verbs/act.ts';

export interface WordsDeps
  extends Pick<TicketTools, 'tickets' | 'messages' | 'service' | 'onClientWords'> {
  readonly outbox: Outbox;
}

export interface AddCommand {
  readonly ticketId: number;
  /** `return`: with these words it is in work again. */
  readonly action: 'write' | 'return';
  /** Why it is returned. */
  readonly reason?: string;
  readonly by: Standing;
  readonly said: readonly ClientMessage[];
  /** Kept and shown, and nothing else: thanks, or more parts of an album whose first has been heard. */
  readonly isMore?: boolean;
  readonly cause: Cause;
}

export type AddWords = ReturnType<typeof createAddWords>;

/** In the caller's transaction, which has settled its cause. */
export function createAddWords({ outbox, tickets, messages, service, onClientWords }: WordsDeps) {
  return async (tx: Tx, command: AddCommand): Promise<ActOutcome> => {
    const { action, reason, by, said, isMore = false, cause } = command;
    const ticketId = await whereNow(tx, command.ticketId);
    const moves = { ticketId, action, by: by.actor, ...(reason ? { reason } : {}), cause };
    const outcome = isMore ? await standing(tx, ticketId) : await service.actIn(tx, moves);
    if (outcome.status !== 'done') return outcome;
    const { ticket } = outcome;
    const kept = await messages.addClients(tx, ticketId, said);
    if (kept.length > 0) {
      await onClientWords(tx, { ticket, messages: kept, isOpening: false }, cause);
    }
    await acknowledge(tx, ticket, said, !isMore && isOver(ticket.status), cause);
    return outcome;
  };

  /** What turned out to be another ticket is spoken of there. */
  async function whereNow(tx: Tx, ticketId: number): Promise<number> {
    const [ticket] = await tickets.find(tx, [ticketId]);
    return ticket?.mergedIntoId ?? ticketId;
  }

  async function standing(tx: Tx, ticketId: number): Promise<ActOutcome> {
    const ticket = await tickets.lock(tx, ticketId);
    return ticket ? { status: 'done', before: ticket, ticket } : { status: 'gone' };
  }

  async function acknowledge(
    tx: Tx,
    { id: ticketId, roomId }: KeptTicket,
    said: readonly ClientMessage[],
    isLate: boolean,
    cause: Cause,
  ): Promise<void> {
    const [first] = said.filter(({ chatId, messageId }) => messageId !== null && chatId < 0);
    if (!first) return;
    const args = { ticketId, messageId: first.messageId };
    const here = { destination: destination('room', roomId), args };
    const sign: NewMessage = { ...here, name: 'ticket-heard', rank: 'adornment' };
    const late: NewMessage = { ...here, name: 'ticket-heard-over' };
    await outbox.enqueue(tx, isLate ? [late] : [sign], cause);
  }
}
