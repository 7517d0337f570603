import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createLease, type Lease } from '../../src/platform/lease.ts';
import { createOutboxRepository } from '../../src/platform/outbox/index.ts';
import { createTestClock, type TestClock } from '../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createMemoryLogger } from '../support/logger.ts';
import { until } from '../support/until.ts';

let database: TestDatabase;
let clock: TestClock;
let log: ReturnType<typeof createMemoryLogger>;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.prisma.$executeRaw`TRUNCATE lease, outbox_message RESTART IDENTITY`;
  clock = createTestClock();
  log = createMemoryLogger();
});

const aLease = (name = 'bot:1') => createLease({ name, database, clock, logger: log.logger });
const never = () => new AbortController().signal;

async function runOut(): Promise<void> {
  await database.prisma.$executeRaw`UPDATE lease SET expires_at = now() - interval '1 second'`;
}

async function claims(lease: Lease): Promise<boolean> {
  const current = lease.current();
  if (!current) return false;
  return (await createOutboxRepository(database).claim([], [], current)).held;
}

describe('a lease', () => {
  it('is had by whoever asks first, and lengthened without a new epoch', async () => {
    const lease = aLease();
    expect(lease.current()).toBeNull();
    expect([await lease.acquire(), await lease.acquire()]).toEqual([true, true]);
    expect(lease.current()).toMatchObject({ name: 'bot:1', epoch: 1 });
    expect(await claims(lease)).toBe(true);
  });

  it('of another bot is another lease', async () => {
    expect([await aLease('bot:1').acquire(), await aLease('bot:2').acquire()]).toEqual([
      true,
      true,
    ]);
  });

  it('given back is nobody’s, and may be given back twice', async () => {
    const lease = aLease();
    await lease.acquire();
    await lease.release();
    await lease.release();
    expect(lease.current()).toBeNull();
  });

  it('that ran out is no ground to send on, until it is lengthened', async () => {
    const lease = aLease();
    await lease.acquire();
    await runOut();
    expect(await claims(lease)).toBe(false);
    await lease.acquire();
    expect(await claims(lease)).toBe(true);
  });

  it('is kept while the process lives, and longer than it would last by itself', async () => {
    const lease = aLease();
    await lease.acquire();
    const stop = new AbortController();
    const keeping = lease.keep(stop.signal);
    const [before] = await database.prisma.lease.findMany();
    await until(async () => {
      await clock.advance(1_000);
      const [now] = await database.prisma.lease.findMany();
      return Number(now?.expiresAt) > Number(before?.expiresAt);
    }, 'it is not lengthened');
    stop.abort();
    await keeping;
  });

  it('asked for while the database is away is asked for again', async () => {
    let away = 2;
    const failing = {
      ...database,
      prisma: new Proxy(database.prisma, {
        get(prisma, name) {
          if (name === '$queryRaw' && away > 0) {
            away -= 1;
            return () => Promise.reject(new Error('Connection terminated unexpectedly'));
          }
          return Reflect.get(prisma, name) as unknown;
        },
      }),
    };
    const lease = createLease({ name: 'bot:1', database: failing, clock, logger: log.logger });
    let has = false;
    void lease.waitFor(never()).then((answer) => {
      has = answer;
    });
    await until(async () => {
      await clock.advance(1_000);
      return has;
    }, 'it is never had');
  });
});

if (inject('databases').kind === 'embedded') {
  console.log('An embedded database has one process: two holders of a lease are not tried.');
} else {
  describe('of two processes', () => {
    it('one works and one stands by; the epoch grows when it changes hands', async () => {
      const [first, second] = [aLease(), aLease()];
      expect([await first.acquire(), await second.acquire()]).toEqual([true, false]);
      await runOut();
      expect(await second.acquire()).toBe(true);
      expect(second.current()?.epoch).toBe(2);
      expect([await claims(first), await claims(second)]).toEqual([false, true]);
      expect(await first.acquire()).toBe(false);
      expect(first.current()).toBeNull();
    });

    it('only one has it when both ask at the same time, over and over', async () => {
      for (let round = 0; round < 20; round += 1) {
        const leases = [aLease(), aLease(), aLease()];
        const answers = await Promise.all(leases.map((lease) => lease.acquire()));
        expect(answers.filter(Boolean)).toHaveLength(1);
        await runOut();
      }
    });

    it('the second has it at once when the first gives it back', async () => {
      const [first, second] = [aLease(), aLease()];
      await first.acquire();
      let has = false;
      void second.waitFor(never()).then((answer) => {
        has = answer;
      });
      await clock.advance(5_000);
      expect(has).toBe(false);
      await first.release();
      await until(async () => {
        await clock.advance(1_000);
        return has;
      }, 'it is not handed over');
    });

    it('the first stops keeping it when the second has it', async () => {
      const [first, second] = [aLease(), aLease()];
      await first.acquire();
      let kept = true;
      void first.keep(never()).then(() => {
        kept = false;
      });
      await runOut();
      await second.acquire();
      await until(async () => {
        await clock.advance(5_000);
        return !kept;
      }, 'it is kept for ever');
      expect(first.current()).toBeNull();
    });

    it('waits no longer than it is told', async () => {
      await aLease().acquire();
      const stop = new AbortController();
      const waiting = aLease().waitFor(stop.signal);
      stop.abort();
      expect(await waiting).toBe(false);
    });
  });
}
