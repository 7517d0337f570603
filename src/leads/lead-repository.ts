// The table of leads.

import type { Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import type { Lead, LeadState, Side, Silence } from './lead.ts';

const SELECT = {
  id: true,
  productId: true,
  companyId: true,
  personId: true,
  importerName: true,
  importerCompany: true,
  locale: true,
  request: true,
  state: true,
  mergedIntoId: true,
  code: true,
  roomId: true,
  stageKey: true,
  createdAt: true,
  openedAt: true,
  nudgedAt: true,
  move: true,
  moveSince: true,
  answeredAt: true,
  answeredBy: true,
  answeredName: true,
  silence: true,
  silenceDueAt: true,
} as const;

type Worded = 'locale' | 'state' | 'move' | 'answeredBy' | 'silence';
type Row = Omit<Lead, Worded> & { readonly [word in Worded]: string | null };

function toLead(row: Row): Lead {
  return {
    ...row,
    locale: row.locale as Locale,
    state: row.state as LeadState,
    move: row.move as Side | null,
    answeredBy: row.answeredBy as Lead['answeredBy'],
    silence: row.silence as Silence,
  };
}

export interface NewLead {
  readonly productId: number;
  readonly companyId: number;
  readonly personId: number | null;
  readonly externalId: string | null;
  readonly code: string | null;
  readonly importerName: string;
  readonly importerCompany: string | null;
  readonly locale: Locale;
  readonly request: string | null;
  readonly state: 'asking' | 'waiting';
  readonly askedUntil: Date | null;
}

export type LeadChange = Partial<
  Pick<
    Lead,
    | 'personId'
    | 'importerName'
    | 'locale'
    | 'request'
    | 'state'
    | 'mergedIntoId'
    | 'roomId'
    | 'stageKey'
    | 'openedAt'
    | 'nudgedAt'
    | 'move'
    | 'moveSince'
    | 'answeredAt'
    | 'answeredBy'
    | 'answeredName'
    | 'silence'
    | 'silenceDueAt'
  > & { readonly askedUntil: null }
>;

export interface EarlierLead {
  readonly leadId: number;
  readonly companyId: number;
  readonly productName: string;
  readonly createdAt: Date;
}

/** A product about which leads wait, and how many. */
export interface WaitingProduct {
  readonly name: string;
  readonly leads: number;
}

export type LeadRepository = ReturnType<typeof createLeadRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createLeadRepository() {
  /** Null: the same importer has asked about that product, or the site has told of this before. */
  async function insert(tx: Tx, lead: NewLead, now: Date): Promise<number | null> {
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO lead (product_id, company_id, person_id, external_id, code, importer_name,
        importer_company, locale, request, state, asked_until, created_at)
      VALUES (${lead.productId}, ${lead.companyId}, ${lead.personId}, ${lead.externalId}, ${lead.code},
        ${lead.importerName}, ${lead.importerCompany}, ${lead.locale}, ${lead.request}, ${lead.state},
        ${lead.askedUntil}::timestamptz, ${now}::timestamptz)
      ON CONFLICT DO NOTHING RETURNING id`;
    return row?.id ?? null;
  }

  async function find(db: Tx, ids: readonly number[]): Promise<Lead[]> {
    const rows = await db.lead.findMany({ where: { id: { in: [...ids] } }, select: SELECT });
    return rows.map(toLead);
  }

  /** The lead, and nobody else changes it until the transaction ends. */
  async function lock(tx: Tx, id: number): Promise<Lead | null> {
    await tx.$queryRaw`SELECT id FROM lead WHERE id = ${id} FOR NO KEY UPDATE`;
    const [lead] = await find(tx, [id]);
    return lead ?? null;
  }

  /** The lead of this importer and product that counts. */
  async function findOf(db: Tx, productId: number, personId: number): Promise<Lead | null> {
    const where = { productId, personId, state: { not: 'merged' } };
    const row = await db.lead.findFirst({ where, select: SELECT });
    return row ? toLead(row) : null;
  }

  async function findByExternalId(db: Tx, externalId: string): Promise<Lead | null> {
    const row = await db.lead.findUnique({ where: { externalId }, select: SELECT });
    return row ? toLead(row) : null;
  }

  async function findByCode(db: Tx, code: string): Promise<Lead | null> {
    const row = await db.lead.findUnique({ where: { code }, select: SELECT });
    return row ? toLead(row) : null;
  }

  async function findByRooms(db: Tx, roomIds: readonly number[]): Promise<Lead[]> {
    const where = { roomId: { in: [...roomIds] } };
    return (await db.lead.findMany({ where, select: SELECT })).map(toLead);
  }

  /** Products that an importer has asked about; what turned out to be the same lead counts once. */
  async function countSince(db: Tx, personId: number, since: Date): Promise<number> {
    const where = { personId, createdAt: { gt: since }, state: { not: 'merged' } };
    return db.lead.count({ where });
  }

  async function update(tx: Tx, id: number, data: LeadChange): Promise<void> {
    await tx.lead.update({ where: { id }, data });
  }

  /** Leads whose importer has not said what they need in time, the oldest first. */
  async function overdueAsking(db: Tx, now: Date, limit: number): Promise<number[]> {
    const where = { state: 'asking', askedUntil: { lte: now } };
    const rows = await db.lead.findMany({
      where,
      select: { id: true },
      orderBy: { askedUntil: 'asc' },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /** Leads about whose silence something is due, the oldest first. */
  async function overdueSilence(db: Tx, now: Date, limit: number): Promise<number[]> {
    const rows = await db.lead.findMany({
      where: { silenceDueAt: { lte: now } },
      select: { id: true },
      orderBy: { silenceDueAt: 'asc' },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /** Leads whose exporter could answer, and whose clock stands: their room has its group (again). */
  async function standing(db: Tx, limit: number): Promise<number[]> {
    const rows = await db.$queryRaw<{ id: number }[]>`
      SELECT l.id FROM lead l
      JOIN room r ON r.id = l.room_id AND r.state = 'ready'
      JOIN company c ON c.id = l.company_id AND c.status = 'confirmed'
      WHERE l.state = 'open' AND l.answered_at IS NULL AND l.silence_due_at IS NULL
        AND l.silence IN ('none', 'reminded')
      ORDER BY l.id LIMIT ${limit}`;
    return rows.map(({ id }) => id);
  }

  /** Nobody is waited for where there is no chat to answer in. */
  async function stopClocksOfLostRooms(db: Tx): Promise<void> {
    await db.$executeRaw`
      UPDATE lead SET silence_due_at = NULL
      WHERE silence_due_at IS NOT NULL AND room_id IN (SELECT id FROM room WHERE state = 'lost')`;
  }

  /** Leads of this exporter that it has not answered, opened or not; their clocks stand from now on. */
  async function stopClocksOf(tx: Tx, companyId: number): Promise<number[]> {
    const rows = await tx.$queryRaw<{ id: number }[]>`
      UPDATE lead SET silence_due_at = NULL
      WHERE company_id = ${companyId} AND state IN ('waiting', 'open') AND answered_at IS NULL
      RETURNING id`;
    return rows.map(({ id }) => id).toSorted((one, other) => one - other);
  }

  /** Leads of an exporter who was not here yet. */
  async function waitingFor(db: Tx, companyId: number): Promise<number[]> {
    const where = { companyId, state: 'waiting' };
    const rows = await db.lead.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
    return rows.map(({ id }) => id);
  }

  /** What these leads are about, in the order in which somebody asked. */
  async function waitingProducts(db: Tx, companyId: number): Promise<WaitingProduct[]> {
    return db.$queryRaw`
      SELECT p.name, count(*)::int AS leads FROM lead l JOIN product p ON p.id = l.product_id
      WHERE l.company_id = ${companyId} AND l.state = 'waiting'
      GROUP BY p.id ORDER BY min(l.id)`;
  }

  /** Leads that wait for an exporter who is here already, the oldest first. */
  async function stranded(db: Tx, limit: number): Promise<number[]> {
    const rows = await db.lead.findMany({
      where: {
        state: 'waiting',
        company: { status: 'confirmed', people: { some: { leftAt: null } } },
      },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /** What the importers of these leads have asked about before, each the newest first. */
  async function earlier(
    db: Tx,
    leadIds: readonly number[],
    limit: number,
  ): Promise<readonly (EarlierLead & { readonly ofLeadId: number })[]> {
    return db.$queryRaw`
      SELECT one.id AS "ofLeadId", other.id AS "leadId", other.company_id AS "companyId",
        other.created_at AS "createdAt", product.name AS "productName"
      FROM lead one
      CROSS JOIN LATERAL (
        SELECT id, company_id, created_at, product_id FROM lead
        WHERE person_id = one.person_id AND id < one.id AND state <> 'merged'
        ORDER BY id DESC LIMIT ${limit}
      ) other
      JOIN product ON product.id = other.product_id
      WHERE one.id = ANY(${[...leadIds]}::int[])
      ORDER BY other.id DESC`;
  }

  /** False: it was offered to them before. */
  async function suggest(
    tx: Tx,
    suggestion: { readonly leadId: number; readonly productId: number; readonly staffId: number },
    now: Date,
  ): Promise<boolean> {
    const { count } = await tx.leadSuggestion.createMany({
      data: [{ ...suggestion, createdAt: now }],
      skipDuplicates: true,
    });
    return count > 0;
  }

  return {
    insert,
    find,
    lock,
    findOf,
    findByExternalId,
    findByCode,
    findByRooms,
    countSince,
    update,
    overdueAsking,
    overdueSilence,
    standing,
    stopClocksOfLostRooms,
    stopClocksOf,
    waitingFor,
    waitingProducts,
    stranded,
    earlier,
    suggest,
  };
}
