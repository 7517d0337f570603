// Which plan and which calendar hold for what, as they stand now: read once and kept in memory, for every message
// and every card asks; whoever changes one calls `refresh` after the commit.

import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { BusinessCalendar } from './business-calendar.ts';
import type { SlaCalendar, SlaPlan } from './plan.ts';
import type { FirstPlan, SlaRepository } from './repository.ts';

export interface SlaTermsDeps {
  readonly database: Database;
  readonly repository: SlaRepository;
  readonly clock: Clock;
  readonly first: FirstPlan;
}

export interface Terms {
  readonly plan: SlaPlan;
  readonly calendar: SlaCalendar;
}

export type SlaTerms = ReturnType<typeof createSlaTerms>;

export function createSlaTerms({ database, repository, clock, first }: SlaTermsDeps) {
  let plans = new Map<number, SlaPlan>();
  let calendars = new Map<number, SlaCalendar>();

  /** At the start, after a change of the tables, and when the lease is had again. */
  async function refresh(): Promise<void> {
    await database.inTransaction((tx) => repository.keepFirst(tx, first, clock.now()));
    plans = byId(await repository.plans());
    calendars = byId(await repository.calendars());
  }

  /**
   * What holds under this contract; null stands for the default plan, and for the plan's own hours.
   * @throws Error before the first `refresh`
   */
  function of(contract: {
    readonly planId: number | null;
    readonly calendarId: number | null;
  }): Terms {
    const plan = plans.get(contract.planId ?? 0) ?? defaultPlan();
    const calendar = calendars.get(contract.calendarId ?? plan.calendarId);
    if (!calendar) throw new Error(`plan ${plan.id} has no calendar`);
    return { plan, calendar };
  }

  function defaultPlan(): SlaPlan {
    const found = [...plans.values()].find(({ isDefault }) => isDefault);
    if (!found) throw new Error('no plan is the default one');
    return found;
  }

  /** The hours by which a clock is counted. @throws Error for one that nobody knows */
  function hoursOf(calendarId: number): BusinessCalendar {
    const calendar = calendars.get(calendarId);
    if (!calendar) throw new Error(`no calendar ${calendarId}`);
    return calendar.hours;
  }

  return {
    refresh,
    of,
    hoursOf,
    plans: (): readonly SlaPlan[] => [...plans.values()],
    calendars: (): readonly SlaCalendar[] => [...calendars.values()],
  };
}

function byId<T extends { readonly id: number }>(rows: readonly T[]): Map<number, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
