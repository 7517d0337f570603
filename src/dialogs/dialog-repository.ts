// The table of dialogs. Everything works on sets: a hundred clients who write at once are one
// statement. Dialogs are locked in the order of their ids, so that no two verbs wait for each other.

import type { DeskKindName } from '../desks/kinds/kinds.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Dialog } from './dialog.ts';
import { type DialogRow, toDialog } from './rows.ts';

/** Whoever left has no open dialog; who had a closed one stays known. */
const ASSIGNEE = `CASE WHEN d.closed_at IS NOT NULL THEN d.assignee_id
   ELSE (SELECT s.id FROM staff s WHERE s.id = d.assignee_id AND s.removed_at IS NULL) END AS assignee_id`;

const DESK_KIND = '(SELECT k.kind FROM desk k WHERE k.id = d.desk_id) AS desk_kind';

const COLUMNS = Prisma.raw(
  `d.id, d.desk_id, ${DESK_KIND}, d.client_id, d.address_id, d.channel, d.status, d.status_before_note, ${ASSIGNEE},
   d.holder_active_at, d.revision, d.previous_id, d.opened_at, d.closed_at, d.last_question_at, d.waiting_since, d.new_count,
   d.answers_delivered, d.thanked_at, d.late_writing_at, d.rating, d.rated_at, d.rating_words`,
);

/** To five minutes, as the constraint `dialog_listed_at` has it. */
function listedAt(lastQuestionAt: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`date_bin('5 minutes', ${lastQuestionAt}, 'epoch')`;
}

/** Which dialog of each address is its last: the open one, else the one that was closed last. */
function lastOf(addressIds: readonly number[]): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (address_id) id FROM dialog WHERE address_id = ANY(${[...addressIds]}::int[])
    ORDER BY address_id, (closed_at IS NULL) DESC, closed_at DESC, id DESC`;
}

/** The clock of the answer, as the sweeps find it. */
export interface DialogClock {
  readonly warnAt: Date | null;
  readonly deadlineAt: Date | null;
}

export type DialogWithClock = Dialog & DialogClock;

export interface NewDialog {
  readonly clientId: number;
  readonly addressId: number;
  readonly channel: string;
  readonly previousId: number | null;
  /** The desk that the client has chosen; null: the channel's, or the default. */
  readonly deskId: number | null;
}

export type DialogRepository = ReturnType<typeof createDialogRepository>;

/**
 * Every method that takes a transaction belongs to it; `lock` and `lockLast` hold their rows until it
 * ends.
 */
export function createDialogRepository({ prisma }: Database) {
  async function lock(tx: Tx, ids: readonly number[]): Promise<Dialog[]> {
    const rows = await tx.$queryRaw<DialogRow[]>`
      SELECT ${COLUMNS} FROM dialog d WHERE d.id = ANY(${[...ids]}::int[]) ORDER BY d.id FOR NO KEY UPDATE`;
    return rows.map(toDialog);
  }

  /** A dialog as it is now; nothing is locked. */
  async function find(id: number): Promise<Dialog | null> {
    const [row] = await prisma.$queryRaw<DialogRow[]>`
      SELECT ${COLUMNS} FROM dialog d WHERE d.id = ${id}`;
    return row ? toDialog(row) : null;
  }

  /** The last dialog of each address; locked. */
  async function lockLast(tx: Tx, addressIds: readonly number[]): Promise<Map<number, Dialog>> {
    const rows = await tx.$queryRaw<DialogRow[]>`
      SELECT ${COLUMNS} FROM dialog d WHERE d.id IN (${lastOf(addressIds)})
      ORDER BY d.id FOR NO KEY UPDATE`;
    return new Map(rows.map((row) => [row.address_id, toDialog(row)]));
  }

  /** Whether what the client writes next comes to this dialog; nothing is locked. */
  async function isLast(tx: Tx, { id, addressId }: Dialog): Promise<boolean> {
    const [last] = await tx.$queryRaw<{ id: number }[]>(lastOf([addressId]));
    return last?.id === id;
  }

  /** New dialogs, each on the desk it belongs to, in the order given; they wait for their first question. */
  async function insert(tx: Tx, dialogs: readonly NewDialog[], now: Date): Promise<Dialog[]> {
    if (dialogs.length === 0) return [];
    const rows = await tx.$queryRaw<DialogRow[]>`
      INSERT INTO dialog AS d
        (desk_id, client_id, address_id, channel, previous_id, status, opened_at, last_question_at, listed_at)
      SELECT coalesce(n."deskId", (SELECT r.desk_id FROM desk_route r WHERE r.channel = n.channel),
          (SELECT k.id FROM desk k ORDER BY k.is_default DESC, k.id LIMIT 1)), n."clientId", n."addressId", n.channel, n."previousId",
        'unanswered', ${now}::timestamptz, ${now}::timestamptz, ${listedAt(Prisma.sql`${now}::timestamptz`)}
      FROM ROWS FROM (json_to_recordset(${JSON.stringify(dialogs)}::json)
        AS ("clientId" int, "addressId" int, channel text, "previousId" int, "deskId" int)) WITH ORDINALITY AS n
      ORDER BY n.ordinality
      RETURNING ${COLUMNS}`;
    return rows.map(toDialog);
  }

  /** Writes dialogs as they now are. A clock that begins anew forgets who was warned before. */
  async function update(tx: Tx, dialogs: readonly DialogWithClock[]): Promise<void> {
    if (dialogs.length === 0) return;
    await tx.$executeRaw`
      UPDATE dialog AS d SET status = n.status, status_before_note = n."statusBeforeNote",
        assignee_id = n."assigneeId", holder_active_at = n."holderActiveAt", revision = n.revision, closed_at = n."closedAt",
        last_question_at = n."lastQuestionAt", listed_at = ${listedAt(Prisma.sql`n."lastQuestionAt"`)}, new_count = n."newCount",
        answers_delivered = n."answersDelivered", thanked_at = n."thankedAt",
        late_writing_at = n."lateWritingAt", waiting_since = n."waitingSince",
        rating = n.rating, rated_at = n."ratedAt", rating_words = n."ratingWords", warn_at = n."warnAt", deadline_at = n."deadlineAt",
        warned_at = CASE WHEN d.waiting_since IS NOT DISTINCT FROM n."waitingSince" THEN d.warned_at END,
        escalated_at = CASE WHEN d.waiting_since IS NOT DISTINCT FROM n."waitingSince" THEN d.escalated_at END
      FROM json_to_recordset(${JSON.stringify(dialogs)}::json) AS n(
        id int, status text, "statusBeforeNote" text, "assigneeId" int, "holderActiveAt" timestamptz, revision int, "closedAt" timestamptz,
        "lastQuestionAt" timestamptz, "newCount" int, "answersDelivered" int, "thankedAt" timestamptz,
        "lateWritingAt" timestamptz, rating int, "ratedAt" timestamptz, "ratingWords" text, "waitingSince" timestamptz, "warnAt" timestamptz, "deadlineAt" timestamptz)
      WHERE d.id = n.id`;
  }

  async function findByThread(deskId: number, threadId: number): Promise<number | null> {
    const row = await prisma.dialog.findFirst({
      where: { deskId, threadId },
      select: { id: true },
    });
    return row?.id ?? null;
  }

  /** Whether another dialog of this client on this channel is open. */
  async function findOtherOpen(tx: Tx, dialog: Dialog): Promise<number | null> {
    const row = await tx.dialog.findFirst({
      where: { addressId: dialog.addressId, closedAt: null, id: { not: dialog.id } },
      select: { id: true },
    });
    return row?.id ?? null;
  }

  /** Dialogs that began before there was a desk join it; returns their ids. */
  async function adopt(tx: Tx, deskId: number): Promise<number[]> {
    const rows = await tx.$queryRaw<{ id: number }[]>`
      UPDATE dialog SET desk_id = ${deskId} WHERE desk_id IS NULL RETURNING id`;
    return rows.map((row) => row.id);
  }

  /** The dialogs of a desk, or of an employee, whose cards are worth redrawing: the open ones. */
  async function listOpen(
    tx: Tx,
    of: { readonly deskId: number } | { readonly assigneeId: number },
  ): Promise<Pick<Dialog, 'id' | 'deskKind'>[]> {
    const rows = await tx.dialog.findMany({
      where: { ...of, closedAt: null },
      select: { id: true, desk: { select: { kind: true } } },
    });
    return rows.map(({ id, desk }) => ({
      id,
      deskKind: (desk?.kind ?? null) as DeskKindName | null,
    }));
  }

  /** These dialogs, or all of these clients or of an employee, and whether they are open. */
  async function listAll(
    tx: Tx,
    of:
      | { readonly ids: readonly number[] }
      | { readonly clientIds: readonly number[] }
      | { readonly assigneeId: number },
  ): Promise<(Pick<Dialog, 'id' | 'deskKind'> & { readonly open: boolean })[]> {
    const where =
      'ids' in of
        ? { id: { in: [...of.ids] } }
        : 'clientIds' in of
          ? { clientId: { in: [...of.clientIds] } }
          : { assigneeId: of.assigneeId };
    const rows = await tx.dialog.findMany({
      where,
      select: { id: true, closedAt: true, desk: { select: { kind: true } } },
    });
    return rows.map(({ id, closedAt, desk }) => ({
      id,
      deskKind: (desk?.kind ?? null) as DeskKindName | null,
      open: closedAt === null,
    }));
  }

  /** On which channel and under which name the dialog's client is. */
  async function addressOf(
    tx: Tx,
    dialog: Dialog,
  ): Promise<{ channel: string; externalId: string }> {
    return tx.clientAddress.findUniqueOrThrow({
      where: { id: dialog.addressId },
      select: { channel: true, externalId: true },
    });
  }

  return {
    lock,
    find,
    lockLast,
    isLast,
    insert,
    update,
    findByThread,
    findOtherOpen,
    adopt,
    listOpen,
    listAll,
    addressOf,
  };
}
