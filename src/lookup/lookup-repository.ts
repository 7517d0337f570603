// The lists that people asked for, kept as long as somebody turns their pages.

import type { Database, Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import { asWritten } from '../platform/json.ts';
import type { PageEnd } from './dialog-query.ts';

export type LookupKind = 'dialogs' | 'words';

export interface Lookup<Query> {
  readonly id: number;
  readonly staffId: number;
  readonly kind: LookupKind;
  /** Of the place where it is read. */
  readonly locale: Locale;
  readonly query: Query;
  /** Where each page that was shown ends; the last one is the page that is shown now. */
  readonly ends: readonly PageEnd[];
}

export type NewLookup<Query> = Omit<Lookup<Query>, 'id'>;

export type LookupRepository = ReturnType<typeof createLookupRepository>;

/** The caller says what a query of its kind is. */
export function createLookupRepository({ prisma }: Database) {
  async function insert<Query extends object>(
    tx: Tx,
    { query, ends, ...rest }: NewLookup<Query>,
    now: Date,
  ): Promise<number> {
    const row = await tx.lookup.create({
      data: { ...rest, query: plain(query), ends: plain(ends), usedAt: now },
      select: { id: true },
    });
    return row.id;
  }

  /** Nobody else turns its page until the transaction ends. Null: there is no such list (any more). */
  async function lock<Query>(tx: Tx, id: number, kind: LookupKind): Promise<Lookup<Query> | null> {
    await tx.$executeRaw`SELECT id FROM lookup WHERE id = ${id} FOR NO KEY UPDATE`;
    return get<Query>(id, kind, tx);
  }

  async function get<Query>(
    id: number,
    kind: LookupKind,
    db: Tx = prisma,
  ): Promise<Lookup<Query> | null> {
    const row = await db.lookup.findUnique({ where: { id } });
    if (!row || row.kind !== kind) return null;
    const { staffId, locale, query, ends } = row;
    return {
      id,
      staffId,
      kind,
      locale: locale as Locale,
      query: asWritten<Query>(query),
      ends: asWritten<readonly PageEnd[]>(ends),
    };
  }

  async function update<Query extends object>(
    tx: Tx,
    { id, query, ends }: Pick<Lookup<Query>, 'id' | 'query' | 'ends'>,
    now: Date,
  ): Promise<void> {
    await tx.lookup.updateMany({
      where: { id },
      data: { query: plain(query), ends: plain(ends), usedAt: now },
    });
  }

  /** Lists that nobody has looked at since. */
  async function deleteUnused(before: Date): Promise<void> {
    await prisma.lookup.deleteMany({ where: { usedAt: { lt: before } } });
  }

  return { insert, lock, get, update, deleteUnused };
}

/** What Prisma takes as json. */
function plain(value: object): object {
  return structuredClone(value);
}
