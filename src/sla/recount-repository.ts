// What is still to be counted anew after a change, how far that has come, and clocks by the hundred.

import { Prisma } from '../generated/prisma/client.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { KeptClock } from './kept-clock.ts';

export interface Recount {
  readonly id: number;
  readonly by: { readonly planId: number } | { readonly calendarId: number };
  /** Whether the desk's own dialogs are counted anew as well. */
  readonly dialogs: boolean;
  /** What was counted before that moment stays as it was counted. */
  readonly askedAt: Date;
  /** The last clock and the last dialog that it has come to. */
  readonly clockId: number;
  readonly dialogId: number;
}

export type RecountRepository = ReturnType<typeof createRecountRepository>;

/** Every method takes the transaction it belongs to. */
export function createRecountRepository({ prisma }: Pick<Database, 'prisma'>) {
  async function ask(
    tx: Tx,
    by: Recount['by'],
    { dialogs, askedAt }: Pick<Recount, 'dialogs' | 'askedAt'>,
  ): Promise<void> {
    await tx.slaRecount.create({ data: { ...by, dialogs, askedAt } });
  }

  /** The oldest; null: nothing is to be counted. */
  async function first(): Promise<Recount | null> {
    const row = await prisma.slaRecount.findFirst({ orderBy: { id: 'asc' } });
    if (!row) return null;
    const { planId, calendarId, ...rest } = row;
    return { ...rest, by: planId === null ? { calendarId: calendarId ?? 0 } : { planId } };
  }

  async function goOn(
    tx: Tx,
    id: number,
    at: Partial<Pick<Recount, 'clockId' | 'dialogId'>>,
  ): Promise<void> {
    await tx.slaRecount.updateMany({ where: { id }, data: at });
  }

  async function end(tx: Tx, id: number): Promise<void> {
    await tx.slaRecount.deleteMany({ where: { id } });
  }

  /** What counting anew can change of open clocks, in one statement. */
  async function saveAll(
    tx: Tx,
    clocks: readonly (KeptClock & { readonly tellAt: Date | null })[],
  ): Promise<void> {
    if (clocks.length === 0) return;
    const rows = clocks.map(({ spentMs, ...clock }) => ({
      ...clock,
      spentMs: Math.round(spentMs),
    }));
    await tx.$executeRaw`
      UPDATE sla_clock AS c SET plan_id = n."planId", calendar_id = n."calendarId",
        target_minutes = n."targetMinutes", spent_ms = n."spentMs", running_since = n."runningSince",
        due_at = n."dueAt", told = n.told, tell_at = n."tellAt", stopped_at = n."stoppedAt", outcome = n.outcome
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS n(id int, "planId" int, "calendarId" int,
        "targetMinutes" int, "spentMs" bigint, "runningSince" timestamptz, "dueAt" timestamptz, told int,
        "tellAt" timestamptz, "stoppedAt" timestamptz, outcome text)
      WHERE c.id = n.id AND c.stopped_at IS NULL`;
  }

  /** Of open clocks under a plan whose marks change: `told[n]` counts as told where n steps were. */
  async function recountTold(tx: Tx, planId: number, told: readonly number[]): Promise<void> {
    await tx.$executeRaw(Prisma.sql`
      UPDATE sla_clock SET told = coalesce((${[...told]}::int[])[told + 1], told)
      WHERE plan_id = ${planId} AND stopped_at IS NULL`);
  }

  return { ask, first, goOn, end, saveAll, recountTold };
}
