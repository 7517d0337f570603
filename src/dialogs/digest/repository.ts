// Who waits at a desk in the morning, and which mornings were told of.

import type { DeskKindName } from '../../desks/kinds/kinds.ts';
import type { Database, Tx } from '../../platform/database/index.ts';

export interface Waiting {
  readonly dialogId: number;
  readonly clientName: string;
  readonly waitingSince: Date;
  /** Null: nobody has it. */
  readonly assigneeName: string | null;
  readonly deskKind: DeskKindName | null;
  readonly deskChatId: number | null;
  readonly threadId: number | null;
}

export interface Morning {
  readonly total: number;
  /** Of them, those whose answer is late. */
  readonly late: number;
  /** Who waits longest, longest first. */
  readonly longest: readonly Waiting[];
}

export type DigestRepository = ReturnType<typeof createDigestRepository>;

/** A day is a civil date, «2026-11-22». */
export function createDigestRepository({ prisma }: Database) {
  /** False: that morning was told of before. */
  async function claim(tx: Tx, deskId: number, day: string, now: Date): Promise<boolean> {
    const made = await tx.$executeRaw`
      INSERT INTO morning_digest (desk_id, day, sent_at)
      VALUES (${deskId}, ${day}::date, ${now}::timestamptz) ON CONFLICT DO NOTHING`;
    return made === 1;
  }

  /** Those of the desks that were told of that morning. */
  async function told(day: string): Promise<ReadonlySet<number>> {
    const rows = await prisma.$queryRaw<{ desk_id: number }[]>`
      SELECT desk_id FROM morning_digest WHERE day = ${day}::date`;
    return new Set(rows.map((row) => row.desk_id));
  }

  async function morning(deskId: number, now: Date, most: number): Promise<Morning> {
    const where = { deskId, closedAt: null, waitingSince: { not: null } };
    const total = await prisma.dialog.count({ where });
    const late = await prisma.dialog.count({ where: { ...where, deadlineAt: { lte: now } } });
    const rows = await prisma.dialog.findMany({
      where,
      orderBy: [{ waitingSince: 'asc' }, { id: 'asc' }],
      take: most,
      select: {
        id: true,
        threadId: true,
        waitingSince: true,
        client: { select: { name: true } },
        assignee: { select: { name: true, removedAt: true } },
        desk: { select: { kind: true, chatId: true } },
      },
    });
    const longest = rows.map(({ id, threadId, waitingSince, client, assignee, desk }) => ({
      dialogId: id,
      clientName: client.name,
      waitingSince: waitingSince ?? now,
      assigneeName: assignee && !assignee.removedAt ? assignee.name : null,
      deskKind: (desk?.kind ?? null) as DeskKindName | null,
      deskChatId: desk ? Number(desk.chatId) : null,
      threadId,
    }));
    return { total, late, longest };
  }

  return { claim, told, morning };
}
