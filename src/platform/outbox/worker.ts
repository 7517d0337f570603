// Takes chosen work to its end: render, claim, call, and act on what Telegram said.

import { type ApiFailure, describeFailure } from '../telegram/api-failure.ts';
import { deliver, type Delivery } from './delivery.ts';
import { type Lane, NO_FALLBACKS, type Work } from './lanes.ts';
import { type Destination, parseDestination, type QueuedMessage } from './message.ts';
import type { ApiCall, Place } from './ports.ts';
import { createRecorder, type Outcome } from './recorder.ts';
import { createRenderer, type RenderedWork } from './renderer.ts';
import type { SenderDeps } from './sender.ts';
import { judge, type Verdict } from './verdict.ts';

const HOLD_MS = 60_000;
const RETRY_MS = 1_000;

/** Work taken from a lane; the lane is busy until it is released. */
export interface Job {
  readonly lane: Lane;
  readonly work: Work;
  readonly place: Place;
}

export interface WorkerDeps extends SenderDeps {
  /** `settled`: the work is over. `notBefore`: when its lane may go on, ms since the epoch. */
  readonly release: (job: Job, settled: boolean, notBefore: number) => void;
  readonly forgetPlaces: (destinations?: readonly Destination[]) => void;
}

type Refusal = Extract<Delivery, { status: 'refused' }>;

export function createWorker(deps: WorkerDeps) {
  const { database, repository, ports, budget, callApi, lease, clock, logger, metrics } = deps;
  const { askIfUnknown, release, forgetPlaces, onUnauthorized } = deps;
  const render = createRenderer({ ports, logger });
  const record = createRecorder({ database, repository, ports, clock, logger });

  async function process(jobs: readonly Job[]): Promise<void> {
    try {
      const rendered = await render(jobs);
      const claimed = await claim(jobs, rendered);
      jobs.forEach((job, index) => {
        if (claimed.has(job)) void carryOut(job, rendered[index] as RenderedWork);
        else release(job, false, later(RETRY_MS));
      });
    } catch (error) {
      logger.warn({ err: error }, 'what must be sent waits for the database');
      for (const job of jobs) release(job, false, later(RETRY_MS));
    }
  }

  /** Marks what must not be sent twice; without the lease nothing is claimed, and nothing is sent. */
  async function claim(jobs: readonly Job[], rendered: readonly RenderedWork[]): Promise<Set<Job>> {
    const current = lease.current();
    if (!current) return new Set();
    const fragile = jobs.filter(({ work }, index) => {
      const result = rendered[index];
      return work.type === 'messages' && result?.status === 'calls' && result.calls.some((call) => !call.repeatable);
    });
    if (fragile.length === 0) return new Set(jobs);
    const ids = fragile.flatMap(({ work }) => messagesOf(work).map((message) => message.id));
    const got = await repository.claim(ids, current);
    const lost = fragile.filter(({ work }) => !messagesOf(work).every((message) => got.has(message.id)));
    if (lost.length > 0) await lease.acquire();
    return new Set(jobs.filter((job) => !lost.includes(job)));
  }

  async function carryOut(job: Job, rendered: RenderedWork): Promise<void> {
    try {
      await carryOutOrThrow(job, rendered);
    } catch (error) {
      logger.error({ err: error, destination: job.lane.destination }, 'sending failed unexpectedly');
      release(job, false, later(RETRY_MS));
    }
  }

  async function carryOutOrThrow(job: Job, rendered: RenderedWork): Promise<void> {
    switch (rendered.status) {
      case 'drop':
        return settle(job, { type: 'dropped', messages: messagesOf(job.work), reason: rendered.reason });
      case 'unchanged':
        return shown(job, rendered.hash, null, null);
      case 'broken':
        return fail(job, { kind: 'unexpected', error: rendered.error });
      case 'calls':
        return make(job, rendered.calls, rendered.hash);
    }
  }

  async function make(job: Job, calls: readonly ApiCall[], hash: string | null): Promise<void> {
    const stopWatch = metrics.sendSeconds.startTimer();
    const delivery = await deliver(callApi, calls, job.lane.sentParts);
    stopWatch({ method: calls[0]?.method ?? '' });
    if (delivery.status === 'done') return succeed(job, delivery.messageIds, hash, delivery.result);
    metrics.sendFailures.inc({ kind: delivery.failure.kind });
    if (job.work.type === 'messages') job.lane.sentParts = [...delivery.messageIds];
    const verdict = judge(delivery.failure, {
      repeatable: delivery.repeatable,
      askIfUnknown: askIfUnknown && job.lane.destination.startsWith('client:'),
      attempts: messagesOf(job.work)[0]?.attempts ?? 0,
    });
    return act(job, verdict, delivery, hash);
  }

  async function act(job: Job, verdict: Verdict, refusal: Refusal, hash: string | null): Promise<void> {
    const { failure } = refusal;
    switch (verdict.do) {
      case 'done':
        return succeed(job, refusal.messageIds, hash, undefined);
      case 'park':
        if ('chatId' in job.place) budget.park(job.place.chatId, later(verdict.ms));
        logger.warn({ destination: job.lane.destination, ms: verdict.ms }, 'telegram asked a chat to wait');
        return again(job, 0, false);
      case 'repeat':
        logger.warn({ destination: job.lane.destination, failure: describeFailure(failure) }, 'sending will be tried again');
        return again(job, later(verdict.ms), true);
      case 'ask-destination':
        return askDestination(job, failure);
      case 'migrate':
        return migrate(job, verdict.newChatId);
      case 'post-anew':
        return postAnew(job, failure);
      case 'say-plainly':
        return sayDifferently(job, failure, 'plain');
      case 'say-anew':
        return sayDifferently(job, failure, 'anew');
      case 'hold':
        return settle(job, { type: 'settled', messages: messagesOf(job.work), settlement: { status: 'unknown' } });
      case 'drop':
        return drop(job, describeFailure(failure));
      case 'split':
      case 'fail':
        return fail(job, failure);
      case 'stop':
        onUnauthorized(failure);
        return again(job, later(HOLD_MS), false);
    }
  }

  async function askDestination(job: Job, failure: ApiFailure): Promise<void> {
    const { kind, id } = parseDestination(job.lane.destination);
    const answer = await database.inTransaction((tx) => ports.destinations[kind].troubled(tx, id, failure));
    logger.warn({ destination: job.lane.destination, failure: describeFailure(failure), answer }, 'destination in trouble');
    if (answer === 'fail') return fail(job, failure);
    job.lane.place = null;
    return again(job, answer === 'hold' ? later(HOLD_MS) : 0, false);
  }

  async function migrate(job: Job, newChatId: number): Promise<void> {
    if (!('chatId' in job.place)) return;
    const { chatId } = job.place;
    await database.inTransaction((tx) => ports.migrated(tx, chatId, newChatId));
    logger.info({ chatId, newChatId }, 'a group became a supergroup');
    await again(job, 0, false);
    forgetPlaces();
  }

  async function postAnew(job: Job, failure: ApiFailure): Promise<void> {
    const { work, lane } = job;
    if (work.type !== 'projection' || work.projection.messageId === null) return drop(job, describeFailure(failure));
    const { kind, subjectId } = work.projection;
    const anew = { ...work.projection, messageId: null, shownHash: null };
    lane.projections.set(`${kind}:${subjectId}`, anew);
    release(job, false, 0);
  }

  async function sayDifferently(job: Job, failure: ApiFailure, how: 'plain' | 'anew'): Promise<void> {
    if (job.lane.fallbacks[how]) return fail(job, failure);
    job.lane.fallbacks = { ...job.lane.fallbacks, [how]: true };
    return again(job, 0, false);
  }

  async function succeed(job: Job, messageIds: readonly number[], hash: string | null, result: unknown): Promise<void> {
    const { work, place, lane } = job;
    switch (work.type) {
      case 'prepare':
        await record({ type: 'prepared', destination: lane.destination, result });
        lane.place = null;
        return release(job, false, 0);
      case 'projection':
        return shown(job, hash, messageIds[0] ?? null, null);
      case 'messages': {
        const chatId = 'chatId' in place ? place.chatId : 0;
        metrics.messagesSent.inc();
        const settlement = { status: 'sent', chatId, messageIds } as const;
        return settle(job, { type: 'settled', messages: work.messages, settlement });
      }
    }
  }

  async function shown(job: Job, hash: string | null, messageId: number | null, failure: string | null): Promise<void> {
    if (job.work.type !== 'projection') return;
    const { projection } = job.work;
    const now = messageId ?? projection.messageId;
    await record({ type: 'shown', projection, hash: hash ?? projection.shownHash, messageId: now, failure });
    const key = `${projection.kind}:${projection.subjectId}`;
    const waiting = job.lane.projections.get(key);
    // What changed meanwhile was read from the table before this showing was noted there.
    if (waiting) job.lane.projections.set(key, { ...waiting, messageId: now, shownHash: hash });
    job.lane.fallbacks = NO_FALLBACKS;
    release(job, true, 0);
  }

  async function fail(job: Job, failure: ApiFailure): Promise<void> {
    const { work, lane } = job;
    logger.error({ destination: lane.destination, failure: describeFailure(failure) }, 'sending failed for good');
    if (work.type === 'projection') return shown(job, null, null, describeFailure(failure));
    if (work.type === 'prepare') return release(job, false, later(HOLD_MS));
    return settle(job, { type: 'settled', messages: work.messages, settlement: { status: 'failed', failure } });
  }

  async function drop(job: Job, reason: string): Promise<void> {
    if (job.work.type !== 'messages') return fail(job, { kind: 'bad-request', code: 400, description: reason });
    return settle(job, { type: 'dropped', messages: job.work.messages, reason });
  }

  async function settle(job: Job, outcome: Outcome): Promise<void> {
    await record(outcome);
    job.lane.fallbacks = NO_FALLBACKS;
    job.lane.sentParts = [];
    release(job, true, 0);
  }

  async function again(job: Job, notBefore: number, counted: boolean): Promise<void> {
    const messages = messagesOf(job.work);
    if (messages.length > 0) {
      await record({ type: 'again', messages, counted });
      if (counted) countAttempt(job.lane, messages);
    }
    release(job, false, notBefore);
  }

  function countAttempt(lane: Lane, tried: readonly QueuedMessage[]): void {
    const ids = new Set(tried.map((message) => message.id));
    lane.messages = lane.messages.map((message) =>
      ids.has(message.id) ? { ...message, attempts: message.attempts + 1 } : message,
    );
  }

  /**
   * What a stopped process left in the middle of a call: repeated, or left to a human, by the setting.
   * Waits for the database.
   */
  async function recover(accept: (messages: readonly QueuedMessage[]) => void): Promise<void> {
    const interrupted = await repository.listInterrupted();
    for (const message of interrupted) {
      const ask = askIfUnknown && message.destination.startsWith('client:');
      await record(
        ask
          ? { type: 'settled', messages: [message], settlement: { status: 'unknown' } }
          : { type: 'again', messages: [message], counted: false },
      );
      if (!ask) accept([message]);
    }
    if (interrupted.length > 0) logger.warn({ count: interrupted.length }, 'messages of unknown outcome taken up');
  }

  function later(ms: number): number {
    return clock.now().getTime() + ms;
  }

  return { process, recover };
}

function messagesOf(work: Work): readonly QueuedMessage[] {
  return work.type === 'messages' ? work.messages : [];
}
