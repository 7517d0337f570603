// Reactions: who shows what on a message, and which one of them the bot may show on the other side,
// where it has room for one: a person's in front of its own signs, of several the newest.

import type { DialogMessage } from './message.ts';

/** In place of an employee's number: the client, and the bot with a sign of its own. */
export const CLIENT = 0;
export const BOT = -1;

/** Signs that Telegram lets bots put on messages. */
export const SEEN = '👀';
export const DELIVERED = '👌';

export interface Reaction {
  readonly messageId: number;
  /** The number of an employee, {@link CLIENT} or {@link BOT}. */
  readonly person: number;
  /** Grows with each change of anybody's. */
  readonly version: number;
  /** The newest last: an emoji, or `custom:<id>`, or `paid`; none where it was withdrawn. */
  readonly reactions: readonly string[];
  /** Telegram did not let the bot set it, and it was said in words. */
  readonly inWords: boolean;
}

/** On which side the bot shows it: the other side of whoever reacts. */
export type Side = 'thread' | 'client';

/** Channels on which a bot can neither see nor set reactions. */
const WITHOUT_REACTIONS: ReadonlySet<string> = new Set(['business']);

/** Whether reactions can cross to clients on this channel. */
export function hasReactions(channel: string): boolean {
  return !WITHOUT_REACTIONS.has(channel);
}

/** Whether Telegram lets bots set it at all; whether in this chat, only a try tells. */
export function isSettable(reaction: string): boolean {
  return reaction !== 'paid' && !reaction.startsWith('custom:');
}

/** The one of a person's reactions that the bot may show for them; null: there is none. */
export function standing({ reactions, inWords }: Reaction): string | null {
  return inWords ? null : (reactions.findLast(isSettable) ?? null);
}

/** Reactions that can only be told of. */
export function toldOf({ reactions, inWords }: Pick<Reaction, 'reactions' | 'inWords'>): string[] {
  return reactions.filter((reaction) => inWords || !isSettable(reaction));
}

/** Whether something has changed since that concerns the same side. */
export function isOutdated(version: number, side: Side, all: readonly Reaction[]): boolean {
  return all.some((one) => one.version > version && isShownAt(side, one));
}

/** What the bot shows in the thread: the client's, else that the answer was delivered. Null: nothing. */
export function shownInThread(
  message: Pick<DialogMessage, 'purpose' | 'delivery'>,
  all: readonly Reaction[],
): string | null {
  const isDelivered = message.purpose === 'answer' && message.delivery === 'delivered';
  return newest('thread', all) ?? (isDelivered ? DELIVERED : null);
}

/** What the bot shows to the client: the newest of staff, else its own sign. Null: nothing. */
export function shownToClient(all: readonly Reaction[]): string | null {
  const sign = all.find(({ person }) => person === BOT);
  return newest('client', all) ?? (sign ? standing(sign) : null);
}

function newest(side: Side, all: readonly Reaction[]): string | null {
  const standings = all.filter((one) => isShownAt(side, one) && standing(one) !== null);
  const [first] = standings.toSorted((a, b) => b.version - a.version);
  return first ? standing(first) : null;
}

function isShownAt(side: Side, { person }: Reaction): boolean {
  return side === 'thread' ? person === CLIENT : person > CLIENT;
}
