// What was rendered for a queued message, until its outcome is recorded. Memory only: after a crash it
// is rendered again.

/** More than can be on its way at once; what is never asked for is forgotten in its turn. */
const MOST = 20_000;

export interface Remembered<T> {
  get(id: bigint): T | undefined;
  set(id: bigint, value: T): void;
}

/** The oldest are forgotten first. */
export function createRemembered<T>(most = MOST): Remembered<T> {
  const values = new Map<bigint, T>();
  return {
    get: (id) => values.get(id),
    set(id, value) {
      values.set(id, value);
      if (values.size <= most) return;
      const [oldest] = values.keys();
      if (oldest !== undefined) values.delete(oldest);
    },
  };
}
