// The side of the outbox that services write to: what must be said commits with what happened, and
// the sender hears of it right after the commit.

import type { Cause } from '../cause.ts';
import type { Clock } from '../clock.ts';
import { afterCommit, type Tx } from '../database/index.ts';
import type {
  Destination,
  DirtyProjection,
  NewMessage,
  ProjectionKey,
  QueuedMessage,
} from './message.ts';
import {
  findShown,
  forgetShown,
  forgetShownOf,
  type HungProjection,
  hangProjections,
  touchProjections,
} from './projection-repository.ts';
import { insertMessages } from './repository.ts';

export interface Outbox {
  /** Says something later; messages to one destination keep their order. */
  enqueue(tx: Tx, messages: readonly NewMessage[], cause: Cause): Promise<void>;
  /** Has the present state of these shown. */
  refresh(tx: Tx, projections: readonly PlacedProjection[]): Promise<void>;
  /** The same for what nobody waits for: it goes after everything else of its chat. */
  refreshAtLeisure(tx: Tx, projections: readonly PlacedProjection[]): Promise<void>;
  /**
   * What showed anything in these destinations is out of reach: whatever is shown there from now on is
   * posted anew. What nothing has changed stays away until it is refreshed. Returns what was shown there.
   */
  abandon(tx: Tx, destinations: readonly Destination[]): Promise<readonly ProjectionKey[]>;
  /** The same for these alone; the messages that showed them stay as they are. */
  repostOnly(tx: Tx, projections: readonly PlacedProjection[]): Promise<void>;
  /** These are shown elsewhere from now on: by the messages named, or by new ones. */
  hang(tx: Tx, projections: readonly HungProjection[]): Promise<void>;
  /** The message that shows a projection now; null: none does. */
  shownBy(tx: Tx, projection: ProjectionKey): Promise<number | null>;
  /** Asks again, after the commit, where these destinations (or all) are. */
  relocate(tx: Tx, destinations?: readonly Destination[]): void;
  /** Where the sender hears of commits; a new sender takes the place of an old one. */
  listen(listener: OutboxListener): void;
}

const DAY_MS = 86_400_000;

export type PlacedProjection = ProjectionKey & { readonly destination: Destination };

export interface OutboxListener {
  acceptMessages(messages: readonly QueuedMessage[]): void;
  acceptProjections(projections: readonly DirtyProjection[]): void;
  /** They are shown elsewhere now. */
  dropProjections(projections: readonly PlacedProjection[]): void;
  forgetPlaces(destinations?: readonly Destination[]): void;
}

/** What is written before anybody listens waits in its table. */
export function createOutbox({ clock }: { readonly clock: Clock }): Outbox {
  let listener: OutboxListener | null = null;

  function tell(tx: Tx, what: (listener: OutboxListener) => void): void {
    afterCommit(tx, () => listener && what(listener));
  }

  async function refreshSince(
    tx: Tx,
    projections: readonly PlacedProjection[],
    since: Date,
  ): Promise<void> {
    const dirty = await touchProjections(tx, projections, since);
    tell(tx, (sender) => sender.acceptProjections(dirty));
  }

  return {
    async enqueue(tx, messages, cause) {
      const queued = await insertMessages(tx, messages, cause, clock.now());
      tell(tx, (sender) => sender.acceptMessages(queued));
    },
    refresh: (tx, projections) => refreshSince(tx, projections, clock.now()),
    // As if it happened tomorrow: in a short budget all that happens today is older and goes before.
    refreshAtLeisure: (tx, projections) =>
      refreshSince(tx, projections, new Date(clock.now().getTime() + DAY_MS)),
    async abandon(tx, destinations) {
      const { forgotten, dirty } = await forgetShown(tx, destinations);
      tell(tx, (sender) => sender.acceptProjections(dirty));
      return forgotten;
    },
    async hang(tx, projections) {
      const hung = await hangProjections(tx, projections, clock.now());
      const left = hung.filter(({ now, before }) => before !== now.destination);
      tell(tx, (sender) => {
        sender.dropProjections(left.map(({ now, before }) => ({ ...now, destination: before })));
        sender.acceptProjections(hung.map(({ now }) => now));
      });
    },
    async repostOnly(tx, projections) {
      await forgetShownOf(tx, projections);
      await refreshSince(tx, projections, clock.now());
    },
    shownBy: findShown,
    relocate(tx, destinations) {
      tell(tx, (sender) => sender.forgetPlaces(destinations));
    },
    listen(sender) {
      listener = sender;
    },
  };
}
