// Where one can be: a chat, and in a forum one of its topics.

/** @import { Change } from '../world/changes.ts' */

/**
 * `threadId`: of a topic; null: the forum's General; undefined: a chat without topics.
 * @typedef {{ readonly chatId: number, readonly threadId?: number | null }} Place
 */

/** @param {Place} place */
export function placeKey({ chatId, threadId }) {
  return threadId === undefined ? String(chatId) : `${chatId}/${threadId ?? 'general'}`;
}

/**
 * The opposite of `placeKey`; null for what is none.
 * @param {string} key
 * @returns {Place | null}
 */
export function parsePlace(key) {
  const [, chatId, thread] = /^(-?\d+)(?:\/(\d+|general))?$/.exec(key) ?? [];
  if (chatId === undefined) return null;
  if (thread === undefined) return { chatId: Number(chatId) };
  return { chatId: Number(chatId), threadId: thread === 'general' ? null : Number(thread) };
}

/**
 * Arguments for looking at a place.
 * @param {Place} place
 */
export function lookAt({ chatId, threadId }) {
  return threadId === undefined ? { chatId } : { chatId, threadId };
}

/**
 * Arguments for speaking in a place.
 * @param {Place} place
 */
export function speakIn({ chatId, threadId }) {
  return typeof threadId === 'number' ? { chatId, threadId } : { chatId };
}

/**
 * Whether the change may be seen in this place. One that names no topic may be in any.
 * @param {Change} change
 * @param {Place} place
 */
export function touches(change, place) {
  if (change.chatId !== place.chatId) return false;
  if (typeof place.threadId !== 'number' || change.threadId === undefined) return true;
  return change.threadId === place.threadId;
}
