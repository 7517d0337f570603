// One after the other in each place: a press may come in by another lane than the messages of its chat.

export type Turns = ReturnType<typeof createTurns>;

export function createTurns() {
  const last = new Map<string, Promise<unknown>>();

  /** Resolves with what `work` does, once whatever came before it in this place is done. */
  async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = last.get(key) ?? Promise.resolve();
    const turn = before.then(work, work);
    last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (last.get(key) === turn) last.delete(key);
    }
  }

  return { inTurn, isBusy: (key: string): boolean => last.has(key) };
}
