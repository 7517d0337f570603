// A client company with its room, as its registration leaves them: for tests of what becomes of its tickets.
import { systemCause } from '../../src/platform/cause.ts';
import type { Database } from '../../src/platform/database/index.ts';
import { dailyCalendar } from '../../src/sla/business-calendar.ts';
import { createSla, type KeptClock, type Sla, type Told } from '../../src/sla/index.ts';
import type { Staff } from '../../src/staff/staff.ts';
import type { TicketChange, TicketListener } from '../../src/tickets/change.ts';
import { createTicketClocks } from '../../src/tickets/clocks.ts';
import { createCommentRepository } from '../../src/tickets/comment-repository.ts';
import { createCompanyRepository } from '../../src/tickets/company-repository.ts';
import { createTicketRepository, type KeptTicket } from '../../src/tickets/repository.ts';
import { createTicketService } from '../../src/tickets/service.ts';
import type { Urgency } from '../../src/tickets/ticket.ts';
import type { TestClock } from './clock.ts';

/** Nine to six in Moscow, each day; an hour to each answer, eight to a solution. */
const FIRST_PLAN = {
  name: 'Обычный',
  hours: dailyCalendar('Europe/Moscow', { from: '09:00', to: '18:00' }),
  targets: [
    {
      subject: 'ticket',
      typeId: null,
      urgency: null,
      promises: { response: 60, next_response: 60, resolution: 480 },
    },
    {
      subject: 'ticket',
      typeId: null,
      urgency: 'critical',
      promises: { response: 15, next_response: 15, resolution: 120 },
    },
  ],
} as const;

/** The company's numbers: who asks, who answers. */
export interface ServedCompany {
  readonly companyId: number;
  readonly roomId: number;
  readonly personId: number;
  readonly staffIds: readonly [number, number];
  readonly typeId: number;
}

export async function serveCompany({ prisma }: Database, now: Date): Promise<ServedCompany> {
  const staffIds: number[] = [];
  for (const [index, name] of ['Катя', 'Олег'].entries()) {
    const data = {
      userId: BigInt(9_001 + index),
      name,
      role: 'support',
      locale: 'ru',
      createdAt: now,
    };
    staffIds.push((await prisma.staff.create({ data })).id);
  }
  const person = await prisma.person.create({
    data: { userId: 9_100n, name: 'Анна', locale: 'ru', createdAt: now },
  });
  const room = await prisma.room.create({
    data: { kind: 'support', title: 'Вкусно и рядом', locales: ['ru'], createdAt: now },
  });
  const company = await prisma.clientCompany.create({
    data: {
      ...{ code: 'code-of-vkusno', name: 'Вкусно и рядом', roomId: room.id, createdAt: now },
      ...{ locale: 'ru', timeZone: 'Europe/Moscow' },
    },
  });
  const type = await prisma.ticketType.findFirstOrThrow({ where: { code: 'incident' } });
  return {
    companyId: company.id,
    roomId: room.id,
    personId: person.id,
    staffIds: staffIds as [number, number],
    typeId: type.id,
  };
}

/** Tickets and their clocks without Telegram; what was told and changed is kept. `more` hear of changes too. */
export async function openTickets(
  database: Database,
  clock: TestClock,
  more: (sla: Sla) => readonly TicketListener[] = () => [],
) {
  const told: Told[] = [];
  const changes: TicketChange[] = [];
  const recounted: KeptClock[] = [];
  const sla = createSla({
    ...{ database, clock, first: FIRST_PLAN },
    onTold: async (_tx, one) => void told.push(one),
    onRecounted: async (_tx, clocks) => void recounted.push(...clocks),
    onTerms: async () => undefined,
    recountDialogs: async () => null,
    findStaff: async (ids, tx) => {
      const rows = await tx.staff.findMany({ where: { id: { in: [...ids] }, removedAt: null } });
      return rows.map((row) => ({
        ...row,
        userId: Number(row.userId),
        locale: 'ru' as const,
        role: row.role as Staff['role'],
      }));
    },
  });
  await sla.terms.refresh();
  const companies = createCompanyRepository();
  const tickets = createTicketRepository();
  const clocks = createTicketClocks({ sla: sla.clocks, companies, clock });
  const watching: TicketListener = async (_tx, change) => void changes.push(change);
  const service = createTicketService({
    ...{ database, clock, tickets, companies, comments: createCommentRepository() },
    listeners: [clocks, watching, ...more(sla)],
    findStaff: (ids, tx) =>
      tx.staff.findMany({ where: { id: { in: [...ids] }, removedAt: null }, select: { id: true } }),
    hoursOf: (company) => sla.terms.of(company).calendar.hours,
  });
  return { service, sla, tickets, told, changes, recounted, cause: systemCause('test') };
}

/** A ticket of the company's, as its form leaves it. */
export async function openOne(
  { service, cause }: Pick<Awaited<ReturnType<typeof openTickets>>, 'service' | 'cause'>,
  { companyId, personId, typeId }: ServedCompany,
  facts: { readonly urgency?: Urgency; readonly message?: number; readonly summary?: string } = {},
): Promise<KeptTicket> {
  const { urgency = 'normal', message, summary = 'Не печатает касса' } = facts;
  const outcome = await service.open({
    ticket: {
      ...{ companyId, authorId: personId, typeId, urgency, summary, description: '' },
      ...{ responsibleId: null, origin: 'form' },
      source: message ? { chatId: -1_001, messageId: message } : null,
    },
    by: { kind: 'person', id: personId },
    cause,
  });
  if (outcome.status !== 'opened') throw new Error(outcome.status);
  return outcome.ticket;
}
