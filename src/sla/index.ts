// The door of SLA: what is promised to whom, and the clocks on it.

import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Sweep } from '../platform/sweeps.ts';
import { type ClockService, createClockService, type Told } from './clock-service.ts';
import { createEndedClocks, type EndedPromise } from './ended-clocks.ts';
import { createSlaRepository } from './repository.ts';
import { createSlaTerms, type SlaTerms, type SlaTermsDeps } from './terms.ts';

export type { Contract, Told } from './clock-service.ts';
export type { KeptClock } from './kept-clock.ts';
export type { ClockBearer } from './repository.ts';
export type { Terms } from './terms.ts';

export interface SlaDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** See `SlaTermsDeps`. */
  readonly first: SlaTermsDeps['first'];
  /** A step of a clock is due: whoever it is on says it. */
  readonly onTold: (tx: Parameters<ClockService['begin']>[0], told: Told) => Promise<void>;
}

export interface Sla {
  readonly clocks: ClockService;
  /** To be read before anything is handled. */
  readonly terms: SlaTerms;
  /** Keeps promises for reports that have been watched over elsewhere. */
  readonly keepEnded: (
    tx: Parameters<ClockService['begin']>[0],
    ended: readonly EndedPromise[],
  ) => Promise<void>;
  readonly sweeps: readonly Sweep[];
}

/** Wires the feature; nothing is read before `terms.refresh`. */
export function createSla(deps: SlaDeps): Sla {
  const repository = createSlaRepository(deps.database);
  const terms = createSlaTerms({ ...deps, repository });
  const clocks = createClockService({ ...deps, repository, terms });
  const keepEnded = createEndedClocks({ repository, terms });
  return { clocks, terms, keepEnded, sweeps: [{ name: 'sla-clocks', run: clocks.tellDue }] };
}
