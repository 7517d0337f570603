// The updates the bot has not confirmed yet, as the real server keeps and hands them out (BOTAPI.md §3.2,
// §4): confirmed by a later offset, forgotten after their time, one poll at a time.
import type { Update } from '@grammyjs/types';
import { systemClock } from '../../platform/clock.ts';
import { type Refusal, terminatedByOtherPoll } from '../bot-api/refusal.ts';

export type UpdateKind = Exclude<keyof Update, 'update_id'>;
export type UpdateContent = { readonly [K in UpdateKind]?: Update[K] };

type Queued = { readonly update: Update; readonly expiresAt: number };

export type PollOptions = {
  readonly offset?: number;
  readonly limit?: number;
  /** Seconds; more than 50 count as 50. */
  readonly timeout?: number;
  /** Aborts when the one who polls has gone away. */
  readonly signal: AbortSignal;
};

const notByDefault: readonly UpdateKind[] = [
  'chat_member',
  'message_reaction',
  'message_reaction_count',
];
const DAY_MS = 24 * 60 * 60 * 1000;
/** How long a press waits for the bot, and for its answer: tba:17185. */
export const CALLBACK_LIFETIME_MS = 150 * 1000;
/** How long words typed after the bot's name wait for it, and for its answer (BOTAPI.md §3.2). */
export const INLINE_LIFETIME_MS = 30 * 1000;
const LIFETIMES: { readonly [kind in UpdateKind]?: number } = {
  callback_query: CALLBACK_LIFETIME_MS,
  inline_query: INLINE_LIFETIME_MS,
};
const LONGEST_POLL_SECONDS = 50;
const BATCH = 100;
/** An offset further ahead of the queue's tail than this is taken for no offset (TQueue.cpp). */
const FUTURE = 10;
/** How many of the latest updates can be handed out once more. */
const REMEMBERED = 1000;

export type UpdateQueue = ReturnType<typeof createUpdateQueue>;

/** Ids begin with 1 (the real server begins anywhere) and `setNextId` moves them. */
export function createUpdateQueue(now: () => Date) {
  let nextId = 1;
  let queue: Queued[] = [];
  let repeats: Update[] = [];
  let allowed: readonly UpdateKind[] | 'default' = 'default';
  let reversed = false;
  let endPoll: ((reason: Refusal) => void) | null = null;
  const issued = new Map<number, Update>();
  const arrivals = new Set<() => void>();
  const confirmations = new Set<() => void>();

  function isAllowed(kind: UpdateKind): boolean {
    return allowed === 'default' ? !notByDefault.includes(kind) : allowed.includes(kind);
  }

  /** Queues an update; null if the bot did not ask for its kind. */
  function push(content: UpdateContent): Update | null {
    const [kind] = Object.keys(content) as UpdateKind[];
    if (!kind || !isAllowed(kind)) return null;
    const update: Update = { update_id: nextId, ...content };
    nextId += 1;
    const lifetime = LIFETIMES[kind] ?? DAY_MS;
    queue.push({ update, expiresAt: now().getTime() + lifetime });
    issued.set(update.update_id, update);
    issued.delete(update.update_id - REMEMBERED);
    for (const wake of [...arrivals]) wake();
    return update;
  }

  function forgetOld(): void {
    const moment = now().getTime();
    queue = queue.filter((queued) => queued.expiresAt > moment);
  }

  function confirm(offset: number): void {
    const isAhead = offset > nextId + FUTURE;
    if (offset < 0) queue = queue.slice(offset);
    else if (!isAhead) queue = queue.filter(({ update }) => update.update_id >= offset);
    if (queue.length === 0) for (const tell of [...confirmations]) tell();
  }

  function take(limit: number): Update[] {
    const batch = [...repeats, ...queue.map(({ update }) => update)].slice(0, limit);
    repeats = repeats.slice(batch.length);
    if (!reversed || batch.length < 2) return batch;
    reversed = false;
    return batch.reverse();
  }

  /**
   * A long poll. The one still waiting is ended with 409 by a newer one, as the real server does.
   * @throws Refusal 409 to the older of two polls
   */
  async function poll({ offset = 0, limit = BATCH, timeout = 0, signal }: PollOptions) {
    endPoll?.(terminatedByOtherPoll());
    forgetOld();
    confirm(offset);
    const batch = take(limit);
    if (batch.length > 0 || timeout <= 0 || signal.aborted) return batch;
    await arrival(Math.min(timeout, LONGEST_POLL_SECONDS) * 1000, signal);
    return signal.aborted ? [] : take(limit);
  }

  async function arrival(ms: number, signal: AbortSignal): Promise<void> {
    const settled = new AbortController();
    let refusal: Refusal | null = null;
    const settle = () => settled.abort();
    const terminate = (reason: Refusal) => {
      refusal = reason;
      settle();
    };
    endPoll = terminate;
    arrivals.add(settle);
    signal.addEventListener('abort', settle);
    await systemClock.sleep(ms, settled.signal);
    arrivals.delete(settle);
    signal.removeEventListener('abort', settle);
    if (endPoll === terminate) endPoll = null;
    if (refusal) throw refusal;
  }

  /** Resolves to true when nothing is left to confirm, to false after `ms`. */
  async function confirmed(ms: number): Promise<boolean> {
    forgetOld();
    if (queue.length === 0) return true;
    const done = new AbortController();
    const tell = () => done.abort();
    confirmations.add(tell);
    await systemClock.sleep(ms, done.signal);
    confirmations.delete(tell);
    return queue.length === 0;
  }

  return {
    push,
    poll,
    confirmed,
    pending: () => {
      forgetOld();
      return queue.map(({ update }) => update);
    },
    /** An empty list means the default set; undefined leaves what was said before. */
    allow(kinds: readonly UpdateKind[] | undefined) {
      if (kinds) allowed = kinds.length === 0 ? 'default' : kinds;
    },
    allowedKinds: () => allowed,
    drop() {
      queue = [];
    },
    isPolled: () => endPoll !== null,
    /** Ends a waiting poll with this answer. */
    interrupt(reason: Refusal) {
      endPoll?.(reason);
    },
    setNextId(id: number) {
      nextId = id;
    },
    /** Hands an update out once more whatever was confirmed. False if there was never such an update. */
    repeat(updateId: number): boolean {
      const update = issued.get(updateId);
      if (!update) return false;
      repeats.push(update);
      for (const wake of [...arrivals]) wake();
      return true;
    },
    /** The next batch of two and more comes in reverse order. */
    reverseNextBatch() {
      reversed = true;
    },
  };
}
