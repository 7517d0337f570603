// The sender's picture of what waits, by destination: order inside a destination, and what goes first
// when the budget of a chat is short. Pure memory; the tables are the truth. Times in milliseconds.

import type { Destination, DirtyProjection, QueuedMessage, Rank } from './message.ts';
import type { Fallbacks, Place } from './ports.ts';

/** How much a waiting second weighs: an older thing of a lower rank overtakes in the end. */
const WEIGHT: Record<Rank, number> = { card: 3, speech: 1, adornment: 0.2 };

/** An album is over one second after its last part, and three after its first (it has no end mark). */
const ALBUM_AT_MOST_MS = 3_000;

/** Telegram takes no more parts in one album, and more texts than this would not fit one message. */
const MOST_TOGETHER = 10;

export type Work =
  | { readonly type: 'messages'; readonly messages: readonly QueuedMessage[] }
  | { readonly type: 'projection'; readonly projection: DirtyProjection }
  | { readonly type: 'prepare' };

export interface Lane {
  readonly destination: Destination;
  messages: QueuedMessage[];
  readonly projections: Map<string, DirtyProjection>;
  place: Place | null;
  busy: boolean;
  notBefore: number;
  /** How the head is to be said after a refusal, and the parts of it that were sent already. */
  fallbacks: Fallbacks;
  sentParts: number[];
}

export const NO_FALLBACKS: Fallbacks = { plain: false, anew: false };

export function emptyLane(destination: Destination): Lane {
  return {
    destination,
    messages: [],
    projections: new Map(),
    place: null,
    busy: false,
    notBefore: 0,
    fallbacks: NO_FALLBACKS,
    sentParts: [],
  };
}

export function hasWork(lane: Lane): boolean {
  return lane.messages.length > 0 || lane.projections.size > 0;
}

export interface Choice {
  readonly work: Work;
  /** The larger, the sooner it should go. */
  readonly score: number;
}

export interface Rules {
  readonly rankOf: (projection: DirtyProjection) => Rank;
  readonly mergeable: (message: QueuedMessage) => boolean;
  /** Whether the chat's budget is counted: then texts that wait together leave together. */
  readonly short: boolean;
}

/** What this lane would say next; null when nothing of it is due. */
export function nextOf(lane: Lane, now: number, rules: Rules): Choice | null {
  if (lane.busy || lane.notBefore > now || !hasWork(lane)) return null;
  if (lane.place?.status === 'unprepared') return { work: { type: 'prepare' }, score: Infinity };
  const choices = [...projectionChoices(lane, now, rules), ...messageChoices(lane, now, rules)];
  let best: Choice | null = null;
  for (const choice of choices) if (!best || choice.score > best.score) best = choice;
  return best;
}

function projectionChoices(lane: Lane, now: number, rules: Rules): Choice[] {
  return [...lane.projections.values()].map((projection) => {
    const rank = rules.rankOf(projection);
    // A thread begins with its card, whatever else waits.
    const first = rank === 'card' && projection.messageId === null;
    const age = now - projection.dirtySince.getTime() + 1;
    return { work: { type: 'projection', projection }, score: first ? Infinity : age * WEIGHT[rank] };
  });
}

function messageChoices(lane: Lane, now: number, rules: Rules): Choice[] {
  const head = lane.messages[0];
  if (!head || dueAt(lane) > now) return [];
  const age = now - head.createdAt.getTime() + 1;
  return [{ work: { type: 'messages', messages: together(lane, rules) }, score: age * WEIGHT[head.rank] }];
}

/** When the head of the queue is due: an album waits for its parts. */
export function dueAt(lane: Lane): number {
  const [head] = lane.messages;
  if (!head) return Infinity;
  if (head.groupKey === null) return head.notBefore.getTime();
  const parts = albumOf(lane.messages);
  const last = Math.max(...parts.map((part) => part.notBefore.getTime()));
  return Math.min(last, head.createdAt.getTime() + ALBUM_AT_MOST_MS);
}

function together(lane: Lane, rules: Rules): readonly QueuedMessage[] {
  const head = lane.messages[0] as QueuedMessage;
  if (head.groupKey !== null) return albumOf(lane.messages);
  // After a refusal each text goes alone, so that one of them does not spoil the others.
  const alone = !rules.short || lane.fallbacks !== NO_FALLBACKS || lane.sentParts.length > 0;
  if (alone || !rules.mergeable(head)) return [head];
  const end = lane.messages.findIndex((message) => message.groupKey !== null || !rules.mergeable(message));
  return lane.messages.slice(0, Math.min(end === -1 ? lane.messages.length : end, MOST_TOGETHER));
}

function albumOf(messages: readonly QueuedMessage[]): readonly QueuedMessage[] {
  const key = messages[0]?.groupKey;
  const end = messages.findIndex((message) => message.groupKey !== key);
  return messages.slice(0, Math.min(end === -1 ? messages.length : end, MOST_TOGETHER));
}

/** When something of this lane may become due, for the next look. */
export function nextLookAt(lane: Lane): number {
  const due = lane.projections.size > 0 ? 0 : dueAt(lane);
  return Math.max(lane.notBefore, due);
}
