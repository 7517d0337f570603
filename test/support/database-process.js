// A program with an open database, for tests that kill it: prints `ready`, then writes a row at a time
// and prints each number once the database has acknowledged it. With `busy` as its last argument it
// asks, once it is ready, for something that takes minutes to compute.
import { createDatabase } from '#dist/platform/database/index.js';

const [, , url, dataDir, manner] = process.argv;
const database = await createDatabase({ url: url || undefined, dataDir: dataDir ?? '' });
await database.prisma.$executeRaw`CREATE TABLE IF NOT EXISTS kept (n int)`;
console.log('ready');
if (manner === 'busy') {
  await database.prisma.$queryRaw`SELECT count(*) FROM generate_series(1, 2000000000)`;
}
for (let n = 1; ; n += 1) {
  await database.prisma.$executeRaw`INSERT INTO kept VALUES (${n})`;
  console.log(n);
}
