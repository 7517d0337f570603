// What waits to be said, and where to. Destinations are names, never chat or thread ids: a chat that
// migrates or a topic that is deleted changes nothing for a row in flight.

import type { Cause } from '../cause.ts';

export type DestinationKind =
  | 'thread'
  | 'card'
  | 'former'
  | 'client'
  | 'desk'
  | 'person'
  | 'room'
  | 'entry';
export type Destination = `${DestinationKind}:${number}`;

export interface JsonObject {
  readonly [name: string]: JsonValue;
}
export type JsonValue = string | number | boolean | null | JsonObject | readonly JsonValue[];

/** What goes first when the budget of a chat is short. Cards, which are projections, go before both. */
export type Rank = 'card' | 'speech' | 'adornment';

export interface NewMessage {
  readonly destination: Destination;
  /** The message's name; a feature knows how to render it. */
  readonly name: string;
  readonly args: JsonObject;
  /** Defaults to speech. */
  readonly rank?: Exclude<Rank, 'card'>;
  /** Messages of one group leave as one (an album). */
  readonly groupKey?: string;
  /** Not to be sent earlier. Defaults to now. */
  readonly notBefore?: Date;
  /** Its own cause, where what has several causes is said together. */
  readonly cause?: Cause;
}

export interface QueuedMessage {
  readonly id: bigint;
  readonly destination: Destination;
  readonly name: string;
  readonly args: JsonObject;
  readonly rank: Exclude<Rank, 'card'>;
  readonly groupKey: string | null;
  readonly cause: string | null;
  readonly attempts: number;
  /** What was said of it before a process ended in the middle; see begun.ts. */
  readonly begun: JsonObject | null;
  readonly notBefore: Date;
  readonly createdAt: Date;
}

/** A message in Telegram that always shows the present state of its subject. */
export interface ProjectionKey {
  readonly kind: string;
  readonly subjectId: number;
}

export interface DirtyProjection extends ProjectionKey {
  readonly destination: Destination;
  readonly wanted: number;
  readonly shownHash: string | null;
  readonly messageId: number | null;
  readonly dirtySince: Date;
}

/** The name of a projection in maps, «dialog-card:42». */
export function keyOf({ kind, subjectId }: ProjectionKey): string {
  return `${kind}:${subjectId}`;
}

/** «thread:42»; the id is a row's, except a person's, which is Telegram's. */
export function destination(kind: DestinationKind, id: number): Destination {
  return `${kind}:${id}`;
}

/** What {@link destination} was made of. */
export function parseDestination(name: Destination): { kind: DestinationKind; id: number } {
  const [kind, id] = name.split(':') as [DestinationKind, string];
  return { kind, id: Number(id) };
}
