// The append-only log of what happened: who, what, when, on what, caused by what. The card's log, the
// arithmetic of deadlines and the proof in a dispute read it; a trigger refuses any change to it.

import { type Cause, causeName } from './cause.ts';
import type { Tx } from './database/index.ts';
import type { JsonObject } from './outbox/index.ts';

export interface NewEvent {
  /** A word in the past tense with a dash: «role-granted», «desk-set-up». */
  readonly type: string;
  readonly subject:
    | 'dialog'
    | 'staff'
    | 'desk'
    | 'client'
    | 'person'
    | 'company'
    | 'room'
    | 'room-group'
    | 'product'
    | 'lead'
    | 'partner'
    | 'client-company'
    | 'ticket'
    | 'sla-plan'
    | 'sla-calendar';
  readonly subjectId: number;
  readonly actor: 'client' | 'staff' | 'person' | 'system';
  /** The number of the client, employee or person; null for the system. */
  readonly actorId: number | null;
  /** Facts that the rows will not tell later. No words of clients. */
  readonly data?: JsonObject;
  /** Its own cause, where what has several causes is written together. */
  readonly cause?: Cause;
}

/** Writes events, in the order given, in the transaction of what they tell about. */
export async function recordEvents(
  tx: Tx,
  events: readonly NewEvent[],
  cause: Cause,
  now: Date,
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ type, subject, subjectId, actor, actorId, data, ...own }) => ({
    type,
    subject,
    subject_id: subjectId,
    actor,
    actor_id: actorId,
    data: data ?? null,
    cause: causeName(own.cause ?? cause),
  }));
  await tx.$executeRaw`
    INSERT INTO event (at, type, subject, subject_id, actor, actor_id, data, cause)
    SELECT ${now}::timestamptz, e.type, e.subject, e.subject_id, e.actor, e.actor_id, e.data, e.cause
    FROM ROWS FROM (json_to_recordset(${JSON.stringify(rows)}::json) AS (type text, subject text,
      subject_id int, actor text, actor_id int, data jsonb, cause text))
      WITH ORDINALITY AS e
    ORDER BY e.ordinality`;
}
