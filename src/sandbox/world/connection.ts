// The bot's connection to somebody's own account.

export type Connection = {
  readonly id: string;
  readonly ownerId: number;
  enabled: boolean;
  canReply: boolean;
  readonly date: number;
};
