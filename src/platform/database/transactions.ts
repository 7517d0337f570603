// One transaction a verb: all of it or nothing, tried again when two of them got in each other's way.
import type { Prisma, PrismaClient } from '../../generated/prisma/client.ts';
import { systemClock } from '../clock.ts';
import { jitter } from '../random.ts';
import { isWriteConflict } from './database-errors.ts';
import type { TransactionGuard } from './transaction-guard.ts';

export type Tx = Prisma.TransactionClient;

/**
 * In milliseconds. On the embedded database every transaction waits for the one connection, so waiting
 * is normal; a verb that itself takes this long is broken.
 */
const PATIENCE = { maxWait: 60_000, timeout: 60_000 };

const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 10;

/** What waits for the commit of a transaction, by its handle. */
const waiting = new WeakMap<Tx, (() => void)[]>();

/** Runs `action` once the transaction has been committed; never, when it is rolled back. */
export function afterCommit(tx: Tx, action: () => void): void {
  const actions = waiting.get(tx);
  if (!actions) throw new Error('afterCommit outside of inTransaction');
  actions.push(action);
}

/** @throws what `work` throws; two that got in each other's way are tried six times in all. */
export function createTransactions(prisma: PrismaClient, guard: TransactionGuard) {
  return async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await commit(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !isWriteConflict(error)) throw error;
      }
      await systemClock.sleep(jitter(FIRST_PAUSE_MS * 2 ** attempt));
    }
  };

  async function commit<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const actions: (() => void)[] = [];
    const result = await prisma.$transaction(async (tx) => {
      waiting.set(tx, actions);
      return guard.inside(() => work(tx));
    }, PATIENCE);
    for (const action of actions) action();
    return result;
  }
}
