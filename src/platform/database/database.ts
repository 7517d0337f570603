// The program's database: a Postgres server where one is named, the embedded one otherwise. Both are
// spoken to over the wire by the same driver, so what is true of one is true of the other, except that
// the embedded one has a single connection, for which everybody waits in turn.
import { PrismaPg } from '@prisma/adapter-pg';
import type { PoolConfig } from 'pg';
import { PrismaClient } from '../../generated/prisma/client.ts';
import { systemClock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { inUtc, serverConnection } from './connection.ts';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { createPool } from './pool.ts';
import { createStatementNames } from './statement-names.ts';
import { createTransactionGuard, NO_GUARD } from './transaction-guard.ts';
import { createTransactions, type Tx } from './transactions.ts';

export type DatabaseOptions = {
  /** Address of a Postgres server; undefined starts the embedded database in `dataDir`. */
  readonly url?: string | undefined;
  readonly dataDir: string;
  readonly logger?: Logger | undefined;
  /** Connections to a Postgres server, 10 unless told otherwise; the embedded one always has one. */
  readonly poolSize?: number | undefined;
  /** How long to wait for another process that uses `dataDir`, in milliseconds (10,000). */
  readonly lockWaitMs?: number | undefined;
  /**
   * Whether a query that goes past its transaction fails at once (true). Telling costs a tenth of the
   * processor's time on Node before 24, so a program whose tests have passed goes without.
   */
  readonly guarded?: boolean | undefined;
  /** Where migrations are, if not in `prisma/migrations`. */
  readonly migrations?: string | undefined;
};

export type Database = {
  readonly kind: 'postgres' | 'embedded';
  /** For single statements. Never inside `inTransaction`: there, only `tx` may be used. */
  readonly prisma: PrismaClient;
  /**
   * Runs `work` in one transaction and returns its result. When two transactions got in each other's
   * way (deadlock, serialization) the whole of `work` runs again, so it must do nothing but queries.
   */
  inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Whether the database answers within three seconds. */
  isReachable(): Promise<boolean>;
  /**
   * Housekeeping that a server does by itself and the embedded database does not: dead rows swept,
   * statistics renewed. Holds its one connection meanwhile; once an hour is plenty. Elsewhere nothing.
   */
  maintain(): Promise<void>;
  /** Ends all connections, and the embedded database's process. */
  close(): Promise<void>;
};

const DEFAULT_POOL_SIZE = 10;
const ANSWER_MS = 3000;

/** The embedded database's process is replaced in half a second; callers may as well wait for it. */
const RESTART_MS = 10_000;

/**
 * Opens the database and brings its tables up to date.
 * @throws EmbeddedDatabaseError, MigrationError, or what the driver says of an unreachable server
 */
export async function createDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, logger, poolSize = DEFAULT_POOL_SIZE } = options;
  const embedded = url === undefined ? await startEmbedded(options) : undefined;
  try {
    const connection = inUtc(embedded?.connection ?? serverConnection(url ?? '', poolSize));
    await migrate({ connection, shared: !embedded, directory: options.migrations, logger });
    return open(connection, embedded, options);
  } catch (error) {
    await embedded?.close();
    throw error;
  }
}

function open(
  connection: PoolConfig,
  embedded: EmbeddedServer | undefined,
  { logger, guarded = true }: DatabaseOptions,
): Database {
  const guard = guarded ? createTransactionGuard() : NO_GUARD;
  const pool = createPool({
    connection,
    patienceMs: embedded ? RESTART_MS : 0,
    admit: guard.refuseInside,
    logger,
  });
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: createStatementNames() }),
  });

  async function isReachable(): Promise<boolean> {
    const answered = prisma.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    );
    const patience = new AbortController();
    const late = systemClock.sleep(ANSWER_MS, patience.signal).then(() => false);
    const reachable = await Promise.race([answered, late]);
    patience.abort();
    return reachable;
  }

  async function maintain(): Promise<void> {
    if (embedded) await prisma.$executeRaw`VACUUM (ANALYZE)`;
  }

  async function close(): Promise<void> {
    await prisma.$disconnect();
    await pool.end();
    await embedded?.close();
  }

  return {
    kind: embedded ? 'embedded' : 'postgres',
    prisma,
    inTransaction: createTransactions(prisma, guard),
    isReachable,
    maintain,
    close,
  };
}
