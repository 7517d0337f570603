// What the log of events knows of desks: where they were before, and what was said there once.

import type { Cause } from '../platform/cause.ts';
import type { Tx } from '../platform/database/index.ts';
import { recordEvents } from '../platform/events.ts';
import type { JsonObject } from '../platform/outbox/index.ts';

/** What is said at a desk once; `about` tells apart what is said once each. */
export interface OnceSaid {
  readonly deskId: number;
  readonly type:
    | 'reactions-refused'
    | 'no-reactions-there'
    | 'met-in-former-desk'
    | 'album-in-former-thread';
  readonly about: JsonObject;
}

export interface FormerDesk {
  readonly id: number;
  /** Of the group where the desk is now. */
  readonly title: string;
}

export type DeskLogRepository = ReturnType<typeof createDeskLogRepository>;

/** Every method takes the transaction it belongs to. */
export function createDeskLogRepository() {
  /** Whether it is to be said now, which is noted at once; false: it was said before. */
  async function noteOnce(
    tx: Tx,
    { deskId, type, about }: OnceSaid,
    cause: Cause,
    now: Date,
  ): Promise<boolean> {
    // Two who find nothing at the same moment would both say it.
    await tx.$executeRaw`SELECT FROM desk WHERE id = ${deskId} FOR NO KEY UPDATE`;
    const said = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM event WHERE subject = 'desk' AND subject_id = ${deskId} AND type = ${type}
        AND data @> ${JSON.stringify(about)}::jsonb LIMIT 1`;
    if (said.length > 0) return false;
    const event = { type, subject: 'desk', subjectId: deskId, data: about } as const;
    await recordEvents(tx, [{ ...event, actor: 'system', actorId: null }], cause, now);
    return true;
  }

  /** The desk that was in this chat and is in another one now; null: none was. */
  async function findFormer(tx: Tx, chatId: number): Promise<FormerDesk | null> {
    const [desk] = await tx.$queryRaw<FormerDesk[]>`
      SELECT k.id, k.title FROM event e JOIN desk k ON k.id = e.subject_id
      WHERE e.subject = 'desk' AND e.type = 'desk-moved' AND (e.data->>'from')::bigint = ${chatId}::bigint
        AND k.chat_id <> ${chatId}::bigint
      ORDER BY e.id DESC LIMIT 1`;
    return desk ?? null;
  }

  return { noteOnce, findFormer };
}
