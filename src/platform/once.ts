// One verb, one transaction, once for each cause.

import type { Cause } from './cause.ts';
import type { Clock } from './clock.ts';
import type { Database, Tx } from './database/index.ts';
import { settleCause } from './inbox/index.ts';

/** The cause came before, and had its effect then. */
export type Repeated = { readonly status: 'repeated' };

export async function once<Outcome>(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  cause: Cause,
  work: (tx: Tx) => Promise<Outcome>,
): Promise<Outcome | Repeated> {
  return database.inTransaction<Outcome | Repeated>(async (tx) =>
    (await settleCause(tx, cause, clock.now())) ? work(tx) : { status: 'repeated' },
  );
}
