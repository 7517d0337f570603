import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createDatabase,
  type Database,
  type DatabaseOptions,
  EmbeddedDatabaseError,
  isDatabaseUnavailable,
} from '../../../src/platform/database/index.ts';
import { createTestLocation, type TestLocation } from '../../support/database.ts';
import { embeddedPid, killEmbedded } from '../../support/embedded.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../support/database-process.js');

describe('the embedded database', () => {
  let location: TestLocation;
  let opened: Database[] = [];

  beforeEach(async () => {
    location = await createTestLocation();
  });

  afterEach(async () => {
    await Promise.all(opened.map((database) => database.close()));
    opened = [];
    await location.remove();
  });

  async function start(options: Partial<DatabaseOptions> = {}): Promise<Database> {
    const database = await createDatabase({ ...location, lockWaitMs: 200, ...options });
    opened.push(database);
    return database;
  }

  async function close(database: Database): Promise<void> {
    opened = opened.filter((other) => other !== database);
    await database.close();
  }

  it('is refused to a second process, in words, and goes on serving the first', async () => {
    const first = await start();

    const refusal = await start().catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(EmbeddedDatabaseError);
    expect(String(refusal)).toContain('Another Deskroom');
    expect(String(refusal)).toContain(location.dataDir);
    expect(await first.isReachable()).toBe(true);
  });

  it('is had by exactly one of several processes that start at once', async () => {
    const starts = await Promise.allSettled([start(), start(), start()]);

    expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('waits for the process before it to let go', async () => {
    const first = await start();

    const second = start({ lockWaitMs: 20_000 });
    await close(first);

    expect(await (await second).isReachable()).toBe(true);
  });

  it('comes back by itself when its process is killed, with every acknowledged row', async () => {
    const { prisma } = await start();
    await prisma.$executeRaw`CREATE TABLE kept (n int)`;
    let acknowledged = 0;
    for (let round = 0; round < 3; round += 1) {
      const before = await embeddedPid(location.dataDir);
      for (let n = 0; n < 50; n += 1) {
        await prisma.$executeRaw`INSERT INTO kept VALUES (${n})`;
        acknowledged += 1;
      }
      await killEmbedded(location.dataDir);

      const count = () => prisma.$queryRaw`SELECT count(*)::int AS rows FROM kept`;
      // The query that finds the connection dead is told so; the next one waits for the new process.
      const found = await count().catch((error: unknown) => {
        expect(isDatabaseUnavailable(error)).toBe(true);
        return count();
      });

      expect(found).toEqual([{ rows: acknowledged }]);
      expect(await embeddedPid(location.dataDir)).not.toBe(before);
    }
  });

  it('keeps every acknowledged row when the whole program is killed, and is free at once', async () => {
    const program = startProgram(location);
    const acknowledged = await killAfter(program, '100');

    const { prisma } = await start({ lockWaitMs: 20_000 });

    const [found] = await prisma.$queryRaw<
      { rows: number }[]
    >`SELECT count(*)::int AS rows FROM kept`;
    expect(found?.rows).toBeGreaterThanOrEqual(acknowledged);
  });

  it('ends with a program that is killed even while it computes something long', async () => {
    await killAfter(startProgram(location, 'busy'), 'ready');

    expect(await (await start({ lockWaitMs: 20_000 })).isReachable()).toBe(true);
  });

  it('learns the size of its tables when it is told to keep house, which nobody does for it', async () => {
    const { prisma, maintain } = await start();
    await prisma.$executeRaw`CREATE TABLE kept AS SELECT generate_series(1, 300) AS n`;
    const known = () =>
      prisma.$queryRaw`SELECT reltuples::int AS rows FROM pg_class WHERE relname = 'kept'`;
    expect(await known()).toEqual([{ rows: -1 }]);

    await maintain();

    expect(await known()).toEqual([{ rows: 300 }]);
  });

  it('lives on when somebody presses Ctrl-C in the terminal, until the program has ended', async () => {
    const { prisma } = await start();
    const pid = await embeddedPid(location.dataDir);

    process.kill(pid, 'SIGINT');
    process.kill(pid, 'SIGTERM');

    expect(await prisma.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
    expect(await embeddedPid(location.dataDir)).toBe(pid);
  });

  it('says what to do with a folder that another major version wrote', async () => {
    await writeFile(path.join(location.dataDir, 'postgres/PG_VERSION'), '17\n');

    const refusal = await start().catch((error: unknown) => error);

    expect(refusal).toMatchObject({ reason: 'other-version' });
    expect(String(refusal)).toMatch(/PostgreSQL 17.*PostgreSQL 18.*DATABASE_URL/s);
  });

  it('begins from nothing, also after a first start that was killed midway', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'deskroom-test-first-'));
    await mkdir(path.join(dataDir, 'postgres.new-half'));

    const database = await start({ dataDir });

    const [server] = await database.prisma.$queryRaw<{ version: string }[]>`
      SELECT current_setting('server_version') AS version`;
    const note = await readFile(path.join(dataDir, 'postgres.version'), 'utf8');
    expect(note.split('\n')[0]).toBe(server?.version.split('.')[0]);
    expect(existsSync(path.join(dataDir, 'postgres.new-half'))).toBe(false);
    await close(database);
    expect(await readdir(path.join(dataDir, 'postgres.lock'))).toEqual([]);
    await rm(dataDir, { recursive: true });
  });
});

function startProgram({ dataDir }: TestLocation, manner = ''): ChildProcess {
  return spawn(process.execPath, [PROGRAM, '', dataDir, manner], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Kills the program when it prints `line`, and returns the last number it has printed by then. */
async function killAfter(program: ChildProcess, line: string): Promise<number> {
  let last = 0;
  if (!program.stdout) throw new Error('the program has no output to read');
  for await (const printed of createInterface(program.stdout)) {
    last = Number(printed) || last;
    if (printed === line) program.kill('SIGKILL');
  }
  return last;
}
