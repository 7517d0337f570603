// pg's pool with three habits mended. It closes a connection after every query that fails, a duplicate
// key included: a needless reconnect on a server, and on the embedded database, which serves one
// connection at a time, a refusal for whoever comes next. It does not wait for a database that is
// being started anew. And its connections complain of a query that comes while another runs, as Prisma
// sends them for what is included in a transaction: here the next one waits for its turn.
import pg from 'pg';
import { systemClock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { isDatabaseUnavailable } from './database-errors.ts';

export type PoolOptions = {
  readonly connection: pg.PoolConfig;
  /** How long a caller waits for a database that takes no connection, in milliseconds; 0: not at all. */
  readonly patienceMs: number;
  /** Called before a connection is handed out; what it throws goes to the caller. */
  readonly admit?: (() => void) | undefined;
  readonly logger?: Logger | undefined;
};

const RETRY_MS = 25;

/** A connection that breaks also fails its query; unheard, the event would end the process. */
export function told(): void {}

/** A pool for Prisma's adapter, which uses its promises only: `connect()` and `query(config)`. */
export function createPool({ connection, patienceMs, admit, logger }: PoolOptions): pg.Pool {
  const pool = new pg.Pool(connection);
  // An idle connection that breaks is replaced by the next query; without a listener it would end us.
  pool.on('error', (err) => logger?.warn({ err }, 'database connection lost'));
  pool.on('connect', oneByOne);
  const connectOnce: () => Promise<pg.PoolClient> = pool.connect.bind(pool);

  async function connect(): Promise<pg.PoolClient> {
    admit?.();
    const deadline = systemClock.now().getTime() + patienceMs;
    for (;;) {
      try {
        return await connectOnce();
      } catch (error) {
        const late = systemClock.now().getTime() >= deadline;
        if (late || pool.ending || !isDatabaseUnavailable(error)) throw error;
      }
      await systemClock.sleep(RETRY_MS);
    }
  }

  /** A released connection that is broken is dropped by the pool itself. */
  async function query(config: pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> {
    const client = await connect();
    client.on('error', told);
    try {
      return await client.query(config, values);
    } finally {
      client.off('error', told);
      client.release();
    }
  }

  return Object.assign(pool, { connect, query });
}

/**
 * Queries of one connection run in the order in which they come; what is alone is sent at once. Promises
 * only: whoever gives a callback gets none.
 */
function oneByOne(client: pg.PoolClient): void {
  const send: (...query: readonly unknown[]) => Promise<pg.QueryResult> = client.query.bind(client);
  let last: Promise<unknown> | null = null;

  function query(...args: readonly unknown[]): Promise<pg.QueryResult> {
    const result = last === null ? send(...args) : last.then(() => send(...args));
    const done: Promise<unknown> = result.then(told, told).then(() => {
      if (last === done) last = null;
    });
    last = done;
    return result;
  }

  Object.assign(client, { query });
}
