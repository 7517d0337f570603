// The table of what must be said, and the marks on what is being sent.

import { type Cause, causeName } from '../cause.ts';
import type { Database, Tx } from '../database/index.ts';
import type { LeaseClaim } from '../lease.ts';
import type {
  Destination,
  JsonObject,
  NewMessage,
  ProjectionKey,
  QueuedMessage,
  Rank,
} from './message.ts';
import { createProjectionRepository } from './projection-repository.ts';
import type { PostedProjection } from './shown-repository.ts';

export type SettledState = 'waiting' | 'sent' | 'failed' | 'unknown' | 'dropped';

export interface MessageOutcome {
  readonly id: bigint;
  readonly state: SettledState;
  readonly attempts: number;
  readonly failure: string | null;
}

export interface Claim {
  /** Whether this process still is the one that sends. */
  readonly held: boolean;
  /** The messages that are its to send now. */
  readonly messages: ReadonlySet<bigint>;
  /** Projections that were to be posted, and are posted already. */
  readonly posted: readonly (Omit<PostedProjection, 'destination'> & {
    readonly shownHash: string | null;
  })[];
}

/** Writes messages in the transaction of what they tell about. Returns them as the sender sees them. */
export async function insertMessages(
  tx: Tx,
  messages: readonly NewMessage[],
  cause: Cause,
  now: Date,
): Promise<QueuedMessage[]> {
  if (messages.length === 0) return [];
  const rows = messages.map((message) => ({
    destination: message.destination,
    name: message.name,
    args: message.args,
    rank: message.rank ?? 'speech',
    group_key: message.groupKey ?? null,
    cause: causeName(message.cause ?? cause),
    not_before: (message.notBefore ?? now).toISOString(),
  }));
  const ids = await tx.$queryRaw<{ id: bigint }[]>`
    INSERT INTO outbox_message (destination, name, args, rank, group_key, cause, not_before, created_at)
    SELECT m.destination, m.name, m.args, m.rank, m.group_key, m.cause, m.not_before, ${now}::timestamptz
    FROM ROWS FROM (json_to_recordset(${JSON.stringify(rows)}::json)
      AS (destination text, name text, args json, rank text, group_key text, cause text, not_before timestamptz))
      WITH ORDINALITY AS m
    ORDER BY m.ordinality
    RETURNING id`;
  const inOrder = ids.map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1));
  return messages.map((message, index) => ({
    id: inOrder[index] as bigint,
    destination: message.destination,
    name: message.name,
    args: message.args,
    rank: message.rank ?? 'speech',
    groupKey: message.groupKey ?? null,
    cause: causeName(message.cause ?? cause),
    attempts: 0,
    begun: null,
    notBefore: message.notBefore ?? now,
    createdAt: now,
  }));
}

export type OutboxRepository = ReturnType<typeof createOutboxRepository>;

/** What the sender reads and notes; features only {@link insertMessages}. */
export function createOutboxRepository(database: Database) {
  const { prisma } = database;

  /** Waiting messages behind the one called `after`, oldest first. */
  async function loadWaiting(after: bigint, limit: number): Promise<QueuedMessage[]> {
    const rows = await prisma.$queryRaw<MessageRow[]>`
      SELECT id, destination, name, args, rank, group_key, cause, attempts, begun, not_before, created_at
      FROM outbox_message WHERE state = 'waiting' AND id > ${after}
      ORDER BY id LIMIT ${limit}`;
    return rows.map(toQueued);
  }

  /**
   * Marks messages as being sent, before they are: what stands so after a crash has an unknown
   * outcome. Only the holder of the lease may. What stands so already is this sender's own: it was
   * marked and never heard of it. `posts`: projections about to be posted for the first time.
   */
  async function claim(
    ids: readonly bigint[],
    posts: readonly ProjectionKey[],
    lease: LeaseClaim,
  ): Promise<Claim> {
    const keys = posts.map(({ kind, subjectId }) => ({ kind, subject_id: subjectId }));
    const [row] = await prisma.$queryRaw<ClaimRow[]>`
      WITH held AS (
        SELECT FROM lease WHERE name = ${lease.name} AND holder = ${lease.holder}
          AND epoch = ${lease.epoch} AND expires_at > clock_timestamp()),
      claimed AS (
        UPDATE outbox_message SET state = 'sending'
        WHERE id = ANY(${ids.map(String)}::bigint[]) AND state IN ('waiting', 'sending')
          AND EXISTS (SELECT FROM held)
        RETURNING id),
      posted AS (
        SELECT p.kind, p.subject_id, p.message_id, p.shown_hash
        FROM projection p JOIN json_to_recordset(${JSON.stringify(keys)}::json)
          AS k(kind text, subject_id int) USING (kind, subject_id)
        WHERE p.message_id IS NOT NULL)
      SELECT EXISTS (SELECT FROM held) AS held,
        (SELECT json_agg(id::text) FROM claimed) AS messages,
        (SELECT json_agg(posted) FROM posted) AS posted`;
    return {
      held: row?.held ?? false,
      messages: new Set((row?.messages ?? []).map(BigInt)),
      posted: (row?.posted ?? []).map((post) => ({
        kind: post.kind,
        subjectId: post.subject_id,
        messageId: post.message_id,
        shownHash: post.shown_hash,
      })),
    };
  }

  /** What a stopped process left in the middle of being sent. */
  async function listInterrupted(): Promise<QueuedMessage[]> {
    const rows = await prisma.$queryRaw<MessageRow[]>`
      SELECT id, destination, name, args, rank, group_key, cause, attempts, begun, not_before, created_at
      FROM outbox_message WHERE state = 'sending' ORDER BY id`;
    return rows.map(toQueued);
  }

  /** Keeps how far a message has come of which a part was sent. */
  async function noteBegun(id: bigint, begun: JsonObject): Promise<void> {
    await prisma.$executeRaw`
      UPDATE outbox_message SET begun = ${JSON.stringify(begun)}::json WHERE id = ${id}`;
  }

  /** Notes what came of messages that are not settled yet; returns which those were. */
  async function recordMessages(
    tx: Tx,
    outcomes: readonly MessageOutcome[],
    now: Date,
  ): Promise<ReadonlySet<bigint>> {
    if (outcomes.length === 0) return new Set();
    const rows = outcomes.map((outcome) => ({ ...outcome, id: String(outcome.id) }));
    const recorded = await tx.$queryRaw<{ id: bigint }[]>`
      UPDATE outbox_message AS m SET state = o.state, attempts = o.attempts, failure = o.failure,
        begun = CASE WHEN o.state = 'waiting' THEN m.begun END,
        settled_at = CASE WHEN o.state = 'waiting' THEN NULL ELSE ${now}::timestamptz END
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS o(id bigint, state text, attempts int, failure text)
      WHERE m.id = o.id AND m.state IN ('waiting', 'sending')
      RETURNING m.id`;
    return new Set(recorded.map(({ id }) => id));
  }

  /**
   * Clears the payload of at most `limit` messages settled between `from` and `before`; says of how
   * many. Dead letters keep theirs until somebody decides.
   */
  async function forgetPayloads(from: Date, before: Date, limit: number): Promise<number> {
    return prisma.$executeRaw`
      UPDATE outbox_message SET args = NULL WHERE id IN (
        SELECT id FROM outbox_message
        WHERE state IN ('sent', 'dropped') AND args IS NOT NULL
          AND settled_at >= ${from}::timestamptz AND settled_at < ${before}::timestamptz
        LIMIT ${limit})`;
  }

  return {
    ...createProjectionRepository(database),
    loadWaiting,
    claim,
    listInterrupted,
    noteBegun,
    recordMessages,
    forgetPayloads,
  };
}

interface ClaimRow {
  held: boolean;
  messages: string[] | null;
  posted:
    | { kind: string; subject_id: number; message_id: number; shown_hash: string | null }[]
    | null;
}

interface MessageRow {
  id: bigint;
  destination: string;
  name: string;
  args: JsonObject | null;
  rank: string;
  group_key: string | null;
  cause: string | null;
  attempts: number;
  begun: JsonObject | null;
  not_before: Date;
  created_at: Date;
}

function toQueued(row: MessageRow): QueuedMessage {
  return {
    id: row.id,
    destination: row.destination as Destination,
    name: row.name,
    args: row.args ?? {},
    rank: row.rank as Exclude<Rank, 'card'>,
    groupKey: row.group_key,
    cause: row.cause,
    attempts: row.attempts,
    begun: row.begun,
    notBefore: row.not_before,
    createdAt: row.created_at,
  };
}
