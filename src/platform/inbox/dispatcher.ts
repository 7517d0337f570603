// Takes stored updates in lanes: in order inside a lane, lanes side by side, lanes with a button press
// first. A handler that throws is tried again with backoff, then its update is set aside as poison and
// the lane goes on. While the database is away nothing is blamed and everything waits.

import { createBatcher } from '../batcher.ts';
import type { Clock } from '../clock.ts';
import { isStorageTrouble } from '../database/index.ts';
import { errorMessage } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { createWaker } from '../waker.ts';
import type { InboxRepository, StoredUpdate } from './repository.ts';

const SIDE_BY_SIDE = 400;
const WINDOW = 4_000;
const POLL_MS = 1_000;
const MOST_ATTEMPTS = 5;
const DATABASE_PAUSE_MS = 1_000;

export interface DispatcherDeps {
  readonly repository: InboxRepository;
  /** Handles one update to its end; what it throws is counted against the update. */
  readonly handle: (update: StoredUpdate) => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

interface LaneQueue {
  readonly updates: StoredUpdate[];
  running: boolean;
  /** Milliseconds since the epoch; until then the lane waits after a failure. */
  notBefore: number;
}

export type Dispatcher = ReturnType<typeof createDispatcher>;

export function createDispatcher({ repository, handle, clock, logger, metrics }: DispatcherDeps) {
  const lanes = new Map<string, LaneQueue>();
  const ready: string[] = [];
  const readyUrgent: string[] = [];
  /** Loaded ahead of the cursor, because somebody pressed a button in their lane. */
  const early = new Set<bigint>();
  /** Handled, but not yet noted so in the database. */
  const handled: number[] = [];
  const waker = createWaker(clock);
  let cursor = 0n;
  let held = 0;
  let running = 0;
  let mayHaveMore = true;
  let marking = 0;

  const markDone = createBatcher<number, void>({
    most: 500,
    run: async (ids) => {
      await repository.markDone(ids, clock.now());
      return ids.map(() => undefined);
    },
  });

  function accept(update: StoredUpdate): void {
    const lane = lanes.get(update.lane) ?? { updates: [], running: false, notBefore: 0 };
    lanes.set(update.lane, lane);
    lane.updates.push(update);
    held += 1;
    if (!lane.running) offer(update.lane, lane);
  }

  function offer(key: string, lane: LaneQueue): void {
    const urgent = lane.updates.some((update) => update.urgent);
    (urgent ? readyUrgent : ready).push(key);
  }

  function startLanes(): void {
    const now = clock.now().getTime();
    const postponed: string[] = [];
    while (running < SIDE_BY_SIDE) {
      const key = readyUrgent.shift() ?? ready.shift();
      if (key === undefined) break;
      const lane = lanes.get(key);
      if (!lane || lane.running || lane.updates.length === 0) continue;
      if (lane.notBefore > now) {
        postponed.push(key);
        continue;
      }
      lane.running = true;
      running += 1;
      void runOne(key, lane);
    }
    ready.push(...postponed);
  }

  async function runOne(key: string, lane: LaneQueue): Promise<void> {
    const update = lane.updates[0] as StoredUpdate;
    const finished = await attempt(update, lane);
    if (finished) {
      lane.updates.shift();
      held -= 1;
    }
    lane.running = false;
    running -= 1;
    if (lane.updates.length === 0) lanes.delete(key);
    else offer(key, lane);
    // Only a failure, an empty desk or room for more needs the loop: the rest goes on from here.
    if (!finished || running === 0 || (mayHaveMore && held < WINDOW / 2)) waker.ring();
    else startLanes();
  }

  /** Whether the update is out of the way: handled, or set aside. */
  async function attempt(update: StoredUpdate, lane: LaneQueue): Promise<boolean> {
    try {
      await handle(update);
    } catch (error) {
      return await failed(update, lane, error);
    }
    metrics.updatesHandled.inc();
    noteDone(update.updateId);
    return true;
  }

  /** The lane need not wait for this: a verb has settled its cause already, a view changes nothing. */
  function noteDone(updateId: number): void {
    marking += 1;
    markDone(updateId)
      .catch(() => handled.push(updateId))
      .finally(() => {
        marking -= 1;
      });
  }

  async function failed(update: StoredUpdate, lane: LaneQueue, error: unknown): Promise<boolean> {
    const now = clock.now().getTime();
    if (isStorageTrouble(error)) {
      lane.notBefore = now + DATABASE_PAUSE_MS;
      return false;
    }
    const attempts = update.attempts + 1;
    const facts = { updateId: update.updateId, lane: update.lane, attempts, err: error };
    lane.updates[0] = { ...update, attempts };
    lane.notBefore = now + 500 * 2 ** attempts;
    try {
      if (attempts < MOST_ATTEMPTS) {
        logger.warn(facts, 'update failed, will be tried again');
        await repository.recordAttempt(update.seq, attempts, errorMessage(error));
        return false;
      }
      await repository.setAside(update.seq, errorMessage(error));
    } catch (second) {
      logger.warn({ ...facts, err: second }, 'the failure of an update could not be recorded');
      return false;
    }
    metrics.updatesPoisoned.inc();
    logger.error({ ...facts, seq: String(update.seq) }, 'update set aside as poison');
    return true;
  }

  async function load(): Promise<void> {
    for (const updateId of handled.splice(0)) noteDone(updateId);
    const room = WINDOW - held;
    if (room < WINDOW / 2) return await loadPressed();
    const updates = await repository.loadWaiting(cursor, room);
    mayHaveMore = updates.length === room;
    for (const update of updates) {
      cursor = update.seq;
      if (!early.delete(update.seq)) accept(update);
    }
  }

  async function loadPressed(): Promise<void> {
    for (const update of await repository.loadUrgentLanes(cursor, 200)) {
      if (early.has(update.seq)) continue;
      early.add(update.seq);
      accept(update);
    }
  }

  /** Runs until `stop`; then waits for what is being handled to end. */
  async function run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      try {
        await load();
      } catch (error) {
        logger.warn({ err: error }, 'stored updates could not be loaded');
      }
      startLanes();
      metrics.lanesWaiting.set(ready.length + readyUrgent.length);
      await waker.wait(nextPause(), stop);
    }
    const never = new AbortController().signal;
    while (running > 0) await waker.wait(POLL_MS, never);
  }

  function nextPause(): number {
    const now = clock.now().getTime();
    let pause = POLL_MS;
    for (const lane of lanes.values()) {
      if (!lane.running && lane.notBefore > now) pause = Math.min(pause, lane.notBefore - now);
    }
    return pause;
  }

  function wake(): void {
    mayHaveMore = true;
    waker.ring();
  }

  /** Gives updates back that were set aside. Returns how many. */
  async function replay(seqs: readonly bigint[]): Promise<number> {
    const updates = await repository.replay(seqs);
    updates.forEach(accept);
    waker.ring();
    return updates.length;
  }

  /** Whether every update known to this process has been handled and noted so. */
  function isIdle(): boolean {
    return !mayHaveMore && held === 0 && marking === 0 && handled.length === 0;
  }

  return { run, replay, wake, isIdle };
}
