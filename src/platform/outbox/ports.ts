// What the sender must be told by the features, since it knows nothing of them: where a destination
// is, how a message reads, and what to do when it arrived or did not.

import type { Tx } from '../database/index.ts';
import type { ApiFailure } from '../telegram/api-failure.ts';
import type {
  Destination,
  DestinationKind,
  ProjectionKey,
  QueuedMessage,
  Rank,
} from './message.ts';

/** One call of the Bot API, ready to be made. */
export interface ApiCall {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Whether making it twice does no harm (edits, pins, reactions; never a text). */
  readonly repeatable: boolean;
}

/**
 * A part of a chat: a topic of a forum, or the comments of a post, which hang on its copy in the
 * discussion group (`root`).
 */
export type Thread = { readonly topic: number } | { readonly root: number };

/** A destination as it is now. `group` chats have a budget of their own. */
export type Place =
  | {
      readonly status: 'ready';
      readonly chatId: number;
      readonly group: boolean;
      readonly thread?: Thread;
    }
  /** Something has to be made first (a topic); `prepared` of the port notes its result. */
  | {
      readonly status: 'unprepared';
      readonly chatId: number;
      readonly group: boolean;
      readonly call: ApiCall;
    }
  /** Nothing can be sent there now, and what waits stays. Asked again after a minute, or when woken. */
  | { readonly status: 'suspended' }
  /** There is no such destination any more: what waits for it has failed. */
  | { readonly status: 'gone' };

/** The chat of a place, if it has one. */
export function chatOf(place: Place): { readonly chatId: number; readonly group: boolean } | null {
  return place.status === 'ready' || place.status === 'unprepared' ? place : null;
}

export type ReadyPlace = Extract<Place, { status: 'ready' }>;

export interface DestinationPort {
  resolve(ids: readonly number[]): Promise<ReadonlyMap<number, Place>>;
  prepared?(tx: Tx, id: number, result: unknown): Promise<void>;
  /**
   * What a failure means for this destination: `renewed` when the port has changed what `resolve`
   * answers and the same message is to be sent again, `hold` when everything is to wait for it,
   * `fail` when this message has failed.
   */
  troubled(tx: Tx, id: number, failure: ApiFailure): Promise<'renewed' | 'hold' | 'fail'>;
}

/** How to say it when the plain way was refused. */
export interface Fallbacks {
  /** Entities were refused: text alone. */
  readonly plain: boolean;
  /** The original is gone: send it again from what we keep. */
  readonly anew: boolean;
  /** What it replies to is gone: the sender takes the reply out of whatever is rendered. */
  readonly unreplied: boolean;
  /** What it quotes is gone: the sender takes the quote out, and leaves the reply. */
  readonly unquoted: boolean;
}

export type Rendered =
  | { readonly status: 'calls'; readonly calls: readonly ApiCall[] }
  /** Nothing is to be said any more; the reason is kept with the row. */
  | { readonly status: 'drop'; readonly reason: string };

export interface MessageJob {
  /** More than one when several left as one: an album, or texts that waited together. */
  readonly messages: readonly QueuedMessage[];
  readonly place: ReadyPlace;
  readonly fallbacks: Fallbacks;
  /** A part of it was said by an earlier attempt; what is left of it follows. */
  readonly begun: boolean;
}

export type Settlement =
  /** `messageIds`: what Telegram called the sent messages, in order; empty for edits and reactions. */
  | { readonly status: 'sent'; readonly chatId: number; readonly messageIds: readonly number[] }
  | { readonly status: 'failed'; readonly failure: ApiFailure }
  /** It may or may not have arrived, and a human is to say. */
  | { readonly status: 'unknown' };

export interface SettledMessage {
  readonly message: QueuedMessage;
  readonly settlement: Settlement;
}

export interface MessagePort {
  render(jobs: readonly MessageJob[]): Promise<readonly Rendered[]>;
  /** Runs in the transaction that records the outcomes. */
  settled?(tx: Tx, messages: readonly SettledMessage[]): Promise<void>;
  /** The same for those whose subject is gone, so that nothing is left to be done for them. */
  dropped?(tx: Tx, messages: readonly SettledMessage[]): Promise<void>;
  /** Whether all of it may be done twice: then nobody is asked what became of it after a crash. */
  readonly repeatable?: boolean;
  /**
   * How long it is as a text, in UTF-16 units, where several waiting ones may leave as one when the budget
   * is short; null: it leaves alone.
   */
  readonly mergeable?: (message: QueuedMessage) => number | null;
}

export interface ProjectionJob extends ProjectionKey {
  readonly place: ReadyPlace;
  /** The message that shows it, if there is one. */
  readonly messageId: number | null;
  /** Formatting was refused: text alone. */
  readonly plain: boolean;
}

export interface ProjectionPort {
  readonly rank: Exclude<Rank, 'speech'>;
  /** The call that makes Telegram show the present state; null where there is nothing to show. */
  render(jobs: readonly ProjectionJob[]): Promise<readonly (ApiCall | null)[]>;
  /** Runs in the transaction that records a first showing, e.g. to have the card pinned. */
  posted?(tx: Tx, subjectId: number, messageId: number, destination: Destination): Promise<void>;
}

export interface OutboxPorts {
  readonly destinations: Readonly<Record<DestinationKind, DestinationPort>>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly projections: Readonly<Record<string, ProjectionPort>>;
  /** Those of these groups of messages (albums, by their keys) of which a part is still being read. */
  stillComing(groupKeys: readonly string[]): Promise<ReadonlySet<string>>;
  /** A group became a supergroup: its id is to be replaced everywhere, in this transaction. */
  migrated(tx: Tx, oldChatId: number, newChatId: number): Promise<void>;
}
