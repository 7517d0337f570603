// Products as the marketplace or a spreadsheet tells of them: what is told again changes nothing, what is
// told of an unknown exporter is named and the rest is taken.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { recordEvents } from '../platform/events.ts';
import { settleCause } from '../platform/inbox/index.ts';
import { token } from '../platform/random.ts';
import type { GivenProduct, SavedProduct } from './product.ts';
import type { ProductRepository } from './product-repository.ts';

export interface ProductServiceDeps {
  readonly database: Database;
  readonly products: ProductRepository;
  readonly clock: Clock;
}

/** 96 bits: a link that nobody guesses, and short enough for a printed code. */
const CODE_BYTES = 12;

export type ProductService = ReturnType<typeof createProductService>;

export function createProductService({ database, products, clock }: ProductServiceDeps) {
  /** In the order given; null: this request has had its effect. No two may have one id. */
  async function save(
    given: readonly GivenProduct[],
    cause: Cause,
  ): Promise<readonly SavedProduct[] | null> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return null;
      return await write(tx, given, cause);
    });
  }

  /** The same within a transaction that has settled its cause. */
  async function write(
    tx: Tx,
    given: readonly GivenProduct[],
    cause: Cause,
  ): Promise<readonly SavedProduct[]> {
    const now = clock.now();
    const coded = given.map((product) => ({ ...product, code: token(CODE_BYTES) }));
    const written = await products.save(tx, coded, now);
    const events = written.map(({ id, isNew }) => ({
      type: isNew ? 'product-created' : 'product-changed',
      subject: 'product' as const,
      subjectId: id,
      actor: 'system' as const,
      actorId: null,
    }));
    await recordEvents(tx, events, cause, now);
    const isNew = new Map(written.map((product) => [product.externalId, product.isNew]));
    const ids = given.map(({ externalId }) => externalId);
    const known = await products.findByExternalId(tx, ids);
    const codes = new Map(known.map(({ externalId, code }) => [externalId, code]));
    const exporters = await products.knownExporters(
      tx,
      given.map(({ exporterId }) => exporterId),
    );
    return given.map(({ externalId, exporterId }) => {
      const code = codes.get(externalId) ?? null;
      if (!exporters.has(exporterId)) return { externalId, code, status: 'exporter-unknown' };
      const changed = isNew.get(externalId);
      if (changed === undefined) return { externalId, code, status: 'unchanged' };
      return { externalId, code, status: changed ? 'created' : 'updated' };
    });
  }

  return { save, write };
}
