// The inbox at work for a test: the real table, poller and dispatcher, a Telegram that remembers what
// was confirmed, and a handler that the test writes.
import type { Update } from 'grammy/types';
import type { Cause } from '../../src/platform/cause.ts';
import type { Database } from '../../src/platform/database/index.ts';
import {
  createDispatcher,
  createInboxRepository,
  createPoisonRepository,
  createPoller,
  type PollerDeps,
  type StoredUpdate,
} from '../../src/platform/inbox/index.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { createTestClock } from './clock.ts';
import { createMemoryLogger } from './logger.ts';
import { until } from './until.ts';

export const BOT = 42;

export type Handler = (update: StoredUpdate) => Promise<void>;
export type InboxAtWork = ReturnType<typeof openInbox>;

export function openInbox(database: Database) {
  const clock = createTestClock();
  const log = createMemoryLogger();
  const telegram = createUpdateSource();
  const repository = createInboxRepository(database, BOT);
  const handled: number[] = [];
  const refusedTokens: unknown[] = [];
  const running: { stop: AbortController; ended: Promise<unknown> }[] = [];
  let handler: Handler = async () => {};
  let mayPoll: (conflict: boolean) => boolean = () => true;
  let threadsOf: PollerDeps['threadsOf'] = async () => new Map();
  let dispatcher = makeDispatcher();

  function makeDispatcher() {
    return createDispatcher({
      repository,
      clock,
      logger: log.logger,
      metrics: createMetrics(),
      async handle(update) {
        await handler(update);
        handled.push(update.updateId);
      },
    });
  }

  function run(part: { run(stop: AbortSignal): Promise<void> }): void {
    const stop = new AbortController();
    running.push({ stop, ended: part.run(stop.signal) });
  }

  function poll(): void {
    run(
      createPoller({
        repository,
        getUpdates: telegram.getUpdates,
        threadsOf: (messages) => threadsOf(messages),
        deleteWebhook: async () => telegram.fail(null),
        mayPoll: async (conflict) => mayPoll(conflict),
        onStored: dispatcher.take,
        onUnauthorized: (error) => void refusedTokens.push(error),
        clock,
        logger: log.logger,
        metrics: createMetrics(),
      }),
    );
  }

  return {
    clock,
    log,
    telegram,
    repository,
    handled,
    refusedTokens,
    poll,
    /** Starts handling, as a new process does. */
    dispatch(): void {
      dispatcher = makeDispatcher();
      run(dispatcher);
    },
    /** Gives an update back that was set aside; says how many were. */
    async replay(seq: bigint): Promise<number> {
      const poison = createPoisonRepository(database, BOT);
      const count = await database.inTransaction((tx) => poison.giveBack(tx, seq));
      dispatcher.lookBack();
      return count;
    },
    wake: () => dispatcher.wake(),
    whenHandled(what: Handler): void {
      handler = what;
    },
    whenAskedToPoll(answer: typeof mayPoll): void {
      mayPoll = answer;
    },
    whenAskedForThreads(answer: typeof threadsOf): void {
      threadsOf = answer;
    },
    /** Keeps updates as the poller does. */
    store: (updates: readonly TestUpdate[]) =>
      repository.store(
        updates.map(({ id, lane = 'a', urgent = false }) => ({
          updateId: id,
          lane,
          urgent,
          payload: JSON.stringify({ update_id: id }),
        })),
        clock.now(),
      ),
    rows: () => database.prisma.inboxUpdate.findMany({ orderBy: { seq: 'asc' } }),
    settle: () => until(() => dispatcher.isIdle(), 'the dispatcher does not come to rest', 3),
    async stop(): Promise<void> {
      for (const { stop } of running) stop.abort();
      await Promise.all(running.map(({ ended }) => ended));
      running.length = 0;
    },
  };
}

export interface TestUpdate {
  readonly id: number;
  readonly lane?: string;
  readonly urgent?: boolean;
}

export function updateCause(updateId: number): Cause {
  return { kind: 'update', botId: BOT, updateId };
}

interface PollRequest {
  readonly offset?: number;
  readonly limit: number;
  /** Seconds. */
  readonly timeout: number;
}

/** A Telegram that gives updates out, and forgets them when a later one is asked for. */
export function createUpdateSource() {
  let waiting: Update[] = [];
  let failure: (() => Error) | null = null;
  const asked: (number | undefined)[] = [];
  const timeouts: number[] = [];
  const confirmed: number[] = [];
  let ring = () => {};

  async function getUpdates(
    { offset, limit, timeout }: PollRequest,
    signal: AbortSignal,
  ): Promise<Update[]> {
    asked.push(offset);
    timeouts.push(timeout);
    if (failure) throw failure();
    if (offset !== undefined) {
      confirmed.push(
        ...waiting.filter((one) => one.update_id < offset).map((one) => one.update_id),
      );
      waiting = waiting.filter((one) => one.update_id >= offset);
    }
    if (waiting.length === 0 && timeout > 0) await somethingNew(signal);
    if (signal.aborted) throw new Error('aborted');
    return waiting.slice(0, limit);
  }

  function somethingNew(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      ring = resolve;
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  return {
    getUpdates,
    asked,
    /** How long each poll was to last, in seconds. */
    timeouts,
    confirmed,
    waiting: () => waiting.map(({ update_id: id }) => id),
    give(...updates: (Partial<Update> & { readonly update_id: number })[]): void {
      waiting.push(...(updates as Update[]));
      ring();
    },
    /** Ends the long poll without an update. */
    nothingNew: () => ring(),
    fail(how: (() => Error) | null): void {
      failure = how;
      ring();
    },
  };
}
