// What the compiler leaves behind: sentences and the sandbox's page, copied to where the compiled files
// look for them; and a note of what all of it was made of.
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { STAMP, sourceHashes } from './source-stamp.js';

const PAGE = path.join('sandbox', 'page');

for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.ftl')) cpSync(path.join('src', file), path.join('dist', file));
}
if (existsSync(path.join('src', PAGE))) {
  cpSync(path.join('src', PAGE), path.join('dist', PAGE), { recursive: true });
}
writeFileSync(STAMP, JSON.stringify(sourceHashes('.')));
