// What the bench asks of the stand-in's process, and what it is told. Times are milliseconds on the
// stand-in's own clock: what is compared was noted by one process.

/** Messages of the people `first` to `first + people - 1`, in turn. */
export interface Feed {
  readonly first: number;
  readonly people: number;
  readonly updates: number;
  /** Null: all of them wait at once. */
  readonly perSecond: number | null;
}

export interface Progress {
  readonly offered: number;
  /** Confirmed by a later poll: the bot has kept them. */
  readonly stored: number;
  /** On a card that was sent or edited. */
  readonly covered: number;
  /** Copied into their threads. */
  readonly copied: number;
  /** Products of which an exporter was told. */
  readonly noticed: number;
}

export interface Observations extends Progress {
  /** By update, in the order offered; null: not yet. */
  readonly people: readonly number[];
  readonly offeredAt: readonly number[];
  readonly storedAt: readonly (number | null)[];
  readonly coveredAt: readonly (number | null)[];
  readonly copiedAt: readonly (number | null)[];
  /** Calls by method, without polls. */
  readonly calls: Readonly<Record<string, number>>;
  readonly groupCallsAt: readonly number[];
}

export type Order =
  | { readonly name: 'feed'; readonly feed: Feed }
  | { readonly name: 'latency'; readonly ms: number }
  /** Answered when the next poll comes in. */
  | { readonly name: 'next-poll' }
  | { readonly name: 'progress' }
  /** Forgets what it has observed; numbering goes on. */
  | { readonly name: 'forget' }
  | { readonly name: 'observations' };

export interface Asked {
  readonly id: number;
  readonly order: Order;
}

export interface Answered {
  readonly id: number;
  readonly answer: unknown;
}

export interface Listening {
  readonly apiRoot: string;
}
