// The table of client companies, as those write it who take clients on and look after them.

import type { Tx } from '../../platform/database/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import type { ClientCompany } from '../company.ts';
import { toCompany } from '../company-repository.ts';

export interface NewClient {
  readonly code: string;
  readonly qrCode: string;
  readonly name: string;
  readonly managerId: number | null;
  readonly planId: number | null;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly createdById: number;
}

/** A client as the list shows it. */
export interface ListedClient extends ClientCompany {
  readonly openTickets: number;
}

export type ClientRepository = ReturnType<typeof createClientRepository>;

/** Every method takes the transaction it belongs to, or the database. */
export function createClientRepository() {
  async function insert(tx: Tx, client: NewClient, now: Date): Promise<ClientCompany> {
    return toCompany(await tx.clientCompany.create({ data: { ...client, createdAt: now } }));
  }

  /** Nobody else changes it until the transaction ends; null: there is none. */
  async function lock(tx: Tx, id: number): Promise<ClientCompany | null> {
    await tx.$queryRaw`SELECT 1 FROM client_company WHERE id = ${id} FOR NO KEY UPDATE`;
    const row = await tx.clientCompany.findUnique({ where: { id } });
    return row && toCompany(row);
  }

  /** Those that this employee looks after, locked. */
  async function lockManagedBy(tx: Tx, managerId: number): Promise<readonly ClientCompany[]> {
    await tx.$queryRaw`
      SELECT 1 FROM client_company WHERE manager_id = ${managerId} ORDER BY id FOR NO KEY UPDATE`;
    const rows = await tx.clientCompany.findMany({
      where: { managerId },
      orderBy: { name: 'asc' },
    });
    return rows.map(toCompany);
  }

  /** The client whose group is connected by this code, locked; null: nobody's. */
  async function lockByCode(tx: Tx, code: string): Promise<ClientCompany | null> {
    const row = await tx.clientCompany.findUnique({ where: { code }, select: { id: true } });
    return row && (await lock(tx, row.id));
  }

  /** The client at whose workplaces this code hangs; null: at nobody's, or it was renewed. */
  async function findByQr(db: Tx, qrCode: string): Promise<ClientCompany | null> {
    const row = await db.clientCompany.findUnique({ where: { qrCode } });
    return row && toCompany(row);
  }

  async function findByName(db: Tx, name: string): Promise<ClientCompany | null> {
    const where = { name: { equals: name, mode: 'insensitive' }, endedAt: null } as const;
    const row = await db.clientCompany.findFirst({ where });
    return row && toCompany(row);
  }

  async function update(
    tx: Tx,
    id: number,
    data: Partial<Omit<ClientCompany, 'id'>>,
  ): Promise<ClientCompany> {
    return toCompany(await tx.clientCompany.update({ where: { id }, data }));
  }

  /** True once: its group has not been told yet how to ask. */
  async function noteGreeted(tx: Tx, id: number, now: Date): Promise<boolean> {
    const where = { id, greetedAt: null };
    return (await tx.clientCompany.updateMany({ where, data: { greetedAt: now } })).count > 0;
  }

  /** Those we serve first, each by name; a page of them, and how many there are. */
  async function list(
    db: Tx,
    { skip, take }: { readonly skip: number; readonly take: number },
  ): Promise<{ readonly total: number; readonly clients: readonly ListedClient[] }> {
    const rows = await db.clientCompany.findMany({
      orderBy: [{ endedAt: { sort: 'desc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
      ...{ skip, take },
    });
    const open = await openTickets(
      db,
      rows.map(({ id }) => id),
    );
    const clients = rows.map((row) => ({ ...toCompany(row), openTickets: open.get(row.id) ?? 0 }));
    return { total: await db.clientCompany.count(), clients };
  }

  /** How many tickets of these are neither closed nor cancelled; those with none are left out. */
  async function openTickets(db: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const rows = await db.ticket.groupBy({
      by: ['companyId'],
      where: { companyId: { in: [...ids] }, endedAt: null },
      _count: true,
    });
    return new Map(rows.map(({ companyId, _count }) => [companyId, _count]));
  }

  /** The numbers of those tickets, the oldest first. */
  async function listOpenTickets(db: Tx, companyId: number): Promise<readonly number[]> {
    const where = { companyId, endedAt: null };
    const rows = await db.ticket.findMany({ where, orderBy: { id: 'asc' }, select: { id: true } });
    return rows.map(({ id }) => id);
  }

  /** Whether this person was taken out of the room, and nobody has invited them since. */
  async function wasParted(db: Tx, roomId: number, personId: number): Promise<boolean> {
    const last = await db.event.findFirst({
      where: {
        ...{ subject: 'room', subjectId: roomId, type: { in: ['parted', 'invited'] } },
        data: { path: ['personId'], equals: personId },
      },
      orderBy: { id: 'desc' },
      select: { type: true },
    });
    return last?.type === 'parted';
  }

  return {
    ...{ insert, lock, lockManagedBy, lockByCode, findByQr, findByName, update, noteGreeted },
    ...{ list, openTickets, listOpenTickets, wasParted },
  };
}
