// `npm run bench` measures the compiled program against a stand-in of the Bot API, on Postgres and on
// the embedded database; `npm run bench -- quick` takes a short look, further words (`saturated`,
// `postgres`) name what alone is of interest. Loopback only; ends by itself.

import { mkdirSync, writeFileSync } from 'node:fs';
import { measure, WORDS } from './measure.ts';
import { PLANS } from './plan.ts';
import { startServer } from './postgres.ts';
import { report } from './report.ts';

const plan = PLANS[process.argv.includes('quick') ? 'quick' : 'full'];
const named = WORDS.filter((word) => process.argv.includes(word));
const server = await startServer(process.env.BENCH_DATABASE_URL ?? process.env.TEST_DATABASE_URL);
try {
  const columns = await measure(plan, server, named);
  mkdirSync('dist-bench', { recursive: true });
  writeFileSync('dist-bench/figures.json', `${JSON.stringify(columns, null, 2)}\n`);
  const text = report(plan, columns);
  if (plan.name === 'full' && named.length === 0) writeFileSync('docs/bench.md', text);
  process.stdout.write(`\n${text}`);
} finally {
  await server?.stop();
}
