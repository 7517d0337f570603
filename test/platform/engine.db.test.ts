import type { Update } from 'grammy/types';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { createEngine, type EngineDeps } from '../../src/platform/engine.ts';
import { settleCause } from '../../src/platform/inbox/index.ts';
import { createLease } from '../../src/platform/lease.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { createTroubles } from '../../src/platform/troubles.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { BOT, createUpdateSource, updateCause } from '../support/inbox.ts';
import { createMemoryLogger } from '../support/logger.ts';
import { NO_LIMITS, type OutboxAtWork, openOutbox } from '../support/outbox.ts';
import { until } from '../support/until.ts';

let database: TestDatabase;
let desk: OutboxAtWork;
let telegram: ReturnType<typeof createUpdateSource>;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.prisma
    .$executeRaw`TRUNCATE inbox_update, outbox_message, projection, lease RESTART IDENTITY`;
  desk = await openOutbox(database);
  await desk.lease.release();
  telegram = createUpdateSource();
});

/** A process: each update is answered by a message that says its number, once. */
function aProcess(changes: Partial<EngineDeps> = {}) {
  const log = createMemoryLogger();
  const lease = createLease({ name: 'bot', database, clock: desk.clock, logger: log.logger });
  const engine = createEngine({
    botId: BOT,
    async handle({ updateId }) {
      const cause = updateCause(updateId);
      await database.inTransaction(async (tx) => {
        if (!(await settleCause(tx, cause, desk.clock.now()))) return;
        const text = String(updateId);
        const destination = `client:${(updateId % 5) + 1}` as const;
        await desk.outbox.enqueue(tx, [{ destination, name: 'silent', args: { text } }], cause);
      });
    },
    getUpdates: telegram.getUpdates,
    callApi: desk.telegram.callApi,
    outbox: desk.outbox,
    ports: desk.ports,
    limits: NO_LIMITS,
    askIfUnknown: false,
    sweeps: [],
    prepare: async () => {},
    recall: async () => {},
    onUnauthorized: () => {},
    database,
    lease,
    clock: desk.clock,
    troubles: createTroubles({ logger: log.logger, clock: systemClock }),
    metrics: createMetrics(),
    ...changes,
  });
  const stop = new AbortController();
  const running = engine.run(stop.signal);
  return {
    engine,
    lease,
    log,
    async end(): Promise<void> {
      stop.abort();
      await running;
    },
  };
}

const walk = (isTrue: () => boolean | Promise<boolean>, otherwise: string) =>
  until(async () => {
    await desk.clock.advance(20);
    return isTrue();
  }, otherwise);

const give = (from: number, to: number) => {
  for (let id = from; id <= to; id += 1) {
    const message = {
      message_id: id,
      date: 0,
      chat: { id: (id % 5) + 1, type: 'private', first_name: 'А' },
    };
    telegram.give({ update_id: id, message } as unknown as Update);
  }
};

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const said = () =>
  desk.telegram
    .said()
    .map(Number)
    .toSorted((a, b) => a - b);

describe('a process that is told to stop in the middle of its work', () => {
  it('ends soon, and the next one goes on: nothing is lost, nothing is said twice', async () => {
    const total = 300;
    let given = 0;
    while (given < total) {
      const one = aProcess();
      give(given + 1, given + 100);
      given += 100;
      await walk(() => desk.telegram.calls.length >= given - 60, 'it does not work');
      await one.end();
      expect(one.lease.current()).toBeNull();
    }
    const last = aProcess();
    await walk(() => desk.telegram.calls.length >= total, 'something is not said');
    await walk(() => last.engine.isIdle(), 'it does not come to rest');
    expect(said()).toEqual(numbers(1, total));
    for (const client of [1, 2, 3, 4, 5]) {
      const texts = desk.telegram.accepted
        .filter(({ payload }) => payload.chat_id === client)
        .map(({ payload }) => Number(payload.text));
      expect(texts).toEqual(texts.toSorted((a, b) => a - b));
    }
    await last.end();
  });
});

describe('a press on a card that Telegram calls inaccessible', () => {
  it('is handled after what was written in its topic, and before what comes then', async () => {
    const card = { kind: 'card', subjectId: 1, destination: 'thread:30', messageId: 101 };
    await database.prisma.projection.create({ data: card });
    const handled: number[] = [];
    const process = aProcess({
      async handle({ updateId }) {
        // What was written first takes longest: side by side it would come last.
        if (updateId === 1) await desk.clock.sleep(200);
        handled.push(updateId);
      },
    });
    const chat = { id: -1001, type: 'supergroup', title: 'Единое окно' };
    const written = { chat, date: 1, message_thread_id: 30, is_topic_message: true };
    const message = { chat, date: 0, message_id: card.messageId };
    telegram.give(
      { update_id: 1, message: { ...written, message_id: 11 } } as unknown as Update,
      { update_id: 2, callback_query: { id: '1', data: 'note', message } } as unknown as Update,
      { update_id: 3, message: { ...written, message_id: 12 } } as unknown as Update,
    );
    await walk(() => handled.length === 3, 'they are not handled');
    expect(handled).toEqual([1, 2, 3]);
    await process.end();
  });
});

describe('a part that breaks', () => {
  it('has all of it start anew, and work goes on', async () => {
    let broken = 0;
    const process = aProcess({
      sweeps: [{ name: 'well', run: async () => {} }],
      metrics: new Proxy(createMetrics(), {
        get(metrics, name, receiver) {
          // The dispatcher reports how much waits on each of its looks.
          if (name === 'lanesWaiting' && broken < 2) {
            broken += 1;
            throw new Error('a bug');
          }
          return Reflect.get(metrics, name, receiver) as unknown;
        },
      }),
    });
    give(1, 10);
    await walk(() => desk.telegram.calls.length === 10, 'work does not go on');
    expect(process.log.lines.filter(({ level }) => level === 'fatal')).toHaveLength(2);
    await process.end();
    expect(said()).toEqual(numbers(1, 10));
  });
});

if (inject('databases').kind === 'embedded') {
  console.log('An embedded database has one process: a second engine is not tried.');
} else {
  describe('two processes with one token', () => {
    it('do the work once: the second takes over when the first ends', async () => {
      const first = aProcess();
      await walk(() => first.engine.isActive(), 'the first does not work');
      const second = aProcess();
      give(1, 50);
      await walk(() => desk.telegram.calls.length === 50, 'nobody works');
      expect(second.engine.isActive()).toBe(false);
      await first.end();
      give(51, 100);
      await walk(() => desk.telegram.calls.length === 100, 'the second does not take over');
      await second.end();
      expect(said()).toEqual(numbers(1, 100));
    });

    it('do the work once also when the lease of the first runs out unnoticed', async () => {
      const first = aProcess();
      await walk(() => first.engine.isActive(), 'the first does not work');
      await database.prisma.$executeRaw`UPDATE lease SET expires_at = now() - interval '1 second'`;
      const second = aProcess();
      give(1, 50);
      await walk(() => first.engine.isActive() !== second.engine.isActive(), 'both work, or none');
      await walk(() => desk.telegram.calls.length >= 50, 'nobody works');
      await first.end();
      await second.end();
      expect(said()).toEqual(numbers(1, 50));
    });

    it('whichever takes over reads anew what it keeps in memory, before it handles anything', async () => {
      const steps: string[] = [];
      const seen = (step: string) => async () => {
        steps.push(step);
      };
      const first = aProcess({ recall: seen('recall'), prepare: seen('prepare') });
      await walk(() => first.engine.isActive(), 'the first does not work');
      await database.prisma.$executeRaw`
        UPDATE lease SET holder = 'another', epoch = epoch + 1, expires_at = now() + interval '1 hour'`;
      await walk(() => !first.engine.isActive(), 'the first works without the lease');
      await database.prisma.$executeRaw`UPDATE lease SET expires_at = now() - interval '1 second'`;
      await walk(() => first.engine.isActive(), 'the first does not take over again');
      await first.end();

      expect(steps).toEqual(['recall', 'prepare', 'recall']);
    });
  });
}
