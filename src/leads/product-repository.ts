// The tables of products and storefronts.

import type { Tx } from '../platform/database/index.ts';
import type { GivenProduct, Product, Storefront } from './product.ts';

const SELECT = {
  id: true,
  code: true,
  externalId: true,
  companyId: true,
  name: true,
  url: true,
  category: true,
  isOffered: true,
} as const;

/** A product with the exporter that the marketplace names, and the code that it gets if it is new. */
export interface NewProduct extends GivenProduct {
  readonly code: string;
}

export interface WrittenProduct {
  readonly id: number;
  readonly externalId: string;
  readonly isNew: boolean;
}

export type ProductRepository = ReturnType<typeof createProductRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createProductRepository() {
  /**
   * Makes or changes products, all of them in one statement; those whose exporter is unknown and those
   * that are as they were are not among what it returns. No two may have one id.
   */
  async function save(
    tx: Tx,
    products: readonly NewProduct[],
    now: Date,
  ): Promise<readonly WrittenProduct[]> {
    const rows = await tx.$queryRaw<{ id: number; external_id: string; is_new: boolean }[]>`
      INSERT INTO product AS p (code, external_id, company_id, name, url, category, is_offered,
        created_at, updated_at)
      SELECT g.code, g."externalId", c.id, g.name, g.url, g.category, g."isOffered",
        ${now}::timestamptz, ${now}::timestamptz
      FROM json_to_recordset(${JSON.stringify(products)}::json) AS g (code text, "externalId" text,
        "exporterId" text, name text, url text, category text, "isOffered" boolean)
      JOIN company c ON c.external_id = g."exporterId"
      ORDER BY g."externalId"
      ON CONFLICT (external_id) DO UPDATE SET company_id = excluded.company_id, name = excluded.name,
        url = excluded.url, category = excluded.category, is_offered = excluded.is_offered,
        updated_at = excluded.updated_at
      WHERE (p.company_id, p.name, p.url, p.category, p.is_offered) IS DISTINCT FROM
        (excluded.company_id, excluded.name, excluded.url, excluded.category, excluded.is_offered)
      RETURNING p.id, p.external_id, p.xmax = 0 AS is_new`;
    return rows.map(({ id, external_id: externalId, is_new: isNew }) => ({
      id,
      externalId,
      isNew,
    }));
  }

  async function findByExternalId(db: Tx, externalIds: readonly string[]): Promise<Product[]> {
    const where = { externalId: { in: [...externalIds] } };
    return db.product.findMany({ where, select: SELECT });
  }

  async function findByCode(db: Tx, code: string): Promise<Product | null> {
    return db.product.findUnique({ where: { code }, select: SELECT });
  }

  async function find(db: Tx, ids: readonly number[]): Promise<Product[]> {
    return db.product.findMany({ where: { id: { in: [...ids] } }, select: SELECT });
  }

  /** Those of these ids that are exporters' at the marketplace. */
  async function knownExporters(
    db: Tx,
    externalIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const where = { externalId: { in: [...externalIds] } };
    const rows = await db.company.findMany({ where, select: { externalId: true } });
    return new Set(rows.flatMap(({ externalId }) => externalId ?? []));
  }

  /** The ids of exporters that are named, if no two have that name. */
  async function exportersNamed(
    db: Tx,
    names: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await db.$queryRaw<{ name: string; external_id: string }[]>`
      SELECT given.name, min(c.external_id) AS external_id
      FROM unnest(${[...names]}::text[]) AS given (name)
      JOIN company c ON lower(c.name) = lower(given.name)
      GROUP BY given.name
      HAVING count(*) = 1 AND min(c.external_id) IS NOT NULL`;
    return new Map(rows.map(({ name, external_id }) => [name, external_id]));
  }

  /** Of those segments that are in the table. */
  async function storefronts(
    db: Tx,
    segments: readonly string[],
  ): Promise<ReadonlyMap<string, Storefront>> {
    const rows = await db.storefront.findMany({ where: { segment: { in: [...segments] } } });
    return new Map(
      rows.map(({ segment, flag, nameRu: ru, nameEn: en }) => [
        segment,
        { segment, flag, names: { ru, en } },
      ]),
    );
  }

  return { save, findByExternalId, findByCode, find, knownExporters, exportersNamed, storefronts };
}
