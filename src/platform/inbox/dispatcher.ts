// Takes stored updates in lanes: in order inside a lane, lanes side by side, lanes with a button press
// first. A handler that throws is tried again with backoff, then its update is set aside as poison and
// the lane goes on. While the database is away nothing is blamed and everything waits.

import { BotError } from 'grammy';
import { createBatcher } from '../batcher.ts';
import type { Clock } from '../clock.ts';
import { isStorageTrouble } from '../database/index.ts';
import { errorMessage } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { classifyApiError } from '../telegram/api-errors.ts';
import { isTransient } from '../telegram/api-failure.ts';
import { createWaker } from '../waker.ts';
import { createLaneQueues, type LaneQueue } from './lane-queues.ts';
import type { InboxRepository, StoredUpdate } from './repository.ts';

const SIDE_BY_SIDE = 400;
/** From so many on that nobody handles yet, though so many lanes are at work, handling is behind. */
const BEHIND = { waiting: 400, lanes: 20 };
/** How many updates may wait in memory; the rest waits in its table. */
const WINDOW = 4_000;
/** How many are read at once: more would hold up everything else while they are parsed. */
const PAGE = 1_000;
const POLL_MS = 1_000;
const MOST_ATTEMPTS = 5;
const TELEGRAM_PAUSE_MS = 3_000;
const DATABASE_PAUSE_MS = 1_000;
/** How often the table is looked through from its start, for rows that came in behind the cursor. */
const LOOK_BACK_MS = 30_000;

export interface DispatcherDeps {
  readonly repository: InboxRepository;
  /** Handles one update to its end; what it throws is counted against the update. */
  readonly handle: (update: StoredUpdate) => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export type Dispatcher = ReturnType<typeof createDispatcher>;

/** A dispatcher runs once; what it leaves waiting, the next one finds in the table. */
export function createDispatcher({ repository, handle, clock, logger, metrics }: DispatcherDeps) {
  const queues = createLaneQueues();
  /** In a lane, or handled and not yet noted so: not to be taken in once more. */
  const known = new Set<bigint>();
  /** Handled, but the note of it failed. */
  const unmarked: StoredUpdate[] = [];
  /** What was finished while the table was being read, and may stand in that answer as waiting. */
  let finished: Set<bigint> | null = null;
  const waker = createWaker(clock);
  let cursor = 0n;
  let lookedBackAt = Number.NEGATIVE_INFINITY;
  let running = 0;
  let marking = 0;
  let mayHaveMore = true;
  let stopping = false;

  const markDone = createBatcher<number, void>({
    most: 500,
    run: async (ids) => {
      await repository.markDone(ids, clock.now());
      return ids.map(() => undefined);
    },
  });

  function accept(update: StoredUpdate): void {
    if (known.has(update.seq) || finished?.has(update.seq)) return;
    known.add(update.seq);
    queues.add(update);
  }

  function forget({ seq }: StoredUpdate): void {
    known.delete(seq);
    finished?.add(seq);
  }

  function startLanes(): void {
    while (!stopping && running < SIDE_BY_SIDE) {
      const lane = queues.next(clock.now().getTime());
      if (!lane) return;
      running += 1;
      void runOne(lane);
    }
  }

  async function runOne(lane: LaneQueue): Promise<void> {
    const outOfTheWay = await attempt(lane.updates[0] as StoredUpdate, lane);
    running -= 1;
    queues.handBack(lane, outOfTheWay);
    // Only a failure, an empty desk or room for more needs the loop: the rest goes on from here.
    if (!outOfTheWay || running === 0 || wantsMore()) waker.ring();
    else startLanes();
  }

  async function attempt(update: StoredUpdate, lane: LaneQueue): Promise<boolean> {
    try {
      await handle(update);
    } catch (error) {
      return await failed(update, lane, error instanceof BotError ? error.error : error);
    }
    metrics.updatesHandled.inc();
    noteDone(update);
    return true;
  }

  /** The lane need not wait for this: a verb has settled its cause already, a view changes nothing. */
  function noteDone(update: StoredUpdate): void {
    marking += 1;
    markDone(update.updateId)
      .then(
        () => forget(update),
        () => void unmarked.push(update),
      )
      .finally(() => {
        marking -= 1;
        if (stopping) waker.ring();
      });
  }

  /** Whether the update is out of the way: set aside. Otherwise its lane waits and tries it again. */
  async function failed(update: StoredUpdate, lane: LaneQueue, error: unknown): Promise<boolean> {
    const now = clock.now().getTime();
    if (isStorageTrouble(error)) {
      logger.warn({ updateId: update.updateId, err: error }, 'update waits for the database');
      lane.notBefore = now + DATABASE_PAUSE_MS;
      return false;
    }
    const patience = patienceWith(error);
    if (patience !== null) {
      logger.warn({ updateId: update.updateId, err: error }, 'update waits for Telegram');
      lane.notBefore = now + patience;
      return false;
    }
    const attempts = update.attempts + 1;
    const facts = { updateId: update.updateId, lane: update.lane, attempts, err: error };
    lane.updates[0] = { ...update, attempts };
    lane.notBefore = now + 500 * 2 ** attempts;
    try {
      if (attempts < MOST_ATTEMPTS) {
        metrics.updatesFailed.inc();
        logger.warn(facts, 'update failed, will be tried again');
        await repository.recordAttempt(update.seq, attempts, errorMessage(error));
        return false;
      }
      await repository.setAside(update.seq, attempts, errorMessage(error));
    } catch (second) {
      logger.warn({ ...facts, err: second }, 'the failure of an update could not be recorded');
      return false;
    }
    forget(update);
    metrics.updatesPoisoned.inc();
    // Without the error itself, which may belong to a trouble that is told once: this is always told.
    const { err: _, ...where } = facts;
    const failure = errorMessage(error);
    logger.error({ ...where, failure, seq: String(update.seq) }, 'update set aside as poison');
    return true;
  }

  async function load(): Promise<void> {
    for (const update of unmarked.splice(0)) noteDone(update);
    finished = new Set();
    try {
      if (queues.held() <= WINDOW / 2) await loadWaiting();
      if (mayHaveMore) await loadPressed();
    } catch (error) {
      mayHaveMore = true;
      throw error;
    } finally {
      finished = null;
    }
  }

  async function loadWaiting(): Promise<void> {
    const now = clock.now().getTime();
    if (known.size === 0 || Math.abs(now - lookedBackAt) >= LOOK_BACK_MS) {
      cursor = 0n;
      lookedBackAt = now;
    }
    mayHaveMore = false;
    const updates = await repository.loadWaiting(cursor, PAGE);
    cursor = updates.at(-1)?.seq ?? cursor;
    updates.forEach(accept);
    if (updates.length < PAGE) return;
    mayHaveMore = true;
    if (wantsMore()) waker.ring();
  }

  /** Behind a backlog, too, a press is found, with what came before it in its lane. */
  async function loadPressed(): Promise<void> {
    const updates = await repository.loadUrgentLanes(cursor, 200);
    updates.forEach(accept);
  }

  function wantsMore(): boolean {
    return mayHaveMore && queues.held() <= WINDOW / 2;
  }

  /** Runs until `stop`; then waits for what is being handled, and for the note of it. */
  async function run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      try {
        await load();
      } catch (error) {
        logger.warn({ err: error }, 'stored updates could not be loaded');
      }
      if (stop.aborted) break;
      startLanes();
      metrics.lanesWaiting.set(queues.waiting());
      await waker.wait(queues.pause(clock.now().getTime(), POLL_MS), stop);
    }
    stopping = true;
    const never = new AbortController().signal;
    while (running > 0 || marking > 0) await waker.wait(POLL_MS, never);
  }

  /**
   * Takes in what was stored just now. It is read from the table like all else where something may be
   * waiting there that comes before it, or where there is no room.
   */
  function take(updates: readonly StoredUpdate[]): void {
    const knowsAll = !mayHaveMore && finished === null;
    if (knowsAll && queues.held() + updates.length <= WINDOW / 2) {
      updates.forEach(accept);
      startLanes();
    } else wake();
  }

  function wake(): void {
    mayHaveMore = true;
    waker.ring();
  }

  /** Looks through the table from its start: what was set aside was given back to it. */
  function lookBack(): void {
    lookedBackAt = Number.NEGATIVE_INFINITY;
    wake();
  }

  /** Whether every update known to this process has been handled and noted so. */
  function isIdle(): boolean {
    return !mayHaveMore && finished === null && known.size === 0;
  }

  /** Whether much waits in many lanes; one long lane holds up itself alone. */
  function isBehind(): boolean {
    return running >= BEHIND.lanes && queues.held() - running > BEHIND.waiting;
  }

  return { run, take, wake, lookBack, isBehind, isIdle };
}

/** How long to wait where Telegram is to blame and not the update, in milliseconds; null: it is not. */
function patienceWith(error: unknown): number | null {
  const failure = classifyApiError(error);
  if (!isTransient(failure)) return null;
  return failure.kind === 'rate-limited' ? failure.retryAfterSeconds * 1_000 : TELEGRAM_PAUSE_MS;
}
