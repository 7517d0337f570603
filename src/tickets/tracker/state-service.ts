// Tickets as other systems read them, as they are in this transaction.

import type { Database, Tx } from '../../platform/database/index.ts';
import type { Sla } from '../../sla/index.ts';
import type { KeptTicket } from '../repository.ts';
import type { StateRepository } from './state-repository.ts';
import { stateOf, type TicketState } from './ticket-state.ts';

export interface StateServiceDeps {
  readonly database: Pick<Database, 'prisma'>;
  readonly states: StateRepository;
  readonly sla: Pick<Sla['clocks'], 'openOn'>;
}

export type StateService = ReturnType<typeof createStateService>;

export function createStateService({ database, states, sla }: StateServiceDeps) {
  /** In the order in which they are asked for. */
  async function of(
    tickets: readonly KeptTicket[],
    db: Tx = database.prisma,
  ): Promise<TicketState[]> {
    const ids = tickets.map(({ id }) => id);
    const names = await states.namesIn(ids, db);
    const open = await sla.openOn(db, 'ticket', ids);
    return tickets.map((ticket) => {
      const known = names.get(ticket.id);
      if (!known) throw new Error(`nobody knows the names in ticket ${ticket.id}`);
      const due = (wanted: string) =>
        open.get(ticket.id)?.find(({ kind }) => kind === wanted)?.dueAt ?? null;
      const deadlines = {
        response: due('response'),
        next_response: due('next_response'),
        resolution: due('resolution'),
      };
      return stateOf(ticket, { ...known, deadlines });
    });
  }

  /** @throws where there is no such ticket */
  async function ofOne(ticket: KeptTicket, db?: Tx): Promise<TicketState> {
    const [state] = await of([ticket], db);
    if (!state) throw new Error(`there is no ticket ${ticket.id}`);
    return state;
  }

  return { of, ofOne };
}
