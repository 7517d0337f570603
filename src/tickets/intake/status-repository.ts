// The tickets that a client asks about, and what happened to one.

import type { Tx } from '../../platform/database/index.ts';

export interface Step {
  /** A deed, as the log names it without its subject. */
  readonly deed: string;
  readonly at: Date;
}

export type StatusRepository = ReturnType<typeof createStatusRepository>;

const MOST = 200;
const MOST_STEPS = 15;

/** Every method takes the transaction it belongs to, or the database. */
export function createStatusRepository() {
  /** Of these rooms' tickets those that are not over, the latest first; of one author alone where asked so. */
  async function listOpen(
    db: Tx,
    { roomIds, userId }: { readonly roomIds: readonly number[]; readonly userId: number | null },
  ): Promise<number[]> {
    const rows = await db.ticket.findMany({
      where: {
        ...{ roomId: { in: [...roomIds] }, endedAt: null },
        ...(userId === null ? {} : { author: { userId: BigInt(userId) } }),
      },
      select: { id: true },
      orderBy: { id: 'desc' },
      take: MOST,
    });
    return rows.map(({ id }) => id);
  }

  /** The last of these deeds, oldest first. */
  async function stepsOf(db: Tx, ticketId: number, deeds: readonly string[]): Promise<Step[]> {
    const rows = await db.event.findMany({
      where: {
        ...{ subject: 'ticket', subjectId: ticketId },
        type: { in: deeds.map((deed) => `ticket-${deed}`) },
      },
      select: { type: true, at: true },
      orderBy: { id: 'desc' },
      take: MOST_STEPS,
    });
    return rows.reverse().map(({ type, at }) => ({ at, deed: type.replace(/^ticket-/, '') }));
  }

  return { listOpen, stepsOf };
}
