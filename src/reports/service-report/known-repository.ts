// Clients, types, employees and plans, with their names.

import type { Database, Tx } from '../../platform/database/index.ts';
import type { Known } from './known.ts';

export type KnownRepository = ReturnType<typeof createKnownRepository>;

export function createKnownRepository({ prisma }: Pick<Database, 'prisma'>) {
  /** By name; those we work with no more at the end. */
  async function known(): Promise<Known> {
    const byName = { name: 'asc' } as const;
    const [companies, types, staff, plans] = await Promise.all([
      prisma.clientCompany.findMany({ orderBy: byName }),
      prisma.ticketType.findMany({ orderBy: { position: 'asc' } }),
      prisma.staff.findMany({ orderBy: byName }),
      prisma.slaPlan.findMany({ where: { archivedAt: null }, orderBy: byName }),
    ]);
    return {
      companies: companies
        .map(({ id, name, endedAt, weeklyReport }) => ({
          ...{ id, name, served: endedAt === null, weekly: weeklyReport },
        }))
        .toSorted((a, b) => Number(b.served) - Number(a.served)),
      types: types.map(({ id, code, nameRu, nameEn, checklist }) => ({
        ...{ id, code, checklist },
        name: { ru: nameRu, en: nameEn },
      })),
      staff: staff
        .map(({ id, name, removedAt, weeklyReport: weekly }) => ({
          ...{ id, name, weekly },
          works: removedAt === null,
        }))
        .toSorted((a, b) => Number(b.works) - Number(a.works)),
      plans: plans.map(({ id, name }) => ({ id, name })),
    };
  }

  /** Switches a client's weekly report on or off; null: there is no such client. */
  async function turnWeekly(tx: Tx, companyId: number): Promise<boolean | null> {
    const [row] = await tx.$queryRaw<{ weekly_report: boolean }[]>`
      UPDATE client_company SET weekly_report = NOT weekly_report WHERE id = ${companyId}
      RETURNING weekly_report`;
    return row?.weekly_report ?? null;
  }

  /** Switches the weekly report of an employee on or off. */
  async function turnOwnWeekly(tx: Tx, staffId: number): Promise<boolean> {
    const [row] = await tx.$queryRaw<{ weekly_report: boolean }[]>`
      UPDATE staff SET weekly_report = NOT weekly_report WHERE id = ${staffId}
      RETURNING weekly_report`;
    return row?.weekly_report ?? false;
  }

  return { known, turnWeekly, turnOwnWeekly };
}
