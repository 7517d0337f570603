// After a plan or a calendar has changed, what is open is counted by it: some hundred clocks a transaction, then the
// desk's own dialogs. How far it has come is a row, so a restart goes on where it was; what has ended stays as it is.

import type { Database, Tx } from '../platform/database/index.ts';
import type { ClockService } from './clock-service.ts';
import type { KeptClock } from './kept-clock.ts';
import type { Recount, RecountRepository } from './recount-repository.ts';
import type { SlaRepository } from './repository.ts';
import type { SlaTerms } from './terms.ts';

export interface RecountDeps {
  readonly database: Database;
  readonly repository: Pick<SlaRepository, 'lockOpenUnder'>;
  readonly recounts: RecountRepository;
  readonly clocks: Pick<ClockService, 'recount'>;
  readonly terms: Pick<SlaTerms, 'reread'>;
  /** Whoever shows the deadlines of these shows them anew. */
  readonly onRecounted: (tx: Tx, clocks: readonly KeptClock[]) => Promise<void>;
  /** All of it is counted: whoever tells what is promised tells it anew. */
  readonly onTerms: (tx: Tx) => Promise<void>;
  /**
   * The next of the desk's own dialogs that wait, counted anew in a transaction of its own: the last of them, or null
   * where none is left.
   */
  readonly recountDialogs: (after: number, limit: number) => Promise<number | null>;
}

const AT_ONCE = 200;
/** Transactions at one look: others want to be looked at as well. */
const BATCHES = 10;

/** Goes on with what is to be counted; each look does a bounded part of it. */
export function createRecounting(deps: RecountDeps): () => Promise<void> {
  const { database, repository, recounts, clocks, terms } = deps;
  const { onRecounted, onTerms, recountDialogs } = deps;

  /** False: none is left. */
  async function someClocks({ id, by, askedAt, clockId }: Recount): Promise<boolean> {
    return database.inTransaction(async (tx) => {
      const open = await repository.lockOpenUnder(tx, by, { after: clockId, limit: AT_ONCE });
      const last = open.at(-1);
      if (!last) return false;
      const counted = await clocks.recount(tx, open, askedAt);
      await recounts.saveAll(tx, counted);
      await onRecounted(tx, counted);
      await recounts.goOn(tx, id, { clockId: last.id });
      return true;
    });
  }

  async function someDialogs({ id, dialogs, dialogId }: Recount): Promise<boolean> {
    const last = dialogs ? await recountDialogs(dialogId, AT_ONCE) : null;
    if (last === null) return false;
    await database.inTransaction((tx) => recounts.goOn(tx, id, { dialogId: last }));
    return true;
  }

  return async () => {
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const job = await recounts.first();
      if (!job) return;
      // Whoever made the change may not have come so far yet.
      if (job.clockId === 0 && job.dialogId === 0) await terms.reread();
      if ((await someClocks(job)) || (await someDialogs(job))) continue;
      await database.inTransaction(async (tx) => {
        await onTerms(tx);
        await recounts.end(tx, job.id);
      });
    }
  };
}
