import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import {
  afterCommit,
  createDatabase,
  isDatabaseUnavailable,
  isWriteConflict,
} from '../../../src/platform/database/index.ts';
import { createCutLine } from '../../support/cut-line.ts';
import {
  createTestDatabase,
  createTestLocation,
  type TestDatabase,
} from '../../support/database.ts';
import { killEmbedded } from '../../support/embedded.ts';
import { hearWarnings } from '../../support/warnings.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.prisma.$executeRaw`CREATE TABLE account (id int PRIMARY KEY, amount int NOT NULL)`;
});

afterAll(() => database.close());

beforeEach(async () => {
  await database.prisma.$executeRaw`DELETE FROM account`;
  await database.prisma.$executeRaw`INSERT INTO account VALUES (1, 100), (2, 100)`;
});

async function amounts(): Promise<readonly number[]> {
  const rows = await database.prisma.$queryRaw<{ amount: number }[]>`
    SELECT amount FROM account ORDER BY id`;
  return rows.map(({ amount }) => amount);
}

describe('a transaction', () => {
  it('happens whole', async () => {
    const result = await database.inTransaction(async (tx) => {
      await tx.$executeRaw`UPDATE account SET amount = amount - 30 WHERE id = 1`;
      await tx.$executeRaw`UPDATE account SET amount = amount + 30 WHERE id = 2`;
      return 'moved';
    });

    expect(result).toBe('moved');
    expect(await amounts()).toEqual([70, 130]);
  });

  it('runs statements that are sent at once one after the other, in their order, and nothing complains', async () => {
    const warnings = hearWarnings();
    await database.inTransaction(async (tx) => {
      await Promise.all([
        tx.$executeRaw`UPDATE account SET amount = amount - 1 WHERE id = 1`,
        tx.$executeRaw`UPDATE account SET amount = amount * 2 WHERE id = 1`,
        tx.$executeRaw`UPDATE account SET amount = amount + 5 WHERE id = 1`,
      ]);
    });
    await new Promise(setImmediate);
    warnings.stop();

    expect(await amounts()).toEqual([203, 100]);
    expect(warnings.heard).toEqual([]);
  });

  it('leaves nothing when its work throws, and hands the error on', async () => {
    const work = database.inTransaction(async (tx) => {
      await tx.$executeRaw`UPDATE account SET amount = 0`;
      throw new Error('changed my mind');
    });

    await expect(work).rejects.toThrow('changed my mind');
    expect(await amounts()).toEqual([100, 100]);
  });

  it('leaves nothing when a statement in it is refused, and the connection serves on', async () => {
    const work = database.inTransaction(async (tx) => {
      await tx.$executeRaw`UPDATE account SET amount = 0`;
      await tx.$executeRaw`INSERT INTO account VALUES (1, 5)`;
    });

    await expect(work).rejects.toThrow('23505');
    expect(await amounts()).toEqual([100, 100]);
  });

  it('refuses at once a query that goes past it, and a transaction within it', async () => {
    const { prisma, inTransaction } = database;
    const past = inTransaction(async () => prisma.$queryRaw`SELECT 1`);
    await expect(past).rejects.toThrow('went past its `tx`');
    const within = inTransaction(async () => inTransaction(async () => 1));
    await expect(within).rejects.toThrow('went past its `tx`');
  });

  it('lets what it has started go on when it is over', async () => {
    const over = barrier(2);
    let started: Promise<readonly number[]> = Promise.resolve([]);
    await database.inTransaction(async (tx) => {
      started = over().then(() => amounts());
      await tx.$executeRaw`UPDATE account SET amount = 1`;
    });
    await over();

    expect(await started).toEqual([1, 1]);
  });

  it('is followed by what waits for its commit, and by nothing when there is none', async () => {
    const heard: string[] = [];
    await database.inTransaction(async (tx) => {
      afterCommit(tx, () => heard.push('committed'));
      await tx.$executeRaw`UPDATE account SET amount = 1`;
      heard.push('working');
    });
    const failing = database.inTransaction(async (tx) => {
      afterCommit(tx, () => heard.push('never'));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');

    expect(heard).toEqual(['working', 'committed']);
  });

  it('adds up when twenty run at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        database.inTransaction(async (tx) => {
          const [row] = await tx.$queryRaw<{ amount: number }[]>`
            SELECT amount FROM account WHERE id = 1 FOR UPDATE`;
          await tx.$executeRaw`UPDATE account SET amount = ${(row?.amount ?? 0) + 1} WHERE id = 1`;
        }),
      ),
    );

    expect(await amounts()).toEqual([120, 100]);
  });
});

describe('many callers at once', () => {
  it('each get their own answer: short, long, failing and in transactions', async () => {
    const long = 'ы'.repeat(150_000);

    async function caller(n: number): Promise<void> {
      for (let round = 0; round < 5; round += 1) {
        const mark = `${n}/${round}`;
        expect(await database.prisma.$queryRaw`SELECT ${mark} AS mark`).toEqual([{ mark }]);
        await expect(
          database.prisma.$executeRaw`INSERT INTO account VALUES (1, ${n})`,
        ).rejects.toThrow('23505');
        const [sizes] = await database.prisma.$queryRaw<{ size: number; mark: string }[]>`
          SELECT length(${long}) AS size, ${mark} AS mark`;
        expect(sizes).toEqual({ size: 150_000, mark });
        const inside = await database.inTransaction(async (tx) => {
          await tx.$executeRaw`UPDATE account SET amount = amount + 1 WHERE id = 2`;
          return tx.$queryRaw`SELECT ${mark} AS mark`;
        });
        expect(inside).toEqual([{ mark }]);
      }
    }

    await Promise.all(Array.from({ length: 20 }, (_, n) => caller(n)));

    expect(await amounts()).toEqual([100, 200]);
  });
});

describe('time', () => {
  it('is the same moment in the database and in the program, whatever zone the server is set to', async () => {
    const location = await createTestLocation();
    const before = await createDatabase(location);
    const [{ name } = { name: '' }] = await before.prisma.$queryRaw<{ name: string }[]>`
      SELECT current_database() AS name`;
    await before.prisma.$executeRawUnsafe(
      `ALTER DATABASE ${name} SET timezone = 'Pacific/Auckland'`,
    );
    await before.close();
    const moved = await createDatabase(location);
    const moment = new Date('2026-03-29T01:30:00.123Z');

    const [row] = await moved.prisma.$queryRaw<{ zone: string; text: string; moment: Date }[]>`
      SELECT current_setting('TimeZone') AS zone, ${moment}::timestamptz::text AS text,
             '2026-03-29 01:30:00.123+00'::timestamptz AS moment`;

    expect(row).toEqual({ zone: 'UTC', text: '2026-03-29 01:30:00.123+00', moment });
    await moved.close();
    await location.remove();
  });
});

describe('a database that goes away', () => {
  it('is told from a mistake of the work, inside a transaction and outside, and is back soon', async () => {
    const outage = await database
      .inTransaction(async (tx) => {
        await tx.$executeRaw`UPDATE account SET amount = 0`;
        await breakConnections();
        await tx.$executeRaw`UPDATE account SET amount = 1`;
      })
      .catch((error: unknown) => error);

    expect(isDatabaseUnavailable(outage), String(outage)).toBe(true);
    await expect.poll(() => database.isReachable(), { timeout: 20_000 }).toBe(true);
    expect(await amounts()).toEqual([100, 100]);

    const mistake = await database.prisma.$queryRaw`SELECT nonsense`.catch(
      (error: unknown) => error,
    );
    expect(isDatabaseUnavailable(mistake)).toBe(false);
  });

  it('is not reachable once it is closed', async () => {
    const other = await createTestDatabase();
    await other.close();

    expect(await other.isReachable()).toBe(false);
  });

  it('is named as such when no server listens there', async () => {
    const refusal = await createDatabase({
      url: 'postgresql://nobody@127.0.0.1:1/nothing',
      dataDir: '',
    }).catch((error: unknown) => error);

    expect(isDatabaseUnavailable(refusal)).toBe(true);
  });

  async function breakConnections(): Promise<void> {
    if (database.kind === 'embedded') return killEmbedded(database.location.dataDir);
    const admin = new pg.Client({ connectionString: database.location.url });
    await admin.connect();
    await admin.query(`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    await admin.end();
  }
});

if (inject('databases').kind === 'postgres') {
  describe('a server that is away for a while', () => {
    it('is waited for by whoever asks again, and found as it was', async () => {
      const line = await createCutLine(database.location.url ?? '');
      const far = await createDatabase({ ...database.location, url: line.url });
      expect(await far.isReachable()).toBe(true);

      await line.cut();
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const outage = await far.prisma.$queryRaw`SELECT 1`.catch((error: unknown) => error);
        expect(isDatabaseUnavailable(outage), String(outage)).toBe(true);
      }
      expect(await far.isReachable()).toBe(false);
      await line.mend();

      expect(await far.isReachable()).toBe(true);
      await far.close();
      await line.close();
    });
  });

  describe('two transactions in each other’s way', () => {
    it('both succeed: the one that the server ends for a deadlock is run again', async () => {
      const bothBegan = barrier(2);
      let attempts = 0;

      async function move(first: number, second: number): Promise<void> {
        let met = false;
        await database.inTransaction(async (tx) => {
          attempts += 1;
          await tx.$executeRaw`UPDATE account SET amount = amount + 1 WHERE id = ${first}`;
          if (!met) await bothBegan();
          met = true;
          await tx.$executeRaw`UPDATE account SET amount = amount + 1 WHERE id = ${second}`;
        });
      }
      await Promise.all([move(1, 2), move(2, 1)]);

      expect(await amounts()).toEqual([102, 102]);
      expect(attempts).toBe(3);
    });

    it('are recognised when one repeats a read the other has changed', async () => {
      const work = database.prisma.$transaction(
        async (tx) => {
          await tx.$queryRaw`SELECT amount FROM account`;
          await database.prisma.$executeRaw`UPDATE account SET amount = 7 WHERE id = 1`;
          await tx.$executeRaw`UPDATE account SET amount = 8 WHERE id = 1`;
        },
        { isolationLevel: 'RepeatableRead' },
      );

      expect(isWriteConflict(await work.catch((error: unknown) => error))).toBe(true);
    });
  });
}

function barrier(parties: number): () => Promise<void> {
  let arrived = 0;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    arrived += 1;
    if (arrived === parties) open();
    return opened;
  };
}
