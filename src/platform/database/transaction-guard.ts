// Keeps code inside a transaction from asking for a second connection.
import { AsyncLocalStorage } from 'node:async_hooks';

export type TransactionGuard = {
  inside<T>(work: () => Promise<T>): Promise<T>;
  /** @throws Error when called from inside an open transaction */
  refuseInside(): void;
};

/** Refuses nothing. */
export const NO_GUARD: TransactionGuard = {
  inside: (work) => work(),
  refuseInside: () => undefined,
};

/**
 * A query past `tx` would not belong to the transaction; on the embedded database it would moreover
 * wait for the one connection, which the transaction holds, until both time out. So it fails at once,
 * on every database alike.
 */
export function createTransactionGuard(): TransactionGuard {
  const current = new AsyncLocalStorage<{ open: boolean }>();
  return {
    async inside(work) {
      const transaction = { open: true };
      try {
        return await current.run(transaction, work);
      } finally {
        // What the work has started and left running may use the database again from here on.
        transaction.open = false;
      }
    },
    refuseInside() {
      if (current.getStore()?.open) {
        throw new Error('A query inside a transaction went past its `tx`.');
      }
    },
  };
}
