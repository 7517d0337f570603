// The tables of business accounts and of customers' chats with them.

import type { Database, Tx } from '../../platform/database/index.ts';
import type { BusinessAccount, BusinessCustomer } from './account.ts';

export interface ChatPlace extends BusinessCustomer {
  readonly connectionId: string;
  readonly mayReply: boolean;
}

export type BusinessRepository = ReturnType<typeof createBusinessRepository>;

/** Ids are Telegram's but for the number of a chat, which is ours. */
export function createBusinessRepository({ prisma }: Database) {
  async function findByConnection(connectionId: string): Promise<BusinessAccount | null> {
    const row = await prisma.businessAccount.findUnique({ where: { connectionId } });
    return row && toAccount(row);
  }

  async function find(tx: Tx, userId: number): Promise<BusinessAccount | null> {
    const row = await tx.businessAccount.findUnique({ where: { userId } });
    return row && toAccount(row);
  }

  /** The account as it is now; its connection may be another one than before. */
  async function put(tx: Tx, account: BusinessAccount, now: Date): Promise<void> {
    const { userId, ...rest } = account;
    const data = { ...rest, updatedAt: now };
    await tx.businessAccount.upsert({
      where: { userId },
      create: { userId, ...data },
      update: data,
    });
  }

  /** The number of a customer's chat with an account, given at the first contact. */
  async function chatNumber({ accountId, customerId }: BusinessCustomer): Promise<number> {
    const known = await prisma.businessChat.findUnique({
      where: { accountId_customerId: { accountId, customerId } },
    });
    if (known) return known.id;
    const [made] = await prisma.$queryRaw<{ id: number }[]>`
      INSERT INTO business_chat (account_id, customer_id)
      VALUES (${accountId}::bigint, ${customerId}::bigint)
      ON CONFLICT (account_id, customer_id) DO UPDATE SET account_id = EXCLUDED.account_id
      RETURNING id`;
    return made?.id as number;
  }

  /** Where the chat with this number is, and how it is reached; null: the account is not known. */
  async function findChat(number: number): Promise<ChatPlace | null> {
    const [row] = await prisma.$queryRaw<PlaceRow[]>`
      SELECT c.account_id, c.customer_id, a.connection_id, a.enabled AND a.can_reply AS may_reply
      FROM business_chat c JOIN business_account a ON a.user_id = c.account_id WHERE c.id = ${number}`;
    if (!row) return null;
    return {
      accountId: Number(row.account_id),
      customerId: Number(row.customer_id),
      connectionId: row.connection_id,
      mayReply: row.may_reply,
    };
  }

  return { findByConnection, find, put, chatNumber, findChat };
}

interface PlaceRow {
  account_id: bigint;
  customer_id: bigint;
  connection_id: string;
  may_reply: boolean;
}

interface AccountRow {
  userId: bigint;
  connectionId: string;
  enabled: boolean;
  canReply: boolean;
}

function toAccount({ userId, connectionId, enabled, canReply }: AccountRow): BusinessAccount {
  return { userId: Number(userId), connectionId, enabled, canReply };
}
