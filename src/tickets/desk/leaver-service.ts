// An employee works here no more: what they were to work on is nobody's from that moment, on every card, and those who
// can give it to somebody read so.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { destination, type NewMessage, type Outbox } from '../../platform/outbox/index.ts';
import { wordsFor } from '../../platform/outbox/words.ts';
import type { Staff } from '../../staff/staff.ts';
import type { StaffRemoval } from '../part.ts';
import type { TicketRepository } from '../repository.ts';
import type { TicketService } from '../service.ts';
import { ticketNumber } from '../ticket.ts';

export interface TicketLeaverDeps {
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly tickets: Pick<TicketRepository, 'listHeldBy'>;
  readonly service: Pick<TicketService, 'assignIn'>;
  readonly supervisors: (tx?: Tx) => Promise<readonly Staff[]>;
}

/** What supervisors read of it. */
export interface Orphans {
  readonly [name: string]: string | number;
  readonly former: string;
  readonly count: number;
  /** The first of their numbers, as people read them. */
  readonly numbers: string;
  readonly rest: number;
}

const NAMED = 10;

/** Takes part in the transaction in which they are no employee any more. */
export function createTicketLeavers(deps: TicketLeaverDeps) {
  const { outbox, tickets, service, supervisors } = deps;

  return async (tx: Tx, { person, by }: StaffRemoval, cause: Cause): Promise<void> => {
    const ids = await tickets.listHeldBy(tx, person.id);
    if (ids.length === 0) return;
    const told: NewMessage[] = [];
    for (const ticketId of ids) {
      const actor = { kind: 'staff', id: by.id } as const;
      const nobody = { ticketId, responsibleId: null, by: actor, cause };
      const outcome = await service.assignIn(tx, nobody);
      const dialogId = outcome.status === 'done' ? outcome.ticket.dialogId : null;
      if (dialogId === null) continue;
      const args = { ticketId, about: 'orphan', name: person.name };
      told.push({ destination: destination('thread', dialogId), name: 'ticket-ring', args });
    }
    const rest = Math.max(0, ids.length - NAMED);
    const numbers = ids.slice(0, NAMED).map(ticketNumber).join(', ');
    const orphans: Orphans = { former: person.name, count: ids.length, numbers, rest };
    const chiefs = (await supervisors(tx)).map(({ userId, locale }) =>
      wordsFor({ destination: destination('person', userId), locale }, 'tickets-orphans', orphans),
    );
    await outbox.enqueue(tx, [...told, ...chiefs], cause);
  };
}
