// The moving parts of a process that has the lease: poll and keep, handle in lanes, send, sweep. When
// the lease is lost they all stop and the process stands by; when it comes back they start afresh.

import type { Clock } from './clock.ts';
import { type Database, isDiskFull } from './database/index.ts';
import { createDispatcher, createInboxRepository, createPoller, type PollerDeps, type StoredUpdate } from './inbox/index.ts';
import type { Lease } from './lease.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { createOutboxSender, type OutboxSenderDeps } from './outbox/index.ts';
import { createSweeper, type Sweep } from './sweeps.ts';

export interface EngineDeps extends Pick<OutboxSenderDeps, 'outbox' | 'ports' | 'limits' | 'callApi' | 'askIfUnknown'> {
  readonly botId: number;
  readonly handle: (update: StoredUpdate) => Promise<void>;
  readonly getUpdates: PollerDeps['getUpdates'];
  readonly sweeps: readonly Sweep[];
  /** Telegram refuses the token: nothing can go on. */
  readonly onUnauthorized: () => void;
  readonly database: Database;
  readonly lease: Lease;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export interface Engine {
  /** Runs until `stop`, then until what was begun is done. */
  run(stop: AbortSignal): Promise<void>;
  isActive(): boolean;
  /** Whether nothing is being done and nothing is due at this hour. */
  isIdle(): boolean;
  /** One look at everything that the clock makes due. */
  sweep(): Promise<void>;
  /** Gives updates back that were set aside as poison. */
  replay(seqs: readonly bigint[]): Promise<number>;
}

export function createEngine(deps: EngineDeps): Engine {
  const { lease, logger } = deps;
  let work: Work | null = null;

  async function run(stop: AbortSignal): Promise<void> {
    while (await lease.waitFor(stop)) {
      const turn = new AbortController();
      const end = () => turn.abort();
      stop.addEventListener('abort', end, { once: true });
      work = startWork(deps, turn.signal);
      await lease.keep(turn.signal);
      turn.abort();
      await work.ended;
      work = null;
      stop.removeEventListener('abort', end);
    }
    await lease.release().catch((err: unknown) => logger.warn({ err }, 'the lease could not be released'));
  }

  return {
    run,
    isActive: () => work !== null,
    isIdle: () => work?.isIdle() ?? false,
    sweep: async () => work?.sweep(),
    replay: async (seqs) => (work ? work.replay(seqs) : 0),
  };
}

interface Work {
  readonly ended: Promise<unknown>;
  isIdle(): boolean;
  sweep(): Promise<void>;
  replay(seqs: readonly bigint[]): Promise<number>;
}

function startWork(deps: EngineDeps, stop: AbortSignal): Work {
  const { database, botId, lease, logger } = deps;
  const repository = createInboxRepository(database, botId);
  const dispatcher = createDispatcher({ ...deps, repository });
  const sender = createOutboxSender(deps);
  const poller = createPoller({
    ...deps,
    repository,
    mayPoll: async () => lease.current() !== null,
    onStored: dispatcher.wake,
  });
  const sweeper = createSweeper({ ...deps, mayRun: () => lease.current() !== null });
  const parts = { dispatcher, sender, poller, sweeper };
  const running = Object.entries(parts).map(async ([name, part]) => {
    try {
      await part.run(stop);
    } catch (error) {
      logger.fatal({ err: error, part: name, diskFull: isDiskFull(error) }, 'a part of the engine broke');
      throw error;
    }
  });
  return {
    ended: Promise.allSettled(running),
    isIdle: () => dispatcher.isIdle() && sender.isIdle(),
    sweep: sweeper.look,
    replay: dispatcher.replay,
  };
}
