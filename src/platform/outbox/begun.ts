// How far something that is said in several messages has come, as it is kept beside its row: a process
// that takes it over says what is missing, and no more.

import { asWritten } from '../json.ts';
import type { Lane, Progress, Retry } from './lanes.ts';
import type { JsonObject, QueuedMessage } from './message.ts';
import type { Fallbacks, Place } from './ports.ts';

/** The name of a place: what was said elsewhere is said here from its beginning. */
export function placeName(place: Place): string {
  if (place.status === 'ready') {
    const { thread } = place;
    const part = thread && ('topic' in thread ? thread.topic : thread.root);
    return `${place.chatId}/${part ?? 0}`;
  }
  return place.status === 'unprepared' ? `${place.chatId}/` : '';
}

/** What is kept of it; see {@link takeUp}. */
export function toBegun({ ids, at, fallbacks, progress }: Retry): JsonObject {
  const kept = { ids: ids.map(String), at, fallbacks, progress };
  return JSON.parse(JSON.stringify(kept)) as JsonObject;
}

/** A message that was said in part by a process that is no more is gone on with. */
export function takeUp(lane: Lane, message: QueuedMessage): void {
  if (!message.begun || lane.retry || lane.messages[0] !== message) return;
  const { ids, at, fallbacks, progress } = asWritten<Kept>(message.begun);
  lane.retry = { ids: ids.map(BigInt), at, fallbacks, progress };
}

interface Kept {
  readonly ids: readonly string[];
  readonly at: string;
  readonly fallbacks: Fallbacks;
  readonly progress: Progress;
}
