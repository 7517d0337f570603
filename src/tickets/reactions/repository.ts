// What reactions of employees have done to tickets.

import type { Tx } from '../../platform/database/index.ts';
import type { MessagePlace } from '../message.ts';
import type { TicketStatus } from '../ticket.ts';
import type { KeptSign, Sign, SignDeed } from './sign.ts';

/** Whose reaction it is, and where. */
export interface SignKey extends MessagePlace {
  readonly staffId: number;
  readonly sign: Sign;
}

export type SignRepository = ReturnType<typeof createSignRepository>;

/** Every method takes the transaction it belongs to. */
export function createSignRepository() {
  /** In the place of what the same reaction has done before. */
  async function put(tx: Tx, key: SignKey, kept: Omit<KeptSign, 'undoneAt'>): Promise<void> {
    const columns = { ...kept, undoneAt: null };
    await tx.ticketReaction.upsert({
      where: whereOf(key),
      create: { ...key, ...columns },
      update: columns,
    });
  }

  /** Null: it has done nothing. */
  async function find(tx: Tx, key: SignKey): Promise<KeptSign | null> {
    const row = await tx.ticketReaction.findUnique({ where: whereOf(key) });
    return (
      row && {
        ...row,
        deed: row.deed as SignDeed,
        statusBefore: row.statusBefore as TicketStatus,
      }
    );
  }

  async function setUndone(tx: Tx, key: SignKey, now: Date): Promise<void> {
    await tx.ticketReaction.update({ where: whereOf(key), data: { undoneAt: now } });
  }

  /** Whether this ticket was opened by a reaction that was taken away again. */
  async function wasTakenBack(tx: Tx, ticketId: number): Promise<boolean> {
    const where = { ticketId, deed: 'open', undoneAt: { not: null } };
    return (await tx.ticketReaction.count({ where })) > 0;
  }

  return { put, find, setUndone, wasTakenBack };
}

function whereOf({ chatId, messageId, staffId, sign }: SignKey) {
  const key = { chatId: BigInt(chatId), messageId, staffId, sign };
  return { chatId_messageId_staffId_sign: key };
}
