// How much is measured. The short version answers «is it broken», the full one «how fast is it».

export interface Plan {
  readonly name: 'full' | 'quick';
  /** Dialogs that exist besides those of the people who write. */
  readonly sizes: readonly number[];
  /** Seconds in which nothing happens before memory is read. */
  readonly idleSeconds: number;
  /** Seconds of a steady stream of messages. */
  readonly steadySeconds: number;
  readonly saturatedUpdates: number;
  readonly naiveUpdates: number;
  readonly backlogUpdates: number;
  /** Written by all people within one minute of the walked clock. */
  readonly stormMessages: number;
  /** Requests about products that arrive at once. */
  readonly leads: number;
  readonly group: {
    /** Seconds of five messages a second in one dialog. */
    readonly oneDialogSeconds: number;
    /** Dialogs in which one message each arrives, five a second. */
    readonly dialogs: number;
  };
}

export const PLANS: Readonly<Record<Plan['name'], Plan>> = {
  full: {
    name: 'full',
    sizes: [0, 100_000],
    idleSeconds: 10,
    steadySeconds: 20,
    saturatedUpdates: 20_000,
    naiveUpdates: 1_500,
    backlogUpdates: 50_000,
    stormMessages: 10_000,
    leads: 1_000,
    group: { oneDialogSeconds: 120, dialogs: 50 },
  },
  quick: {
    name: 'quick',
    sizes: [0],
    idleSeconds: 2,
    steadySeconds: 5,
    saturatedUpdates: 5_000,
    naiveUpdates: 300,
    backlogUpdates: 10_000,
    stormMessages: 1_000,
    leads: 200,
    group: { oneDialogSeconds: 30, dialogs: 10 },
  },
};

/** How many people write, each in a dialog that exists already. */
export const PEOPLE = 200;

/** What Telegram takes for an answer, in milliseconds, where latency is part of the question. */
export const API_LATENCY_MS = 50;
