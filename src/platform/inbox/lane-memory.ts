// A reaction tells in which chat it was made and on which message, but not in which thread. Handled before
// the message itself it would be lost, so it goes into the lane that its message went into.

import type { Update } from 'grammy/types';
import { type Lane, laneOf, placeKey, type Threads } from './lane.ts';

/** Far more than are ever stored and not yet handled: what is handled may be forgotten. */
const REMEMBERED = 5_000;

/** {@link laneOf}, for updates in the order in which they came. It begins with knowing nothing. */
export function createLaneMemory(): (update: Update, threads?: Threads) => Lane {
  const lanes = new Map<string, string>();

  return (update, threads) => {
    const lane = laneOf(update, threads);
    const { message, message_reaction: reaction } = update;
    if (reaction) {
      const { chat, message_id: messageId } = reaction;
      const key = lanes.get(placeKey({ chatId: chat.id, messageId })) ?? lane.key;
      return { ...lane, key };
    }
    if (message && message.chat.type !== 'private') {
      lanes.set(placeKey({ chatId: message.chat.id, messageId: message.message_id }), lane.key);
      const [oldest] = lanes.keys();
      if (lanes.size > REMEMBERED && oldest !== undefined) lanes.delete(oldest);
    }
    return lane;
  };
}
