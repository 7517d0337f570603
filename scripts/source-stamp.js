// What `dist` was made of: a build leaves the hash of every source file beside it, and tests that run compiled code
// compare.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Relative to the folder that holds `src` and `dist`. */
export const STAMP = path.join('dist', '.built.json');

/**
 * The hashes of the compiled sources below `src`, by their paths there.
 * @param {string} root
 * @returns {Record<string, string>}
 */
export function sourceHashes(root) {
  /** @type {Record<string, string>} */
  const hashes = {};
  const source = path.join(root, 'src');
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.ts') || file.startsWith(path.join('sandbox', 'page'))) continue;
    const text = readFileSync(path.join(source, file));
    hashes[file.split(path.sep).join('/')] = createHash('sha256').update(text).digest('hex');
  }
  return hashes;
}
