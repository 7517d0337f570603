// Which weeks were told of, to whom they are told, and what stands open in a client's group.

import type { Database, Tx } from '../../platform/database/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import type { TicketStatus } from '../../tickets/ticket.ts';

/** A client company that is served, as far as its weekly report needs it. */
export interface ToldCompany {
  readonly id: number;
  readonly roomId: number;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly planId: number | null;
  readonly calendarId: number | null;
}

export interface OpenTicket {
  readonly id: number;
  readonly summary: string;
  readonly status: TicketStatus;
  readonly responsibleName: string | null;
}

export type WeeklyRepository = ReturnType<typeof createWeeklyRepository>;

export function createWeeklyRepository({ prisma }: Pick<Database, 'prisma'>) {
  /** The companies (null: the supervisors) that were told of the week that begins on that day. */
  async function told(monday: string): Promise<ReadonlySet<number | null>> {
    const rows = await prisma.$queryRaw<{ company_id: number | null }[]>`
      SELECT company_id FROM weekly_report WHERE week = ${monday}::date`;
    return new Set(rows.map((row) => row.company_id));
  }

  /** False: it was told before. */
  async function claim(
    tx: Tx,
    { monday, companyId }: { readonly monday: string; readonly companyId: number | null },
    now: Date,
  ): Promise<boolean> {
    const made = await tx.$executeRaw`
      INSERT INTO weekly_report (week, company_id, sent_at)
      VALUES (${monday}::date, ${companyId}, ${now}::timestamptz) ON CONFLICT DO NOTHING`;
    return made === 1;
  }

  /** Those that are to read of their weeks. */
  async function companies(): Promise<ToldCompany[]> {
    const rows = await prisma.clientCompany.findMany({
      where: { endedAt: null, weeklyReport: true, roomId: { not: null } },
      orderBy: { id: 'asc' },
    });
    return rows.flatMap(({ id, roomId, locale, timeZone, planId, calendarId }) =>
      roomId === null
        ? []
        : [{ ...{ id, roomId, timeZone, planId, calendarId }, locale: locale as Locale }],
    );
  }

  async function company(id: number): Promise<ToldCompany | null> {
    return (await companies()).find((one) => one.id === id) ?? null;
  }

  /** What stands open now: how many, and the oldest of them. */
  async function open(
    companyId: number,
    most: number,
  ): Promise<{ readonly count: number; readonly oldest: readonly OpenTicket[] }> {
    const where = { companyId, endedAt: null };
    const rows = await prisma.ticket.findMany({
      where,
      orderBy: { id: 'asc' },
      take: most,
      select: { id: true, summary: true, status: true, responsible: { select: { name: true } } },
    });
    const oldest = rows.map(({ responsible, status, ...row }) => ({
      ...row,
      status: status as TicketStatus,
      responsibleName: responsible?.name ?? null,
    }));
    return { count: await prisma.ticket.count({ where }), oldest };
  }

  /** Those of them who have not switched it off. */
  async function wanting<Person extends { readonly id: number }>(
    people: readonly Person[],
  ): Promise<Person[]> {
    const ids = people.map(({ id }) => id);
    const off = await prisma.staff.findMany({
      where: { id: { in: ids }, weeklyReport: false },
      select: { id: true },
    });
    return people.filter(({ id }) => !off.some((one) => one.id === id));
  }

  return { told, wanting, claim, companies, company, open };
}
