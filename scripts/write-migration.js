// Writes the next migration: `npm run db:migration -- <name> [--empty]`.
//
// It compares prisma/schema.prisma with prisma/migrations/schema.prisma, the datamodel that the
// migrations so far add up to, and writes what is missing. What a datamodel cannot say (functions,
// checks) is added to the file by hand before it is committed; `--empty` writes a file for that alone.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { MIGRATIONS_DIRECTORY } from '#dist/platform/database/migrate.js';
import { diffDatamodels } from '#dist/platform/database/schema-engine.js';

const { values, positionals } = parseArgs({
  options: { empty: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const name = positionals[0] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Usage: npm run db:migration -- <name_in_snake_case> [--empty]');
  process.exit(1);
}

const wanted = path.join(MIGRATIONS_DIRECTORY, '..', 'schema.prisma');
const reached = path.join(MIGRATIONS_DIRECTORY, 'schema.prisma');

const sql = await diffDatamodels(await readIfThere(reached), await readFile(wanted, 'utf8'));
if (sql === '' && !values.empty) {
  console.log('The migrations already lead to prisma/schema.prisma: nothing to write.');
} else {
  const folder = path.join(MIGRATIONS_DIRECTORY, `${timestamp(new Date())}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'migration.sql'), sql);
  await copyFile(wanted, reached);
  console.log(
    `Written: ${path.relative('.', folder)}/migration.sql. Read it before you commit it.`,
  );
}

/** @param {string} file */
async function readIfThere(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** 20261121093000: Prisma's own form, in UTC. @param {Date} moment */
function timestamp(moment) {
  return moment.toISOString().slice(0, 19).replace(/\D/g, '');
}
