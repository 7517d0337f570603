// The side of the outbox that services write to: what must be said commits with what happened, and
// the sender hears of it right after the commit.

import { type Cause, causeName } from '../cause.ts';
import type { Clock } from '../clock.ts';
import { afterCommit, type Tx } from '../database/index.ts';
import type {
  Destination,
  DirtyProjection,
  NewMessage,
  ProjectionKey,
  QueuedMessage,
} from './message.ts';
import { forgetShown, touchProjections } from './projection-repository.ts';
import { insertMessages } from './repository.ts';

export interface Outbox {
  /** Says something later; messages to one destination keep their order. */
  enqueue(tx: Tx, messages: readonly NewMessage[], cause: Cause): Promise<void>;
  /** Has the present state of these shown. */
  refresh(tx: Tx, projections: readonly PlacedProjection[]): Promise<void>;
  /** What showed anything in these destinations is gone: it is posted anew. */
  repost(tx: Tx, destinations: readonly Destination[]): Promise<void>;
  /** Asks again, after the commit, where these destinations (or all) are. */
  relocate(tx: Tx, destinations?: readonly Destination[]): void;
  /** Where the sender hears of commits; a new sender takes the place of an old one. */
  listen(listener: OutboxListener): void;
}

export type PlacedProjection = ProjectionKey & { readonly destination: Destination };

export interface OutboxListener {
  acceptMessages(messages: readonly QueuedMessage[]): void;
  acceptProjections(projections: readonly DirtyProjection[]): void;
  forgetPlaces(destinations?: readonly Destination[]): void;
}

export function createOutbox({ clock }: { readonly clock: Clock }): Outbox {
  let listener: OutboxListener | null = null;

  function tell(tx: Tx, what: (listener: OutboxListener) => void): void {
    afterCommit(tx, () => listener && what(listener));
  }

  return {
    async enqueue(tx, messages, cause) {
      const queued = await insertMessages(tx, messages, causeName(cause), clock.now());
      tell(tx, (sender) => sender.acceptMessages(queued));
    },
    async refresh(tx, projections) {
      const dirty = await touchProjections(tx, projections, clock.now());
      tell(tx, (sender) => sender.acceptProjections(dirty));
    },
    async repost(tx, destinations) {
      const dirty = await forgetShown(tx, destinations, clock.now());
      tell(tx, (sender) => sender.acceptProjections(dirty));
    },
    relocate(tx, destinations) {
      tell(tx, (sender) => sender.forgetPlaces(destinations));
    },
    listen(sender) {
      listener = sender;
    },
  };
}
