// Words of ours have arrived at the client: the ticket is answered, in the transaction that records the delivery.

import type { DialogChange } from '../../dialogs/dialog-writer.ts';
import { TICKET_CHANNEL } from '../../dialogs/subject.ts';
import { systemCause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { TicketMessageRepository } from '../message-repository.ts';
import type { TicketService } from '../service.ts';
import type { Said } from './card-facts.ts';
import type { TicketCardRepository } from './card-repository.ts';

const DELIVERED = systemCause('delivery');

export interface AnswersDeps {
  readonly service: Pick<TicketService, 'actIn'>;
  readonly cards: Pick<TicketCardRepository, 'ticketsOf' | 'saidTo'>;
  readonly messages: Pick<TicketMessageRepository, 'noteOurs'>;
  readonly clock: Clock;
}

export function createTicketAnswers({ service, cards, messages, clock }: AnswersDeps) {
  async function answered(tx: Tx, ticketId: number, staffId: number | null): Promise<void> {
    const by =
      staffId === null
        ? ({ kind: 'system', id: null } as const)
        : ({ kind: 'staff', id: staffId } as const);
    await service.actIn(tx, { ticketId, action: 'answered', by, cause: DELIVERED });
  }

  /** Dialogs have changed; nothing is asked where none is a ticket's. */
  async function onDialogs(tx: Tx, changes: readonly DialogChange[]): Promise<void> {
    const arrived = changes.filter(
      ({ before, after }) =>
        after.channel === TICKET_CHANNEL &&
        after.answersDelivered > (before?.answersDelivered ?? 0),
    );
    if (arrived.length === 0) return;
    const ticketIds = await cards.ticketsOf(
      arrived.map(({ after }) => after.id),
      tx,
    );
    for (const { after } of arrived) {
      const ticketId = ticketIds.get(after.id);
      // Nobody has such a dialog for long, so this is whoever has answered now.
      if (ticketId === undefined) continue;
      for (const said of await cards.saidTo(tx, after.id)) await noteSaid(tx, ticketId, said);
      await answered(tx, ticketId, after.assigneeId);
    }
  }

  /** Who replies to it there speaks to the ticket. */
  function noteSaid(tx: Tx, ticketId: number, said: Said): Promise<void> {
    return messages.noteOurs(tx, ticketId, said, clock.now());
  }

  return { answered, noteSaid, onDialogs };
}
