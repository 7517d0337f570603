// The table of exporters.

import type { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import type { Company, CompanyStatus } from './exporter.ts';

const SELECT = {
  id: true,
  code: true,
  externalId: true,
  name: true,
  announcedName: true,
  url: true,
  status: true,
  reason: true,
  blockedFrom: true,
  managerId: true,
  announcedManagerId: true,
  remindAt: true,
  locale: true,
  timeZone: true,
  worksFrom: true,
  worksTo: true,
  contactName: true,
  createdAt: true,
  decidedAt: true,
  decidedById: true,
} as const;

type Row = Prisma.CompanyGetPayload<{ select: typeof SELECT }>;

function toCompany({ status, blockedFrom, locale, ...rest }: Row): Company {
  return {
    ...rest,
    status: status as CompanyStatus,
    blockedFrom: blockedFrom as CompanyStatus | null,
    locale: locale as Locale,
  };
}

export type NewCompany = Pick<
  Company,
  | 'code'
  | 'externalId'
  | 'name'
  | 'announcedName'
  | 'url'
  | 'managerId'
  | 'announcedManagerId'
  | 'locale'
  | 'timeZone'
  | 'worksFrom'
  | 'worksTo'
  | 'contactName'
>;

export type CompanyChange = Partial<Omit<Company, 'id' | 'code' | 'createdAt'>>;

/** A page of a list; `words` are looked for in names, ids and contacts. */
export interface CompanyQuery {
  readonly words: string;
  readonly offset: number;
  readonly limit: number;
}

/** A room as its exporter's people choose among several. */
export interface ListedRoom {
  readonly id: number;
  readonly title: string;
  readonly isInside: boolean;
}

export type CompanyRepository = ReturnType<typeof createCompanyRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createCompanyRepository() {
  async function insert(tx: Tx, company: NewCompany, now: Date): Promise<Company> {
    const data = { ...company, status: 'invited', createdAt: now };
    return toCompany(await tx.company.create({ data, select: SELECT }));
  }

  async function find(db: Tx, ids: readonly number[]): Promise<Company[]> {
    const rows = await db.company.findMany({ where: { id: { in: [...ids] } }, select: SELECT });
    return rows.map(toCompany);
  }

  async function findByCode(db: Tx, code: string): Promise<Company | null> {
    const row = await db.company.findUnique({ where: { code }, select: SELECT });
    return row && toCompany(row);
  }

  /** One that is called so, in letters of any size. */
  async function findByName(db: Tx, name: string): Promise<Company | null> {
    const where = { name: { equals: name, mode: 'insensitive' } } as const;
    const row = await db.company.findFirst({ where, select: SELECT, orderBy: { id: 'asc' } });
    return row && toCompany(row);
  }

  /** The company, and nobody else changes it until the transaction ends. */
  async function lock(tx: Tx, id: number): Promise<Company | null> {
    await tx.$queryRaw`SELECT id FROM company WHERE id = ${id} FOR NO KEY UPDATE`;
    return (await find(tx, [id]))[0] ?? null;
  }

  /** The same by its id at the marketplace; whoever announces it at the same moment waits. */
  async function lockByExternalId(tx: Tx, externalId: string): Promise<Company | null> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('company'), hashtext(${externalId}))`;
    const row = await tx.company.findUnique({ where: { externalId }, select: { id: true } });
    return row && lock(tx, row.id);
  }

  async function update(tx: Tx, id: number, change: CompanyChange): Promise<Company> {
    return toCompany(await tx.company.update({ where: { id }, data: change, select: SELECT }));
  }

  /** What staff have to decide first, then the newest. */
  async function list(db: Tx, { words, offset, limit }: CompanyQuery): Promise<Company[]> {
    const rows = await db.$queryRaw<{ id: number }[]>`
      SELECT id FROM company
      WHERE ${words} = '' OR name ILIKE ${like(words)} OR external_id = ${words}
        OR contact_name ILIKE ${like(words)}
      ORDER BY status <> 'pending', id DESC LIMIT ${limit} OFFSET ${offset}`;
    const ids = rows.map(({ id }) => id);
    const found = new Map((await find(db, ids)).map((company) => [company.id, company]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  async function count(db: Tx, words: string): Promise<number> {
    const [row] = await db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM company
      WHERE ${words} = '' OR name ILIKE ${like(words)} OR external_id = ${words}
        OR contact_name ILIKE ${like(words)}`;
    return row?.total ?? 0;
  }

  /** Whoever this employee looks after, the longest there first; nobody else changes them meanwhile. */
  async function lockManagedBy(tx: Tx, managerId: number): Promise<Company[]> {
    const rows = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM company WHERE manager_id = ${managerId} AND status <> 'rejected'
      ORDER BY id FOR NO KEY UPDATE`;
    const found = await find(
      tx,
      rows.map(({ id }) => id),
    );
    return found.toSorted((one, other) => one.id - other.id);
  }

  /** Those of whose decision somebody is to be reminded, who has waited longest first. */
  async function listUndecided(db: Tx, now: Date, limit: number): Promise<number[]> {
    const where = { remindAt: { lte: now } };
    const orderBy = [{ remindAt: 'asc' }, { id: 'asc' }] as const;
    const select = { id: true };
    const rows = await db.company.findMany({ where, select, orderBy: [...orderBy], take: limit });
    return rows.map(({ id }) => id);
  }

  /** How many open rooms and confirmed exporters these employees look after. */
  async function loadOf(db: Tx, staffIds: readonly number[]) {
    return db.$queryRaw<{ id: number; rooms: number; companies: number }[]>`
      SELECT s.id, coalesce(r.rooms, 0) AS rooms, coalesce(c.companies, 0) AS companies
      FROM unnest(${[...staffIds]}::int[]) AS s(id)
      LEFT JOIN (SELECT manager_id, count(*)::int AS rooms FROM room
        WHERE closed_at IS NULL AND kind IN ('personal', 'product') GROUP BY manager_id) r
        ON r.manager_id = s.id
      LEFT JOIN (SELECT manager_id, count(*)::int AS companies FROM company
        WHERE status = 'confirmed' GROUP BY manager_id) c ON c.manager_id = s.id`;
  }

  /** The personal rooms of these exporters that are not closed. */
  async function personalRooms(
    db: Tx,
    companyIds: readonly number[],
  ): Promise<ReadonlyMap<number, number>> {
    const rows = await db.room.findMany({
      where: { companyId: { in: [...companyIds] }, kind: 'personal', closedAt: null },
      select: { id: true, companyId: true },
    });
    return new Map(rows.map(({ id, companyId }) => [companyId ?? 0, id]));
  }

  /** The open rooms about an exporter's products, the oldest first. */
  async function productRooms(db: Tx, companyId: number): Promise<number[]> {
    const where = { companyId, kind: 'product', closedAt: null };
    const rows = await db.room.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
    return rows.map(({ id }) => id);
  }

  /** The exporters whose personal rooms these are, by room. */
  async function ofPersonalRooms(
    db: Tx,
    roomIds: readonly number[],
  ): Promise<ReadonlyMap<number, Company>> {
    const rows = await db.room.findMany({
      where: { id: { in: [...roomIds] }, kind: 'personal' },
      select: { id: true, company: { select: SELECT } },
    });
    return new Map(
      rows.flatMap(({ id, company }) => (company ? [[id, toCompany(company)] as const] : [])),
    );
  }

  /** The open rooms of an exporter for which this employee (null: nobody) answers. */
  async function roomsManagedBy(
    db: Tx,
    companyId: number,
    managerId: number | null,
  ): Promise<number[]> {
    const where = { companyId, managerId, closedAt: null };
    const rows = await db.room.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
    return rows.map(({ id }) => id);
  }

  /** The open rooms of an exporter that this person is in, or has a way into. */
  async function roomsOf(db: Tx, companyId: number, personId: number): Promise<number[]> {
    const rows = await db.$queryRaw<{ id: number }[]>`
      SELECT r.id FROM room r WHERE r.company_id = ${companyId} AND r.closed_at IS NULL AND (
        EXISTS (SELECT 1 FROM room_member m
          WHERE m.room_id = r.id AND m.person_id = ${personId} AND m.left_at IS NULL)
        OR EXISTS (SELECT 1 FROM room_entry e
          WHERE e.room_id = r.id AND e.person_id = ${personId} AND e.state = 'open'))
      ORDER BY r.id`;
    return rows.map(({ id }) => id);
  }

  /** The open rooms of an exporter, its own first, and whether this person is in each. */
  async function listRooms(
    db: Tx,
    companyId: number,
    personId: number,
    { skip, take }: { readonly skip: number; readonly take: number },
  ): Promise<{ total: number; rooms: ListedRoom[] }> {
    const where = { companyId, closedAt: null };
    const inside = { where: { personId, leftAt: null }, select: { id: true } };
    const total = await db.room.count({ where });
    const rows = await db.room.findMany({
      ...{ where, skip, take },
      select: { id: true, title: true, members: inside },
      orderBy: [{ kind: 'asc' }, { title: 'asc' }, { id: 'asc' }],
    });
    const rooms = rows.map(({ id, title, members }) => {
      return { id, title, isInside: members.length > 0 };
    });
    return { total, rooms };
  }

  /** Those of the rooms whose groups this employee has made: an owner cannot be removed. */
  async function roomsMadeBy(
    db: Tx,
    roomIds: readonly number[],
    staffId: number,
  ): Promise<ReadonlySet<number>> {
    const where = { roomId: { in: [...roomIds] }, addedById: staffId, state: 'used' };
    const rows = await db.roomGroup.findMany({ where, select: { roomId: true } });
    return new Set(rows.flatMap(({ roomId }) => roomId ?? []));
  }

  /** The ways in of a person that still lead into a room. */
  async function openEntries(db: Tx, roomId: number, personId: number): Promise<number[]> {
    const where = { roomId, personId, state: 'open' };
    const rows = await db.roomEntry.findMany({ where, select: { id: true } });
    return rows.map(({ id }) => id);
  }

  /** Telegram's ids of these employees, also of those who work here no more. */
  async function staffUsers(db: Tx, staffIds: readonly number[]): Promise<number[]> {
    const where = { id: { in: [...staffIds] } };
    const rows = await db.staff.findMany({ where, select: { userId: true } });
    return rows.map(({ userId }) => Number(userId));
  }

  return {
    insert,
    find,
    findByCode,
    findByName,
    lock,
    lockByExternalId,
    update,
    list,
    count,
    lockManagedBy,
    listUndecided,
    loadOf,
    personalRooms,
    productRooms,
    ofPersonalRooms,
    roomsManagedBy,
    roomsOf,
    listRooms,
    roomsMadeBy,
    openEntries,
    staffUsers,
  };
}

/** What somebody typed, as a part of a name: signs that mean something to LIKE mean themselves. */
function like(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`;
}
