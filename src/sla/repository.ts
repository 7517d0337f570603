// The tables of plans, calendars and clocks.

import { isDeepStrictEqual } from 'node:util';
import type {
  SlaClock as ClockRow,
  SlaPlan as PlanRow,
  SlaTarget as TargetRow,
} from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { BusinessCalendar } from './business-calendar.ts';
import type { ClockKind, ClockOutcome } from './clock.ts';
import { noteFormerHours, toHours, withFormer } from './hours-repository.ts';
import type { KeptClock } from './kept-clock.ts';
import type { ClockedSubject, SlaCalendar, SlaPlan, SlaTarget } from './plan.ts';

/** What a clock is on; who and what it is about is kept with it for reports. */
export type ClockBearer = Pick<
  KeptClock,
  'subject' | 'subjectId' | 'companyId' | 'clientId' | 'typeId' | 'urgency' | 'staffId'
>;

export type ClockState = Omit<KeptClock, 'id'> & { readonly tellAt: Date | null };

/** What the environment says about hours and answers. */
export interface FirstPlan {
  readonly name: string;
  readonly hours: BusinessCalendar;
  readonly targets: readonly SlaTarget[];
}

export type SlaRepository = ReturnType<typeof createSlaRepository>;

const WITH_TARGETS = { targets: { orderBy: { id: 'asc' } } } as const;

/** Every method takes the transaction it belongs to, or the database. */
export function createSlaRepository({ prisma }: Pick<Database, 'prisma'>) {
  async function plans(db: Tx = prisma): Promise<SlaPlan[]> {
    const rows = await db.slaPlan.findMany({
      where: { archivedAt: null },
      include: WITH_TARGETS,
      orderBy: { id: 'asc' },
    });
    return rows.map(toPlan);
  }

  /** All, for clocks may run by those that were put away; each with what it was before, back to `since`. */
  async function calendars(since: Date, db: Tx = prisma): Promise<SlaCalendar[]> {
    const rows = await db.slaCalendar.findMany({
      include: { formers: { where: { until: { gte: since } }, orderBy: { until: 'asc' } } },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ id, name, archivedAt, formers, ...row }) => ({
      ...{ id, name, isArchived: archivedAt !== null },
      hours: withFormer(toHours(row), formers),
    }));
  }

  /**
   * The plan that the environment describes, with its calendar: made where there is no plan, and brought up to date
   * where nobody has changed it since. Other plans stay as they are.
   */
  async function keepFirst(tx: Tx, first: FirstPlan, now: Date): Promise<void> {
    await tx.$queryRaw`LOCK TABLE sla_plan IN SHARE ROW EXCLUSIVE MODE`;
    const { name, hours, targets } = first;
    const calendar = { timeZone: hours.timeZone, week: hours.week as Prisma.InputJsonObject };
    if ((await tx.slaPlan.count()) === 0) {
      const create = { name, ...calendar, changedAt: now };
      const facts = { name, isDefault: true, fromEnvironment: true };
      const rows = { create: targets.map(columnsOf) };
      await tx.slaPlan.create({ data: { ...facts, calendar: { create }, targets: rows } });
      return;
    }
    const kept = await tx.slaPlan.findFirst({
      where: { fromEnvironment: true },
      include: { ...WITH_TARGETS, calendar: true },
    });
    if (!kept) return;
    const isOtherwise = await noteFormerHours(tx, kept.calendar, calendar, now);
    if (isOtherwise)
      await tx.slaCalendar.update({ where: { id: kept.calendarId }, data: calendar });
    const promised = kept.targets.find(({ subject }) => subject === 'dialog');
    const wanted = targets.find(({ subject }) => subject === 'dialog');
    const { subject: _, typeId: __, urgency: ___, ...minutes } = wanted ? columnsOf(wanted) : {};
    const isPromised = !promised || isDeepStrictEqual({ ...promised, ...minutes }, promised);
    if (!isPromised) {
      await tx.slaTarget.update({ where: { id: promised.id }, data: minutes });
    }
    if (!isPromised || isOtherwise) {
      const { id: planId } = kept;
      await tx.slaRecount.create({ data: { planId, dialogs: true, askedAt: now } });
    }
  }

  /** Of one thing; nobody else changes them until the transaction ends. */
  async function lockOpen(
    tx: Tx,
    { subject, subjectId }: Pick<ClockBearer, 'subject' | 'subjectId'>,
  ): Promise<KeptClock[]> {
    await tx.$queryRaw`
      SELECT 1 FROM sla_clock
      WHERE subject = ${subject} AND subject_id = ${subjectId} AND stopped_at IS NULL
      ORDER BY id FOR UPDATE`;
    return listOpen(tx, subject, [subjectId]);
  }

  async function listOpen(
    db: Tx,
    subject: ClockedSubject,
    subjectIds: readonly number[],
  ): Promise<KeptClock[]> {
    const where = { subject, subjectId: { in: [...subjectIds] }, stoppedAt: null };
    return (await db.slaClock.findMany({ where, orderBy: { id: 'asc' } })).map(toClock);
  }

  /** All of these things, ended ones too, oldest first. */
  async function listAll(
    db: Tx,
    subject: ClockedSubject,
    subjectIds: readonly number[],
  ): Promise<KeptClock[]> {
    const where = { subject, subjectId: { in: [...subjectIds] } };
    return (await db.slaClock.findMany({ where, orderBy: { id: 'asc' } })).map(toClock);
  }

  /** False: that promise is open already. */
  async function insert(tx: Tx, clock: ClockState): Promise<boolean> {
    const rows = await tx.slaClock.createMany({ data: [rowOf(clock)], skipDuplicates: true });
    return rows.count === 1;
  }

  /** Those that nobody has to watch over any more. */
  async function insertEnded(tx: Tx, clocks: readonly ClockState[]): Promise<void> {
    if (clocks.length > 0) await tx.slaClock.createMany({ data: clocks.map(rowOf) });
  }

  async function save(tx: Tx, id: number, clock: Partial<ClockState>): Promise<void> {
    const { spentMs, ...rest } = clock;
    const spent = spentMs === undefined ? {} : { spentMs: BigInt(Math.round(spentMs)) };
    await tx.slaClock.update({ where: { id }, data: { ...rest, ...spent } });
  }

  /** Something is to be told of these by now, the longest due first. */
  async function listToTell(db: Tx, now: Date, limit: number): Promise<KeptClock[]> {
    const rows = await db.slaClock.findMany({
      where: { tellAt: { lte: now }, stoppedAt: null },
      orderBy: { tellAt: 'asc' },
      take: limit,
    });
    return rows.map(toClock);
  }

  /** The next open ones that are counted by this calendar, or promised by this plan; nobody else changes them. */
  async function lockOpenUnder(
    tx: Tx,
    by: { readonly calendarId: number } | { readonly planId: number },
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<KeptClock[]> {
    const under =
      'planId' in by
        ? Prisma.sql`plan_id = ${by.planId}`
        : Prisma.sql`calendar_id = ${by.calendarId}`;
    const locked = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM sla_clock WHERE ${under} AND stopped_at IS NULL AND id > ${after}
      ORDER BY id LIMIT ${limit} FOR UPDATE`;
    const rows = await tx.slaClock.findMany({
      where: { id: { in: locked.map(({ id }) => id) } },
      orderBy: { id: 'asc' },
    });
    return rows.map(toClock);
  }

  /** What is agreed with these companies; those that are not there are left out. */
  async function contractsOf(
    db: Tx,
    companyIds: readonly number[],
  ): Promise<
    ReadonlyMap<number, { readonly planId: number | null; readonly calendarId: number | null }>
  > {
    const rows = await db.clientCompany.findMany({
      where: { id: { in: [...companyIds] } },
      select: { id: true, planId: true, calendarId: true },
    });
    return new Map(rows.map(({ id, ...contract }) => [id, contract]));
  }

  return {
    plans,
    calendars,
    keepFirst,
    lockOpen,
    listOpen,
    listAll,
    insert,
    insertEnded,
    save,
    listToTell,
    lockOpenUnder,
    contractsOf,
  };
}

function rowOf({ spentMs, ...clock }: ClockState) {
  return { ...clock, spentMs: BigInt(Math.round(spentMs)) };
}

export function columnsOf({ promises, ...target }: SlaTarget) {
  const minutesOf = (kind: ClockKind) => promises[kind];
  return {
    ...target,
    responseMinutes: minutesOf('response'),
    nextResponseMinutes: minutesOf('next_response'),
    resolutionMinutes: minutesOf('resolution'),
  };
}

export function toPlan(row: PlanRow & { readonly targets: readonly TargetRow[] }): SlaPlan {
  const { id, name, isDefault, calendarId, warnPercents, escalationMinutes, targets } = row;
  return {
    ...{ id, name, isDefault, calendarId, warnPercents, escalationMinutes },
    targets: targets.map((target) => ({
      subject: target.subject as ClockedSubject,
      typeId: target.typeId,
      urgency: target.urgency,
      promises: {
        response: target.responseMinutes,
        next_response: target.nextResponseMinutes,
        resolution: target.resolutionMinutes,
      },
    })),
  };
}

function toClock({ spentMs, tellAt: _, ...row }: ClockRow): KeptClock {
  return {
    ...row,
    subject: row.subject as ClockedSubject,
    kind: row.kind as ClockKind,
    outcome: row.outcome as ClockOutcome | null,
    spentMs: Number(spentMs),
  };
}
