// A database for a test file: migrated, empty, its own, and gone afterwards. Whether it is embedded or
// on a server depends on the project the file runs in.
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabase, type Database } from '../../src/platform/database/index.ts';
import { databaseUrl } from './server-url.ts';

/** Where a test's database is: what `createDatabase`, or another process, is given to open it. */
export type TestLocation = {
  readonly kind: Database['kind'];
  readonly url: string | undefined;
  readonly dataDir: string;
  /** Whoever has it open must have closed it, if it is embedded. */
  remove(): Promise<void>;
};

export type TestDatabase = Database & { readonly location: TestLocation };

/** Opens a database of one's own; `close` removes it as well. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const location = await createTestLocation();
  const database = await createDatabase(location);
  return {
    ...database,
    location,
    async close() {
      await database.close();
      await location.remove();
    },
  };
}

/** A database of one's own that is not opened yet, for tests that start processes on it. */
export async function createTestLocation(): Promise<TestLocation> {
  const databases = inject('databases');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'deskroom-test-'));
  const removeFolder = () => rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  if (databases.kind === 'embedded') {
    await cp(databases.template, dataDir, { recursive: true });
    return { kind: 'embedded', url: undefined, dataDir, remove: removeFolder };
  }
  const name = `deskroom_test_${randomBytes(6).toString('hex')}`;
  await onServer(databases.url, `CREATE DATABASE ${name} TEMPLATE ${databases.template}`);
  return {
    kind: 'postgres',
    url: databaseUrl(databases.url, name),
    dataDir,
    async remove() {
      await onServer(databases.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await removeFolder();
    },
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
