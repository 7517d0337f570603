// What changes of a ticket do to the clocks on it: first answer, answers to later questions, solution. The law is in
// docs/ticket-states.md.

import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database/index.ts';
import type { ClockBearer, Contract, Sla } from '../sla/index.ts';
import type { TicketListener } from './change.ts';
import type { CompanyRepository } from './company-repository.ts';
import type { KeptTicket } from './repository.ts';
import { effectOnResolution, isOver } from './ticket.ts';

export interface TicketClocksDeps {
  readonly sla: Sla['clocks'];
  readonly companies: CompanyRepository;
  readonly clock: Clock;
}

const DEFAULTS: Contract = { planId: null, calendarId: null };
/** Both wait for words of an employee. */
const ANSWERS = ['response', 'next_response'] as const;

/** Hears of every change of a ticket. */
export function createTicketClocks({ sla, companies, clock }: TicketClocksDeps): TicketListener {
  async function contractOf(tx: Tx, ticket: KeptTicket): Promise<Contract> {
    const [company] = await companies.find(tx, [ticket.companyId]);
    return company ?? DEFAULTS;
  }

  return async (tx, { before, after, deed }) => {
    const at = clock.now();
    const bearer = bearerOf(after);
    if (!before) {
      const kinds = ['response', 'resolution'] as const;
      return await sla.begin(tx, bearer, await contractOf(tx, after), { kinds, at });
    }
    if (deed === 'change-type' || deed === 'change-urgency') {
      await sla.reconsider(tx, bearer, await contractOf(tx, after), at);
    }
    if (deed === 'answered') await sla.stop(tx, bearer, ANSWERS, { at, ...factsOf(after) });
    if (deed === 'write' && after.respondedAt && !isOver(after.status)) {
      const kinds = ['next_response'] as const;
      await sla.begin(tx, bearer, await contractOf(tx, after), { kinds, at });
    }
    await changeResolution(tx, before, after);
    // A ticket that is over owes no answers; what was owed and is missed stays missed.
    if (isOver(after.status) && !isOver(before.status)) {
      await sla.cancel(tx, bearer, ANSWERS, { at, ...factsOf(after) });
    }
  };

  async function changeResolution(tx: Tx, before: KeptTicket, after: KeptTicket): Promise<void> {
    const at = clock.now();
    const bearer = bearerOf(after);
    const kinds = ['resolution'] as const;
    switch (effectOnResolution(before.status, after.status)) {
      case 'run':
        return await sla.resume(tx, bearer, await contractOf(tx, after), { kinds, at });
      case 'pause':
        return await sla.pause(tx, bearer, kinds, at);
      case 'stop':
        return await sla.stop(tx, bearer, kinds, { at, ...factsOf(after) });
      case 'cancel':
        return await sla.cancel(tx, bearer, kinds, { at, ...factsOf(after) });
      case 'restart': {
        // Whoever has had no answer at all is owed one again, too.
        const owed = after.respondedAt ? kinds : (['response', ...kinds] as const);
        return await sla.begin(tx, bearer, await contractOf(tx, after), { kinds: owed, at });
      }
      case 'none':
    }
  }
}

function factsOf({ typeId, urgency, responsibleId }: KeptTicket) {
  return { typeId, urgency, staffId: responsibleId };
}

/** The ticket as what clocks are on. */
export function bearerOf(ticket: KeptTicket): ClockBearer {
  const { id, companyId } = ticket;
  const who = { subject: 'ticket', subjectId: id, companyId, clientId: null } as const;
  return { ...who, ...factsOf(ticket) };
}
