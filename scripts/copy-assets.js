// What the compiler leaves behind: sentences and the sandbox's page, copied to where the compiled files
// look for them.
import { cpSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const PAGE = path.join('sandbox', 'page');

for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.ftl')) cpSync(path.join('src', file), path.join('dist', file));
}
if (existsSync(path.join('src', PAGE))) {
  cpSync(path.join('src', PAGE), path.join('dist', PAGE), { recursive: true });
}
