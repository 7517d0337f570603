// The tables follow the program: every start applies what `prisma/migrations` has and the database has
// not, with Prisma's own engine and its own table `_prisma_migrations`. A migration happens whole, with
// the note that it did, or not at all; one that was cut short is simply tried again.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationDirectory, MigrationList } from '@prisma/schema-engine-wasm';
import type { Pool, PoolConfig } from 'pg';
import type { Logger } from '../logger.ts';
import { createPool } from './pool.ts';
import { createSchemaEngine, NO_FILTERS, type SchemaEngine } from './schema-engine.ts';

export type MigrateOptions = {
  readonly connection: PoolConfig;
  /**
   * True where several processes may start at once: all but one wait. False on the embedded database,
   * which has one connection and is held by one process anyway.
   */
  readonly shared: boolean;
  readonly directory?: string | undefined;
  readonly logger?: Logger | undefined;
};

/** A migration that the database refused; its message names it and says why. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** Any number of our own that nobody else locks. */
const MIGRATION_LOCK = 4_201_001;

/** `prisma/migrations` beside `src` or `dist`, wherever the program was started from. */
export const MIGRATIONS_DIRECTORY = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../../prisma/migrations',
);

/**
 * Applies what is not yet applied and returns its names, in their order. All its connections are ended
 * when it returns. Migrations run in a transaction each, so none may contain `CREATE INDEX
 * CONCURRENTLY` or a `COMMIT` of its own.
 * @throws MigrationError
 */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const { connection, shared, directory = MIGRATIONS_DIRECTORY, logger } = options;
  const list = await readMigrations(directory);
  const pool = createPool({
    connection: { ...connection, max: shared ? 2 : 1 },
    patienceMs: 0,
    logger,
  });
  try {
    return shared ? await alone(pool, applyMissing) : await applyMissing();
  } finally {
    // Ends the sessions, and with them every advisory lock: the engine's own outlives its call.
    await pool.end();
  }

  async function applyMissing(): Promise<readonly string[]> {
    const missing = await findMissing(pool, list);
    if (missing.length > 0) {
      logger?.info({ migrations: missing }, 'applying migrations');
      await apply(pool, list);
    }
    return missing;
  }
}

async function alone<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
  const guard = await pool.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work();
  } finally {
    guard.release(true);
  }
}

async function readMigrations(directory: string): Promise<MigrationList> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries
    .filter((entry) => existsSync(path.join(directory, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: directory,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(names.map((name) => readMigration(directory, name))),
  };
}

async function readMigration(directory: string, name: string): Promise<MigrationDirectory> {
  const value = await readFile(path.join(directory, name, 'migration.sql'), 'utf8');
  return {
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } },
  };
}

/** Asked before the engine is loaded, which costs time and memory and has nothing to do as a rule. */
async function findMissing(pool: Pool, list: MigrationList): Promise<readonly string[]> {
  const { rows } = await pool.query<{ exists: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`,
  );
  const applied = rows[0]?.exists ? await appliedNames(pool) : new Set<string>();
  return list.migrationDirectories.map(({ path: name }) => name).filter((n) => !applied.has(n));
}

async function appliedNames(pool: Pool): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return new Set(rows.map(({ name }) => name));
}

async function apply(pool: Pool, list: MigrationList): Promise<void> {
  const trouble: Trouble = { script: undefined };
  const engine = await createSchemaEngine(wholeScripts(pool, trouble));
  try {
    await forgetUnfinished(engine, list);
    await engine.applyMigrations({ migrationsList: list, filters: NO_FILTERS });
  } catch (error) {
    throw new MigrationError(describe(error, trouble), { cause: trouble.script ?? error });
  } finally {
    engine.free();
  }
}

/** Nothing of an unfinished migration is in the database, so it only has to be allowed again. */
async function forgetUnfinished(engine: SchemaEngine, migrationsList: MigrationList) {
  const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: NO_FILTERS,
  });
  for (const migrationName of new Set(failedMigrationNames)) {
    await engine.markMigrationRolledBack({ migrationName });
  }
}

type Trouble = { script: unknown };

/**
 * The adapter would cut a script at every semicolon, through the bodies of functions, and leave the
 * first half in place when the second fails. Sent whole, Postgres runs it as one transaction; the note
 * that it is done joins it, so that no kill can come between the two.
 */
function wholeScripts(pool: Pool, trouble: Trouble): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const adapter = await factory.connect();
      adapter.executeScript = async (script) => {
        try {
          await pool.query(`${script}\n;${isBookkeeping(script) ? '' : NOTE_DONE}`);
        } catch (error) {
          trouble.script = error;
          throw error;
        }
      };
      return adapter;
    },
  };
}

const NOTE_DONE = `UPDATE _prisma_migrations SET finished_at = clock_timestamp()
  WHERE finished_at IS NULL AND rolled_back_at IS NULL`;

function isBookkeeping(script: string): boolean {
  return script.includes('CREATE TABLE _prisma_migrations');
}

function describe(error: unknown, trouble: Trouble): string {
  const engine = error instanceof Error ? error.message : String(error);
  const database = trouble.script instanceof Error ? ` (${trouble.script.message})` : '';
  return `A migration could not be applied: ${engine}${database}`;
}
