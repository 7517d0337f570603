// Messages in a group that one person alone sees: from the bot, or a command of theirs to it. Like all of
// them they may never arrive: a program that does not know them shows nothing, and the bot is not told.
import type { EphemeralMessageParameters } from '@grammyjs/types';
import { badRequest, queryTooOld } from '../bot-api/refusal.ts';
import type { ChatState, Ephemeral, Stored } from './chat.ts';
import { isAdmin, isInside } from './members.ts';
import type { World } from './world.ts';

/** Who is no administrator may only react, and not later than this (BOTAPI.md §3.2). */
const REACTION_MS = 15_000;

/** What of a new message makes it ephemeral. */
export type Whisper = {
  /** Who alone sees it besides its author. */
  readonly receiverId: number;
  /** The message in whose place it is shown. */
  readonly replaces?: number;
};

/** On the control API an ephemeral message has its own id as a negative number. */
export function viewIdOf({ message }: Stored): number {
  return message.ephemeral_message_id === undefined
    ? message.message_id
    : -message.ephemeral_message_id;
}

/** A message by that id, unless it was deleted. */
export function findShown(chat: ChatState, viewId: number): Stored | undefined {
  const stored = viewId < 0 ? chat.ephemeral.get(-viewId)?.stored : chat.messages.get(viewId);
  return stored?.deleted ? undefined : stored;
}

/** Whether this person sees the message; whatever is not ephemeral is seen by everybody. */
export function isShownTo(chat: ChatState, { message }: Stored, userId: number): boolean {
  if (message.ephemeral_message_id === undefined) return true;
  const found = chat.ephemeral.get(message.ephemeral_message_id);
  return found !== undefined && isSeenBy(found, userId);
}

function isSeenBy({ stored, arrived }: Ephemeral, userId: number): boolean {
  const { from, receiver_user: receiver } = stored.message;
  return from?.id === userId || (arrived && receiver?.id === userId);
}

/** Every message a person sees, in its place: what the bot shows instead of another stands there. */
export function shownTo(chat: ChatState, userId: number): readonly Stored[] {
  const own = [...chat.ephemeral.values()].filter((one) => isSeenBy(one, userId));
  if (own.length === 0) return [...chat.messages.values()];
  const replaced = new Set(own.flatMap(({ stored, replaces }) => (stored.deleted ? [] : replaces)));
  const placed = [...chat.messages.values()]
    .filter(({ message }) => !replaced.has(message.message_id))
    .map((stored) => ({ stored, at: stored.message.message_id }));
  const whispered = own.map((one) => ({ stored: one.stored, at: one.replaces ?? one.after + 0.5 }));
  return [...placed, ...whispered].sort((a, b) => a.at - b.at).map(({ stored }) => stored);
}

type Wish = {
  readonly ephemeral_message_parameters?: EphemeralMessageParameters;
  readonly reply_parameters?: { readonly ephemeral_message_id?: number };
};

/** Undefined for a message everybody sees. @throws Refusal 400 */
export function whisperOf(world: World, chat: ChatState, wish: Wish): Whisper | undefined {
  const answered = wish.reply_parameters?.ephemeral_message_id;
  const parameters = wish.ephemeral_message_parameters;
  if (!parameters) {
    if (answered === undefined) return undefined;
    throw badRequest('sandbox: what answers an ephemeral message is one itself');
  }
  const { receiver_user_id: receiverId, replace_callback_query_message: isInstead } = parameters;
  if (chat.kind === 'private') throw badRequest('BOT_NOT_ADMIN');
  if (chat.kind !== 'supergroup') throw badRequest('sandbox: only for supergroups');
  const isTriggered = hasTrigger(world, chat, parameters, answered);
  if (!isTriggered && !isAdmin(chat, world.bot.id)) throw badRequest('BOT_NOT_ADMIN');
  if (world.accounts.get(receiverId)?.isBot !== false || !isInside(chat, receiverId)) {
    throw badRequest('PARTICIPANT_ID_INVALID');
  }
  if (!isInstead) return { receiverId };
  return { receiverId, replaces: pressedMessage(world, parameters.callback_query_id) };
}

/** Whether the receiver has just done something this can be the answer to. */
function hasTrigger(
  world: World,
  chat: ChatState,
  { receiver_user_id: userId, callback_query_id: queryId }: EphemeralMessageParameters,
  answered: number | undefined,
): boolean {
  const now = world.now().getTime();
  if (answered !== undefined) {
    const found = chat.ephemeral.get(answered);
    if (!found || found.stored.message.from?.id !== userId) {
      throw badRequest('message to be replied not found');
    }
    if (now - found.at > REACTION_MS) throw badRequest('message to be replied not found');
    return true;
  }
  if (queryId === undefined) return false;
  const press = world.presses.get(queryId);
  if (!press || press.userId !== userId || press.chatId !== chat.id) throw queryTooOld();
  return now - new Date(press.at).getTime() <= REACTION_MS;
}

function pressedMessage(world: World, queryId: string | undefined): number {
  const press = queryId === undefined ? undefined : world.presses.get(queryId);
  if (!press) throw queryTooOld();
  if (press.messageId < 0) {
    throw badRequest('sandbox: an ephemeral message is edited, not replaced');
  }
  return press.messageId;
}
