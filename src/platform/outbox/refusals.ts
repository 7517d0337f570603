// What is done about a refusal of Telegram's, once the table of verdicts has spoken.

import type { Clock } from '../clock.ts';
import { type Database, isStorageTrouble } from '../database/index.ts';
import type { Logger } from '../logger.ts';
import { type ApiFailure, describeFailure } from '../telegram/api-failure.ts';
import type { Budget } from './budget.ts';
import { type Delivery, withoutFormatting, withoutQuote, withoutReply } from './delivery.ts';
import type { Endings } from './endings.ts';
import type { Job, Release } from './job.ts';
import { fallbacksOf, type Lane, messagesOf, NO_PROGRESS } from './lanes.ts';
import { type Destination, keyOf, parseDestination } from './message.ts';
import { type ApiCall, chatOf, type Fallbacks, type OutboxPorts, type Thread } from './ports.ts';
import type { OutboxRepository } from './repository.ts';
import { backoff, type Verdict } from './verdict.ts';

const HOLD_MS = 60_000;
/** How often a destination may say «now it works» of the same work before it is not believed. */
const MOST_RENEWALS = 5;
/** A pause this long is more than a hiccup, and an operator should know. */
const LONG_PAUSE_MS = 5 * 60_000;

const FALLBACKS = {
  'say-plainly': 'plain',
  'say-anew': 'anew',
  'say-without-quote': 'unquoted',
} as const;

export type Refusal = Extract<Delivery, { status: 'refused' }>;

export interface RefusalsDeps {
  readonly endings: Endings;
  readonly release: Release;
  readonly forgetPlaces: (destinations?: readonly Destination[]) => void;
  readonly database: Database;
  readonly repository: OutboxRepository;
  readonly ports: OutboxPorts;
  readonly budget: Budget;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** `act` releases the job exactly once, whatever the verdict. */
export function createRefusals(deps: RefusalsDeps) {
  const { endings, release, forgetPlaces } = deps;
  const { database, repository, ports, budget, clock, logger } = deps;
  const { succeed, fail, separate, drop, settle, again, remember, failuresOf, pause } = endings;

  async function act(
    job: Job,
    verdict: Verdict,
    refusal: Refusal,
    hash: string | null,
  ): Promise<void> {
    const { failure, progress } = refusal;
    switch (verdict.do) {
      case 'done':
        return succeed(job, progress.messageIds, hash, undefined);
      case 'park':
        return park(job, verdict.ms);
      case 'repeat':
        return repeat(job, failure, verdict.ms);
      case 'ask-destination':
        return askDestination(job, failure);
      case 'migrate':
        return migrate(job, verdict.newChatId);
      case 'post-anew':
        return postAnew(job, failure);
      case 'say-plainly':
      case 'say-anew':
      case 'say-without-quote':
        return sayDifferently(job, failure, FALLBACKS[verdict.do]);
      case 'say-without-reply':
        return hangsOnNothing(job)
          ? askDestination(job, { kind: 'thread-gone' })
          : sayDifferently(job, failure, 'unreplied');
      case 'hold':
        return hold(job);
      case 'drop':
        return drop(job, failure);
      case 'split':
      case 'fail':
        return fail(job, failure);
      case 'wait':
        return again(job, later(HOLD_MS), false);
    }
  }

  async function repeat(job: Job, failure: ApiFailure, ms: number): Promise<void> {
    const { destination } = job.lane;
    logger.warn({ destination, failure: describeFailure(failure) }, 'sending will be tried again');
    pause(job, ms);
    return again(job, 0, failure.kind !== 'not-sent');
  }

  async function hold(job: Job): Promise<void> {
    const settlement = { status: 'unknown' } as const;
    return settle(job, { type: 'settled', messages: messagesOf(job.work), settlement });
  }

  async function park(job: Job, ms: number): Promise<void> {
    const chat = chatOf(job.place);
    if (chat) budget.park(chat.chatId, later(ms));
    const facts = { destination: job.lane.destination, ms };
    if (ms > LONG_PAUSE_MS) logger.error(facts, 'telegram asked a chat to wait for long');
    else logger.warn(facts, 'telegram asked a chat to wait');
    return again(job, 0, false);
  }

  async function askDestination(job: Job, failure: ApiFailure): Promise<void> {
    const { destination } = job.lane;
    // A pin or a reaction that is forbidden is not worth stopping what people say to each other.
    if (failure.kind === 'no-rights' && isAdornment(job)) return fail(job, failure);
    const answer = await troubled(destination, failure);
    logger.warn(
      { destination, failure: describeFailure(failure), answer },
      'destination in trouble',
    );
    const failures = failuresOf(job);
    if (answer === 'fail' || (answer === 'renewed' && failures >= MOST_RENEWALS))
      return fail(job, failure);
    job.lane.place = null;
    // Elsewhere it is said from its beginning.
    remember(job, NO_PROGRESS);
    if (answer === 'hold') return again(job, later(HOLD_MS), false);
    pause(job, failures === 0 ? 0 : backoff(failures));
    return again(job, 0, false);
  }

  async function troubled(
    destination: Destination,
    failure: ApiFailure,
  ): Promise<'renewed' | 'hold' | 'fail'> {
    const { kind, id } = parseDestination(destination);
    try {
      return await database.inTransaction((tx) =>
        ports.destinations[kind].troubled(tx, id, failure),
      );
    } catch (error) {
      if (isStorageTrouble(error)) throw error;
      logger.error({ err: error, destination }, 'the trouble of a destination could not be noted');
      return 'fail';
    }
  }

  async function migrate(job: Job, newChatId: number): Promise<void> {
    const chatId = chatOf(job.place)?.chatId ?? 0;
    await database.inTransaction((tx) => ports.migrated(tx, chatId, newChatId));
    logger.info({ chatId, newChatId }, 'a group became a supergroup');
    remember(job, NO_PROGRESS);
    forgetPlaces();
    // Where nothing of ours was in that chat, asking again at once would go on for ever.
    const failures = failuresOf(job);
    pause(job, failures === 0 ? 0 : backoff(failures));
    return again(job, 0, false);
  }

  async function postAnew(job: Job, failure: ApiFailure): Promise<void> {
    const { work, lane } = job;
    if (work.type !== 'projection' || work.projection.messageId === null) return fail(job, failure);
    const key = keyOf(work.projection);
    const { messageId } = work.projection;
    await repository.forgetMessage(work.projection, messageId);
    const waiting = lane.projections.get(key) ?? work.projection;
    if (waiting.messageId === messageId) {
      lane.projections.set(key, { ...waiting, messageId: null, shownHash: null });
    }
    release(job, false, 0);
  }

  async function sayDifferently(
    job: Job,
    failure: ApiFailure,
    how: keyof Fallbacks,
  ): Promise<void> {
    const { work, lane } = job;
    if (
      work.type === 'projection' &&
      how === 'plain' &&
      !lane.plainly.has(keyOf(work.projection))
    ) {
      lane.plainly.add(keyOf(work.projection));
      return release(job, false, 0);
    }
    if (work.type !== 'messages') return fail(job, failure);
    // An album stays one for as long as it can.
    if (work.messages[0]?.groupKey === null && separate(job)) return again(job, 0, false);
    const retry = lane.retry as NonNullable<Lane['retry']>;
    const { fallbacks, progress } = retry;
    if (fallbacks[how]) return fail(job, failure);
    const rest = progress.rest.map((call) => REST[how](call, threadOf(job)));
    const left = { ...progress, rest };
    lane.retry = { ...retry, fallbacks: { ...fallbacks, [how]: true }, progress: left };
    return again(job, 0, false);
  }

  function later(ms: number): number {
    return clock.now().getTime() + ms;
  }

  return { act };
}

/** What becomes of a call that was split already: it is not rendered again. */
const REST: Record<keyof Fallbacks, (call: ApiCall, thread: Thread | undefined) => ApiCall> = {
  plain: withoutFormatting,
  anew: (call) => call,
  unreplied: withoutReply,
  unquoted: withoutQuote,
};

function threadOf({ place }: Job): Thread | undefined {
  return place.status === 'ready' ? place.thread : undefined;
}

/** A comment that answers nothing but its post: it is the post that is gone, and its thread with it. */
function hangsOnNothing(job: Job): boolean {
  const thread = threadOf(job);
  const answers = job.work.type === 'messages' && !fallbacksOf(job.lane, job.work).unreplied;
  return thread !== undefined && 'root' in thread && !answers;
}

function isAdornment({ work }: Job): boolean {
  return work.type === 'messages' && work.messages[0]?.rank === 'adornment';
}
