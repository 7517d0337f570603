// The table of what the other system is to be told. Of a ticket's rows the first alone is due; whoever ends it
// makes the next one due. Adding and ending take the ticket's own lock, so that nobody is forgotten in between.

import type { Database, Tx } from '../../platform/database/index.ts';

export interface NewDelivery {
  readonly key: string;
  readonly ticketId: number;
  readonly deed: string;
  readonly body: string;
}

/** Taken to be tried. */
export interface TriedDelivery {
  readonly id: number;
  readonly key: string;
  readonly ticketId: number;
  readonly body: string;
  readonly attempts: number;
  readonly triedAt: Date;
}

export interface Failure {
  readonly code: number | null;
  readonly words: string;
}

/** Given up, and not decided about yet. */
export interface DeadDelivery {
  readonly id: number;
  readonly ticketId: number;
  readonly deed: string;
  readonly createdAt: Date;
  readonly failure: Failure;
  /** Later changes of the same ticket, which wait for it. */
  readonly behind: number;
}

export interface DeliveryOverview {
  readonly dead: readonly DeadDelivery[];
  readonly deadCount: number;
  /** The newest among all that are dead; 0: none is. */
  readonly newestDead: number;
  /** Those that are being tried again. */
  readonly trying: number;
  /** Why the latest of them was not taken. */
  readonly lastFailure: Failure | null;
}

export type DeliveryRepository = ReturnType<typeof createDeliveryRepository>;

export function createDeliveryRepository({ prisma }: Pick<Database, 'prisma'>) {
  /** The caller holds the ticket. */
  async function add(tx: Tx, delivery: NewDelivery, now: Date): Promise<void> {
    const { key, ticketId, deed, body } = delivery;
    await tx.$executeRaw`
      INSERT INTO webhook_delivery (key, ticket_id, deed, body, created_at, due_at)
      SELECT ${key}, ${ticketId}, ${deed}, ${body}, ${now}::timestamptz,
        CASE WHEN EXISTS (SELECT 1 FROM webhook_delivery
          WHERE ticket_id = ${ticketId} AND state IN ('waiting', 'dead')) THEN NULL ELSE ${now}::timestamptz END`;
  }

  /** What has been due longest; it is due again at `until`, should nobody tell how it ended. Null: nothing is due. */
  async function claim(now: Date, until: Date): Promise<TriedDelivery | null> {
    const [row] = await prisma.$queryRaw<TriedDelivery[]>`
      UPDATE webhook_delivery SET due_at = ${until}::timestamptz, attempts = attempts + 1,
        tried_at = coalesce(tried_at, ${now}::timestamptz)
      WHERE id = (SELECT id FROM webhook_delivery WHERE due_at <= ${now}::timestamptz
        ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, key, ticket_id AS "ticketId", body, attempts, tried_at AS "triedAt"`;
    return row ?? null;
  }

  /** Nobody adds to these tickets' rows, or ends one, until the transaction ends. */
  async function lockTickets(tx: Tx, ids: readonly number[]): Promise<void> {
    await tx.$queryRaw`
      SELECT 1 FROM ticket WHERE id = ANY(${[...ids]}::int[]) ORDER BY id FOR NO KEY UPDATE`;
  }

  /** False: it is not waiting any more. */
  async function putOff(db: Tx, id: number, dueAt: Date, failure: Failure): Promise<boolean> {
    const data = { dueAt, failureCode: failure.code, failure: failure.words };
    const where = { id, state: 'waiting' };
    return (await db.webhookDelivery.updateMany({ where, data })).count > 0;
  }

  /** False: it was decided about meanwhile. The caller has locked the ticket. */
  async function end(
    tx: Tx,
    id: number,
    { to, failure, now }: { to: 'delivered' | 'dead'; failure: Failure | null; now: Date },
  ): Promise<boolean> {
    const why = failure ? { failureCode: failure.code, failure: failure.words } : {};
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id, state: 'waiting' },
      data: { state: to, endedAt: now, dueAt: null, ...why },
    });
    return count > 0;
  }

  /** The first of the ticket's that is open is due now, unless it is dead. */
  async function callNext(tx: Tx, ticketId: number, now: Date): Promise<void> {
    await tx.$executeRaw`
      UPDATE webhook_delivery SET due_at = ${now}::timestamptz
      WHERE id = (SELECT id FROM webhook_delivery WHERE ticket_id = ${ticketId}
        AND state IN ('waiting', 'dead') ORDER BY id LIMIT 1) AND state = 'waiting' AND due_at IS NULL`;
  }

  /** Those dead of these, or with at most that number, by the ticket they belong to. */
  async function findDead(
    db: Tx,
    which: { readonly id: number } | { readonly upTo: number },
  ): Promise<{ readonly id: number; readonly ticketId: number }[]> {
    return db.webhookDelivery.findMany({
      where: { state: 'dead', id: 'id' in which ? which.id : { lte: which.upTo } },
      select: { id: true, ticketId: true },
    });
  }

  /** Tried anew, for another day. The caller has locked their tickets. */
  async function revive(tx: Tx, ids: readonly number[], now: Date): Promise<number> {
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: { in: [...ids] }, state: 'dead' },
      data: { state: 'waiting', dueAt: now, attempts: 0, triedAt: null, endedAt: null },
    });
    return count;
  }

  /** False: it is not dead any more. The caller has locked the ticket. */
  async function skip(tx: Tx, id: number, now: Date): Promise<boolean> {
    const where = { id, state: 'dead' };
    const data = { state: 'skipped', endedAt: now };
    return (await tx.webhookDelivery.updateMany({ where, data })).count > 0;
  }

  /**
   * Notes as told what is dead, and what has been tried in vain since `failing` where none such was told yet. False:
   * nothing of the dead is as old as `gathered` and of the others there is no news, or it has to wait, for some was
   * told after `since`.
   */
  async function noteTold(
    tx: Tx,
    times: Readonly<Record<'since' | 'gathered' | 'failing' | 'now', Date>>,
  ): Promise<boolean> {
    const { since, gathered, failing, now } = times;
    const noted = await tx.$executeRaw`
      WITH dead AS (SELECT id, ended_at FROM webhook_delivery
          WHERE state = 'dead' AND (told_at IS NULL OR told_at < ended_at)),
        vain AS (SELECT id FROM webhook_delivery
          WHERE due_at IS NOT NULL AND failure IS NOT NULL AND tried_at <= ${failing}::timestamptz
            AND NOT EXISTS (SELECT 1 FROM webhook_delivery WHERE due_at IS NOT NULL AND told_at IS NOT NULL))
      UPDATE webhook_delivery SET told_at = ${now}::timestamptz
      WHERE id IN (SELECT id FROM dead UNION ALL SELECT id FROM vain)
        AND (EXISTS (SELECT 1 FROM dead WHERE ended_at <= ${gathered}::timestamptz) OR EXISTS (SELECT 1 FROM vain))
        AND NOT EXISTS (SELECT 1 FROM webhook_delivery WHERE told_at > ${since}::timestamptz)`;
    return noted > 0;
  }

  async function overview(limit: number): Promise<DeliveryOverview> {
    const [dead, [counts], last] = await Promise.all([
      prisma.$queryRaw<DeadRow[]>`
        SELECT d.id, d.ticket_id AS "ticketId", d.deed, d.created_at AS "createdAt",
          d.failure_code AS code, coalesce(d.failure, '') AS words,
          (SELECT count(*)::int FROM webhook_delivery w
            WHERE w.ticket_id = d.ticket_id AND w.state = 'waiting') AS behind
        FROM webhook_delivery d WHERE d.state = 'dead' ORDER BY d.id DESC LIMIT ${limit}`,
      prisma.$queryRaw<{ dead: number; newest: number; trying: number }[]>`
        SELECT count(*) FILTER (WHERE state = 'dead')::int AS dead,
          coalesce(max(id) FILTER (WHERE state = 'dead'), 0)::int AS newest,
          count(*) FILTER (WHERE state = 'waiting' AND due_at IS NOT NULL AND failure IS NOT NULL)::int AS trying
        FROM webhook_delivery WHERE state IN ('waiting', 'dead')`,
      prisma.webhookDelivery.findFirst({
        where: { dueAt: { not: null }, failure: { not: null } },
        orderBy: { triedAt: 'desc' },
        select: { failureCode: true, failure: true },
      }),
    ]);
    return {
      dead: dead.map(({ code, words, ...row }) => ({ ...row, failure: { code, words } })),
      deadCount: counts?.dead ?? 0,
      newestDead: counts?.newest ?? 0,
      trying: counts?.trying ?? 0,
      lastFailure: last && { code: last.failureCode, words: last.failure ?? '' },
    };
  }

  /** What ended before; the proof of it is in the log of events. */
  async function forget(before: Date): Promise<void> {
    await prisma.webhookDelivery.deleteMany({
      where: { state: { in: ['delivered', 'skipped'] }, endedAt: { lt: before } },
    });
  }

  return {
    ...{ add, claim, lockTickets, putOff, end, callNext },
    ...{ findDead, revive, skip, noteTold, overview, forget },
  };
}

interface DeadRow extends Omit<DeadDelivery, 'failure'>, Failure {}
