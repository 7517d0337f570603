// The tables of what must be said and what must be shown.

import type { Database, Tx } from '../database/index.ts';
import type { LeaseClaim } from '../lease.ts';
import type { Destination, DirtyProjection, JsonObject, NewMessage, ProjectionKey, QueuedMessage, Rank } from './message.ts';

export type SettledState = 'waiting' | 'sent' | 'failed' | 'unknown' | 'dropped';

export interface MessageOutcome {
  readonly id: bigint;
  readonly state: SettledState;
  readonly attempts: number;
  readonly failure: string | null;
}

export interface ProjectionOutcome extends ProjectionKey {
  /** The revision that is shown now. */
  readonly shown: number;
  readonly shownHash: string | null;
  readonly messageId: number | null;
  readonly failure: string | null;
}

/** Writes messages in the transaction of what they tell about. Returns them as the sender sees them. */
export async function insertMessages(
  tx: Tx,
  messages: readonly NewMessage[],
  cause: string | null,
  now: Date,
): Promise<QueuedMessage[]> {
  if (messages.length === 0) return [];
  const rows = messages.map((message) => ({
    destination: message.destination,
    name: message.name,
    args: message.args,
    rank: message.rank ?? 'speech',
    group_key: message.groupKey ?? null,
    not_before: (message.notBefore ?? now).toISOString(),
  }));
  const ids = await tx.$queryRaw<{ id: bigint }[]>`
    INSERT INTO outbox_message (destination, name, args, rank, group_key, cause, not_before, created_at)
    SELECT m.destination, m.name, m.args, m.rank, m.group_key, ${cause}, m.not_before, ${now}::timestamptz
    FROM ROWS FROM (json_to_recordset(${JSON.stringify(rows)}::json)
      AS (destination text, name text, args json, rank text, group_key text, not_before timestamptz))
      WITH ORDINALITY AS m
    ORDER BY m.ordinality
    RETURNING id`;
  return messages.map((message, index) => ({
    id: (ids[index] as { id: bigint }).id,
    destination: message.destination,
    name: message.name,
    args: message.args,
    rank: message.rank ?? 'speech',
    groupKey: message.groupKey ?? null,
    cause,
    attempts: 0,
    notBefore: message.notBefore ?? now,
    createdAt: now,
  }));
}

/** Marks projections as out of date (making them on first mention); returns them as they now stand. */
export async function touchProjections(
  tx: Tx,
  keys: readonly (ProjectionKey & { readonly destination: Destination })[],
  now: Date,
): Promise<DirtyProjection[]> {
  if (keys.length === 0) return [];
  const unique = [...new Map(keys.map((key) => [`${key.kind}:${key.subjectId}`, key])).values()];
  unique.sort((a, b) => a.kind.localeCompare(b.kind) || a.subjectId - b.subjectId);
  const rows = unique.map(({ kind, subjectId, destination }) => ({ kind, subject_id: subjectId, destination }));
  const touched = await tx.$queryRaw<ProjectionRow[]>`
    INSERT INTO projection AS p (kind, subject_id, destination, dirty_since)
    SELECT k.kind, k.subject_id, k.destination, ${now}::timestamptz
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS k(kind text, subject_id int, destination text)
    ON CONFLICT (kind, subject_id) DO UPDATE
      SET wanted = p.wanted + 1, dirty_since = COALESCE(p.dirty_since, EXCLUDED.dirty_since), failure = NULL
    RETURNING kind, subject_id, destination, wanted, shown_hash, message_id, dirty_since`;
  return touched.map(toDirty);
}

export type OutboxRepository = ReturnType<typeof createOutboxRepository>;

export function createOutboxRepository({ prisma }: Database) {
  /** Waiting messages, oldest first, except those the sender holds already. */
  async function loadWaiting(held: readonly bigint[], limit: number): Promise<QueuedMessage[]> {
    const rows = await prisma.$queryRaw<MessageRow[]>`
      SELECT id, destination, name, args, rank, group_key, cause, attempts, not_before, created_at
      FROM outbox_message
      WHERE state = 'waiting' AND NOT (id = ANY(${held.map(String)}::bigint[]))
      ORDER BY id LIMIT ${limit}`;
    return rows.map(toQueued);
  }

  async function loadDirty(limit: number): Promise<DirtyProjection[]> {
    const rows = await prisma.$queryRaw<ProjectionRow[]>`
      SELECT kind, subject_id, destination, wanted, shown_hash, message_id, dirty_since
      FROM projection WHERE dirty_since IS NOT NULL ORDER BY dirty_since LIMIT ${limit}`;
    return rows.map(toDirty);
  }

  /**
   * Marks messages as being sent, before they are: what stands so after a crash has an unknown
   * outcome. Only the holder of the lease may; returns those it got.
   */
  async function claim(ids: readonly bigint[], lease: LeaseClaim): Promise<Set<bigint>> {
    const rows = await prisma.$queryRaw<{ id: bigint }[]>`
      UPDATE outbox_message SET state = 'sending'
      WHERE id = ANY(${ids.map(String)}::bigint[]) AND state = 'waiting'
        AND EXISTS (SELECT 1 FROM lease WHERE name = ${lease.name} AND holder = ${lease.holder}
          AND epoch = ${lease.epoch} AND expires_at > clock_timestamp())
      RETURNING id`;
    return new Set(rows.map((row) => row.id));
  }

  /** What a stopped process left in the middle of being sent. */
  async function listInterrupted(): Promise<QueuedMessage[]> {
    const rows = await prisma.$queryRaw<MessageRow[]>`
      SELECT id, destination, name, args, rank, group_key, cause, attempts, not_before, created_at
      FROM outbox_message WHERE state = 'sending' ORDER BY id`;
    return rows.map(toQueued);
  }

  async function recordMessages(tx: Tx, outcomes: readonly MessageOutcome[], now: Date): Promise<void> {
    if (outcomes.length === 0) return;
    const rows = outcomes.map((outcome) => ({ ...outcome, id: String(outcome.id) }));
    await tx.$executeRaw`
      UPDATE outbox_message AS m SET state = o.state, attempts = o.attempts, failure = o.failure,
        settled_at = CASE WHEN o.state = 'waiting' THEN NULL ELSE ${now}::timestamptz END
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS o(id bigint, state text, attempts int, failure text)
      WHERE m.id = o.id`;
  }

  /** Notes what is shown. Something that changed meanwhile stays dirty, since the new change. */
  async function recordProjections(tx: Tx, outcomes: readonly ProjectionOutcome[], now: Date): Promise<void> {
    if (outcomes.length === 0) return;
    const rows = outcomes.map((outcome) => ({
      kind: outcome.kind,
      subject_id: outcome.subjectId,
      shown: outcome.shown,
      shown_hash: outcome.shownHash,
      message_id: outcome.messageId,
      failure: outcome.failure,
    }));
    await tx.$executeRaw`
      UPDATE projection AS p SET shown = o.shown, shown_hash = o.shown_hash, message_id = o.message_id,
        failure = o.failure, dirty_since = CASE WHEN p.wanted > o.shown THEN ${now}::timestamptz END
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS o(kind text, subject_id int, shown int, shown_hash text, message_id int, failure text)
      WHERE p.kind = o.kind AND p.subject_id = o.subject_id`;
  }

  async function countOpen(): Promise<number> {
    return prisma.outboxMessage.count({ where: { state: { in: ['waiting', 'sending'] } } });
  }

  /** Clears the payload of what was settled before `before`; dead letters stay until somebody decides. */
  async function forget(before: Date): Promise<void> {
    await prisma.$executeRaw`
      UPDATE outbox_message SET args = NULL
      WHERE state IN ('sent', 'dropped') AND settled_at < ${before}::timestamptz AND args IS NOT NULL`;
  }

  return {
    loadWaiting,
    loadDirty,
    claim,
    listInterrupted,
    recordMessages,
    recordProjections,
    countOpen,
    forget,
  };
}

/** What showed something in these destinations is gone: all of it is to be posted anew. */
export async function forgetShown(
  tx: Tx,
  destinations: readonly Destination[],
  now: Date,
): Promise<DirtyProjection[]> {
  const rows = await tx.$queryRaw<ProjectionRow[]>`
    UPDATE projection SET message_id = NULL, shown_hash = NULL, wanted = wanted + 1,
      dirty_since = COALESCE(dirty_since, ${now}::timestamptz)
    WHERE destination = ANY(${[...destinations]}::text[])
    RETURNING kind, subject_id, destination, wanted, shown_hash, message_id, dirty_since`;
  return rows.map(toDirty);
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
    notBefore: row.not_before,
    createdAt: row.created_at,
  };
}

interface ProjectionRow {
  kind: string;
  subject_id: number;
  destination: string;
  wanted: number;
  shown_hash: string | null;
  message_id: number | null;
  dirty_since: Date;
}

function toDirty(row: ProjectionRow): DirtyProjection {
  return {
    kind: row.kind,
    subjectId: row.subject_id,
    destination: row.destination as Destination,
    wanted: row.wanted,
    shownHash: row.shown_hash,
    messageId: row.message_id,
    dirtySince: row.dirty_since,
  };
}
