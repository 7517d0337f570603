// «Выполнена» that nobody has answered closes itself.

import type { Cause } from '../../platform/cause.ts';
import { NOBODY } from '../change.ts';
import type { createActing } from './act.ts';
import type { TicketVerbDeps } from './deps.ts';

const AT_ONCE = 100;

export type ClosingDeps = Pick<TicketVerbDeps, 'database' | 'tickets' | 'clock'> &
  Pick<ReturnType<typeof createActing>, 'actIn'>;

export function createClosing({ database, tickets, clock, actIn }: ClosingDeps) {
  /** All whose time is over by now, each once. */
  async function closeUnanswered(cause: Cause): Promise<void> {
    for (const ticketId of await tickets.listToClose(database.prisma, clock.now(), AT_ONCE)) {
      const command = { ticketId, action: 'expire', by: NOBODY, cause } as const;
      await database.inTransaction(async (tx) => {
        const ticket = await tickets.lock(tx, ticketId);
        // Returned, or taken back, while others were looked at.
        const isDue = ticket?.closeDueAt && ticket.closeDueAt <= clock.now();
        if (isDue) await actIn(tx, command);
      });
    }
  }

  return { closeUnanswered };
}
