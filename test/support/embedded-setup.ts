// Makes the migrated data folder that every test file on the embedded database starts from: making a
// cluster takes four seconds, copying one a tenth. Kept between runs until the migrations change.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { createDatabase } from '../../src/platform/database/index.ts';
import { RUNS_COMPILED, requireFreshBuild } from './fresh-build.ts';
import { templateName } from './test-server.ts';

const DAY_MS = 86_400_000;
const CACHE = path.resolve(import.meta.dirname, '../../node_modules/.cache/deskroom');

export default async function setup(project: TestProject): Promise<void> {
  requireFreshBuild(RUNS_COMPILED);
  const name = await templateName(await pgliteVersion());
  const template = path.join(CACHE, name);
  if (!existsSync(template)) await build(template);
  project.provide('databases', { kind: 'embedded', template });
}

async function pgliteVersion(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest = await readFile(path.join(path.dirname(main), '../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** Built aside and renamed: two runs may do so at once, and either's result is as good. */
async function build(template: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const unfinished = await mkdtemp(path.join(CACHE, 'new-'));
  const database = await createDatabase({ dataDir: unfinished });
  await database.close();
  await rm(path.join(unfinished, 'postgres.lock'), { recursive: true, force: true });
  await rename(unfinished, template).catch(() => rm(unfinished, { recursive: true }));
  for (const name of await readdir(CACHE)) await removeIfOld(path.join(CACHE, name));
}

/** A run of yesterday's migrations (another branch, say) may still be at work on a younger one. */
async function removeIfOld(folder: string): Promise<void> {
  const { mtimeMs } = await stat(folder);
  if (Date.now() - mtimeMs > DAY_MS) await rm(folder, { recursive: true, force: true });
}
