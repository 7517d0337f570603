// Plans as those see them who change them: also those that were put away, and who has them.

import type { Prisma } from '../generated/prisma/client.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { SlaPlan, SlaTarget } from './plan.ts';
import type { TargetRow } from './plan-change.ts';
import { columnsOf, toPlan } from './repository.ts';

export interface KeptPlan extends SlaPlan {
  readonly revision: number;
  readonly isArchived: boolean;
}

/** What of a plan stands in its own row. */
export interface PlanColumns {
  readonly name: string;
  readonly calendarId: number;
  readonly isDefault: boolean;
  readonly warnPercents: readonly number[];
  readonly escalationMinutes: readonly number[];
  readonly archivedAt: Date | null;
}

export type PlanRepository = ReturnType<typeof createPlanRepository>;

const WITH_TARGETS = { targets: { orderBy: { id: 'asc' } } } as const;

/** Every method takes the transaction it belongs to, or the database. */
export function createPlanRepository({ prisma }: Pick<Database, 'prisma'>) {
  /** The default one first, then by name; those that were put away last. */
  async function list(db: Tx = prisma): Promise<KeptPlan[]> {
    const rows = await db.slaPlan.findMany({
      include: WITH_TARGETS,
      orderBy: [
        { archivedAt: { sort: 'asc', nulls: 'first' } },
        { isDefault: 'desc' },
        { name: 'asc' },
      ],
    });
    return rows.map(toKept);
  }

  /** Nobody else changes it, nor which one is the default, until the transaction ends; null: there is none. */
  async function lock(tx: Tx, id: number): Promise<KeptPlan | null> {
    await tx.$queryRaw`SELECT 1 FROM sla_plan WHERE id = ${id} OR is_default ORDER BY id FOR UPDATE`;
    const row = await tx.slaPlan.findUnique({ where: { id }, include: WITH_TARGETS });
    return row && toKept(row);
  }

  async function update(tx: Tx, id: number, columns: Partial<PlanColumns>): Promise<void> {
    const { warnPercents, escalationMinutes, ...rest } = columns;
    const data = {
      ...rest,
      ...(warnPercents && { warnPercents: [...warnPercents] }),
      ...(escalationMinutes && { escalationMinutes: [...escalationMinutes] }),
      ...{ fromEnvironment: false, revision: { increment: 1 } },
    };
    await tx.slaPlan.update({ where: { id }, data });
  }

  /** The number of the plan that was the default. */
  async function makeDefault(tx: Tx, id: number): Promise<number> {
    const { id: former } = await tx.slaPlan.findFirstOrThrow({ where: { isDefault: true } });
    await update(tx, former, { isDefault: false });
    await update(tx, id, { isDefault: true });
    return former;
  }

  async function putTarget(tx: Tx, planId: number, target: SlaTarget): Promise<void> {
    await dropTarget(tx, planId, target);
    await tx.slaTarget.create({ data: { planId, ...columnsOf(target) } });
  }

  async function dropTarget(tx: Tx, planId: number, row: TargetRow): Promise<void> {
    const { subject, typeId, urgency } = row;
    await tx.slaTarget.deleteMany({ where: { planId, subject, typeId, urgency } });
  }

  async function insert(tx: Tx, name: string, like: SlaPlan): Promise<number> {
    const { calendarId, warnPercents, escalationMinutes, targets } = like;
    const { id } = await tx.slaPlan.create({
      data: {
        ...{ name, calendarId },
        warnPercents: [...warnPercents],
        escalationMinutes: [...escalationMinutes],
        targets: { create: targets.map(columnsOf) },
      },
    });
    return id;
  }

  /** Whether another plan is called so, also one that was put away. */
  async function isNamed(db: Tx, name: string, exceptId = 0): Promise<boolean> {
    const where = { name: { equals: name, mode: 'insensitive' }, id: { not: exceptId } } as const;
    return (await db.slaPlan.count({ where })) > 0;
  }

  /** Names of the companies we serve that have this plan agreed; null: those that have agreed none. */
  async function clientsOf(db: Tx, planId: number | null): Promise<readonly string[]> {
    const where = { planId, endedAt: null };
    const rows = await db.clientCompany.findMany({
      where,
      orderBy: { name: 'asc' },
      select: { name: true },
    });
    return rows.map(({ name }) => name);
  }

  /** How many there are of each; under null those that have agreed none. */
  async function clientCounts(db: Tx): Promise<ReadonlyMap<number | null, number>> {
    const where = { endedAt: null };
    const rows = await db.clientCompany.groupBy({ by: ['planId'], where, _count: true });
    return new Map(rows.map(({ planId, _count }) => [planId, _count]));
  }

  /** Whether the calendar is there to be chosen. */
  async function hasCalendar(db: Tx, id: number): Promise<boolean> {
    return (await db.slaCalendar.count({ where: { id, archivedAt: null } })) > 0;
  }

  return {
    ...{ list, lock, update, makeDefault, putTarget, dropTarget, insert },
    ...{ isNamed, clientsOf, clientCounts, hasCalendar },
  };
}

type Row = Prisma.SlaPlanGetPayload<{ include: { targets: true } }>;

function toKept(row: Row): KeptPlan {
  return { ...toPlan(row), revision: row.revision, isArchived: row.archivedAt !== null };
}
