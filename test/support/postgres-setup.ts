// Makes the migrated database that every test file on a Postgres server starts from, on the server that
// TEST_DATABASE_URL names. Its user must be allowed to create databases.
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { createDatabase } from '../../src/platform/database/index.ts';
import { RUNS_COMPILED, requireFreshBuild } from './fresh-build.ts';
import { databaseUrl } from './server-url.ts';
import { templateName } from './test-server.ts';

const SETUP_LOCK = 4_201_002;

export default async function setup(project: TestProject): Promise<void> {
  requireFreshBuild(RUNS_COMPILED);
  const url = process.env.TEST_DATABASE_URL ?? '';
  const template = await templateName('postgres');
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [SETUP_LOCK]);
    await makeTemplate(admin, url, template);
  } finally {
    await admin.end();
  }
  project.provide('databases', { kind: 'postgres', url, template });
}

async function makeTemplate(admin: pg.Client, url: string, template: string): Promise<void> {
  const found = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template]);
  if (found.rowCount) return;
  // Renamed when done, so that a run that is stopped midway leaves no half of a template.
  const unfinished = `${template}_new`;
  await admin.query(`DROP DATABASE IF EXISTS ${unfinished}`);
  await admin.query(`CREATE DATABASE ${unfinished}`);
  const database = await createDatabase({ url: databaseUrl(url, unfinished), dataDir: '' });
  await database.close();
  await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
}
