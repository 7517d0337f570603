import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settleCause } from '../../src/platform/inbox/index.ts';
import { createRetention } from '../../src/platform/retention.ts';
import { createTestClock, type TestClock } from '../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { BOT, openInbox, updateCause } from '../support/inbox.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let database: TestDatabase;
let clock: TestClock;
let sweeps: ReturnType<typeof createRetention>;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.prisma.$executeRaw`TRUNCATE inbox_update, outbox_message RESTART IDENTITY`;
  clock = createTestClock();
  sweeps = createRetention({ database, botId: BOT, clock });
});

async function sweepAfter(ms: number): Promise<void> {
  await clock.advance(ms);
  for (const sweep of sweeps) await sweep.run();
}

async function keepUpdate(id: number, state: string): Promise<void> {
  await openInbox(database).store([{ id }]);
  const doneAt = state === 'done' ? clock.now() : null;
  await database.prisma.inboxUpdate.updateMany({
    where: { updateId: id },
    data: { state, doneAt },
  });
}

async function keepMessage(state: string): Promise<void> {
  const settledAt = state === 'waiting' ? null : clock.now();
  const now = clock.now();
  await database.prisma.outboxMessage.create({
    data: {
      destination: 'client:7',
      name: 'text',
      args: { text: 'Секрет' },
      rank: 'speech',
      state,
      notBefore: now,
      createdAt: now,
      settledAt,
    },
  });
}

const updates = async () =>
  (await database.prisma.inboxUpdate.findMany({ orderBy: { seq: 'asc' } })).map(
    ({ updateId, payload }) => `${updateId} ${payload === null ? 'forgotten' : 'kept'}`,
  );
const messages = async () =>
  (await database.prisma.outboxMessage.findMany({ orderBy: { id: 'asc' } })).map(
    ({ state, args }) => `${state} ${args === null ? 'forgotten' : 'kept'}`,
  );

describe('an update', () => {
  it('is kept whole for a day after it is done, and then as a key', async () => {
    await keepUpdate(1, 'done');
    await sweepAfter(DAY_MS);
    expect(await updates()).toEqual(['1 kept']);
    await sweepAfter(HOUR_MS);
    expect(await updates()).toEqual(['1 forgotten']);
  });

  it('is recognised for a week, also without its payload', async () => {
    await keepUpdate(1, 'done');
    await sweepAfter(7 * DAY_MS);
    expect(await openInbox(database).store([{ id: 1 }])).toEqual([]);
    const again = database.inTransaction((tx) => settleCause(tx, updateCause(1), clock.now()));
    expect(await again).toBe(false);
    await sweepAfter(HOUR_MS);
    expect(await updates()).toEqual([]);
  });

  it('that waits, or was set aside, stays whole', async () => {
    await keepUpdate(1, 'waiting');
    await keepUpdate(2, 'poison');
    await sweepAfter(100 * DAY_MS);
    expect(await updates()).toEqual(['1 kept', '2 kept']);
  });
});

describe('a message', () => {
  it('is kept whole for a week after its outcome; dead letters stay', async () => {
    for (const state of ['sent', 'dropped', 'failed', 'unknown', 'sending', 'waiting']) {
      await keepMessage(state);
    }
    await sweepAfter(7 * DAY_MS);
    expect(await messages()).not.toContain('sent forgotten');
    await sweepAfter(HOUR_MS);
    expect(await messages()).toEqual([
      'sent forgotten',
      'dropped forgotten',
      'failed kept',
      'unknown kept',
      'sending kept',
      'waiting kept',
    ]);
  });
});

describe('forgetting', () => {
  it('goes on hour by hour, and misses nothing', async () => {
    for (let id = 1; id <= 5; id += 1) {
      await keepUpdate(id, 'done');
      await sweepAfter(HOUR_MS);
    }
    await sweepAfter(22 * HOUR_MS);
    expect(await updates()).toEqual([
      '1 forgotten',
      '2 forgotten',
      '3 forgotten',
      '4 kept',
      '5 kept',
    ]);
    await sweepAfter(10 * HOUR_MS);
    expect((await updates()).filter((row) => row.endsWith('kept'))).toEqual([]);
  });

  it('takes as many steps as it needs', async () => {
    const doneAt = clock.now();
    const data = Array.from({ length: 4_500 }, (_, index) => ({
      botId: BOT,
      updateId: index + 1,
      lane: 'a',
      urgent: false,
      payload: {},
      state: 'done',
      receivedAt: doneAt,
      doneAt,
    }));
    await database.prisma.inboxUpdate.createMany({ data });
    await sweepAfter(25 * HOUR_MS);
    expect((await updates()).filter((row) => row.endsWith('kept'))).toEqual([]);
    await sweepAfter(7 * DAY_MS);
    expect(await updates()).toEqual([]);
  });

  it('leaves the housekeeping of the database for later when the program has just started', async () => {
    let maintained = 0;
    const counting = {
      ...database,
      maintain: async () => {
        maintained += 1;
      },
    };
    sweeps = createRetention({ database: counting, botId: BOT, clock });
    await sweepAfter(0);
    expect(maintained).toBe(0);
    await sweepAfter(HOUR_MS);
    expect(maintained).toBe(1);
  });

  it('is done once an hour, with the housekeeping of the database', () => {
    expect(sweeps.map(({ name, everyMs }) => [name, everyMs])).toEqual([
      ['forget-updates', HOUR_MS],
      ['forget-messages', HOUR_MS],
      ['forget-requests', HOUR_MS],
      ['maintain-database', HOUR_MS],
    ]);
  });
});
