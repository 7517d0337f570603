// Promises that somebody else has watched over, written once they have ended: for reports, which read nothing else.

import type { Tx } from '../platform/database/index.ts';
import { type ClockKind, cancelClock, startClock, stopClock } from './clock.ts';
import { NO_CONTRACT } from './deadline.ts';
import { promisesFor } from './plan.ts';
import type { ClockBearer, SlaRepository } from './repository.ts';
import type { SlaTerms } from './terms.ts';

/** A promise under the default plan, from its beginning to its end. */
export interface EndedPromise extends ClockBearer {
  readonly kind: ClockKind;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** Whether what was promised was done; what ended otherwise and was late stays missed. */
  readonly kept: boolean;
}

/** Written in one statement, in the transaction that ended them; what is promised nothing leaves no row. */
export function createEndedClocks(deps: {
  readonly repository: Pick<SlaRepository, 'insertEnded'>;
  readonly terms: Pick<SlaTerms, 'of'>;
}): (tx: Tx, ended: readonly EndedPromise[]) => Promise<void> {
  return async (tx, ended) => {
    if (ended.length === 0) return;
    const { plan, calendar } = deps.terms.of(NO_CONTRACT);
    const rows = ended.flatMap(({ kept, endedAt, startedAt, kind, ...bearer }) => {
      const minutes = promisesFor(plan, bearer)[kind];
      if (minutes === null) return [];
      const end = kept ? stopClock : cancelClock;
      const clock = end(startClock(kind, minutes, startedAt), calendar.hours, endedAt);
      const nothingDue = { told: 0, tellAt: null, dueAt: null };
      return [{ ...bearer, ...clock, planId: plan.id, calendarId: calendar.id, ...nothingDue }];
    });
    await deps.repository.insertEnded(tx, rows);
  };
}
