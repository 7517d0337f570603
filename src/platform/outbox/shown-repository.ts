// What a showing has come to, noted for many projections at once.

import { Prisma } from '../../generated/prisma/client.ts';
import type { Tx } from '../database/index.ts';
import type { Destination, ProjectionKey } from './message.ts';

export interface ProjectionOutcome extends ProjectionKey {
  /** The revision that is shown now. */
  readonly shown: number;
  readonly hash: string | null;
  readonly messageId: number | null;
  readonly failure: string | null;
  /** What stood in the table when this showing began: if it was reposted since, that is kept. */
  readonly before: {
    readonly destination: Destination;
    readonly messageId: number | null;
    readonly shownHash: string | null;
  };
}

/** What was posted just now, and where. */
export interface PostedProjection extends ProjectionKey {
  readonly destination: Destination;
  readonly messageId: number;
}

/**
 * Notes what is shown; returns what was posted by it. Something that changed meanwhile stays dirty,
 * since the new change.
 */
export async function recordProjections(
  tx: Tx,
  outcomes: readonly ProjectionOutcome[],
  now: Date,
): Promise<PostedProjection[]> {
  if (outcomes.length === 0) return [];
  const posted = outcomes.some(isPost) ? await notePosts(tx, outcomes) : [];
  await noteShown(tx, outcomes, now);
  return posted;
}

/** Whether another message shows it than before. */
function isPost({ messageId, before }: ProjectionOutcome): boolean {
  return messageId !== before.messageId;
}

/** Of those that were reposted meanwhile, what stands in the table is kept. */
async function notePosts(
  tx: Tx,
  outcomes: readonly ProjectionOutcome[],
): Promise<PostedProjection[]> {
  const rows = JSON.stringify(outcomes.map(toShownRow));
  const posted = await tx.$queryRaw<PostedRow[]>`
    WITH o AS (${lockedRows(rows)})
    UPDATE projection AS p SET message_id = o.message_id FROM o
    WHERE p.kind = o.kind AND p.subject_id = o.subject_id AND o.message_id IS NOT NULL
      AND p.destination = o.destination
      AND o.message_id IS DISTINCT FROM o.message_before
      AND p.message_id IS NOT DISTINCT FROM o.message_before
    RETURNING p.kind, p.subject_id, p.destination, p.message_id`;
  return posted.map((row) => ({
    kind: row.kind,
    subjectId: row.subject_id,
    destination: row.destination as Destination,
    messageId: row.message_id,
  }));
}

/** Where nothing was posted this alone will do: one statement, and nobody draws consequences from it. */
export async function noteShown(
  tx: Tx,
  outcomes: readonly ProjectionOutcome[],
  now: Date,
): Promise<void> {
  const rows = JSON.stringify(outcomes.map(toShownRow));
  await tx.$executeRaw`
    WITH o AS (${lockedRows(rows)})
    UPDATE projection AS p SET shown = o.shown, failure = o.failure,
      shown_hash = CASE WHEN p.message_id IS NOT DISTINCT FROM o.message_id
        AND (p.shown_hash IS NOT DISTINCT FROM o.hash_before OR p.shown_hash = o.hash) THEN o.hash END,
      dirty_since = CASE WHEN p.wanted > o.shown THEN ${now}::timestamptz END
    FROM o WHERE p.kind = o.kind AND p.subject_id = o.subject_id`;
}

/** Locked in the order in which verbs touch them, or the two would wait for each other. */
function lockedRows(rows: string): Prisma.Sql {
  return Prisma.sql`
    SELECT o.* FROM projection AS p JOIN json_to_recordset(${rows}::json)
      AS o(kind text, subject_id int, destination text, shown int, hash text, hash_before text,
        message_id int, message_before int, failure text)
      ON p.kind = o.kind AND p.subject_id = o.subject_id
    ORDER BY p.kind COLLATE "C", p.subject_id FOR UPDATE OF p`;
}

function toShownRow({
  kind,
  subjectId,
  shown,
  hash,
  messageId,
  failure,
  before,
}: ProjectionOutcome) {
  return {
    kind,
    subject_id: subjectId,
    destination: before.destination,
    shown,
    hash,
    hash_before: before.shownHash,
    message_id: messageId,
    message_before: before.messageId,
    failure,
  };
}

interface PostedRow {
  kind: string;
  subject_id: number;
  destination: string;
  message_id: number;
}
