// What the tests are told of the databases they may use: by the set-up of their project, through
// vitest's `inject('databases')`.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { MIGRATIONS_DIRECTORY } from '../../src/platform/database/index.ts';

/** A migrated, empty database to copy: a folder, or the name of a database on a server. */
export type TestDatabases =
  | { readonly kind: 'embedded'; readonly template: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly template: string };

declare module 'vitest' {
  interface ProvidedContext {
    databases: TestDatabases;
  }
}

/** Changes with the migrations, so that a template is kept only for as long as it is true. */
export async function templateName(flavour: string): Promise<string> {
  const hash = createHash('sha256').update(flavour);
  const entries = await readdir(MIGRATIONS_DIRECTORY, { recursive: true });
  for (const file of entries.filter((entry) => entry.endsWith('migration.sql')).sort()) {
    hash.update(file).update(await readFile(path.join(MIGRATIONS_DIRECTORY, file)));
  }
  return `deskroom_template_${hash.digest('hex').slice(0, 12)}`;
}
