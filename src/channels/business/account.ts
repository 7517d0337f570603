// A person's own account that the bot answers for, and the chats customers have with it. The account is
// the person, whichever connection the bot has to it at the moment.

export interface BusinessAccount {
  readonly userId: number;
  /** Another one each time the account connects the bot anew. */
  readonly connectionId: string;
  readonly enabled: boolean;
  /** Whether the account lets the bot answer. */
  readonly canReply: boolean;
}

/** What has become of a connection, for its owner. */
export type Connected = 'connected' | 'read-only' | 'disconnected';

/** How an account stands, in one word. */
export function standingOf({ enabled, canReply }: BusinessAccount): Connected {
  if (!enabled) return 'disconnected';
  return canReply ? 'connected' : 'read-only';
}

/** A customer of an account; the two ids are Telegram's. */
export interface BusinessCustomer {
  readonly accountId: number;
  readonly customerId: number;
}

/** What clients on this channel are called by: a customer of two accounts has two conversations. */
export function externalIdOf({ accountId, customerId }: BusinessCustomer): string {
  return `${accountId}:${customerId}`;
}

/** What {@link externalIdOf} was made of. */
export function customerOf(externalId: string): BusinessCustomer {
  const [accountId, customerId] = externalId.split(':').map(Number);
  return { accountId: accountId ?? 0, customerId: customerId ?? 0 };
}
