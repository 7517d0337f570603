// Which plan and which calendar hold for what, as they stand now: read once and kept in memory, for every message
// and every card asks; whoever changes one calls `reread` after the commit.

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

/** Nothing runs for longer without being counted anew: what was before that is asked of nobody. */
const REMEMBERED_MS = 400 * 24 * 3_600_000;

export type SlaTerms = ReturnType<typeof createSlaTerms>;

export function createSlaTerms({ database, repository, clock, first }: SlaTermsDeps) {
  let plans = new Map<number, SlaPlan>();
  let calendars = new Map<number, SlaCalendar>();

  let reading: Promise<void> = Promise.resolve();

  /** At the start, and when the lease is had again: the first plan follows the environment. */
  async function refresh(): Promise<void> {
    await database.inTransaction((tx) => repository.keepFirst(tx, first, clock.now()));
    await reread();
  }

  /** After a change of the tables; one after the other, so that the last to come has the last word. */
  function reread(): Promise<void> {
    reading = reading.catch(() => undefined).then(read);
    return reading;
  }

  async function read(): Promise<void> {
    const since = new Date(clock.now().getTime() - REMEMBERED_MS);
    const known = [await repository.plans(), await repository.calendars(since)] as const;
    plans = byId(known[0]);
    calendars = byId(known[1]);
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

  /** @throws Error for one that nobody knows */
  function calendarOf(calendarId: number): SlaCalendar {
    const calendar = calendars.get(calendarId);
    if (!calendar) throw new Error(`no calendar ${calendarId}`);
    return calendar;
  }

  /** The hours by which a clock is counted. @throws Error for a calendar that nobody knows */
  function hoursOf(calendarId: number): BusinessCalendar {
    return calendarOf(calendarId).hours;
  }

  return {
    refresh,
    reread,
    of,
    calendarOf,
    hoursOf,
    plans: (): readonly SlaPlan[] => [...plans.values()],
    /** Those that may be chosen. */
    calendars: (): readonly SlaCalendar[] =>
      [...calendars.values()].filter(({ isArchived }) => !isArchived),
  };
}

function byId<T extends { readonly id: number }>(rows: readonly T[]): Map<number, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
