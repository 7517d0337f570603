// Calendars as those see them who change them: also those that were put away, and who goes by them.

import { z } from 'zod';
import type { Prisma, SlaCalendar as Row } from '../generated/prisma/client.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { BusinessCalendar } from './business-calendar.ts';
import { noteFormerHours } from './hours-repository.ts';
import type { CalendarDays } from './special-days.ts';

export interface KeptCalendar extends CalendarDays {
  readonly id: number;
  readonly name: string;
  /** IANA. */
  readonly timeZone: string;
  readonly revision: number;
  readonly isArchived: boolean;
}

/** With the names of plans in use and of clients that go by it. */
export interface CalendarView {
  readonly calendar: KeptCalendar;
  readonly plans: readonly string[];
  readonly clients: readonly string[];
}

export type CalendarColumns = Pick<KeptCalendar, 'name' | 'timeZone' | keyof CalendarDays> & {
  readonly archivedAt: Date | null;
};

export type CalendarRepository = ReturnType<typeof createCalendarRepository>;

/** Every method takes the transaction it belongs to, or the database. */
export function createCalendarRepository({ prisma }: Pick<Database, 'prisma'>) {
  /** By name, those that were put away last. */
  async function list(): Promise<KeptCalendar[]> {
    const rows = await prisma.slaCalendar.findMany({
      orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }],
    });
    return rows.map(toKept);
  }

  /** Nobody else changes it until the transaction ends; null: there is none. */
  async function lock(tx: Tx, id: number): Promise<KeptCalendar | null> {
    await tx.$queryRaw`SELECT 1 FROM sla_calendar WHERE id = ${id} FOR UPDATE`;
    const row = await tx.slaCalendar.findUnique({ where: { id } });
    return row && toKept(row);
  }

  /** Who goes by it: plans in use, and clients that we serve. */
  async function usersOf(db: Tx, id: number): Promise<Omit<CalendarView, 'calendar'>> {
    const named = { select: { name: true }, orderBy: { name: 'asc' } } as const;
    const plans = await db.slaPlan.findMany({
      where: { calendarId: id, archivedAt: null },
      ...named,
    });
    const clients = await db.clientCompany.findMany({
      where: { calendarId: id, endedAt: null },
      ...named,
    });
    return { plans: plans.map(({ name }) => name), clients: clients.map(({ name }) => name) };
  }

  async function view(id: number): Promise<CalendarView | null> {
    const row = await prisma.slaCalendar.findUnique({ where: { id } });
    return row && { calendar: toKept(row), ...(await usersOf(prisma, id)) };
  }

  /** True: it is open at other hours from `now` on; what it was stays known, and no environment changes it any more. */
  async function update(
    tx: Tx,
    id: number,
    columns: Partial<CalendarColumns>,
    now: Date,
  ): Promise<boolean> {
    const row = await tx.slaCalendar.findUniqueOrThrow({ where: { id } });
    const data = toColumns(columns);
    const { timeZone, week, specialDays } = { ...row, ...columns };
    BusinessCalendar.parse({ timeZone, week, specialDays });
    const isOtherwise = await noteFormerHours(tx, row, data, now);
    await tx.slaCalendar.update({
      where: { id },
      data: { ...data, changedAt: now, revision: { increment: 1 } },
    });
    if (isOtherwise) {
      const where = { calendarId: id, fromEnvironment: true };
      await tx.slaPlan.updateMany({ where, data: { fromEnvironment: false } });
    }
    return isOtherwise;
  }

  async function insert(
    tx: Tx,
    { name, timeZone, week }: Pick<CalendarColumns, 'name' | 'timeZone' | 'week'>,
    now: Date,
  ): Promise<number> {
    BusinessCalendar.parse({ timeZone, week });
    const facts = { name, timeZone, week: week as Prisma.InputJsonObject, changedAt: now };
    return (await tx.slaCalendar.create({ data: facts })).id;
  }

  /** Whether another calendar is called so, also one that was put away. */
  async function isNamed(db: Tx, name: string, exceptId = 0): Promise<boolean> {
    const where = { name: { equals: name, mode: 'insensitive' }, id: { not: exceptId } } as const;
    return (await db.slaCalendar.count({ where })) > 0;
  }

  /** Whether the desk's own dialogs are counted by it. */
  async function isOfDialogs(db: Tx, id: number): Promise<boolean> {
    return (await db.slaPlan.count({ where: { calendarId: id, isDefault: true } })) > 0;
  }

  return { list, lock, usersOf, view, update, insert, isNamed, isOfDialogs };
}

const Notes = z.record(z.string(), z.string());

function toKept(row: Row): KeptCalendar {
  const { id, name, timeZone, revision, archivedAt } = row;
  const { week, specialDays = {} } = BusinessCalendar.parse({
    ...{ timeZone, week: row.week, specialDays: row.specialDays },
  });
  return {
    ...{ id, name, timeZone, week, specialDays, revision },
    holidays: row.holidays === 'ru' ? row.holidays : null,
    dayNotes: Notes.parse(row.dayNotes),
    isArchived: archivedAt !== null,
  };
}

function toColumns({ week, specialDays, dayNotes, ...rest }: Partial<CalendarColumns>) {
  const days = specialDays as Prisma.InputJsonObject | undefined;
  return {
    ...rest,
    ...(week && { week: week as Prisma.InputJsonObject }),
    ...(days && { specialDays: days }),
    ...(dayNotes && { dayNotes }),
  };
}
