// Asks Telegram for updates and keeps each batch before it asks on: Telegram forgets an update when
// the next poll asks for a later one, so what is not stored is never confirmed.

import type { Update } from 'grammy/types';
import type { Clock } from '../clock.ts';
import { isStorageTrouble } from '../database/index.ts';
import { errorMessage } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { jitter } from '../random.ts';
import { classifyApiError } from '../telegram/api-errors.ts';
import { toWellFormedJson } from '../telegram/well-formed.ts';
import { type ChatMessage, type Lane, type Threads, unplaced } from './lane.ts';
import { createLaneMemory, REMEMBERED } from './lane-memory.ts';
import type { InboxRepository, NewUpdate, StoredUpdate } from './repository.ts';

/** Long poll, seconds; Telegram caps it at 50. */
const POLL_SECONDS = 50;
const BATCH = 100;
const LONGEST_PAUSE_MS = 30_000;
const STANDBY_MS = 1_000;
const WEBHOOK = 'a webhook is set on this token and keeps every update from us: it is removed';

/** In full: chat_member and reactions are never in Telegram's default set. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'my_chat_member',
  // /desk in a channel: whatever else is posted there concerns nobody.
  'channel_post',
  'chat_member',
  'chat_join_request',
  'message_reaction',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
] as const satisfies readonly Exclude<keyof Update, 'update_id'>[];

export interface PollerDeps {
  readonly repository: InboxRepository;
  readonly getUpdates: (
    request: {
      offset?: number;
      limit: number;
      timeout: number;
      allowed_updates: typeof ALLOWED_UPDATES;
    },
    signal: AbortSignal,
  ) => Promise<Update[]>;
  /** Where messages stand of which Telegram tells no more than their number. */
  readonly threadsOf: (messages: readonly ChatMessage[]) => Promise<Threads>;
  /** Has Telegram give updates to whoever polls. */
  readonly deleteWebhook: () => Promise<unknown>;
  /** Whether this process may poll; `conflict`: somebody else polls with the same token. */
  readonly mayPoll: (conflict: boolean) => Promise<boolean>;
  readonly onStored: (updates: readonly StoredUpdate[]) => void;
  /** The token is refused: nothing can go on. */
  readonly onUnauthorized: (error: unknown) => void;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export type Poller = ReturnType<typeof createPoller>;

/** Polls until its `run` is stopped; whatever fails is said, waited out and tried again. */
export function createPoller(deps: PollerDeps) {
  const { repository, getUpdates, threadsOf, mayPoll, clock, logger, metrics } = deps;
  const lanes = createLaneMemory();
  let remembers = false;
  let failures = 0;
  let conflict = false;
  let caughtUp = false;

  async function run(stop: AbortSignal): Promise<void> {
    let offset: number | undefined;
    while (!stop.aborted) {
      try {
        if (!(await mayPoll(conflict))) {
          await clock.sleep(STANDBY_MS, stop);
          continue;
        }
        const updates = await poll(offset, stop);
        await keep(updates);
        caughtUp ||= updates.length < BATCH;
        failures = 0;
        conflict = false;
        // After an empty answer everything earlier is confirmed. Asking without an offset from there
        // survives Telegram's new, possibly lower, numbering after a week of silence.
        const last = updates.at(-1);
        offset = last ? last.update_id + 1 : undefined;
      } catch (error) {
        if (stop.aborted) return;
        failures += 1;
        const pause = pauseAfter(error);
        if (isWebhook(error)) await removeWebhook();
        await clock.sleep(pause, stop);
      }
    }
  }

  /** The lanes of what an earlier process has stored and nobody has handled; only reactions ask. */
  async function remember(): Promise<void> {
    for (const place of await repository.listPlaces(REMEMBERED)) lanes.learn(place);
    remembers = true;
  }

  async function poll(offset: number | undefined, stop: AbortSignal): Promise<Update[]> {
    // At the start and after a failure Telegram is to answer at once: a long silence would not tell
    // whether all is read that has waited there, nor whether it is back.
    const timeout = caughtUp && failures === 0 ? POLL_SECONDS : 0;
    const request = { limit: BATCH, timeout, allowed_updates: ALLOWED_UPDATES };
    return getUpdates(offset === undefined ? request : { ...request, offset }, stop);
  }

  /** Stores a batch whole or, if one of them spoils it, one by one with the culprit set aside. */
  async function keep(updates: readonly Update[]): Promise<void> {
    if (updates.length === 0) return;
    if (!remembers && updates.some((update) => update.message_reaction)) await remember();
    const pressed = updates.flatMap(unplaced);
    const threads = pressed.length > 0 ? await hintsFor(pressed) : NO_THREADS;
    const rows = updates.map((update) => toRow(update, lanes.of(update, threads)));
    const stored = await storeAll(rows);
    metrics.updatesStored.inc(updates.length);
    deps.onStored(stored);
  }

  async function storeAll(rows: readonly NewUpdate[]): Promise<StoredUpdate[]> {
    try {
      return await repository.store(rows, clock.now());
    } catch (error) {
      if (isStorageTrouble(error)) throw error;
      const stored: StoredUpdate[] = [];
      for (const row of rows) stored.push(...(await storeAlone(row)));
      return stored;
    }
  }

  /** A hint that cannot be had costs a press its place in the order, and nobody their update. */
  async function hintsFor(pressed: readonly ChatMessage[]): Promise<Threads> {
    try {
      return await threadsOf(pressed);
    } catch (error) {
      if (isStorageTrouble(error)) throw error;
      logger.error({ err: error }, 'where a press stands could not be found out');
      return NO_THREADS;
    }
  }

  async function storeAlone(row: NewUpdate): Promise<StoredUpdate[]> {
    try {
      return await repository.store([row], clock.now());
    } catch (error) {
      if (isStorageTrouble(error)) throw error;
      logger.error(
        { updateId: row.updateId, err: error },
        'update quarantined: it cannot be stored',
      );
      await repository.quarantine(row.updateId, row.payload, errorMessage(error), clock.now());
      return [];
    }
  }

  /** Says what went wrong, and for how many milliseconds to leave it alone. */
  function pauseAfter(error: unknown): number {
    if (isStorageTrouble(error)) {
      logger.error({ err: error }, 'updates wait at Telegram: the database does not answer');
      return STANDBY_MS;
    }
    const failure = classifyApiError(error);
    conflict = failure.kind === 'conflict';
    if (failure.kind === 'unauthorized') {
      deps.onUnauthorized(error);
      return LONGEST_PAUSE_MS;
    }
    // A short conflict after a restart is normal; a lasting one means a second process.
    if (isWebhook(error)) logger.warn(WEBHOOK);
    else if (conflict) logger.warn({ err: error }, 'another process polls with the same token');
    else logger.warn({ err: error, failures }, 'polling failed, will be tried again');
    const asked = failure.kind === 'rate-limited' ? failure.retryAfterSeconds * 1_000 : 0;
    const backoff = Math.min(LONGEST_PAUSE_MS, 250 * 2 ** Math.min(failures, 10));
    return Math.max(asked, backoff + jitter(250));
  }

  async function removeWebhook(): Promise<void> {
    await deps
      .deleteWebhook()
      .catch((err: unknown) => logger.warn({ err }, 'the webhook could not be removed'));
  }

  return {
    run,
    /** Whether what had waited at Telegram when this began is stored. */
    hasCaughtUp: () => caughtUp,
  };
}

const NO_THREADS: Threads = new Map();

function isWebhook(error: unknown): boolean {
  const failure = classifyApiError(error);
  return failure.kind === 'conflict' && failure.with === 'webhook';
}

function toRow(update: Update, { key, urgent }: Lane): NewUpdate {
  const pressId = update.callback_query?.id;
  const album = update.message?.media_group_id;
  const payload = toWellFormedJson(update);
  return { updateId: update.update_id, lane: key, urgent, pressId, album, payload };
}
