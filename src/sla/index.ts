// The door of SLA: what is promised to whom, and the clocks on it.

import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Sweep } from '../platform/sweeps.ts';
import { createCalendarRepository } from './calendar-repository.ts';
import { type CalendarService, createCalendarService } from './calendar-service.ts';
import { type ClockService, createClockService, type Told } from './clock-service.ts';
import type { TermsEditingDeps } from './editing-service.ts';
import { createEndedClocks, type EndedPromise } from './ended-clocks.ts';
import { createPlanRepository } from './plan-repository.ts';
import { createPlanService, type PlanService } from './plan-service.ts';
import { createRecountRepository } from './recount-repository.ts';
import { createRecounting, type RecountDeps } from './recount-service.ts';
import { createSlaRepository } from './repository.ts';
import { createSlaTerms, type SlaTerms, type SlaTermsDeps } from './terms.ts';

export type { CalendarView, KeptCalendar } from './calendar-repository.ts';
export type { CalendarOutcome, CalendarService } from './calendar-service.ts';
export type { Contract, Told } from './clock-service.ts';
export type { KeptClock } from './kept-clock.ts';
export type { KeptPlan } from './plan-repository.ts';
export type { PlanOutcome, PlanService, PlanView } from './plan-service.ts';
export type { ClockBearer } from './repository.ts';
export type { Terms } from './terms.ts';

export interface SlaDeps extends Pick<RecountDeps, 'onRecounted' | 'onTerms' | 'recountDialogs'> {
  readonly database: Database;
  readonly clock: Clock;
  /** See `SlaTermsDeps`. */
  readonly first: SlaTermsDeps['first'];
  /** A step of a clock is due: whoever it is on says it. */
  readonly onTold: (tx: Tx, told: Told) => Promise<void>;
  /** Those who still work here. */
  readonly findStaff: TermsEditingDeps['findStaff'];
}

export interface Sla {
  readonly clocks: ClockService;
  /** To be read before anything is handled. */
  readonly terms: SlaTerms;
  /** Changes of plans; what is open follows within seconds. */
  readonly plans: PlanService;
  /** The same of calendars. */
  readonly calendars: CalendarService;
  /** Keeps promises for reports that have been watched over elsewhere. */
  readonly keepEnded: (tx: Tx, ended: readonly EndedPromise[]) => Promise<void>;
  readonly sweeps: readonly Sweep[];
}

/** Wires the feature; nothing is read before `terms.refresh`. */
export function createSla(deps: SlaDeps): Sla {
  const repository = createSlaRepository(deps.database);
  const recounts = createRecountRepository(deps.database);
  const terms = createSlaTerms({ ...deps, repository });
  const clocks = createClockService({ ...deps, repository, terms });
  const editing = { ...deps, recounts, terms };
  return {
    clocks,
    terms,
    plans: createPlanService({ ...editing, plans: createPlanRepository(deps.database) }),
    calendars: createCalendarService({
      ...{ ...editing, calendars: createCalendarRepository(deps.database) },
    }),
    keepEnded: createEndedClocks({ repository, terms }),
    sweeps: [
      { name: 'sla-recount', run: createRecounting({ ...editing, repository, clocks }) },
      { name: 'sla-clocks', run: clocks.tellDue },
    ],
  };
}
