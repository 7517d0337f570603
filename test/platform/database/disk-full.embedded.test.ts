import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import {
  createDatabase,
  isDatabaseUnavailable,
  isDiskFull,
} from '../../../src/platform/database/index.ts';

/** A disk of that many megabytes, or why there is none: making one takes a privilege. */
async function smallDisk(megabytes: number): Promise<{ folder: string } | { reason: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskroom-test-disk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    return { reason: 'this machine lets no test make a small disk (mount)' };
  }
  onTestFinished(() => void execFileSync('umount', [folder]));
  return { folder };
}

it('a full disk is named as such, and everything is back when there is room again', async (test) => {
  const disk = await smallDisk(72);
  if ('reason' in disk) return test.skip(disk.reason);
  const ballast = path.join(disk.folder, 'ballast');
  await cp(emptyDatabase(), disk.folder, { recursive: true });
  await writeFile(ballast, Buffer.alloc(24_000_000));
  const database = await createDatabase({ dataDir: disk.folder });
  onTestFinished(() => database.close());
  const { prisma } = database;
  await prisma.$executeRaw`CREATE TABLE note (words text)`;

  let written = 0;
  const write = () => prisma.$executeRaw`
    INSERT INTO note SELECT string_agg(md5(random()::text), '') FROM generate_series(1, 20000)`;
  let failure: unknown;
  while (failure === undefined) {
    try {
      await write();
      written += 1;
    } catch (error) {
      failure = error;
    }
  }
  expect(isDiskFull(failure), String(failure)).toBe(true);

  await rm(ballast);
  const count = () => prisma.$queryRaw`SELECT count(*)::int AS notes FROM note`;
  const found = await count().catch((error: unknown) => {
    expect(isDatabaseUnavailable(error), String(error)).toBe(true);
    return count();
  });
  expect(found).toEqual([{ notes: written }]);
});

function emptyDatabase(): string {
  const databases = inject('databases');
  if (databases.kind !== 'embedded') throw new Error('a test of the embedded database');
  return databases.template;
}
