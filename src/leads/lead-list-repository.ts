// Leads as employees list them.

import { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import { type LeadList, type LeadQuery, MOST_COUNTED } from './lead-query.ts';

/** A lead of a list, and where the card of its room stands; null: it has no group yet. */
export interface ListedLead {
  readonly id: number;
  readonly isClosed: boolean;
  readonly chatId: number | null;
  readonly cardId: number | null;
}

/** What a list can be narrowed to, and how many leads of it nobody has answered or could be told of. */
export interface Choice {
  readonly id: number;
  readonly name: string;
  readonly urgent: number;
}

export interface StorefrontChoice {
  readonly number: number;
  readonly flag: string;
  readonly names: Readonly<Record<Locale, string>>;
}

const CLOSED = Prisma.sql`(l.stage_key = 'done' OR r.closed_at IS NOT NULL)`;
const WAITING = Prisma.sql`l.state = 'waiting'`;
const UNANSWERED = Prisma.sql`l.state = 'open' AND l.answered_at IS NULL AND NOT ${CLOSED}`;

/** Who waits longest comes first where somebody has to do something, else the newest. */
const LISTS: Readonly<
  Record<LeadList, { readonly where: Prisma.Sql; readonly order: Prisma.Sql }>
> = {
  now: { where: Prisma.sql`NOT ${CLOSED}`, order: Prisma.sql`l.id DESC` },
  waiting: { where: WAITING, order: Prisma.sql`l.id` },
  unanswered: { where: UNANSWERED, order: Prisma.sql`l.opened_at, l.id` },
  answered: {
    where: Prisma.sql`l.state = 'open' AND l.answered_at IS NOT NULL AND NOT ${CLOSED}`,
    order: Prisma.sql`l.id DESC`,
  },
  closed: { where: CLOSED, order: Prisma.sql`l.id DESC` },
};

const FROM = Prisma.sql`FROM lead l JOIN product p ON p.id = l.product_id
  LEFT JOIN room r ON r.id = l.room_id`;

function whereOf({ list, companyId, storefront }: LeadQuery): Prisma.Sql {
  const company = companyId === null ? Prisma.empty : Prisma.sql`AND l.company_id = ${companyId}`;
  const front =
    storefront === null
      ? Prisma.empty
      : Prisma.sql`AND p.segment = (SELECT segment FROM storefront WHERE number = ${storefront})`;
  return Prisma.sql`WHERE l.state <> 'merged' AND ${LISTS[list].where} ${company} ${front}`;
}

export type LeadListRepository = ReturnType<typeof createLeadListRepository>;

/** Every method takes the client of a single read. */
export function createLeadListRepository() {
  async function list(db: Tx, query: LeadQuery, perPage: number): Promise<ListedLead[]> {
    const rows = await db.$queryRaw<
      { id: number; is_closed: boolean; chat_id: bigint | null; card_id: number | null }[]
    >`
      SELECT l.id, ${CLOSED} AS is_closed, g.chat_id, c.message_id AS card_id
      ${FROM}
      LEFT JOIN room_group g ON g.room_id = r.id AND g.state = 'used'
      LEFT JOIN projection c ON c.kind = 'room-card' AND c.subject_id = r.id
      ${whereOf(query)}
      ORDER BY ${LISTS[query.list].order}
      LIMIT ${perPage} OFFSET ${(query.page - 1) * perPage}`;
    return rows.map((row) => ({
      id: row.id,
      isClosed: row.is_closed,
      chatId: row.chat_id === null ? null : Number(row.chat_id),
      cardId: row.card_id,
    }));
  }

  /** At most {@link MOST_COUNTED} and one. */
  async function count(db: Tx, query: LeadQuery): Promise<number> {
    const [row] = await db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM (SELECT 1 ${FROM} ${whereOf(query)}
        LIMIT ${MOST_COUNTED + 1}) AS found`;
    return row?.total ?? 0;
  }

  /** Exporters about whose goods somebody has asked, whose leads need somebody most first. */
  async function exporters(db: Tx, words: string, limit: number): Promise<Choice[]> {
    const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    return db.$queryRaw`
      SELECT c.id, c.name, count(*) FILTER (WHERE ${WAITING} OR (${UNANSWERED}))::int AS urgent
      FROM company c JOIN lead l ON l.company_id = c.id AND l.state <> 'merged'
      LEFT JOIN room r ON r.id = l.room_id
      WHERE c.name ILIKE ${pattern}
      GROUP BY c.id ORDER BY urgent DESC, max(l.id) DESC LIMIT ${limit}`;
  }

  /** The storefronts in which somebody has asked. */
  async function storefronts(db: Tx): Promise<StorefrontChoice[]> {
    const rows = await db.$queryRaw<
      { number: number; flag: string; name_ru: string; name_en: string }[]
    >`
      SELECT s.number, s.flag, s.name_ru, s.name_en FROM storefront s
      WHERE EXISTS (SELECT FROM product p JOIN lead l ON l.product_id = p.id
        WHERE p.segment = s.segment)
      ORDER BY s.number`;
    return rows.map(({ number, flag, name_ru: ru, name_en: en }) => ({
      number,
      flag,
      names: { ru, en },
    }));
  }

  return { list, count, exporters, storefronts };
}
