// Databases to measure on: migrated, seeded once, and copied for each question, so that no figure
// depends on what was asked before it.

import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { createDatabase, type Database } from '../src/platform/database/index.ts';
import type { Server } from './postgres.ts';

export interface Store {
  readonly kind: Database['kind'];
  /** What the program is told of it. */
  readonly settings: Readonly<Record<string, string>>;
  /** As the program opens it. Embedded, nobody else may have it open. */
  open(): Promise<Database>;
  /** One of the same content; nobody may have this one open. */
  copy(): Promise<Store>;
  remove(): Promise<void>;
}

/** Relative to the root of the project, where the bench runs. */
const MIGRATIONS = path.resolve('prisma/migrations');

/** An empty one, not yet migrated. */
export async function createEmbeddedStore(source?: string): Promise<Store> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'deskroom-bench-'));
  if (source) await cp(source, dataDir, { recursive: true });
  return {
    kind: 'embedded',
    settings: { DATA_DIR: dataDir },
    open: () => createDatabase({ dataDir, migrations: MIGRATIONS }),
    copy: () => createEmbeddedStore(dataDir),
    remove: () => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** An empty one, not yet migrated. */
export async function createServerStore(server: Server, template?: string): Promise<Store> {
  const name = `deskroom_bench_${randomBytes(6).toString('hex')}`;
  await tell(server, `CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`);
  const address = new URL(server.url);
  address.pathname = `/${name}`;
  const url = address.toString();
  return {
    kind: 'postgres',
    settings: { DATABASE_URL: url },
    open: () => createDatabase({ url, dataDir: '', migrations: MIGRATIONS }),
    copy: () => createServerStore(server, name),
    remove: () => tell(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function tell({ url }: Server, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
