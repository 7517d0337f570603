// What the program and the process of its embedded database say to each other.

/** Given to the child as JSON in its first argument. */
export type ChildOrder = {
  readonly dataDir: string;
  /** A short private folder for the socket; the child removes it when it ends by itself. */
  readonly socketDir: string;
  /** How long to wait for another process that holds the folder, in milliseconds. */
  readonly lockWaitMs: number;
};

export type ChildReport =
  | { readonly status: 'waiting'; readonly holder: string }
  | { readonly status: 'ready' }
  | {
      readonly status: 'failed';
      readonly reason: EmbeddedFailure;
      readonly message: string;
    };

export type EmbeddedFailure = 'in-use' | 'other-version' | 'broken';
