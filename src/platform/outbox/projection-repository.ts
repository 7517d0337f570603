// The table of what must be shown.

import type { Database, Tx } from '../database/index.ts';
import { type Destination, type DirtyProjection, keyOf, type ProjectionKey } from './message.ts';
import { noteShown, type ProjectionOutcome, recordProjections } from './shown-repository.ts';

/**
 * Marks projections as out of date since a moment (making them on first mention); returns them as they
 * now stand. A later moment does not make older news younger.
 */
export async function touchProjections(
  tx: Tx,
  keys: readonly (ProjectionKey & { readonly destination: Destination })[],
  since: Date,
): Promise<DirtyProjection[]> {
  if (keys.length === 0) return [];
  const unique = [...new Map(keys.map((key) => [keyOf(key), key])).values()];
  unique.sort((a, b) => (a.kind === b.kind ? a.subjectId - b.subjectId : a.kind < b.kind ? -1 : 1));
  const rows = unique.map(({ kind, subjectId, destination }) => ({
    kind,
    subject_id: subjectId,
    destination,
  }));
  const touched = await tx.$queryRaw<ProjectionRow[]>`
    INSERT INTO projection AS p (kind, subject_id, destination, dirty_since)
    SELECT k.kind, k.subject_id, k.destination, ${since}::timestamptz
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS k(kind text, subject_id int, destination text)
    ON CONFLICT (kind, subject_id) DO UPDATE
      SET wanted = p.wanted + 1, dirty_since = LEAST(p.dirty_since, EXCLUDED.dirty_since), failure = NULL,
        destination = EXCLUDED.destination,
        message_id = CASE WHEN p.destination = EXCLUDED.destination THEN p.message_id END,
        shown_hash = CASE WHEN p.destination = EXCLUDED.destination THEN p.shown_hash END
    RETURNING kind, subject_id, destination, wanted, shown_hash, message_id, dirty_since`;
  return touched.map(toDirty);
}

/** A projection that goes on elsewhere, shown there by this message; null: by none yet. */
export interface HungProjection extends ProjectionKey {
  readonly destination: Destination;
  readonly messageId: number | null;
}

/** As it stands in its new destination, and where it was before. */
export interface MovedProjection {
  readonly now: DirtyProjection;
  readonly before: Destination;
}

/** Hangs projections elsewhere; those that were never mentioned are made. All of them are out of date. */
export async function hangProjections(
  tx: Tx,
  projections: readonly HungProjection[],
  now: Date,
): Promise<MovedProjection[]> {
  if (projections.length === 0) return [];
  const rows = projections.map(({ kind, subjectId, destination, messageId }) => ({
    kind,
    subject_id: subjectId,
    destination,
    message_id: messageId,
  }));
  rows.sort((a, b) => (a.kind === b.kind ? a.subject_id - b.subject_id : a.kind < b.kind ? -1 : 1));
  const hung = await tx.$queryRaw<(ProjectionRow & { before: string | null })[]>`
    WITH wish AS (SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS w(kind text, subject_id int, destination text, message_id int)),
    old AS (SELECT p.kind, p.subject_id, p.destination FROM projection p
      JOIN wish w ON w.kind = p.kind AND w.subject_id = p.subject_id)
    INSERT INTO projection AS p (kind, subject_id, destination, message_id, dirty_since)
    SELECT w.kind, w.subject_id, w.destination, w.message_id, ${now}::timestamptz FROM wish w
    ON CONFLICT (kind, subject_id) DO UPDATE
      SET destination = EXCLUDED.destination, message_id = EXCLUDED.message_id, shown_hash = NULL,
        wanted = p.wanted + 1, dirty_since = COALESCE(p.dirty_since, EXCLUDED.dirty_since), failure = NULL
    RETURNING p.kind, p.subject_id, p.destination, p.wanted, p.shown_hash, p.message_id, p.dirty_since,
      (SELECT o.destination FROM old o WHERE o.kind = p.kind AND o.subject_id = p.subject_id) AS before`;
  return hung.map((row) => ({
    now: toDirty(row),
    before: (row.before ?? row.destination) as Destination,
  }));
}

/** The message that shows a projection now; null: none does. */
export async function findShown(
  tx: Tx,
  { kind, subjectId }: ProjectionKey,
): Promise<number | null> {
  const row = await tx.projection.findUnique({
    where: { kind_subjectId: { kind, subjectId } },
    select: { messageId: true },
  });
  return row?.messageId ?? null;
}

/**
 * The messages that showed something in these destinations are out of reach. Returns what they showed,
 * and what of it is to be posted there because it has changed.
 */
export async function forgetShown(
  tx: Tx,
  destinations: readonly Destination[],
): Promise<{
  readonly forgotten: readonly ProjectionKey[];
  readonly dirty: readonly DirtyProjection[];
}> {
  const rows = await tx.$queryRaw<
    (Omit<ProjectionRow, 'dirty_since'> & { dirty_since: Date | null })[]
  >`
    UPDATE projection SET message_id = NULL, shown_hash = NULL,
      wanted = CASE WHEN dirty_since IS NULL THEN wanted ELSE wanted + 1 END
    WHERE destination = ANY(${[...destinations]}::text[])
      AND (message_id IS NOT NULL OR shown_hash IS NOT NULL)
    RETURNING kind, subject_id, destination, wanted, shown_hash, message_id, dirty_since`;
  const dirty = rows.flatMap(({ dirty_since, ...row }) =>
    dirty_since ? [toDirty({ ...row, dirty_since })] : [],
  );
  const forgotten = rows.map((row) => ({ kind: row.kind, subjectId: row.subject_id }));
  return { forgotten, dirty };
}

/** The messages that show these are nothing to them any more. */
export async function forgetShownOf(tx: Tx, keys: readonly ProjectionKey[]): Promise<void> {
  for (const { kind, subjectId } of keys) {
    await tx.projection.updateMany({
      where: { kind, subjectId },
      data: { messageId: null, shownHash: null },
    });
  }
}

/** What the sender reads and notes of projections; features only {@link touchProjections}. */
export function createProjectionRepository({ prisma }: Database) {
  /** What is out of date, behind `after` (null: from the start), in the order of its key. */
  async function loadDirty(after: ProjectionKey | null, limit: number): Promise<DirtyProjection[]> {
    const { kind, subjectId } = after ?? { kind: '', subjectId: 0 };
    const rows = await prisma.$queryRaw<ProjectionRow[]>`
      SELECT kind, subject_id, destination, wanted, shown_hash, message_id, dirty_since
      FROM projection WHERE dirty_since IS NOT NULL AND (kind, subject_id) > (${kind}, ${subjectId}::int)
      ORDER BY kind, subject_id LIMIT ${limit}`;
    return rows.map(toDirty);
  }

  /** The destinations of what is shown by messages with these numbers, in whichever chat. */
  async function findShowing(
    messageIds: readonly number[],
  ): Promise<{ readonly messageId: number; readonly destination: Destination }[]> {
    const rows = await prisma.$queryRaw<{ message_id: number; destination: string }[]>`
      SELECT message_id, destination FROM projection
      WHERE message_id = ANY(${[...messageIds]}::int[])`;
    return rows.map((row) => ({
      messageId: row.message_id,
      destination: row.destination as Destination,
    }));
  }

  /** The message that showed this is gone, or can be edited no more. */
  async function forgetMessage(
    { kind, subjectId }: ProjectionKey,
    messageId: number,
  ): Promise<void> {
    await prisma.projection.updateMany({
      where: { kind, subjectId, messageId },
      data: { messageId: null, shownHash: null },
    });
  }

  return {
    loadDirty,
    recordProjections,
    recordEdits: (outcomes: readonly ProjectionOutcome[], now: Date) =>
      noteShown(prisma, outcomes, now),
    findShowing,
    forgetMessage,
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
