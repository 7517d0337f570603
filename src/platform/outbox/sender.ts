// Sends what waits: in order per destination, within the budget per chat, what is oldest and weighs
// most first. It knows nothing of the features; their ports say where, what and what then.

import type { Clock } from '../clock.ts';
import type { Database } from '../database/index.ts';
import type { Lease } from '../lease.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { createWaker } from '../waker.ts';
import type { Budget } from './budget.ts';
import type { CallApi } from './delivery.ts';
import { emptyLane, hasWork, type Lane, nextLookAt, nextOf, type Rules, type Work } from './lanes.ts';
import { type Destination, type DirtyProjection, parseDestination, type QueuedMessage } from './message.ts';
import type { OutboxPorts, Place } from './ports.ts';
import type { OutboxRepository } from './repository.ts';
import { createWorker, type Job } from './worker.ts';

const IN_FLIGHT = 150;
const POLL_MS = 1_000;
/** How many messages may wait in memory; the rest waits in its table. */
const HELD = 20_000;
/** A suspended destination is asked again after this. */
const SUSPENDED_MS = 60_000;
const FAILED_PAUSE_MS = 1_000;

export interface SenderDeps {
  readonly database: Database;
  readonly repository: OutboxRepository;
  readonly ports: OutboxPorts;
  readonly budget: Budget;
  readonly callApi: CallApi;
  readonly lease: Lease;
  /** Whether a text to a client of unknown outcome is left to a human instead of repeated. */
  readonly askIfUnknown: boolean;
  readonly onUnauthorized: (error: unknown) => void;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export type Sender = ReturnType<typeof createSender>;

export function createSender(deps: SenderDeps) {
  const { repository, ports, budget, clock, logger, metrics } = deps;
  const lanes = new Map<Destination, Lane>();
  const held = new Set<bigint>();
  const waker = createWaker(clock);
  const worker = createWorker({ ...deps, release, forgetPlaces });
  let inFlight = 0;
  let quiet = false;
  /** What waits is being read: whether there is anything to do is not known yet. */
  let turning = false;
  let polledAt = Number.NEGATIVE_INFINITY;

  function laneOf(destination: Destination): Lane {
    const lane = lanes.get(destination) ?? emptyLane(destination);
    lanes.set(destination, lane);
    return lane;
  }

  function acceptMessages(messages: readonly QueuedMessage[]): void {
    for (const message of messages) {
      if (held.has(message.id) || held.size >= HELD) continue;
      held.add(message.id);
      laneOf(message.destination).messages.push(message);
    }
    wake();
  }

  function acceptProjections(projections: readonly DirtyProjection[]): void {
    for (const projection of projections) {
      const lane = laneOf(projection.destination);
      const key = `${projection.kind}:${projection.subjectId}`;
      const known = lane.projections.get(key);
      if (!known || known.wanted < projection.wanted) lane.projections.set(key, projection);
    }
    wake();
  }

  function wake(): void {
    quiet = false;
    waker.ring();
  }

  /** Asks again where these destinations are: their chat is back, or their topic is new. */
  function forgetPlaces(destinations?: readonly Destination[]): void {
    for (const lane of destinations?.map(laneOf) ?? lanes.values()) {
      lane.place = null;
      lane.notBefore = 0;
    }
    wake();
  }

  /** The worker is through with a job: what is settled leaves the lane, the rest stays its head. */
  function release(job: Job, settled: boolean, notBefore: number): void {
    const { lane, work } = job;
    if (settled && work.type === 'messages') {
      for (const message of work.messages) held.delete(message.id);
      lane.messages = lane.messages.filter((message) => held.has(message.id));
    }
    if (settled && work.type === 'projection') {
      const key = `${work.projection.kind}:${work.projection.subjectId}`;
      if (lane.projections.get(key)?.wanted === work.projection.wanted) lane.projections.delete(key);
    }
    lane.busy = false;
    lane.notBefore = notBefore;
    inFlight -= 1;
    if (!hasWork(lane)) lanes.delete(lane.destination);
    wake();
  }

  async function load(): Promise<void> {
    const now = clock.now().getTime();
    if (now - polledAt < POLL_MS) return;
    polledAt = now;
    if (held.size < HELD / 2) acceptMessages(await repository.loadWaiting([...held], HELD / 2));
    acceptProjections(await repository.loadDirty(HELD / 2));
    budget.tidy(now);
    metrics.outboxPending.set(held.size);
  }

  async function findPlaces(): Promise<void> {
    const byKind = new Map<keyof OutboxPorts['destinations'], number[]>();
    for (const lane of lanes.values()) {
      if (lane.place || lane.busy || !hasWork(lane)) continue;
      const { kind, id } = parseDestination(lane.destination);
      byKind.set(kind, [...(byKind.get(kind) ?? []), id]);
    }
    for (const [kind, ids] of byKind) {
      const places = await ports.destinations[kind].resolve(ids);
      for (const id of ids) place(laneOf(`${kind}:${id}`), places.get(id) ?? { status: 'gone' });
    }
  }

  function place(lane: Lane, found: Place): void {
    lane.place = found;
    if (found.status !== 'suspended') return;
    lane.place = null;
    lane.notBefore = clock.now().getTime() + SUSPENDED_MS;
  }

  function rules(short: boolean): Rules {
    return {
      short,
      rankOf: ({ kind }) => ports.projections[kind]?.rank ?? 'adornment',
      mergeable: (message) => ports.messages[message.name]?.mergeable?.(message) ?? false,
    };
  }

  /** Starts what may start now; says when to look again, in milliseconds since the epoch. */
  function start(): { readonly jobs: Job[]; readonly nextLook: number } {
    const now = clock.now().getTime();
    const jobs: Job[] = [];
    let nextLook = now + POLL_MS;
    const limited = new Map<number, Lane[]>();
    for (const lane of lanes.values()) {
      if (inFlight >= IN_FLIGHT) break;
      if (lane.busy || !lane.place || !hasWork(lane)) continue;
      const look = nextLookAt(lane);
      if (look > now) {
        nextLook = Math.min(nextLook, look);
        continue;
      }
      const chat = chatOf(lane.place);
      if (chat && budget.isLimited(chat)) {
        limited.set(chat.chatId, [...(limited.get(chat.chatId) ?? []), lane]);
        continue;
      }
      if (chat && budget.nextAt(chat, now) > now) {
        nextLook = Math.min(nextLook, budget.nextAt(chat, now));
        continue;
      }
      const choice = nextOf(lane, now, rules(false));
      if (choice) jobs.push(begin(lane, choice.work, now));
    }
    for (const waiting of limited.values()) {
      nextLook = Math.min(nextLook, startInChat(waiting, jobs, now));
    }
    return { jobs, nextLook };
  }

  /** The best of one chat's lanes, for as long as its budget allows. */
  function startInChat(waiting: readonly Lane[], jobs: Job[], now: number): number {
    const chat = chatOf((waiting[0] as Lane).place as Place) as { chatId: number; group: boolean };
    const choices = waiting
      .map((lane) => ({ lane, choice: nextOf(lane, now, rules(true)) }))
      .sort((a, b) => (b.choice?.score ?? 0) - (a.choice?.score ?? 0));
    for (const { lane, choice } of choices) {
      if (!choice || inFlight >= IN_FLIGHT) return Number.POSITIVE_INFINITY;
      const at = budget.nextAt(chat, now);
      if (at > now) return at;
      jobs.push(begin(lane, choice.work, now));
    }
    return Number.POSITIVE_INFINITY;
  }

  function begin(lane: Lane, work: Work, now: number): Job {
    const chat = chatOf(lane.place as Place);
    if (chat) budget.spend(chat, now);
    lane.busy = true;
    inFlight += 1;
    return { lane, work, place: lane.place as Place };
  }

  /** Runs until `stop`, then waits for what is on its way. */
  async function run(stop: AbortSignal): Promise<void> {
    await worker.recover(acceptMessages);
    while (!stop.aborted) {
      const nextLook = await turn();
      await waker.wait(nextLook - clock.now().getTime(), stop);
    }
    const never = new AbortController().signal;
    while (inFlight > 0) await waker.wait(POLL_MS, never);
  }

  async function turn(): Promise<number> {
    turning = true;
    quiet = true;
    try {
      await load();
      await findPlaces();
      const { jobs, nextLook } = start();
      if (jobs.length > 0) {
        quiet = false;
        void worker.process(jobs);
      }
      return nextLook;
    } catch (error) {
      logger.warn({ err: error }, 'what must be sent could not be read');
      quiet = false;
      return clock.now().getTime() + FAILED_PAUSE_MS;
    } finally {
      turning = false;
    }
  }

  /** Whether nothing is on its way and nothing is due: what waits, waits for a later hour. */
  function isIdle(): boolean {
    return quiet && !turning && inFlight === 0;
  }

  return { acceptMessages, acceptProjections, forgetPlaces, run, isIdle };
}

function chatOf(place: Place): { readonly chatId: number; readonly group: boolean } | null {
  return place.status === 'ready' || place.status === 'unprepared' ? place : null;
}
