// Tells who is watching (the page, a waiting test) that something can be seen anew.

export type Change = {
  /** Grows by one with each change; `since` of a wait refers to it. */
  readonly version: number;
  readonly what: 'message' | 'topic' | 'members' | 'toast' | 'people' | 'call';
  readonly chatId?: number;
  readonly threadId?: number;
  readonly userId?: number;
};

export type Changes = ReturnType<typeof createChanges>;

/** Watchers are told at once, in the order in which they came. */
export function createChanges() {
  const watchers = new Set<(change: Change) => void>();
  let version = 0;
  return {
    version: () => version,
    tell(change: Omit<Change, 'version'>): void {
      version += 1;
      for (const watcher of [...watchers]) watcher({ version, ...change });
    },
    /** Returns the function that ends the watching. */
    watch(watcher: (change: Change) => void): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
