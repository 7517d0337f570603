// A folder of migrations for a test: those of the product, and what the "next release" adds to them.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MIGRATIONS_DIRECTORY } from '../../src/platform/database/index.ts';

export type TestMigrations = {
  readonly directory: string;
  /** Writes a migration, or what it should have been in the first place. */
  write(name: string, sql: string): Promise<void>;
  remove(): Promise<void>;
};

export async function createTestMigrations(): Promise<TestMigrations> {
  const directory = await mkdtemp(path.join(tmpdir(), 'deskroom-migrations-'));
  await cp(MIGRATIONS_DIRECTORY, directory, { recursive: true });
  return {
    directory,
    async write(name, sql) {
      await mkdir(path.join(directory, name), { recursive: true });
      await writeFile(path.join(directory, name, 'migration.sql'), sql);
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
