// What a sweep has found due, dealt with one by one.

import { isStorageTrouble } from '../platform/database/index.ts';
import type { Logger } from '../platform/logger.ts';

/**
 * One that cannot be dealt with is logged and does not keep the others waiting. A database that is away
 * is thrown on.
 */
export async function eachDue<T>(
  logger: Logger,
  due: readonly T[],
  deal: (one: T) => Promise<unknown>,
): Promise<void> {
  for (const one of due) {
    try {
      await deal(one);
    } catch (error) {
      if (isStorageTrouble(error)) throw error;
      logger.error({ err: error, due: one }, 'what was due could not be done');
    }
  }
}
