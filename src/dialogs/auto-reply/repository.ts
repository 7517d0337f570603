// Who was told when somebody will answer: once in a dialog, and once for a client while nobody works.

import type { Database, Tx } from '../../platform/database/index.ts';

export interface Candidate {
  readonly dialogId: number;
  readonly addressId: number;
  /** The dialog was opened by it just now, for the first time or again. */
  readonly opened: boolean;
  /** Whoever was answered since then is in a conversation, whatever the hour. */
  readonly since: Date;
}

export type AutoReplyRepository = ReturnType<typeof createAutoReplyRepository>;

/** Reads and writes on the way of clients' messages, out of hours alone. */
export function createAutoReplyRepository({ prisma }: Database) {
  /** Those of the dialogs whose client is to be told now, noted as told; `opensAt`: when work begins. */
  async function claim(
    tx: Tx,
    candidates: readonly Candidate[],
    opensAt: Date,
    now: Date,
  ): Promise<ReadonlySet<number>> {
    const rows = await tx.$queryRaw<{ dialog_id: number }[]>`
      INSERT INTO auto_reply (address_id, opens_at, dialog_id, at)
      SELECT c."addressId", ${opensAt}::timestamptz, c."dialogId", ${now}::timestamptz
      FROM json_to_recordset(${JSON.stringify(candidates)}::json)
        AS c("dialogId" int, "addressId" int, opened bool, since timestamptz)
      WHERE (c.opened OR NOT EXISTS (SELECT FROM auto_reply a WHERE a.dialog_id = c."dialogId"))
        AND NOT EXISTS (SELECT FROM message m WHERE m.dialog_id = c."dialogId" AND m.author = 'staff'
          AND m.purpose = 'answer' AND m.received_at >= c.since)
      ON CONFLICT (address_id, opens_at) DO NOTHING RETURNING dialog_id`;
    return new Set(rows.map((row) => row.dialog_id));
  }

  /** What has become of a dialog since; null: there is no such dialog. */
  async function standing(
    dialogId: number,
    since: Date,
  ): Promise<{
    readonly deskId: number | null;
    readonly isClosed: boolean;
    readonly isAnswered: boolean;
  } | null> {
    const dialog = await prisma.dialog.findUnique({
      where: { id: dialogId },
      select: { deskId: true, closedAt: true },
    });
    if (!dialog) return null;
    const answers = await prisma.message.count({
      where: { dialogId, author: 'staff', purpose: 'answer', receivedAt: { gte: since } },
    });
    return {
      deskId: dialog.deskId,
      isClosed: dialog.closedAt !== null,
      isAnswered: answers > 0,
    };
  }

  return { claim, standing };
}
