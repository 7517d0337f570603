// The sender's picture of what waits, by destination: order inside a destination, and what goes first
// when the budget of a chat is short. Pure memory; the tables are the truth. Times in milliseconds.

import { MAX_TEXT } from '../telegram/formatted-text.ts';
import {
  type Destination,
  type DirtyProjection,
  keyOf,
  type ProjectionKey,
  type QueuedMessage,
  type Rank,
} from './message.ts';
import type { ApiCall, Fallbacks, Place } from './ports.ts';

/** How much a waiting second weighs: an older thing of a lower rank overtakes in the end. */
const WEIGHT: Record<Rank, number> = { card: 3, speech: 1, adornment: 0.2 };

/** An album is over one second after its last part, and three after its first (it has no end mark). */
const ALBUM_AT_MOST_MS = 3_000;

/** Telegram takes no more parts in one album. */
export const MOST_PARTS = 10;

/** More texts than this in one message nobody would read. */
const MOST_TEXTS = 50;

/** What stands between texts that leave together, in UTF-16 units; see the feature that joins them. */
const BETWEEN_TEXTS = 2;

export type Work =
  | { readonly type: 'messages'; readonly messages: readonly QueuedMessage[] }
  | { readonly type: 'projection'; readonly projection: DirtyProjection }
  | { readonly type: 'prepare' };

/** How far the calls of one piece of work have come; what was done is not done again. */
export interface Progress {
  /** How many of the rendered calls are done. */
  readonly calls: number;
  /** What is left of the next one, when it had to be split and a part of it was sent. */
  readonly rest: readonly ApiCall[];
  readonly messageIds: readonly number[];
}

/** What an earlier attempt at the head of the queue has left behind. */
export interface Retry {
  /** The messages it was made with. */
  readonly ids: readonly bigint[];
  /** The name of the place it was made at. */
  readonly at: string;
  readonly fallbacks: Fallbacks;
  readonly progress: Progress;
}

export interface Pause {
  /** Attempts in a row that came to nothing. */
  readonly failures: number;
  readonly until: number;
}

export interface Lane {
  readonly destination: Destination;
  /** By id, and what is put off behind. While the lane is busy, its head is on its way. */
  messages: QueuedMessage[];
  readonly projections: Map<string, DirtyProjection>;
  /** Projections whose formatting was refused. */
  readonly plainly: Set<string>;
  place: Place | null;
  busy: boolean;
  /** Until then nothing of this lane is looked at. */
  notBefore: number;
  /** What waits after failures, by {@link workKey}: a stubborn icon does not hold up the words. */
  readonly pauses: Map<string, Pause>;
  retry: Retry | null;
  /** These left together and were refused: one by one now, so that one does not spoil the others. */
  readonly alone: Set<bigint>;
}

export const NO_FALLBACKS: Fallbacks = {
  plain: false,
  anew: false,
  unreplied: false,
  unquoted: false,
};
export const NO_PROGRESS: Progress = { calls: 0, rest: [], messageIds: [] };

/** A lane that waits for nothing and whose place is not known. */
export function emptyLane(destination: Destination): Lane {
  return {
    destination,
    messages: [],
    projections: new Map(),
    plainly: new Set(),
    place: null,
    busy: false,
    notBefore: 0,
    pauses: new Map(),
    retry: null,
    alone: new Set(),
  };
}

/** Takes out of these lanes what is shown elsewhere now. */
export function dropFrom(lanes: ReadonlyMap<Destination, Lane>) {
  return (gone: readonly (ProjectionKey & Pick<Lane, 'destination'>)[]): void => {
    for (const one of gone) lanes.get(one.destination)?.projections.delete(keyOf(one));
  };
}

export function hasWork(lane: Lane): boolean {
  return lane.messages.length > 0 || lane.projections.size > 0;
}

/**
 * Takes a message into its place: one that was committed late may be older than what waits already. What
 * is put off (until somebody's morning, say) holds up nothing that is said before its hour.
 */
export function addMessage(lane: Lane, message: QueuedMessage): void {
  let index = lane.messages.length;
  while (index > 0 && goesBefore(message, lane.messages[index - 1] as QueuedMessage)) index -= 1;
  lane.messages.splice(index, 0, message);
}

function goesBefore(message: QueuedMessage, other: QueuedMessage): boolean {
  if (isPutOff(message)) return isPutOff(other) && message.notBefore < other.notBefore;
  if (isPutOff(other)) return message.createdAt < other.notBefore;
  return message.id < other.id;
}

/** The parts of an album wait for each other, and for nothing else. */
function isPutOff({ groupKey, notBefore, createdAt }: QueuedMessage): boolean {
  return groupKey === null && notBefore > createdAt;
}

/** The messages of a piece of work; none for a projection or a preparation. */
export function messagesOf(work: Work): readonly QueuedMessage[] {
  return work.type === 'messages' ? work.messages : [];
}

/** Messages wait behind one another, everything else by itself. */
export function workKey(work: Work): string {
  return work.type === 'projection' ? keyOf(work.projection) : work.type;
}

/** What the earlier attempt at this work has left behind, if there was one. */
export function retryOf(lane: Lane, work: Work): Retry | null {
  const head = messagesOf(work)[0]?.id;
  return head !== undefined && lane.retry?.ids[0] === head ? lane.retry : null;
}

/** How this work is to be said after what was refused before. */
export function fallbacksOf(lane: Lane, work: Work): Fallbacks {
  if (work.type !== 'projection') return retryOf(lane, work)?.fallbacks ?? NO_FALLBACKS;
  return { ...NO_FALLBACKS, plain: lane.plainly.has(keyOf(work.projection)) };
}

export interface Choice {
  readonly work: Work;
  /** The larger, the sooner this lane should be served. */
  readonly score: number;
}

export interface Rules {
  readonly rankOf: (projection: DirtyProjection) => Rank;
  /** In UTF-16 units; null: it leaves alone. */
  readonly mergeable: (message: QueuedMessage) => number | null;
  /** Whether the chat's budget is short: then texts that wait together leave together. */
  readonly short: boolean;
}

/** What this lane would say next; null when nothing of it is due. */
export function nextOf(lane: Lane, now: number, rules: Rules): Choice | null {
  if (lane.busy || lane.notBefore > now) return null;
  let best: Choice | null = null;
  for (const projection of lane.projections.values()) {
    if (pausedUntil(lane, keyOf(projection)) > now) continue;
    const score = ageOf(projection.dirtySince, now) * WEIGHT[rules.rankOf(projection)];
    if (!best || score > best.score) best = { work: { type: 'projection', projection }, score };
  }
  const head = lane.messages[0];
  if (head && messagesLookAt(lane, now) <= now) {
    const score = ageOf(head.createdAt, now) * WEIGHT[head.rank];
    if (!best || score > best.score) best = { work: messagesWork(lane, now, rules), score };
  }
  return best && afterWhatComesFirst(lane, now, rules, best);
}

/** A thread begins with its topic and its card, whatever else waits; among threads, age and weight decide. */
function afterWhatComesFirst(lane: Lane, now: number, rules: Rules, best: Choice): Choice | null {
  const first = firstWork(lane, rules);
  if (!first) return best;
  return pausedUntil(lane, workKey(first)) > now ? null : { work: first, score: best.score };
}

function firstWork(lane: Lane, rules: Rules): Work | null {
  if (lane.place?.status === 'unprepared') return { type: 'prepare' };
  for (const projection of lane.projections.values()) {
    if (projection.messageId === null && rules.rankOf(projection) === 'card') {
      return { type: 'projection', projection };
    }
  }
  return null;
}

function ageOf(since: Date, now: number): number {
  return Math.max(0, now - since.getTime()) + 1;
}

/** Until when this work waits after failures; 0: it does not. */
export function pausedUntil(lane: Lane, key: string): number {
  return lane.pauses.get(key)?.until ?? 0;
}

function messagesLookAt(lane: Lane, now: number): number {
  return Math.max(dueAt(lane, now), pausedUntil(lane, 'messages'));
}

/** When the head of the queue is due: an album waits for its parts. */
export function dueAt({ messages }: Lane, now: number): number {
  const [head] = messages;
  if (!head) return Infinity;
  const since = head.createdAt.getTime();
  const due = head.notBefore.getTime();
  if (head.groupKey === null) return due <= since ? 0 : due;
  // The clock was set back: nobody waits an hour for the rest of an album.
  if (since > now + ALBUM_AT_MOST_MS) return 0;
  const last = Math.max(...albumOf(messages).map((part) => part.notBefore.getTime()));
  return Math.min(last, since + ALBUM_AT_MOST_MS);
}

function messagesWork(lane: Lane, now: number, rules: Rules): Work {
  return { type: 'messages', messages: together(lane, now, rules) };
}

function together(lane: Lane, now: number, rules: Rules): readonly QueuedMessage[] {
  const { messages, retry, alone } = lane;
  const head = messages[0] as QueuedMessage;
  // What was said in part goes on with the same messages, or words would be lost or repeated.
  const begun = begunWork(lane);
  if (begun) return messagesOf(begun);
  if (alone.has(head.id)) return [head];
  if (head.groupKey !== null) return albumOf(messages);
  const length = rules.mergeable(head);
  if (retry?.ids[0] === head.id || !rules.short || length === null) return [head];
  let room = MAX_TEXT - length;
  const fits = (message: QueuedMessage) => {
    if (message === head) return true;
    room -= BETWEEN_TEXTS + (rules.mergeable(message) ?? Infinity);
    return room >= 0;
  };
  const joins = (message: QueuedMessage) =>
    message.groupKey === null &&
    message.name === head.name &&
    !alone.has(message.id) &&
    message.notBefore.getTime() <= Math.max(now, message.createdAt.getTime()) &&
    fits(message);
  return firstWhile(messages, joins, MOST_TEXTS);
}

/** The messages at the head that were said in part; null: there are none. */
export function begunWork({ messages, retry }: Lane): Work | null {
  if (!retry || retry.ids[0] !== messages[0]?.id || !isBegun(retry.progress)) return null;
  return { type: 'messages', messages: messages.filter(({ id }) => retry.ids.includes(id)) };
}

/** Whether a part of it was sent, or it was found to go in parts. */
export function isBegun({ calls, rest }: Progress): boolean {
  return calls > 0 || rest.length > 0;
}

/** All its parts, also those behind something that was said to the same place in between. */
function albumOf(messages: readonly QueuedMessage[]): readonly QueuedMessage[] {
  const key = messages[0]?.groupKey;
  return messages.filter((message) => message.groupKey === key).slice(0, MOST_PARTS);
}

function firstWhile<T>(
  items: readonly T[],
  belongs: (item: T) => boolean,
  atMost: number,
): readonly T[] {
  const within = items.slice(0, atMost);
  const end = within.findIndex((item) => !belongs(item));
  return end === -1 ? within : within.slice(0, end);
}

/** When something of this lane may become due, for the next look. */
export function nextLookAt(lane: Lane, now: number): number {
  let soonest = messagesLookAt(lane, now);
  for (const key of lane.projections.keys()) soonest = Math.min(soonest, pausedUntil(lane, key));
  return Math.max(lane.notBefore, soonest);
}
