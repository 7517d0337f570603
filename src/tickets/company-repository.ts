// The tables of client companies and of what tickets are about.

import type {
  ClientCompany as CompanyRow,
  TicketType as TypeRow,
} from '../generated/prisma/client.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import type { ClientCompany, TicketType } from './company.ts';

export type CompanyRepository = ReturnType<typeof createCompanyRepository>;

/** Every method takes the transaction it belongs to, or the database. */
export function createCompanyRepository() {
  async function find(db: Tx, ids: readonly number[]): Promise<ClientCompany[]> {
    const rows = await db.clientCompany.findMany({ where: { id: { in: [...ids] } } });
    return rows.map(toCompany);
  }

  /** Those whose groups these rooms are. */
  async function findByRoom(db: Tx, roomIds: readonly number[]): Promise<ClientCompany[]> {
    const rows = await db.clientCompany.findMany({ where: { roomId: { in: [...roomIds] } } });
    return rows.map(toCompany);
  }

  /** Those that we serve, by name. */
  async function served(db: Tx): Promise<ClientCompany[]> {
    const rows = await db.clientCompany.findMany({
      where: { endedAt: null },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    return rows.map(toCompany);
  }

  /** What tickets may be about now, in the order in which people are asked. */
  async function types(db: Tx): Promise<TicketType[]> {
    const rows = await db.ticketType.findMany({
      where: { archivedAt: null },
      orderBy: { position: 'asc' },
    });
    return rows.map(toType);
  }

  /** These, also those about which nobody is asked any more. */
  async function typesByIds(db: Tx, ids: readonly number[]): Promise<TicketType[]> {
    const rows = await db.ticketType.findMany({ where: { id: { in: [...ids] } } });
    return rows.map(toType);
  }

  return { find, findByRoom, served, types, typesByIds };
}

function toType({ id, code, nameRu, nameEn, checklist }: TypeRow): TicketType {
  return { id, code, checklist, name: { ru: nameRu, en: nameEn } };
}

export function toCompany({
  createdAt: _,
  createdById: __,
  greetedAt: ___,
  ...row
}: CompanyRow): ClientCompany {
  return { ...row, locale: row.locale as Locale };
}
