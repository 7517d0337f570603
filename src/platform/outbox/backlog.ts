// Brings what waits in the tables into memory: all of it when the sender starts, and afterwards a page
// a second, for what the signal of a commit did not bring (a lost answer to COMMIT, a full memory).
// Nothing is taken in twice, and nothing that was just sent, although a page read meanwhile lists it.

import type { Clock } from '../clock.ts';
import { type DirtyProjection, keyOf, type ProjectionKey, type QueuedMessage } from './message.ts';
import type { OutboxRepository } from './repository.ts';

/** How many messages may wait in memory; the rest waits in its table. */
const HELD = 20_000;
/** How many rows are read at once: more would hold up everything else while they are parsed. */
const PAGE = 1_000;
const POLL_MS = 1_000;

export interface BacklogDeps {
  readonly repository: Pick<OutboxRepository, 'loadWaiting' | 'loadDirty'>;
  readonly takeMessage: (message: QueuedMessage) => void;
  readonly takeProjection: (projection: DirtyProjection) => void;
  readonly clock: Clock;
}

/** Knows nothing of the tables before the first `read`. */
export function createBacklog({ repository, takeMessage, takeProjection, clock }: BacklogDeps) {
  const held = new Set<bigint>();
  /** What was settled while a page was being read; null while none is. */
  let settled: Set<bigint | string> | null = null;
  /** Committed while the last page was being read, after which order no longer depends on the table. */
  const latecomers: QueuedMessage[] = [];
  let messagesComplete = false;
  let projectionsComplete = false;
  let behind = 0n;
  let lastKey: ProjectionKey | null = null;
  let readAt = Number.NEGATIVE_INFINITY;

  function take(message: QueuedMessage): void {
    if (held.has(message.id) || settled?.has(message.id)) return;
    held.add(message.id);
    takeMessage(message);
  }

  /**
   * Takes committed messages in. While older ones are still to be read from the table, these wait
   * there as well: otherwise they would overtake them.
   */
  function accept(messages: readonly QueuedMessage[]): void {
    for (const message of messages) {
      if (messagesComplete && held.size >= HELD) {
        messagesComplete = false;
        behind = message.id - 1n;
      }
      if (messagesComplete) take(message);
      else if (settled) latecomers.push(message);
    }
  }

  function forgetMessages(messages: readonly QueuedMessage[]): void {
    for (const { id } of messages) {
      held.delete(id);
      settled?.add(id);
    }
  }

  function forgetProjection(key: ProjectionKey): void {
    settled?.add(keyOf(key));
  }

  /** Reads on, if there is room and it is time. */
  async function read(): Promise<void> {
    const now = clock.now().getTime();
    if (Math.abs(now - readAt) < POLL_MS && !hasMore()) return;
    readAt = now;
    settled = new Set();
    try {
      if (held.size <= HELD - PAGE) await readMessages();
      await readProjections();
    } finally {
      settled = null;
      latecomers.length = 0;
    }
  }

  async function readMessages(): Promise<void> {
    const page = await repository.loadWaiting(behind, PAGE);
    page.forEach(take);
    const last = page.at(-1);
    if (last && page.length === PAGE) {
      behind = last.id;
      return;
    }
    behind = 0n;
    if (!messagesComplete) latecomers.forEach(take);
    messagesComplete = true;
  }

  async function readProjections(): Promise<void> {
    const page = await repository.loadDirty(lastKey, PAGE);
    for (const projection of page) {
      if (!settled?.has(keyOf(projection))) takeProjection(projection);
    }
    lastKey = page.length === PAGE ? (page.at(-1) ?? null) : null;
    if (lastKey === null) projectionsComplete = true;
  }

  /** Whether there is more to read at once. */
  function hasMore(): boolean {
    return !projectionsComplete || (!messagesComplete && held.size <= HELD - PAGE);
  }

  /** Whether all that waits is in memory, as far as commits tell. */
  function isComplete(): boolean {
    return messagesComplete && projectionsComplete;
  }

  return { accept, forgetMessages, forgetProjection, read, hasMore, isComplete };
}
