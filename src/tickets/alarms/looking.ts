// How a deadline of a ticket stands now, or why there is nothing to say of it any more.

import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { spentBy } from '../../sla/clock.ts';
import type { Sla } from '../../sla/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { CompanyRepository } from '../company-repository.ts';
import type { TicketCardRepository } from '../desk/card-repository.ts';
import type { TicketRepository } from '../repository.ts';
import type { AlarmFacts } from './views.ts';

export interface AlarmLookingDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly sla: Pick<Sla, 'clocks' | 'terms'>;
  readonly tickets: Pick<TicketRepository, 'find'>;
  readonly companies: Pick<CompanyRepository, 'find'>;
  readonly cards: Pick<TicketCardRepository, 'place'>;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
}

export type LookAtAlarm = (
  ticketId: number,
  clockId: number,
) => Promise<{ readonly drop: string } | AlarmFacts>;

const MINUTE_MS = 60_000;

export function createAlarmLooking(deps: AlarmLookingDeps): LookAtAlarm {
  const { database, clock, sla, tickets, companies, cards, findStaff } = deps;
  const { prisma } = database;

  return async (ticketId, clockId) => {
    const [ticket] = await tickets.find(prisma, [ticketId]);
    const [company] = ticket ? await companies.find(prisma, [ticket.companyId]) : [];
    if (!ticket || !company) return { drop: 'there is no such ticket' };
    const open = (await sla.clocks.openOn(prisma, 'ticket', [ticketId])).get(ticketId) ?? [];
    const late = open.find(({ id }) => id === clockId);
    if (!late) return { drop: 'what was promised is done by now' };
    const { dueAt, kind, targetMinutes, calendarId } = late;
    if (dueAt === null) return { drop: 'it waits for the client by now' };
    const now = clock.now();
    const spentMs = spentBy(late, sla.terms.hoursOf(calendarId), now);
    const [responsible = null] =
      ticket.responsibleId === null ? [] : await findStaff([ticket.responsibleId]);
    const leftMs = targetMinutes * MINUTE_MS - spentMs;
    const url = (await cards.place(ticketId))?.url ?? null;
    return { ticket, company: company.name, kind, dueAt, leftMs, responsible, url, now };
  };
}
