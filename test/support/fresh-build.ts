// Some of what tests run is compiled: `dist` that is older than `src` fails them at once and says so, instead of a bot
// that never comes to rest because its papers and its database speak of yesterday.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { STAMP, sourceHashes } from '../../scripts/source-stamp.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What a journey runs compiled, beside the bot itself: the embedded database, papers and pictures. */
export const RUNS_COMPILED = ['platform/database/', 'platform/documents/'];

/** Read once: nobody builds while tests run. */
let known: { readonly now: Hashes; readonly built: Hashes } | null = null;

type Hashes = Readonly<Record<string, string>>;

/** @throws where sources below these folders of `src` ('': all) are other than those of the last build */
export function requireFreshBuild(folders: readonly string[]): void {
  known ??= { now: sourceHashes(ROOT), built: lastBuild() };
  const words = staleWords(known.now, known.built, folders);
  if (words !== null) throw new Error(words);
}

/** What is to be said of a build; null: it is fresh. */
export function staleWords(now: Hashes, built: Hashes, folders: readonly string[]): string | null {
  const files = [...new Set([...Object.keys(now), ...Object.keys(built)])].sort();
  const stale = files.filter(
    (file) => now[file] !== built[file] && folders.some((folder) => file.startsWith(folder)),
  );
  const [first] = stale;
  if (first === undefined) return null;
  const more = stale.length > 1 ? ` and ${stale.length - 1} more` : '';
  return `dist is older than src (${first}${more}): run \`npm run build\`, then the tests again.`;
}

function lastBuild(): Hashes {
  try {
    return JSON.parse(readFileSync(path.join(ROOT, STAMP), 'utf8')) as Hashes;
  } catch {
    return {};
  }
}
