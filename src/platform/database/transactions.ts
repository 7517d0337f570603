// One transaction a verb: all of it or nothing, tried again when two of them got in each other's way.
import type { Prisma, PrismaClient } from '../../generated/prisma/client.ts';
import { systemClock } from '../clock.ts';
import { jitter } from '../random.ts';
import { isWriteConflict } from './database-errors.ts';

export type Tx = Prisma.TransactionClient;

/**
 * In milliseconds. On the embedded database every transaction waits for the one connection, so waiting
 * is normal; a verb that itself takes this long is broken.
 */
const PATIENCE = { maxWait: 60_000, timeout: 60_000 };

const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 10;

export function createTransactions(prisma: PrismaClient) {
  return async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await prisma.$transaction(work, PATIENCE);
      } catch (error) {
        if (attempt === ATTEMPTS || !isWriteConflict(error)) throw error;
      }
      await systemClock.sleep(jitter(FIRST_PAUSE_MS * 2 ** attempt));
    }
  };
}
