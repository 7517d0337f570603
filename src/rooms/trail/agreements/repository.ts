// The table of agreements, with whoever they concern.

import type { Content } from '../../../dialogs/content.ts';
import type { Database, Tx } from '../../../platform/database/index.ts';
import type { KeptMessage } from '../messages/kept.ts';
import { toKept } from '../messages/repository.ts';
import type { Agreement, Deed } from './agreement.ts';

/** An agreement with the message that it is, as that stands now. */
export interface PlacedAgreement {
  readonly agreement: Agreement;
  readonly message: KeptMessage;
}

export interface NewAgreement {
  readonly roomId: number;
  readonly message: Pick<KeptMessage, 'id' | 'version' | 'content'>;
  readonly partnerId: number | null;
  readonly fixedById: number;
}

export type AgreementRepository = ReturnType<typeof createAgreementRepository>;

/** Methods with `tx` belong to it. */
export function createAgreementRepository({ prisma }: Database) {
  /** Numbers in a room are given one after the other: nobody else gives one until the transaction ends. */
  async function insert(tx: Tx, agreement: NewAgreement, now: Date): Promise<number> {
    const { roomId, message, partnerId, fixedById } = agreement;
    await tx.$queryRaw`SELECT id FROM room WHERE id = ${roomId} FOR NO KEY UPDATE`;
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO room_agreement (room_id, number, message_id, version, content, fixed_by_id, fixed_at,
        partner_id)
      VALUES (${roomId},
        (SELECT coalesce(max(number), 0) + 1 FROM room_agreement WHERE room_id = ${roomId}),
        ${message.id}, ${message.version}, ${JSON.stringify(message.content)}::jsonb, ${fixedById},
        ${now}::timestamptz, ${partnerId}::int)
      RETURNING id`;
    return row?.id as number;
  }

  async function find(ids: readonly number[], db: Tx = prisma): Promise<PlacedAgreement[]> {
    const where = { id: { in: [...ids] } };
    const rows = await db.roomAgreement.findMany({ where, include: { message: true } });
    return rows.map(toPlaced);
  }

  /** Nobody else changes it until the transaction ends. */
  async function lock(tx: Tx, id: number): Promise<PlacedAgreement | null> {
    await tx.$queryRaw`SELECT id FROM room_agreement WHERE id = ${id} FOR NO KEY UPDATE`;
    return (await find([id], tx))[0] ?? null;
  }

  /** What was made of this kept message; null: nothing. */
  async function ofMessage(tx: Tx, messageId: number): Promise<Agreement | null> {
    const row = await tx.roomAgreement.findUnique({
      where: { messageId },
      include: { message: true },
    });
    return row && toPlaced(row).agreement;
  }

  async function update(tx: Tx, { id, confirmed, withdrawn, changedAt }: Agreement): Promise<void> {
    await tx.roomAgreement.update({
      where: { id },
      data: {
        exporterById: confirmed.exporter?.byId ?? null,
        exporterAt: confirmed.exporter?.at ?? null,
        otherById: confirmed.other?.byId ?? null,
        otherAt: confirmed.other?.at ?? null,
        withdrawnById: withdrawn?.byId ?? null,
        withdrawnAt: withdrawn?.at ?? null,
        changedAt,
      },
    });
  }

  /** Newest first. */
  async function page(
    roomId: number,
    { skip, take }: { readonly skip: number; readonly take: number },
  ): Promise<{ readonly total: number; readonly list: readonly PlacedAgreement[] }> {
    const total = await prisma.roomAgreement.count({ where: { roomId } });
    const rows = await prisma.roomAgreement.findMany({
      where: { roomId },
      orderBy: { number: 'desc' },
      skip,
      take,
      include: { message: true },
    });
    return { total, list: rows.map(toPlaced) };
  }

  /** Those of a room that wait for somebody to confirm them. */
  async function listOpen(tx: Tx, roomId: number): Promise<Pick<Agreement, 'id' | 'roomId'>[]> {
    const unconfirmed = [{ exporterAt: null }, { otherAt: null }];
    const where = { roomId, withdrawnAt: null, OR: unconfirmed };
    const select = { id: true, roomId: true } as const;
    return tx.roomAgreement.findMany({ where, orderBy: { id: 'asc' }, select });
  }

  return { insert, find, lock, ofMessage, update, page, listOpen };
}

interface Row {
  id: number;
  roomId: number;
  number: number;
  content: unknown;
  fixedById: number;
  fixedAt: Date;
  partnerId: number | null;
  exporterById: number | null;
  exporterAt: Date | null;
  otherById: number | null;
  otherAt: Date | null;
  changedAt: Date | null;
  withdrawnById: number | null;
  withdrawnAt: Date | null;
  message: Parameters<typeof toKept>[0];
}

function toPlaced(row: Row): PlacedAgreement {
  const agreement: Agreement = {
    id: row.id,
    roomId: row.roomId,
    number: row.number,
    content: row.content as Content,
    fixed: { byId: row.fixedById, at: row.fixedAt },
    partnerId: row.partnerId,
    confirmed: {
      exporter: deed(row.exporterById, row.exporterAt),
      other: deed(row.otherById, row.otherAt),
    },
    changedAt: row.changedAt,
    withdrawn: deed(row.withdrawnById, row.withdrawnAt),
  };
  return { agreement, message: toKept(row.message) };
}

function deed(byId: number | null, at: Date | null): Deed | null {
  return byId === null || at === null ? null : { byId, at };
}
