// What happened in the last days, as a rehearsal plays it again: tickets with their logs, and the clocks of dialogs.

import type { Database } from '../../platform/database/index.ts';
import type { ClockKind } from '../../sla/clock.ts';
import type { TicketStatus, Urgency } from '../../tickets/ticket.ts';
import type { ReportQuery } from '../service-report/query.ts';
import type { Step } from './replay.ts';

export interface PlayedTicket {
  readonly id: number;
  readonly typeId: number;
  readonly urgency: Urgency;
  readonly company: { readonly planId: number | null; readonly calendarId: number | null };
  readonly steps: readonly Step[];
}

export interface PlayedClock {
  readonly id: number;
  readonly dialogId: number;
  readonly kind: ClockKind;
  readonly startedAt: Date;
  readonly stoppedAt: Date | null;
  readonly outcome: 'met' | 'missed' | 'cancelled' | null;
  readonly targetMinutes: number;
  readonly calendarId: number;
}

type Limits = Omit<ReportQuery, 'period'>;

const AT_ONCE = 500;
const STEP = 'ticket-';

export type RehearsalRepository = ReturnType<typeof createRehearsalRepository>;

export function createRehearsalRepository({ prisma }: Pick<Database, 'prisma'>) {
  /** Some of the tickets opened since, by number; none of those that turned out to be another one. */
  async function tickets(limits: Limits, since: Date, after: number): Promise<PlayedTicket[]> {
    const rows = await prisma.ticket.findMany({
      where: {
        ...{ id: { gt: after }, openedAt: { gte: since }, mergedIntoId: null },
        ...(limits.companyId === null ? {} : { companyId: limits.companyId }),
        ...(limits.typeId === null ? {} : { typeId: limits.typeId }),
        ...(limits.staffId === null ? {} : { responsibleId: limits.staffId }),
      },
      include: { company: { select: { planId: true, calendarId: true } } },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    });
    const steps = await stepsOf(rows.map(({ id }) => id));
    return rows.map(({ id, typeId, urgency, company }) => ({
      ...{ id, typeId, company },
      urgency: urgency as Urgency,
      steps: steps.get(id) ?? [],
    }));
  }

  async function stepsOf(ids: readonly number[]): Promise<ReadonlyMap<number, Step[]>> {
    const rows = await prisma.event.findMany({
      where: { subject: 'ticket', subjectId: { in: [...ids] }, type: { startsWith: STEP } },
      orderBy: { id: 'asc' },
      select: { subjectId: true, at: true, type: true, data: true },
    });
    const steps = new Map<number, Step[]>(ids.map((id) => [id, []]));
    for (const { subjectId, at, type, data } of rows) {
      const { status = null } = (data ?? {}) as { readonly status?: TicketStatus };
      steps.get(subjectId)?.push({ at, deed: type.slice(STEP.length), status });
    }
    return steps;
  }

  /** Some of the clocks on dialogs that began since, in the order of their numbers. */
  async function clocks(limits: Limits, since: Date, after: number): Promise<PlayedClock[]> {
    if (limits.companyId !== null || limits.typeId !== null) return [];
    const rows = await prisma.slaClock.findMany({
      where: {
        ...{ id: { gt: after }, subject: 'dialog', startedAt: { gte: since } },
        OR: [{ stoppedAt: null }, { stoppedAt: { gte: since } }],
        ...(limits.staffId === null ? {} : { staffId: limits.staffId }),
      },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    });
    return rows.map((row) => ({
      ...{ id: row.id, dialogId: row.subjectId, startedAt: row.startedAt },
      ...{ stoppedAt: row.stoppedAt, targetMinutes: row.targetMinutes, calendarId: row.calendarId },
      kind: row.kind as ClockKind,
      outcome: row.outcome as PlayedClock['outcome'],
    }));
  }

  /** Whose these tickets are. */
  async function clientsOf(ticketIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const rows = await prisma.ticket.findMany({
      where: { id: { in: [...ticketIds] } },
      select: { id: true, company: { select: { name: true } } },
    });
    return new Map(rows.map(({ id, company }) => [id, company.name]));
  }

  return { tickets, clocks, clientsOf };
}
