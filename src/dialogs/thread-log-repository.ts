// What the log of events knows of a dialog's threads: the topics it has lost, and what of a client's
// album could not be shown there.

import type { Tx } from '../platform/database/index.ts';

export type ThreadLogRepository = ReturnType<typeof createThreadLogRepository>;

/** Every method takes the transaction it belongs to. */
export function createThreadLogRepository() {
  async function countLosses(tx: Tx, dialogId: number, since: Date): Promise<number> {
    return tx.event.count({
      where: { subject: 'dialog', subjectId: dialogId, type: 'thread-lost', at: { gte: since } },
    });
  }

  /** Whether it is known already that a part of this album could not be shown. */
  async function isKnownToFail(tx: Tx, dialogId: number, mediaGroupId: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM event WHERE subject = 'dialog' AND subject_id = ${dialogId}
        AND type = 'copy-failed' AND data->>'album' = ${mediaGroupId} LIMIT 1`;
    return rows.length > 0;
  }

  return { countLosses, isKnownToFail };
}
