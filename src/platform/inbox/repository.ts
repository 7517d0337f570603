// The table of stored updates. The only place that knows its columns.

import type { Cause } from '../cause.ts';
import type { Database, Tx } from '../database/index.ts';
import { endWithEffect } from '../forms/repository.ts';
import type { LanePlace } from './lane-memory.ts';
import { noteRequests } from './request-repository.ts';

export interface NewUpdate {
  readonly updateId: number;
  readonly lane: string;
  readonly urgent: boolean;
  /** What Telegram calls a button press, wherever it comes again. */
  readonly pressId?: string | undefined;
  /** What Telegram calls the album of which it is a part. */
  readonly album?: string | undefined;
  /** Clean JSON text: no NUL, no lone surrogates. */
  readonly payload: string;
}

export interface StoredUpdate {
  readonly seq: bigint;
  readonly updateId: number;
  readonly lane: string;
  readonly urgent: boolean;
  readonly attempts: number;
  readonly payload: unknown;
}

/** The lane of what could not be stored as it is: it cannot be replayed either. */
export const QUARANTINE = 'quarantine';

export type InboxRepository = ReturnType<typeof createInboxRepository>;

/** Sees the updates of one bot alone. Every method throws when the database is away. */
export function createInboxRepository(database: Database, botId: number) {
  const { prisma } = database;

  /** Keeps a batch in the order given; updates already known are left alone. Returns those that were new. */
  async function store(updates: readonly NewUpdate[], now: Date): Promise<StoredUpdate[]> {
    const list = updates.map(
      ({ payload, ...rest }) => `${JSON.stringify(rest).slice(0, -1)},"payload":${payload}}`,
    );
    const rows = await prisma.$queryRaw<{ seq: bigint; update_id: bigint }[]>`
      INSERT INTO inbox_update (bot_id, update_id, lane, urgent, press_id, album, payload, received_at)
      SELECT ${botId}::bigint, u."updateId", u.lane, u.urgent, u."pressId", u.album, u.payload, ${now}::timestamptz
      FROM ROWS FROM (json_to_recordset(${`[${list.join(',')}]`}::json) AS ("updateId" bigint, lane text,
        urgent boolean, "pressId" text, album text, payload json)) WITH ORDINALITY AS u
      ORDER BY u.ordinality
      ON CONFLICT (bot_id, update_id) DO NOTHING
      RETURNING seq, update_id`;
    const seqs = new Map(rows.map(({ seq, update_id }) => [Number(update_id), seq]));
    return updates.flatMap(({ updateId, lane, urgent, payload }) => {
      const seq = seqs.get(updateId);
      if (seq === undefined) return [];
      return [
        { seq, updateId, lane, urgent, attempts: 0, payload: JSON.parse(payload) as unknown },
      ];
    });
  }

  /** Sets an update aside that could not be stored as it is; `raw` is kept as it came, in base64. */
  async function quarantine(
    updateId: number,
    raw: string,
    failure: string,
    now: Date,
  ): Promise<void> {
    const payload = { base64: Buffer.from(raw, 'utf8').toString('base64') };
    const kept = { botId, updateId, lane: QUARANTINE, urgent: false, payload, receivedAt: now };
    // What cannot be stored may stand in the words about it as well.
    const words = storable(failure);
    await prisma.inboxUpdate.createMany({
      data: [{ ...kept, state: 'poison', failure: words }],
      skipDuplicates: true,
    });
  }

  /** The oldest waiting updates behind `cursor`. */
  async function loadWaiting(cursor: bigint, limit: number): Promise<StoredUpdate[]> {
    const rows = await prisma.$queryRaw<Row[]>`
      SELECT seq, update_id, lane, urgent, attempts, payload FROM inbox_update
      WHERE state = 'waiting' AND bot_id = ${botId}::bigint AND seq > ${cursor}
      ORDER BY seq LIMIT ${limit}`;
    return rows.map(toStored);
  }

  /** The latest messages of groups whose writing, or a reaction on which, waits; oldest first. */
  async function listPlaces(limit: number): Promise<LanePlace[]> {
    const rows = await prisma.$queryRaw<PlaceRow[]>`
      SELECT lane, (about->'chat'->>'id')::bigint AS chat_id, (about->>'message_id')::int AS message_id
      FROM (
        SELECT seq, lane, coalesce(payload->'message', payload->'message_reaction') AS about
        FROM inbox_update WHERE state = 'waiting' AND bot_id = ${botId}::bigint) AS waiting
      WHERE about->'chat'->>'type' <> 'private' ORDER BY seq DESC LIMIT ${limit}`;
    return rows.reverse().map(({ lane, chat_id, message_id }) => ({
      lane,
      chatId: Number(chat_id),
      messageId: message_id,
    }));
  }

  /** Waiting updates behind `cursor` of the lanes in which somebody pressed a button. */
  async function loadUrgentLanes(cursor: bigint, limit: number): Promise<StoredUpdate[]> {
    const rows = await prisma.$queryRaw<Row[]>`
      WITH pressed AS (
        SELECT DISTINCT lane FROM inbox_update
        WHERE state = 'waiting' AND urgent AND bot_id = ${botId}::bigint AND seq > ${cursor})
      SELECT seq, update_id, lane, urgent, attempts, payload
      FROM inbox_update JOIN pressed USING (lane)
      WHERE state = 'waiting' AND bot_id = ${botId}::bigint AND seq > ${cursor}
      ORDER BY seq LIMIT ${limit}`;
    return rows.map(toStored);
  }

  /** Marks updates done that no verb has settled. */
  async function markDone(updateIds: readonly number[], now: Date): Promise<void> {
    await prisma.$executeRaw`
      UPDATE inbox_update SET state = 'done', done_at = ${now}::timestamptz
      WHERE bot_id = ${botId}::bigint AND state = 'waiting' AND update_id = ANY(${[...updateIds]}::bigint[])`;
  }

  async function recordAttempt(seq: bigint, attempts: number, failure: string): Promise<void> {
    await prisma.inboxUpdate.updateMany({
      where: { seq },
      data: { attempts, failure: storable(failure) },
    });
  }

  async function setAside(seq: bigint, attempts: number, failure: string): Promise<void> {
    const data = { state: 'poison', attempts, failure: storable(failure) };
    await prisma.inboxUpdate.updateMany({ where: { seq }, data });
  }

  /** Forgets at most `limit` payloads of updates done between `from` and `before`; says how many. */
  async function forgetPayloads(from: Date, before: Date, limit: number): Promise<number> {
    return prisma.$executeRaw`
      UPDATE inbox_update SET payload = NULL WHERE seq IN (
        SELECT seq FROM inbox_update
        WHERE state = 'done' AND payload IS NOT NULL
          AND done_at >= ${from}::timestamptz AND done_at < ${before}::timestamptz
        LIMIT ${limit})`;
  }

  /** Deletes at most `limit` rows of updates done before `before`, payload and key; says how many. */
  async function deleteDone(before: Date, limit: number): Promise<number> {
    return prisma.$executeRaw`
      DELETE FROM inbox_update WHERE seq IN (
        SELECT seq FROM inbox_update WHERE state = 'done' AND done_at < ${before}::timestamptz
        LIMIT ${limit})`;
  }

  return {
    store,
    quarantine,
    loadWaiting,
    listPlaces,
    loadUrgentLanes,
    markDone,
    recordAttempt,
    setAside,
    forgetPayloads,
    deleteDone,
  };
}

/**
 * Marks causes done inside the transaction of their effects. Returns, in the order given, whether each
 * was still to be done: an update that is done already (it came twice, perhaps twice in this list)
 * must change nothing. Neither must a press that was done under another update id: a program that was
 * offline sends it once more. A request of which the same is true may have been sent by somebody else.
 */
export async function settleCauses(
  tx: Tx,
  causes: readonly Cause[],
  now: Date,
): Promise<boolean[]> {
  const updates = await settleUpdates(tx, ofKind(causes, 'update'), now);
  const requests = await noteRequests(
    tx,
    ofKind(causes, 'request').map(({ id }) => id),
    now,
  );
  const fresh = { updates: new Set(updates), requests: new Set(requests) };
  return causes.map((cause) => {
    if (cause.kind === 'update') return fresh.updates.delete(cause.updateId);
    return cause.kind === 'request' ? fresh.requests.delete(cause.id) : true;
  });
}

function ofKind<Kind extends Cause['kind']>(causes: readonly Cause[], kind: Kind) {
  return causes.filter((cause): cause is Extract<Cause, { kind: Kind }> => cause.kind === kind);
}

/** Those of these updates that were still to be done. */
async function settleUpdates(
  tx: Tx,
  updates: readonly Extract<Cause, { kind: 'update' }>[],
  now: Date,
): Promise<readonly number[]> {
  const first = updates[0];
  if (!first) return [];
  const ids = updates.map((cause) => cause.updateId);
  const rows = await tx.$queryRaw<{ update_id: bigint; repeated: boolean }[]>`
    UPDATE inbox_update AS u SET state = 'done', done_at = ${now}::timestamptz
    WHERE bot_id = ${first.botId}::bigint AND update_id = ANY(${ids}::bigint[]) AND state <> 'done'
    RETURNING update_id, press_id IS NOT NULL AND EXISTS (
      SELECT FROM inbox_update AS other
      WHERE other.bot_id = u.bot_id AND other.press_id = u.press_id AND other.state = 'done'
        AND other.update_id <> u.update_id) AS repeated`;
  const fresh = rows.filter((row) => !row.repeated).map((row) => Number(row.update_id));
  const answers = updates.flatMap(({ form, updateId }) =>
    form !== undefined && fresh.includes(updateId) ? [{ form, updateId }] : [],
  );
  await endWithEffect(tx, answers, now);
  return fresh;
}

/** {@link settleCauses} for one. */
export async function settleCause(tx: Tx, cause: Cause, now: Date): Promise<boolean> {
  const [fresh] = await settleCauses(tx, [cause], now);
  return fresh ?? false;
}

/** Those of these albums of which a part is still to be handled. */
export async function findWaitingAlbums(
  { prisma }: Database,
  albums: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await prisma.$queryRaw<{ album: string }[]>`
    SELECT DISTINCT album FROM inbox_update
    WHERE state = 'waiting' AND album IS NOT NULL AND album = ANY(${[...albums]}::text[])`;
  return new Set(rows.map(({ album }) => album));
}

interface PlaceRow {
  lane: string;
  chat_id: bigint;
  message_id: number;
}

interface Row {
  seq: bigint;
  update_id: bigint;
  lane: string;
  urgent: boolean;
  attempts: number;
  payload: unknown;
}

/** Text that every database takes: without NUL and halves of surrogate pairs, and not endless. */
function storable(text: string): string {
  return Buffer.from(text.slice(0, 2_000).replaceAll('\0', ''), 'utf8').toString('utf8');
}

function toStored(row: Row): StoredUpdate {
  const { update_id, ...rest } = row;
  return { ...rest, updateId: Number(update_id) };
}
