// How a piece of work ends: what it came to is recorded, what memory says of it is brought up to date,
// and its lane is released, exactly once.

import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { type ApiFailure, describeFailure } from '../telegram/api-failure.ts';
import { placeName } from './begun.ts';
import type { Job, Release } from './job.ts';
import {
  isBegun,
  type Lane,
  messagesOf,
  NO_FALLBACKS,
  NO_PROGRESS,
  type Progress,
  retryOf,
  workKey,
} from './lanes.ts';
import { keyOf, type QueuedMessage } from './message.ts';
import { chatOf } from './ports.ts';
import type { createRecorder, Outcome } from './recorder.ts';

const HOLD_MS = 60_000;

export interface EndingsDeps {
  readonly record: ReturnType<typeof createRecorder>;
  readonly release: Release;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export type Endings = ReturnType<typeof createEndings>;

/** Every ending but `pause`, `remember` and `separate` releases the job. */
export function createEndings({ record, release, clock, logger, metrics }: EndingsDeps) {
  async function succeed(
    job: Job,
    messageIds: readonly number[],
    hash: string | null,
    result: unknown,
  ): Promise<void> {
    const { work, lane } = job;
    metrics.messagesSent.inc(messageIds.length);
    switch (work.type) {
      case 'prepare':
        return prepared(job, result);
      case 'projection':
        return shown(job, hash, messageIds[0] ?? null, null);
      case 'messages': {
        const chatId = chatOf(job.place)?.chatId ?? 0;
        const settlement = { status: 'sent', chatId, messageIds } as const;
        lane.pauses.delete(workKey(work));
        return settle(job, { type: 'settled', messages: work.messages, settlement });
      }
    }
  }

  async function prepared(job: Job, result: unknown): Promise<void> {
    const { lane } = job;
    const noted = await record({ type: 'prepared', destination: lane.destination, result });
    lane.place = null;
    // What was made and could not be noted would be made again and again.
    if (noted) lane.pauses.delete('prepare');
    else pause(job, HOLD_MS);
    release(job, false, 0);
  }

  async function shown(
    job: Job,
    hash: string | null,
    messageId: number | null,
    failure: string | null,
  ): Promise<void> {
    const { work, lane } = job;
    if (work.type !== 'projection') return release(job, false, 0);
    const { projection } = work;
    const key = keyOf(projection);
    const shows = {
      messageId: messageId ?? projection.messageId,
      shownHash: hash ?? projection.shownHash,
    };
    await record({
      type: 'shown',
      projection,
      hash: shows.shownHash,
      messageId: shows.messageId,
      failure,
    });
    const waiting = lane.projections.get(key);
    // What changed meanwhile was read from the table before this showing was noted there; but what was
    // reposted meanwhile stays so.
    if (waiting && waiting.messageId === projection.messageId) {
      lane.projections.set(key, { ...waiting, ...shows, dirtySince: clock.now() });
    }
    lane.plainly.delete(key);
    lane.pauses.delete(key);
    release(job, true, 0);
  }

  async function fail(job: Job, failure: ApiFailure): Promise<void> {
    const { work, lane } = job;
    if (separate(job)) return again(job, 0, false);
    const facts = { destination: lane.destination, failure: describeFailure(failure) };
    logger[gravityOf(job, failure)](facts, 'sending failed for good');
    if (work.type === 'projection') return shown(job, null, null, describeFailure(failure));
    if (work.type === 'messages') {
      return settle(job, {
        type: 'settled',
        messages: work.messages,
        settlement: { status: 'failed', failure },
      });
    }
    pause(job, HOLD_MS);
    release(job, false, 0);
  }

  /** Of several that left together and were refused, none is blamed before each was tried alone. */
  function separate({ work, lane }: Job): boolean {
    const messages = messagesOf(work);
    if (messages.length < 2 || isBegun(retryOf(lane, work)?.progress ?? NO_PROGRESS)) return false;
    lane.retry = null;
    for (const { id } of messages) lane.alone.add(id);
    return true;
  }

  async function drop(job: Job, failure: ApiFailure): Promise<void> {
    if (job.work.type !== 'messages') return fail(job, failure);
    return settle(job, {
      type: 'dropped',
      messages: job.work.messages,
      reason: describeFailure(failure),
      failure,
    });
  }

  async function settle(job: Job, outcome: Outcome): Promise<void> {
    await record(outcome);
    for (const { id } of messagesOf(job.work)) job.lane.alone.delete(id);
    job.lane.retry = null;
    release(job, true, 0);
  }

  /** `counted`: it adds to the attempts after which a message is given up. */
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

  function remember({ lane, work, place }: Job, progress: Progress): void {
    if (work.type !== 'messages') return;
    const fallbacks = retryOf(lane, work)?.fallbacks ?? NO_FALLBACKS;
    const ids = work.messages.map(({ id }) => id);
    lane.retry = { ids, at: placeName(place), fallbacks, progress };
  }

  function failuresOf({ lane, work }: Job): number {
    return lane.pauses.get(workKey(work))?.failures ?? 0;
  }

  function pause(job: Job, ms: number): void {
    job.lane.pauses.set(workKey(job.work), { failures: failuresOf(job) + 1, until: later(ms) });
  }

  function later(ms: number): number {
    return clock.now().getTime() + ms;
  }

  return { succeed, shown, fail, separate, drop, settle, again, remember, failuresOf, pause };
}

/** Whoever has blocked the bot is nobody's mistake, and who was to read it is told; a sign is no loss. */
function gravityOf({ work }: Job, { kind }: ApiFailure): 'debug' | 'info' | 'error' {
  if (messagesOf(work)[0]?.rank === 'adornment') return 'debug';
  return OF_PEOPLE.has(kind) ? 'info' : 'error';
}

const OF_PEOPLE: ReadonlySet<string> = new Set(['blocked', 'deactivated', 'never-started']);
