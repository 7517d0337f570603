// The number of undelivered messages that each supervisor was last told of.

import type { Database, Tx } from '../../platform/database/index.ts';

export type TrayCounterRepository = ReturnType<typeof createTrayCounterRepository>;

/** Of somebody who was told of none yet it is 0. */
export function createTrayCounterRepository({ prisma }: Database) {
  async function list(): Promise<ReadonlyMap<number, number>> {
    const rows = await prisma.trayCounter.findMany();
    return new Map(rows.map(({ staffId, count }) => [staffId, count]));
  }

  /** Writes the new number and returns the one before. */
  async function put(tx: Tx, staffId: number, count: number): Promise<number> {
    const [before] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count FROM tray_counter WHERE staff_id = ${staffId} FOR UPDATE`;
    await tx.trayCounter.upsert({
      where: { staffId },
      create: { staffId, count },
      update: { count },
    });
    return before?.count ?? 0;
  }

  return { list, put };
}
