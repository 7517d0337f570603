// The table of reminders.

import type { Database, Tx } from '../../platform/database/index.ts';

export interface Reminder {
  readonly id: number;
  readonly dialogId: number;
  readonly staffId: number;
  readonly dueAt: Date;
  /** As they were written; null: none. */
  readonly words: string | null;
  /** Neither said nor cancelled. */
  readonly isOpen: boolean;
}

export type NewReminder = Omit<Reminder, 'id' | 'isOpen'>;

export type ReminderRepository = ReturnType<typeof createReminderRepository>;

const OPEN = { doneAt: null, cancelledAt: null };

/** Every method that takes a transaction belongs to it. A reminder ends once. */
export function createReminderRepository({ prisma }: Database) {
  /** Null: this person is to be reminded of this dialog at that minute already. */
  async function insert(tx: Tx, reminder: NewReminder, now: Date): Promise<number | null> {
    const { dialogId, staffId, dueAt, words } = reminder;
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO reminder (dialog_id, staff_id, due_at, words, created_at)
      VALUES (${dialogId}, ${staffId}, ${dueAt}::timestamptz, ${words}, ${now}::timestamptz)
      ON CONFLICT (dialog_id, staff_id, due_at) WHERE done_at IS NULL AND cancelled_at IS NULL
      DO NOTHING RETURNING id`;
    return row?.id ?? null;
  }

  async function find(id: number, db: Tx = prisma): Promise<Reminder | null> {
    const row = await db.reminder.findUnique({ where: { id } });
    if (!row) return null;
    const { dialogId, staffId, dueAt, words, doneAt, cancelledAt } = row;
    return { id, dialogId, staffId, dueAt, words, isOpen: !doneAt && !cancelledAt };
  }

  /** False: it was said or cancelled before. */
  async function cancel(tx: Tx, id: number, byId: number, now: Date): Promise<boolean> {
    const { count } = await tx.reminder.updateMany({
      where: { id, ...OPEN },
      data: { cancelledAt: now, cancelledById: byId },
    });
    return count === 1;
  }

  /** Notes that it is said; false: it is not due yet, or was said or cancelled before. */
  async function ring(tx: Tx, id: number, now: Date): Promise<boolean> {
    const { count } = await tx.reminder.updateMany({
      where: { id, dueAt: { lte: now }, ...OPEN },
      data: { doneAt: now },
    });
    return count === 1;
  }

  /** The longest due first. */
  async function listDue(now: Date, limit: number): Promise<{ id: number; dialogId: number }[]> {
    return prisma.reminder.findMany({
      where: { dueAt: { lte: now }, ...OPEN },
      orderBy: { dueAt: 'asc' },
      select: { id: true, dialogId: true },
      take: limit,
    });
  }

  /** What this person is to be reminded of, the soonest first. */
  async function listOf(staffId: number, db: Tx = prisma): Promise<Reminder[]> {
    const rows = await db.reminder.findMany({
      where: { staffId, ...OPEN },
      orderBy: { dueAt: 'asc' },
      select: { id: true, dialogId: true, staffId: true, dueAt: true, words: true },
    });
    return rows.map((row) => ({ ...row, isOpen: true }));
  }

  return { insert, find, cancel, ring, listDue, listOf };
}
