// The table of reactions, and where on the other side they are shown.

import type { Database, Tx } from '../platform/database/index.ts';
import { BOT, type Reaction } from './reaction.ts';

export interface NewReaction {
  readonly messageId: number;
  readonly person: number;
  readonly reactions: readonly string[];
}

/** A copy of a message, and the messages it is a copy of: more than one where texts left together. */
export interface SharedCopy {
  readonly messageId: number;
  readonly sources: readonly number[];
}

export type ReactionRepository = ReturnType<typeof createReactionRepository>;

/** Finds by our numbers of messages; what nobody reacted to is left out. */
export function createReactionRepository({ prisma }: Database) {
  async function list(ids: readonly number[], tx: Tx = prisma): Promise<Reaction[]> {
    if (ids.length === 0) return [];
    return tx.$queryRaw<Reaction[]>`
      SELECT message_id AS "messageId", person, version, reactions, in_words AS "inWords"
      FROM message_reaction WHERE message_id = ANY(${[...ids]}::int[])`;
  }

  async function find(tx: Tx, messageId: number, person: number): Promise<Reaction | null> {
    const all = await list([messageId], tx);
    return all.find((one) => one.person === person) ?? null;
  }

  /** Puts these in the place of the person's earlier ones; returns the version they have. */
  async function put(
    tx: Tx,
    { messageId, person, reactions }: NewReaction,
    now: Date,
  ): Promise<number> {
    const [row] = await tx.$queryRaw<{ version: number }[]>`
      INSERT INTO message_reaction (message_id, person, reactions, at)
      VALUES (${messageId}, ${person}, ${[...reactions]}::text[], ${now}::timestamptz)
      ON CONFLICT (message_id, person) DO UPDATE
        SET reactions = EXCLUDED.reactions, version = EXCLUDED.version, in_words = false, at = EXCLUDED.at
      RETURNING version`;
    return row?.version as number;
  }

  /** The bot's own sign stands on these. */
  async function noteSigns(tx: Tx, ids: readonly number[], sign: string, now: Date): Promise<void> {
    const data = ids.map((messageId) => ({ messageId, person: BOT, reactions: [sign], at: now }));
    await tx.messageReaction.createMany({ data, skipDuplicates: true });
  }

  /** Telegram does not let the bot set it; false: it is another one by now. */
  async function refuse(
    tx: Tx,
    { messageId, person, version }: Pick<Reaction, 'messageId' | 'person' | 'version'>,
  ): Promise<boolean> {
    const where = { messageId, person, version };
    const { count } = await tx.messageReaction.updateMany({ where, data: { inWords: true } });
    return count > 0;
  }

  /** The copies of messages by «source@chat»; of several parts, the first. */
  async function copiesOf(ids: readonly number[]): Promise<Map<string, SharedCopy>> {
    if (ids.length === 0) return new Map();
    const rows = await prisma.$queryRaw<CopyRow[]>`
      SELECT c.source_id, c.chat_id, c.message_id, array_agg(o.source_id) AS sources
      FROM (
        SELECT source_id, chat_id, min(message_id) AS message_id FROM message_copy
        WHERE source_id = ANY(${[...ids]}::int[]) GROUP BY source_id, chat_id) AS c
      JOIN message_copy o ON o.chat_id = c.chat_id AND o.message_id = c.message_id
      GROUP BY c.source_id, c.chat_id, c.message_id`;
    return new Map(
      rows.map(({ source_id, chat_id, message_id: messageId, sources }) => [
        `${source_id}@${chat_id}`,
        { messageId, sources },
      ]),
    );
  }

  return { list, find, put, noteSigns, refuse, copiesOf };
}

interface CopyRow {
  source_id: number;
  chat_id: bigint;
  message_id: number;
  sources: number[];
}
