// An employee looks at leads: nothing changes by it, and it is told once.

import type { Cause } from '../../platform/cause.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { type Reader, wordsFor } from '../../platform/outbox/words.ts';
import type { VerbDeps } from './deps.ts';

export function createListing({ database, outbox, clock }: VerbDeps) {
  /** `words`: a part of an exporter's name, or a lead's number; empty: all that are not over. */
  async function showList(order: {
    readonly reader: Reader;
    readonly words: string;
    readonly cause: Cause;
  }): Promise<void> {
    const { reader, words, cause } = order;
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      await outbox.enqueue(tx, [wordsFor(reader, 'leads-list', { words })], cause);
    });
  }

  return { showList };
}
