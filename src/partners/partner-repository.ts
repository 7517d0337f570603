// The tables of partners, of what they do, and of the link by which they come.

import type { Tx } from '../platform/database/index.ts';
import type { Candidate, Partner, PartnerStatus, Rejection } from './partner.ts';

const SELECT = {
  id: true,
  personId: true,
  name: true,
  status: true,
  reason: true,
  about: true,
  languages: true,
  awaySince: true,
  awayUntil: true,
  ratingSum: true,
  ratingCount: true,
  specializations: { select: { specializationId: true }, orderBy: { specializationId: 'asc' } },
} as const;

interface Row {
  id: number;
  personId: number;
  name: string;
  status: string;
  reason: string | null;
  about: string | null;
  languages: string[];
  awaySince: Date | null;
  awayUntil: Date | null;
  ratingSum: number;
  ratingCount: number;
  specializations: { specializationId: number }[];
}

function toPartner({ status, reason, specializations, ...rest }: Row): Partner {
  return {
    ...rest,
    status: status as PartnerStatus,
    reason: reason as Rejection | null,
    specializationIds: specializations.map(({ specializationId }) => specializationId),
  };
}

/** What somebody tells about themselves. */
export interface Profile {
  readonly name: string;
  readonly about: string | null;
  readonly languages: readonly string[];
  readonly specializationIds: readonly number[];
}

export interface PartnerChange {
  readonly name?: string;
  readonly about?: string | null;
  readonly languages?: readonly string[];
  readonly awaySince?: Date | null;
  readonly awayUntil?: Date | null;
  readonly status?: PartnerStatus;
  readonly reason?: Rejection | null;
  readonly decidedAt?: Date;
  readonly decidedById?: number;
}

export interface ListedPartner {
  readonly id: number;
  readonly name: string;
  readonly status: PartnerStatus;
}

/** The facts of a candidate that no column of their own holds. */
interface Standing {
  id: number;
  answerSeconds: number | null;
  openInvitations: number;
  inRoom: Candidate['inRoom'];
}

/** More would be longer than a screen. */
const MOST_ROOMS_SHOWN = 20;

export type PartnerRepository = ReturnType<typeof createPartnerRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createPartnerRepository() {
  async function find(db: Tx, ids: readonly number[]): Promise<Partner[]> {
    const where = { id: { in: [...ids] } };
    return (await db.partner.findMany({ where, select: SELECT })).map(toPartner);
  }

  /** The partner that a Telegram user is; null: they are none. */
  async function findByUser(db: Tx, userId: number): Promise<Partner | null> {
    const row = await db.partner.findFirst({ where: { person: { userId } }, select: SELECT });
    return row && toPartner(row);
  }

  /** The partner, and nobody else changes them until the transaction ends. */
  async function lock(tx: Tx, id: number): Promise<Partner | null> {
    await tx.$queryRaw`SELECT id FROM partner WHERE id = ${id} FOR NO KEY UPDATE`;
    return (await find(tx, [id]))[0] ?? null;
  }

  /** {@link lock} for the partner that a person is. */
  async function lockOf(tx: Tx, personId: number): Promise<Partner | null> {
    await tx.$queryRaw`SELECT id FROM partner WHERE person_id = ${personId} FOR NO KEY UPDATE`;
    const row = await tx.partner.findUnique({ where: { personId }, select: SELECT });
    return row && toPartner(row);
  }

  /** Somebody registers, or does so anew: waits to be confirmed. Null: they have just done so. */
  async function register(
    tx: Tx,
    personId: number,
    { name, about, languages, specializationIds }: Profile,
    now: Date,
  ): Promise<number | null> {
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO partner (person_id, name, status, about, languages, created_at)
      VALUES (${personId}, ${name}, 'pending', ${about}, ${[...languages]}, ${now}::timestamptz)
      ON CONFLICT (person_id) DO UPDATE SET name = excluded.name, status = 'pending', reason = NULL,
        about = excluded.about, languages = excluded.languages, decided_at = NULL, decided_by_id = NULL
      WHERE partner.status = 'rejected'
      RETURNING id`;
    if (!row) return null;
    await setSpecializations(tx, row.id, specializationIds);
    return row.id;
  }

  /** These instead of those before. */
  async function setSpecializations(tx: Tx, partnerId: number, ids: readonly number[]) {
    await tx.partnerSpecialization.deleteMany({
      where: { partnerId, specializationId: { notIn: [...ids] } },
    });
    const data = ids.map((specializationId) => ({ partnerId, specializationId }));
    await tx.partnerSpecialization.createMany({ data, skipDuplicates: true });
  }

  async function update(tx: Tx, id: number, { languages, ...change }: PartnerChange) {
    const spoken = languages ? { languages: [...languages] } : {};
    await tx.partner.update({ where: { id }, data: { ...change, ...spoken } });
  }

  async function addVote(tx: Tx, id: number, stars: number): Promise<void> {
    const data = { ratingSum: { increment: stars }, ratingCount: { increment: 1 } };
    await tx.partner.update({ where: { id }, data });
  }

  /**
   * Everybody confirmed who does this, as they stand to a room; whoever asks is left out. The time of
   * their answers is the median of the latest twenty.
   */
  async function candidates(
    db: Tx,
    { specializationId, roomId }: { readonly specializationId: number; readonly roomId: number },
  ): Promise<Candidate[]> {
    const rows = await db.partner.findMany({
      where: { status: 'confirmed', specializations: { some: { specializationId } } },
      select: SELECT,
    });
    const ids = rows.map(({ id }) => id);
    const standings = new Map((await standing(db, ids, roomId)).map((one) => [one.id, one]));
    return rows.flatMap((row) => {
      const found = standings.get(row.id);
      return found ? [{ ...toPartner(row), ...found }] : [];
    });
  }

  /** Ids of those who have declined an invitation to this room since then. */
  async function declinedSince(db: Tx, roomId: number, since: Date): Promise<ReadonlySet<number>> {
    const where = { roomId, state: 'declined', endedAt: { gte: since } };
    const rows = await db.partnerInvitation.findMany({ where, select: { partnerId: true } });
    return new Set(rows.map(({ partnerId }) => partnerId));
  }

  function standing(db: Tx, ids: readonly number[], roomId: number): Promise<Standing[]> {
    return db.$queryRaw<Standing[]>`
      SELECT p.id, answers.seconds::float8 AS "answerSeconds", open.count AS "openInvitations",
        CASE WHEN EXISTS (SELECT FROM room_member m
            WHERE m.room_id = ${roomId} AND m.person_id = p.person_id AND m.left_at IS NULL) THEN 'here'
          WHEN EXISTS (SELECT FROM partner_invitation i
            WHERE i.room_id = ${roomId} AND i.partner_id = p.id AND i.state = 'sent') THEN 'invited'
          WHEN EXISTS (SELECT FROM room_entry e WHERE e.room_id = ${roomId}
            AND e.person_id = p.person_id AND e.state = 'open') THEN 'invited'
          ELSE 'no' END AS "inRoom"
      FROM partner p
      CROSS JOIN LATERAL (
        SELECT percentile_cont(0.5) WITHIN GROUP (
          ORDER BY extract(epoch FROM latest.answered_at - latest.sent_at)) AS seconds
        FROM (SELECT answered_at, sent_at FROM partner_invitation i
          WHERE i.partner_id = p.id AND i.answered_at IS NOT NULL
          ORDER BY i.sent_at DESC LIMIT 20) AS latest) AS answers
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS count FROM partner_invitation i
        WHERE i.partner_id = p.id AND i.state = 'sent') AS open
      WHERE p.id = ANY(${[...ids]}::int[])`;
  }

  /** The titles of the rooms that somebody is in as a partner, the latest first. */
  async function titlesOfRooms(db: Tx, personId: number): Promise<string[]> {
    const rows = await db.roomMember.findMany({
      where: { personId, role: 'partner', leftAt: null, room: { closedAt: null } },
      select: { room: { select: { title: true } } },
      orderBy: { since: 'desc' },
      take: MOST_ROOMS_SHOWN,
    });
    return rows.map(({ room }) => room.title);
  }

  /** Those who wait for a decision first, then by name. `total`: of all pages. */
  async function listPage(db: Tx, offset: number, limit: number) {
    const partners = await db.$queryRaw<ListedPartner[]>`
      SELECT id, name, status FROM partner
      ORDER BY status <> 'pending', lower(name), id OFFSET ${offset} LIMIT ${limit}`;
    return { partners, total: await db.partner.count() };
  }

  /** The code in force; null: there is none. */
  async function findLink(db: Tx): Promise<string | null> {
    const row = await db.partnerLink.findFirst({
      where: { endedAt: null },
      select: { code: true },
    });
    return row?.code ?? null;
  }

  async function isLink(db: Tx, code: string): Promise<'in-force' | 'ended' | 'unknown'> {
    const row = await db.partnerLink.findUnique({ where: { code }, select: { endedAt: true } });
    if (!row) return 'unknown';
    return row.endedAt === null ? 'in-force' : 'ended';
  }

  /** From now on this one, and none before. False: somebody has just made another. */
  async function putLink(tx: Tx, code: string, madeById: number, now: Date): Promise<boolean> {
    await tx.partnerLink.updateMany({ where: { endedAt: null }, data: { endedAt: now } });
    const made = await tx.$executeRaw`
      INSERT INTO partner_link (code, made_by_id, created_at)
      VALUES (${code}, ${madeById}, ${now}::timestamptz) ON CONFLICT DO NOTHING`;
    return made > 0;
  }

  return {
    find,
    findByUser,
    lock,
    lockOf,
    register,
    setSpecializations,
    update,
    addVote,
    candidates,
    declinedSince,
    titlesOfRooms,
    listPage,
    findLink,
    isLink,
    putLink,
  };
}
