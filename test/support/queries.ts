// How often the database is asked: what is read for many must not be asked for one by one.
import type { Database } from '../../src/platform/database/index.ts';

/** The same database, its questions counted; `take` answers how many there were since it was asked last. */
export function countingQueries(database: Database) {
  let asked = 0;
  const prisma = database.prisma.$extends({
    query: {
      $allOperations({ args, query }) {
        asked += 1;
        return query(args);
      },
    },
  });
  return {
    database: { ...database, prisma: prisma as unknown as Database['prisma'] },
    take(): number {
      const taken = asked;
      asked = 0;
      return taken;
    },
  };
}
