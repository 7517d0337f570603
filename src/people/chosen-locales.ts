// The languages that people have chosen themselves, known without asking the database: whose word it is
// comes with each update. Read by the one process that works, whenever it begins to: of two, the other may have
// worked before.

import { afterCommit, type Database, type Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import type { PersonRepository } from './repository.ts';

export interface ChosenLocalesDeps {
  readonly database: Database;
  readonly repository: Pick<PersonRepository, 'listChosenLocales'>;
}

export type ChosenLocales = ReturnType<typeof createChosenLocales>;

export function createChosenLocales({ database, repository }: ChosenLocalesDeps) {
  const chosen = new Map<number, Locale>();

  return {
    /** Before the first update. */
    async read(): Promise<void> {
      for (const { userId, locale } of await repository.listChosenLocales(database.prisma)) {
        chosen.set(userId, locale);
      }
    },
    /** Null: they have chosen none. */
    of: (userId: number): Locale | null => chosen.get(userId) ?? null,
    /** Known once the transaction is committed. */
    note(tx: Tx, userId: number, locale: Locale): void {
      afterCommit(tx, () => chosen.set(userId, locale));
    },
  };
}
