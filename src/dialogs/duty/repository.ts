// Dialogs that nobody has, what somebody leaves behind at the end of a shift, and to whom it is offered.

import type { DeskKindName } from '../../desks/kinds/kinds.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { DialogStatus } from '../dialog.ts';

/** An open dialog of somebody, as a line of a list. */
export interface HeldDialog {
  readonly dialogId: number;
  readonly deskId: number | null;
  readonly clientName: string;
  readonly status: DialogStatus;
  readonly waitingSince: Date | null;
  readonly deadlineAt: Date | null;
  /** When its holder wants to be reminded of it next; null: never. */
  readonly remindAt: Date | null;
  readonly deskKind: DeskKindName | null;
  readonly deskChatId: number | null;
  readonly threadId: number | null;
}

export interface Handover {
  readonly id: number;
  readonly fromId: number;
  readonly toId: number;
  readonly state: 'offered' | 'accepted' | 'declined' | 'withdrawn';
  readonly dialogIds: readonly number[];
}

export type DutyRepository = ReturnType<typeof createDutyRepository>;

/** Every method that takes a transaction belongs to it. */
export function createDutyRepository({ prisma }: Database) {
  /**
   * Dialogs of these desks whose client waits and that nobody has, longest first; not those that only
   * whoever has just let them go could get.
   */
  async function listNobodys(
    deskIds: readonly number[],
    onDuty: readonly number[],
    limit: number,
  ): Promise<number[]> {
    const rows = await prisma.$queryRaw<{ id: number }[]>`
      SELECT d.id FROM dialog d
      WHERE d.desk_id = ANY(${[...deskIds]}::int[]) AND d.closed_at IS NULL
        AND d.waiting_since IS NOT NULL
        AND (d.assignee_id IS NULL
          OR EXISTS (SELECT FROM staff s WHERE s.id = d.assignee_id AND s.removed_at IS NOT NULL))
        AND EXISTS (SELECT FROM unnest(${[...onDuty]}::int[]) AS p (id)
          WHERE p.id IS DISTINCT FROM d.given_back_by_id)
      ORDER BY d.waiting_since, d.id LIMIT ${limit}`;
    return rows.map((row) => row.id);
  }

  /** Who let the dialog go last; null: nobody did. */
  async function givenBackBy(tx: Tx, dialogId: number): Promise<number | null> {
    const row = await tx.dialog.findUniqueOrThrow({
      where: { id: dialogId },
      select: { givenBackById: true },
    });
    return row.givenBackById;
  }

  /** How many clients wait for each of these; who keeps nobody waiting is not in the map. */
  async function waitingFor(tx: Tx, staffIds: readonly number[]): Promise<Map<number, number>> {
    const rows = await tx.$queryRaw<{ id: number; dialogs: number }[]>`
      SELECT assignee_id AS id, count(*)::int AS dialogs FROM dialog
      WHERE closed_at IS NULL AND waiting_since IS NOT NULL
        AND assignee_id = ANY(${[...staffIds]}::int[]) GROUP BY assignee_id`;
    return new Map(rows.map(({ id, dialogs }) => [id, dialogs]));
  }

  /** The open dialogs of somebody, or those of them with these numbers; who waits longest comes first. */
  async function listHeld(
    staffId: number,
    only: readonly number[] | null = null,
  ): Promise<HeldDialog[]> {
    const rows = await prisma.dialog.findMany({
      where: { assigneeId: staffId, closedAt: null, ...(only ? { id: { in: [...only] } } : {}) },
      orderBy: [{ waitingSince: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
      select: {
        id: true,
        deskId: true,
        status: true,
        waitingSince: true,
        deadlineAt: true,
        threadId: true,
        client: { select: { name: true } },
        desk: { select: { kind: true, chatId: true } },
        reminders: {
          where: { staffId, doneAt: null, cancelledAt: null },
          orderBy: { dueAt: 'asc' },
          take: 1,
          select: { dueAt: true },
        },
      },
    });
    return rows.map(({ id, client, desk, status, reminders, ...rest }) => ({
      ...rest,
      dialogId: id,
      clientName: client.name,
      status: status as DialogStatus,
      remindAt: reminders[0]?.dueAt ?? null,
      deskKind: (desk?.kind ?? null) as DeskKindName | null,
      deskChatId: desk ? Number(desk.chatId) : null,
    }));
  }

  /** The numbers of somebody's open dialogs. */
  async function heldIds(tx: Tx, staffId: number): Promise<number[]> {
    const rows = await tx.dialog.findMany({
      where: { assigneeId: staffId, closedAt: null },
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }

  /** Null: such an offer stands already. */
  async function offer(
    tx: Tx,
    { fromId, toId, dialogIds }: Pick<Handover, 'fromId' | 'toId' | 'dialogIds'>,
    now: Date,
  ): Promise<number | null> {
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO handover (from_id, to_id, created_at)
      VALUES (${fromId}, ${toId}, ${now}::timestamptz)
      ON CONFLICT (from_id, to_id) WHERE state = 'offered' DO NOTHING RETURNING id`;
    if (!row) return null;
    const data = dialogIds.map((dialogId) => ({ handoverId: row.id, dialogId }));
    await tx.handoverDialog.createMany({ data });
    return row.id;
  }

  async function find(id: number, db: Tx = prisma): Promise<Handover | null> {
    const row = await db.handover.findUnique({
      where: { id },
      select: {
        fromId: true,
        toId: true,
        state: true,
        dialogs: { select: { dialogId: true }, orderBy: { dialogId: 'asc' } },
      },
    });
    if (!row) return null;
    const { dialogs, state, ...rest } = row;
    const dialogIds = dialogs.map(({ dialogId }) => dialogId);
    return { ...rest, id, state: state as Handover['state'], dialogIds };
  }

  /** False: it was decided before. */
  async function decide(
    tx: Tx,
    id: number,
    state: 'accepted' | 'declined',
    now: Date,
  ): Promise<boolean> {
    const { count } = await tx.handover.updateMany({
      where: { id, state: 'offered' },
      data: { state, decidedAt: now },
    });
    return count === 1;
  }

  /** What somebody has offered and nobody has decided on is offered no more. */
  async function withdraw(tx: Tx, fromId: number, now: Date): Promise<void> {
    await tx.handover.updateMany({
      where: { fromId, state: 'offered' },
      data: { state: 'withdrawn', decidedAt: now },
    });
  }

  return { listNobodys, givenBackBy, waitingFor, listHeld, heldIds, offer, find, decide, withdraw };
}
