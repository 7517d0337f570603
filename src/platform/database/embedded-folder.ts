// The embedded database's files on disk: made whole or not at all, and never opened by a Postgres of
// another major version, which could not read them.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { token } from '../random.ts';

/** The Postgres inside the pinned PGlite; a test compares it with what the server says of itself. */
const EMBEDDED_MAJOR = 18;

export type FolderOutcome =
  | { readonly status: 'ready'; readonly folder: string }
  | { readonly status: 'other-version'; readonly folder: string; readonly found: string };

/**
 * Finds `<dataDir>/postgres` or makes it by running `program` as `node program init <folder>`: making a
 * cluster costs half a gigabyte of memory that a process does not give back, so another one does it.
 * The cluster is built aside and renamed, so a start that was killed leaves no half of one.
 */
export async function prepareFolder(dataDir: string, program: string): Promise<FolderOutcome> {
  const folder = path.join(dataDir, 'postgres');
  await removeUnfinished(dataDir);
  if (!existsSync(folder)) {
    const unfinished = path.join(dataDir, `postgres.new-${token(6)}`);
    await promisify(execFile)(process.execPath, [program, 'init', unfinished], { env: {} });
    await rename(unfinished, folder);
  }
  const found = (await readFile(path.join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (found !== String(EMBEDDED_MAJOR)) return { status: 'other-version', folder, found };
  await writeFile(path.join(dataDir, 'postgres.version'), versionNote());
  return { status: 'ready', folder };
}

/** What an operator reads when the folder and the program do not fit. */
export function otherVersionMessage(folder: string, found: string): string {
  return (
    `The database in ${folder} was written by PostgreSQL ${found}; this Deskroom carries PostgreSQL ` +
    `${EMBEDDED_MAJOR} and cannot read it. Start the Deskroom that wrote it and move the data to a ` +
    'PostgreSQL server (DATABASE_URL), or rename the folder away to begin with an empty one.'
  );
}

function versionNote(): string {
  return (
    `${EMBEDDED_MAJOR}\n` +
    'The folder "postgres" beside this file belongs to Deskroom\'s embedded PostgreSQL of this major\n' +
    'version. Another major version cannot read it: before an upgrade that changes it, move the data\n' +
    'to a PostgreSQL server (DATABASE_URL) with the Deskroom that wrote it. Copy the folder only while\n' +
    'Deskroom is stopped.\n'
  );
}

async function removeUnfinished(dataDir: string): Promise<void> {
  const left = (await readdir(dataDir)).filter((name) => name.startsWith('postgres.new-'));
  await Promise.all(
    left.map((name) =>
      rm(path.join(dataDir, name), { recursive: true, force: true, maxRetries: 5 }),
    ),
  );
}
