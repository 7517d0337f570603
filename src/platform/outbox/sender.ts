// Sends what waits: in order per destination, within the budget per chat, what is oldest and weighs
// most first. It knows nothing of the features; their ports say where, what and what then.

import { createWaker } from '../waker.ts';
import { createBacklog } from './backlog.ts';
import { takeUp } from './begun.ts';
import type { Job } from './job.ts';
import {
  addMessage,
  begunWork,
  type Choice,
  dropFrom,
  emptyLane,
  hasWork,
  type Lane,
  nextLookAt,
  nextOf,
  pausedUntil,
  type Rules,
  workKey,
} from './lanes.ts';
import { type Destination, type DirtyProjection, keyOf, type QueuedMessage } from './message.ts';
import { createPlaces } from './places.ts';
import { chatOf, type Place } from './ports.ts';
import { createWorker, type WorkerDeps } from './worker.ts';

const IN_FLIGHT = 150;
/** New work is looked for when so many of them are free again: looking goes over all that waits. */
const FREE_BEFORE_LOOKING = 30;
const POLL_MS = 1_000;
const FAILED_PAUSE_MS = 1_000;

/** What was said in part is said to its end before this process ends, if that can be so soon. */
const FINISH_WITHIN_MS = 15_000;
/** So many lanes are looked through in a millisecond or less: after a look in vain the pause grows with them. */
const LANES_A_MS = 1_000;

/** How long a destination that was just served rests while handling is behind. */
const REST_MS = 500;

export interface SenderDeps extends Omit<WorkerDeps, 'release' | 'forgetPlaces'> {
  /**
   * Whether so much comes in that what is said now will be out of date in a moment: handling goes first
   * then, and what a destination gathers meanwhile leaves together.
   */
  readonly isBehind: () => boolean;
}

export type Sender = ReturnType<typeof createSender>;

interface Candidate {
  readonly lane: Lane;
  readonly choice: Choice;
}

/** A sender runs once; what it leaves waiting, the next one finds in the tables. */
export function createSender(deps: SenderDeps) {
  const { repository, ports, budget, clock, logger, metrics, isBehind } = deps;
  const lanes = new Map<Destination, Lane>();
  const waker = createWaker(clock);
  const backlog = createBacklog({
    repository,
    clock,
    takeMessage,
    takeProjection,
  });
  const places = createPlaces({ ...deps, lanes, wake });
  const worker = createWorker({ ...deps, release, forgetPlaces: places.forget });
  const rules: Rules = {
    short: false,
    rankOf: ({ kind }) => ports.projections[kind]?.rank ?? 'adornment',
    mergeable: (message) => ports.messages[message.name]?.mergeable?.(message) ?? null,
  };
  const rulesWhenShort: Rules = { ...rules, short: true };
  let inFlight = 0;
  let quiet = false;
  /** What waits is being read: whether there is anything to do is not known yet. */
  let turning = false;
  /** All lanes were looked through, and nothing could be started. */
  let inVain = false;
  let stopped = false;
  let lookedAt = 0;

  function laneOf(destination: Destination): Lane {
    const lane = lanes.get(destination) ?? emptyLane(destination);
    lanes.set(destination, lane);
    return lane;
  }

  function takeMessage(message: QueuedMessage): void {
    const lane = laneOf(message.destination);
    addMessage(lane, message);
    takeUp(lane, message);
  }

  function acceptMessages(messages: readonly QueuedMessage[]): void {
    if (stopped) return;
    backlog.accept(messages);
    wake();
  }

  function acceptProjections(projections: readonly DirtyProjection[]): void {
    if (stopped) return;
    projections.forEach(takeProjection);
    wake();
  }

  function takeProjection(projection: DirtyProjection): void {
    const known = lanes.get(projection.destination)?.projections.get(keyOf(projection));
    if (known && known.wanted >= projection.wanted) return;
    laneOf(projection.destination).projections.set(keyOf(projection), projection);
  }

  function wake(): void {
    quiet = false;
    waker.ring();
  }

  /** The worker is through with a job: what is settled leaves the lane, the rest stays its head. */
  function release({ lane, work }: Job, settled: boolean, notBefore: number): void {
    if (settled && work.type === 'messages') {
      const gone = new Set(work.messages.map((message) => message.id));
      backlog.forgetMessages(work.messages);
      lane.messages = lane.messages.filter((message) => !gone.has(message.id));
    }
    if (settled && work.type === 'projection') {
      const key = keyOf(work.projection);
      backlog.forgetProjection(work.projection);
      if (lane.projections.get(key)?.wanted === work.projection.wanted)
        lane.projections.delete(key);
    }
    const rests = settled && isBehind();
    lane.busy = false;
    lane.notBefore = rests ? later(REST_MS) : notBefore;
    inFlight -= 1;
    // To the end of the row: whoever was served lets the others go first.
    lanes.delete(lane.destination);
    if (rests || hasWork(lane)) lanes.set(lane.destination, lane);
    wake();
  }

  /** Starts what may start now; says when to look again, in milliseconds since the epoch. */
  function start(now: number): { readonly jobs: Job[]; readonly nextLook: number } {
    const jobs: Job[] = [];
    const candidates: Candidate[] = [];
    let nextLook = now + POLL_MS;
    inVain = false;
    if (inFlight > IN_FLIGHT - FREE_BEFORE_LOOKING) return { jobs, nextLook };
    const allowedAt = new Map<number, number>();
    for (const lane of lanes.values()) {
      if (inFlight >= IN_FLIGHT) break;
      if (lane.busy || !lane.place) continue;
      const chat = chatOf(lane.place);
      const allowed = chat ? (allowedAt.get(chat.chatId) ?? budget.nextAt(chat, now)) : 0;
      if (chat) allowedAt.set(chat.chatId, allowed);
      const look = Math.max(nextLookAt(lane, now), allowed);
      if (look > now) {
        nextLook = Math.min(nextLook, look);
        continue;
      }
      const short = chat !== null && (isBusy() || isBehind() || budget.isShort(chat, now));
      const choice = nextOf(lane, now, short ? rulesWhenShort : rules);
      if (!choice) continue;
      if (chat && budget.isLimited(chat)) candidates.push({ lane, choice });
      else jobs.push(begin({ lane, choice }, now));
    }
    nextLook = Math.min(nextLook, startBest(candidates, jobs, now));
    inVain = jobs.length === 0;
    return { jobs, nextLook };
  }

  /** More waits than calls are free: as short as a chat whose limit is near. */
  function isBusy(): boolean {
    return inFlight > IN_FLIGHT / 2;
  }

  /** The best of them, for as long as the budget of each chat and of all allows. */
  function startBest(candidates: Candidate[], jobs: Job[], now: number): number {
    candidates.sort((a, b) => b.choice.score - a.choice.score);
    let nextLook = Number.POSITIVE_INFINITY;
    for (const candidate of candidates) {
      if (inFlight >= IN_FLIGHT) break;
      const chat = chatOf(candidate.lane.place as Place);
      const at = chat ? budget.nextAt(chat, now) : 0;
      if (at > now) nextLook = Math.min(nextLook, at);
      else jobs.push(begin(candidate, now));
    }
    return nextLook;
  }

  function begin({ lane, choice }: Candidate, now: number): Job {
    const place = lane.place as Place;
    const chat = chatOf(place);
    if (chat) budget.spend(chat, now);
    lane.busy = true;
    inFlight += 1;
    return { lane, work: choice.work, place, begunAt: now };
  }

  /** Runs until `stop`, then ends what is on its way or said in part. */
  async function run(stop: AbortSignal): Promise<void> {
    await worker.recover(stop);
    while (!stop.aborted) {
      const nextLook = await turn(stop);
      if (inVain && lanes.size > LANES_A_MS) await clock.sleep(lanes.size / LANES_A_MS, stop);
      await waker.wait(nextLook - clock.now().getTime(), stop);
    }
    stopped = true;
    const never = new AbortController().signal;
    const deadline = later(FINISH_WITHIN_MS);
    for (;;) {
      const soonest = finishBegun(clock.now().getTime(), deadline);
      if (inFlight === 0 && soonest === null) return;
      await waker.wait((soonest ?? later(POLL_MS)) - clock.now().getTime(), never);
    }
  }

  /**
   * Goes on with what was said in part, which the next process would say from its beginning; says when
   * the next of it may go on, null: nothing is left, or it cannot before `deadline`.
   */
  function finishBegun(now: number, deadline: number): number | null {
    let soonest: number | null = null;
    const jobs: Job[] = [];
    for (const lane of lanes.values()) {
      const work = begunWork(lane);
      if (!work || lane.busy || !lane.place) continue;
      const chat = chatOf(lane.place);
      const paused = Math.max(lane.notBefore, pausedUntil(lane, workKey(work)));
      const at = Math.max(paused, chat ? budget.nextAt(chat, now) : 0);
      if (Math.max(at, now) > deadline) continue;
      if (at > now) soonest = Math.min(soonest ?? at, at);
      else jobs.push(begin({ lane, choice: { work, score: 0 } }, now));
    }
    if (jobs.length > 0) void worker.process(jobs);
    return soonest;
  }

  async function turn(stop: AbortSignal): Promise<number> {
    turning = true;
    quiet = true;
    try {
      await backlog.read();
      if (backlog.hasMore()) wake();
      noticeClock();
      await places.find(clock.now().getTime());
      if (stop.aborted) return 0;
      const { jobs, nextLook } = start(clock.now().getTime());
      if (jobs.length > 0) {
        quiet = false;
        void worker.process(jobs);
      }
      return nextLook;
    } catch (error) {
      quiet = false;
      logger.warn({ err: error }, 'what must be sent could not be read');
      return later(FAILED_PAUSE_MS);
    } finally {
      turning = false;
    }
  }

  /** Once a second: what memory can forget, and whether the clock was set back. */
  function noticeClock(): void {
    const now = clock.now().getTime();
    if (now >= lookedAt && now < lookedAt + POLL_MS) return;
    if (now < lookedAt) {
      budget.startAfresh();
      for (const lane of lanes.values()) {
        lane.notBefore = 0;
        lane.pauses.clear();
      }
    }
    lookedAt = now;
    for (const lane of lanes.values()) {
      const isOver = !hasWork(lane) && !lane.busy && lane.notBefore <= now;
      if (isOver) lanes.delete(lane.destination);
    }
    budget.tidy(now);
    metrics.outboxPending.set(lanes.size);
  }

  function later(ms: number): number {
    return clock.now().getTime() + ms;
  }

  /** Whether nothing is on its way and nothing is due: what waits, waits for a later hour. */
  function isIdle(): boolean {
    return quiet && !turning && inFlight === 0 && backlog.isComplete();
  }

  return {
    acceptMessages,
    acceptProjections,
    dropProjections: dropFrom(lanes),
    forgetPlaces: places.forget,
    run,
    isIdle,
  };
}
