// The moving parts of a process that has the lease: poll and keep, handle in lanes, send, sweep. When
// the lease is lost they all stop and the process stands by; when it comes back they start afresh.

import type { Clock } from './clock.ts';
import type { Database } from './database/index.ts';
import {
  createDispatcher,
  createInboxRepository,
  createPoller,
  type PollerDeps,
  type StoredUpdate,
} from './inbox/index.ts';
import type { Lease } from './lease.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import {
  createOutboxRepository,
  createOutboxSender,
  createWhereabouts,
  type OutboxSenderDeps,
} from './outbox/index.ts';
import { createSweeper, type Sweep } from './sweeps.ts';
import type { Troubles } from './troubles.ts';

/** Between losing the lease, or a part that broke, and the next start. */
const RESTART_MS = 1_000;
const WATCH_MS = 1_000;

export interface EngineDeps
  extends Pick<OutboxSenderDeps, 'outbox' | 'ports' | 'limits' | 'callApi' | 'askIfUnknown'> {
  readonly botId: number;
  readonly handle: (update: StoredUpdate) => Promise<void>;
  readonly getUpdates: PollerDeps['getUpdates'];
  readonly sweeps: readonly Sweep[];
  /** Once, before the first turn of work. What it throws is logged, and it is called again. */
  readonly prepare: () => Promise<void>;
  /**
   * Before each turn of work, one for each time that the lease was taken: what is kept in memory is read anew,
   * for another process may have worked meanwhile. What it throws is logged, and it is called again.
   */
  readonly recall: () => Promise<void>;
  /** Telegram refuses the token: nothing can go on. */
  readonly onUnauthorized: () => void;
  readonly database: Database;
  readonly lease: Lease;
  readonly clock: Clock;
  readonly troubles: Troubles;
  readonly metrics: Metrics;
}

export interface Engine {
  /** One try at the lease: the process that gets it is prepared when this resolves. */
  begin(): Promise<void>;
  /** Runs until `stop`, then until what was begun is done. */
  run(stop: AbortSignal): Promise<void>;
  isActive(): boolean;
  /** Whether nothing is being done and nothing is due at this hour. */
  isIdle(): boolean;
  /** Whether so much comes in that what can wait had better wait. */
  isBehind(): boolean;
  /** One look at everything that the clock makes due, whosever turn it is. */
  sweep(): Promise<void>;
  /** Updates that were set aside were given back to the inbox: they are handled again. */
  lookBack(): void;
}

/** Nothing is asked of Telegram or the database before `begin` or `run`. */
export function createEngine(engineDeps: EngineDeps): Engine {
  const { lease, clock, troubles } = engineDeps;
  const { logger } = troubles;
  const deps = { ...engineDeps, logger };
  let work: Work | null = null;
  let prepared = false;
  let recalledIn: number | null = null;

  async function begin(): Promise<void> {
    try {
      if (await lease.acquire()) await getReady();
    } catch (err) {
      logger.warn({ err }, 'the preparations failed, they are tried again');
    }
  }

  async function getReady(): Promise<void> {
    const epoch = lease.current()?.epoch ?? null;
    if (recalledIn !== epoch) await deps.recall();
    recalledIn = epoch;
    if (!prepared) await deps.prepare();
    prepared = true;
  }

  function isReady(): boolean {
    return prepared && recalledIn === (lease.current()?.epoch ?? null);
  }

  async function run(stop: AbortSignal): Promise<void> {
    void watch(stop);
    while (await lease.waitFor(stop)) {
      await begin();
      if (isReady()) await runTurn(stop);
      // A part that breaks at once must not be started over and over without a pause.
      await clock.sleep(RESTART_MS, stop);
    }
    await lease
      .release()
      .catch((err: unknown) => logger.warn({ err }, 'the lease could not be released'));
  }

  /** Works until `stop`, until the lease is lost or until a part breaks. */
  async function runTurn(stop: AbortSignal): Promise<void> {
    const turn = new AbortController();
    const over = new AbortController();
    const end = () => turn.abort();
    stop.addEventListener('abort', end, { once: true });
    if (stop.aborted) end();
    work = startWork(deps, turn);
    // Lengthened also while the work comes to its end: nobody else is to begin before that.
    const kept = lease.keep(over.signal).then(end);
    await work.ended;
    over.abort();
    await kept;
    work = null;
    stop.removeEventListener('abort', end);
  }

  async function watch(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      troubles.look();
      await clock.sleep(WATCH_MS, stop);
    }
  }

  return {
    begin,
    run,
    isActive: () => work !== null,
    isIdle: () => work?.isIdle() ?? false,
    isBehind: () => work?.isBehind() ?? false,
    sweep: async () => work?.sweep(),
    lookBack: () => work?.lookBack(),
  };
}

interface Work {
  readonly ended: Promise<unknown>;
  isIdle(): boolean;
  isBehind(): boolean;
  sweep(): Promise<void>;
  lookBack(): void;
}

function startWork(deps: EngineDeps & { readonly logger: Logger }, turn: AbortController): Work {
  const { database, botId, lease, logger } = deps;
  const repository = createInboxRepository(database, botId);
  const dispatcher = createDispatcher({ ...deps, repository });
  const poller = createPoller({
    ...deps,
    repository,
    getUpdates: heard(deps),
    threadsOf: createWhereabouts({ ...deps, repository: createOutboxRepository(database) }),
    deleteWebhook: () => deps.callApi('deleteWebhook', {}),
    mayPoll: async (conflict) => (conflict ? await lease.acquire() : lease.current() !== null),
    onStored: dispatcher.take,
  });
  const sender = createOutboxSender({
    ...deps,
    isBehind: dispatcher.isBehind,
    hasCaughtUp: poller.hasCaughtUp,
  });
  const sweeper = createSweeper({ ...deps, mayRun: () => lease.current() !== null });
  const parts = { dispatcher, sender, poller, sweeper };
  const running = Object.entries(parts).map(async ([name, part]) => {
    try {
      await part.run(turn.signal);
    } catch (error) {
      logger.fatal({ err: error, part: name }, 'a part of the engine broke, all of it starts anew');
      turn.abort();
    }
  });
  return {
    ended: Promise.all(running),
    isIdle: () => dispatcher.isIdle() && sender.isIdle(),
    isBehind: dispatcher.isBehind,
    sweep: sweeper.lookAtAll,
    lookBack: dispatcher.lookBack,
  };
}

/** A poll that is answered ends the troubles with Telegram; one that fails has them last until then. */
function heard({ getUpdates, troubles }: EngineDeps): PollerDeps['getUpdates'] {
  return async (request, signal) => {
    try {
      const updates = await getUpdates(request, signal);
      troubles.over('telegram-away');
      troubles.over('other-poller');
      return updates;
    } catch (error) {
      if (!signal?.aborted) troubles.pollFailed(error);
      throw error;
    }
  };
}
