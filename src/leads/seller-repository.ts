// Exporters as leads need them: whether they may be told, who they are, and when they work.

import { type Person, toPerson } from '../people/person.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import { type BusinessCalendar, dailyCalendar } from '../sla/business-calendar.ts';

export interface Seller {
  readonly id: number;
  readonly name: string;
  readonly url: string | null;
  readonly status: 'invited' | 'pending' | 'confirmed' | 'rejected' | 'blocked';
  /** In its registration link. */
  readonly code: string;
  readonly managerId: number | null;
  readonly locale: Locale;
  readonly timeZone: string;
  /** Its hours, in its zone. */
  readonly calendar: BusinessCalendar;
  /** The end of their day, «18:00». */
  readonly worksTo: string;
  readonly people: readonly Person[];
  /** Whoever speaks for it; null: nobody is there. */
  readonly contact: Person | null;
  /** Its group with its manager; null: none. */
  readonly personalRoomId: number | null;
}

export type SellerRepository = ReturnType<typeof createSellerRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createSellerRepository() {
  async function find(db: Tx, ids: readonly number[]): Promise<Seller[]> {
    const rows = await db.company.findMany({
      where: { id: { in: [...ids] } },
      include: {
        people: { where: { leftAt: null }, include: { person: true }, orderBy: { id: 'asc' } },
        rooms: { where: { kind: 'personal', closedAt: null }, select: { id: true } },
      },
    });
    return rows.map(({ people, rooms, worksFrom: from, worksTo: to, ...row }) => {
      const contact = people.find(({ isContact }) => isContact) ?? people[0];
      return {
        id: row.id,
        name: row.name,
        url: row.url,
        status: row.status as Seller['status'],
        code: row.code,
        managerId: row.managerId,
        locale: row.locale as Locale,
        timeZone: row.timeZone,
        calendar: dailyCalendar(row.timeZone, { from, to }),
        worksTo: to,
        people: people.map(({ person }) => toPerson(person)),
        contact: contact ? toPerson(contact.person) : null,
        personalRoomId: rooms[0]?.id ?? null,
      };
    });
  }

  /** Goods of other exporters that are like this one: of its kind, or with a word of its name. */
  async function alike(
    db: Tx,
    product: { readonly id: number; readonly companyId: number },
    limit: number,
  ): Promise<{ productId: number; productName: string; sellerName: string }[]> {
    const rows = await db.$queryRaw<
      { product_id: number; product_name: string; seller_name: string }[]
    >`
      SELECT p.id AS product_id, p.name AS product_name, c.name AS seller_name
      FROM product own
      JOIN product p ON p.company_id <> own.company_id AND p.is_offered
      JOIN company c ON c.id = p.company_id AND c.status = 'confirmed'
      WHERE own.id = ${product.id} AND (lower(p.category) = lower(own.category) OR EXISTS (
        SELECT FROM regexp_split_to_table(lower(own.name), '[^[:alnum:]]+') AS word
        WHERE length(word) > 3 AND lower(p.name) LIKE '%' || word || '%'))
      ORDER BY (lower(p.category) = lower(own.category)) DESC NULLS LAST, p.id
      LIMIT ${limit}`;
    return rows.map((row) => ({
      productId: row.product_id,
      productName: row.product_name,
      sellerName: row.seller_name,
    }));
  }

  async function stages(
    db: Tx,
  ): Promise<{ key: string; names: Readonly<Record<Locale, string>> }[]> {
    const rows = await db.leadStage.findMany({ orderBy: { position: 'asc' } });
    return rows.map(({ key, nameRu: ru, nameEn: en }) => ({ key, names: { ru, en } }));
  }

  return { find, alike, stages };
}
