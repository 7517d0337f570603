// A reaction tells in which chat it was made and on which message, but not in which thread. Handled before
// the message itself it would be lost, so it goes into the lane that its message went into.

import type { Update } from 'grammy/types';
import { type ChatMessage, type Lane, laneOf, placeKey, type Threads } from './lane.ts';

/** Far more than are ever stored and not yet handled: what is handled may be forgotten. */
export const REMEMBERED = 5_000;

/** A message of a group, written or reacted to, and the lane in which that is handled. */
export interface LanePlace extends ChatMessage {
  readonly lane: string;
}

/** It begins with knowing nothing: what still waits from before has to be told to it. */
export function createLaneMemory() {
  const lanes = new Map<string, string>();

  function learn({ lane, ...message }: LanePlace): void {
    lanes.set(placeKey(message), lane);
    const [oldest] = lanes.keys();
    if (lanes.size > REMEMBERED && oldest !== undefined) lanes.delete(oldest);
  }

  /** The lane of an update; they are to be asked for in the order in which they came. */
  function of(update: Update, threads?: Threads): Lane {
    const lane = laneOf(update, threads);
    const { message, message_reaction: reaction } = update;
    const about = message ?? reaction;
    if (!about || about.chat.type === 'private') return lane;
    const place = { chatId: about.chat.id, messageId: about.message_id };
    if (message) {
      learn({ ...place, lane: lane.key });
      return lane;
    }
    return { ...lane, key: lanes.get(placeKey(place)) ?? lane.key };
  }

  return { learn, of };
}
