// Reads what clients are told of tickets, for many at once, as it is now.

import type { PeopleService } from '../../people/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import type { Rooms } from '../../rooms/index.ts';
import type { Sla } from '../../sla/index.ts';
import type { StaffDoor } from '../../staff/index.ts';
import type { CompanyRepository } from '../company-repository.ts';
import type { KeptTicket, TicketRepository } from '../repository.ts';
import { nextDue, type RequestFacts } from './facts.ts';

export interface RequestLookingDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly tickets: Pick<TicketRepository, 'find'>;
  readonly companies: Pick<CompanyRepository, 'find' | 'typesByIds'>;
  readonly people: Pick<PeopleService, 'find'>;
  readonly staff: Pick<StaffDoor['service'], 'findStaff'>;
  readonly rooms: Pick<Rooms['service'], 'find'>;
  readonly sla: Pick<Sla, 'clocks'>;
}

export type LookAtRequests = (ticketIds: readonly number[]) => Promise<readonly RequestFacts[]>;

/** Those of the tickets that there are, in the order asked for. */
export function createRequestLooking(deps: RequestLookingDeps): LookAtRequests {
  const { database, clock, tickets, sla } = deps;
  const { prisma } = database;

  return async (ticketIds) => {
    const found = byId(await tickets.find(prisma, ticketIds));
    const kept = ticketIds.flatMap((id) => found.get(id) ?? []);
    if (kept.length === 0) return [];
    const around = await lookAround(deps, kept);
    const open = await sla.clocks.openOn(prisma, 'ticket', ticketIds);
    const now = clock.now();
    return kept.flatMap((ticket) => {
      const due = nextDue(open.get(ticket.id) ?? []);
      const facts = factsOf(ticket, around);
      return facts ? [{ ...facts, due, now }] : [];
    });
  };
}

type Around = Awaited<ReturnType<typeof lookAround>>;

/** All that tickets name by numbers. */
async function lookAround(deps: RequestLookingDeps, kept: readonly KeptTicket[]) {
  const { database, companies, people, staff, rooms } = deps;
  const { prisma } = database;
  const all = (pick: (one: KeptTicket) => number | null) => [
    ...new Set(kept.flatMap((one) => pick(one) ?? [])),
  ];
  return {
    companies: byId(
      await companies.find(
        prisma,
        all(({ companyId }) => companyId),
      ),
    ),
    types: byId(
      await companies.typesByIds(
        prisma,
        all(({ typeId }) => typeId),
      ),
    ),
    authors: byId(
      await people.find(
        prisma,
        all(({ authorId }) => authorId),
      ),
    ),
    employees: byId(await staff.findStaff(all(({ responsibleId }) => responsibleId))),
    rooms: byId(
      await rooms.find(
        prisma,
        all(({ roomId }) => roomId),
      ),
    ),
  };
}

function factsOf(ticket: KeptTicket, around: Around): Omit<RequestFacts, 'due' | 'now'> | null {
  const company = around.companies.get(ticket.companyId);
  const type = around.types.get(ticket.typeId);
  if (!company || !type) return null;
  const locale: Locale = around.rooms.get(ticket.roomId)?.locales[0] ?? company.locale;
  const responsible = around.employees.get(ticket.responsibleId ?? 0)?.name ?? null;
  const author = around.authors.get(ticket.authorId ?? 0) ?? null;
  return { ticket, company, type: type.name, locale, responsible, author };
}

function byId<T extends { readonly id: number }>(rows: readonly T[]): ReadonlyMap<number, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
