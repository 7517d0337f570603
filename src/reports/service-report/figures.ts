// The figures of a report, put together from what the database counted. Pure.
//
// A promise counts in the period in which it was kept or broken for good; a solution when it was «Выполнена». What
// was cancelled counts in no share and in no time.

import { CLOCK_KINDS, type ClockKind } from '../../sla/clock.ts';

/** How promises of one kind were kept. */
export interface Kept {
  readonly met: number;
  readonly missed: number;
  /** Of working time; null: nothing was measured. */
  readonly medianMs: number | null;
  /** Nine of ten took no longer. */
  readonly p90Ms: number | null;
}

export interface Figures {
  readonly opened: number;
  readonly closed: number;
  readonly cancelled: number;
  readonly reopened: number;
  /** Open at the end of the period, or now. */
  readonly backlog: number;
  /** Of these, how many are late now; of a period that is over nobody knows any more, it is 0. */
  readonly late: number;
  readonly kept: Readonly<Record<ClockKind, Kept>>;
  /** How often 1, 2, 3, 4 and 5 were given. */
  readonly ratings: readonly [number, number, number, number, number];
}

const HAPPENINGS = [
  'opened',
  'closed',
  'cancelled',
  'reopened',
  'backlog',
  'late',
  'rated',
] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** By what figures are told apart; `all`: not at all. */
const DIMENSIONS = ['all', 'subject', 'company', 'type', 'staff', 'bucket'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** How often something happened to one of a dimension: an employee, a step of the chart. */
export interface Counted {
  readonly by: Dimension;
  /** A row's number as text, a subject or the beginning of a step; null: of none. */
  readonly key: string | null;
  readonly what: Happening;
  readonly rating: number | null;
  readonly count: number;
}

export interface Timed extends Kept {
  readonly by: Dimension;
  readonly key: string | null;
  readonly kind: ClockKind;
}

const NOTHING_KEPT: Kept = { met: 0, missed: 0, medianMs: null, p90Ms: null };

/** Figures of one dimension by key; what has nothing to tell is not there. */
export function figuresBy(
  dimension: Dimension,
  counted: readonly Counted[],
  timed: readonly Timed[],
): ReadonlyMap<string | null, Figures> {
  const counts = counted.filter(({ by }) => by === dimension);
  const timings = timed.filter(({ by }) => by === dimension);
  const keys = new Set([...counts, ...timings].map(({ key }) => key));
  return new Map(
    [...keys].map((key) => [
      key,
      figuresOf(
        counts.filter((one) => one.key === key),
        timings.filter((one) => one.key === key),
      ),
    ]),
  );
}

/** All of them together. */
export function totalOf(counted: readonly Counted[], timed: readonly Timed[]): Figures {
  return figuresBy('all', counted, timed).get(null) ?? figuresOf([], []);
}

function figuresOf(counts: readonly Counted[], timings: readonly Timed[]): Figures {
  const of = (wanted: Happening) =>
    counts.reduce((sum, { what, count }) => sum + (what === wanted ? count : 0), 0);
  const rated = (stars: number) =>
    counts.reduce((sum, one) => sum + (one.rating === stars ? one.count : 0), 0);
  const kept = (kind: ClockKind) => timings.find((one) => one.kind === kind) ?? NOTHING_KEPT;
  return {
    opened: of('opened'),
    closed: of('closed'),
    cancelled: of('cancelled'),
    reopened: of('reopened'),
    backlog: of('backlog'),
    late: of('late'),
    kept: {
      response: kept('response'),
      next_response: kept('next_response'),
      resolution: kept('resolution'),
    },
    ratings: [rated(1), rated(2), rated(3), rated(4), rated(5)],
  };
}

/** From 0 to 1; null: nothing was promised. */
export function shareOf({ met, missed }: Pick<Kept, 'met' | 'missed'>): number | null {
  return met + missed === 0 ? null : met / (met + missed);
}

/** Of promises of every kind. */
export function wholeShareOf({ kept }: Pick<Figures, 'kept'>): number | null {
  return shareOf(promisesOf({ kept }));
}

/** Met and missed of every kind together. */
export function promisesOf({ kept }: Pick<Figures, 'kept'>): Pick<Kept, 'met' | 'missed'> {
  return CLOCK_KINDS.reduce(
    (sum, kind) => ({
      met: sum.met + kept[kind].met,
      missed: sum.missed + kept[kind].missed,
    }),
    { met: 0, missed: 0 },
  );
}

export interface RatingFigures {
  readonly count: number;
  /** Null: nobody has rated anything. */
  readonly average: number | null;
}

export function ratingOf({ ratings }: Pick<Figures, 'ratings'>): RatingFigures {
  const count = ratings.reduce((sum, one) => sum + one, 0);
  const stars = ratings.reduce((sum, one, index) => sum + one * (index + 1), 0);
  return { count, average: count === 0 ? null : stars / count };
}

/** Whether there is anything to tell. */
export function isEmpty(figures: Figures): boolean {
  const { opened, closed, cancelled, reopened, backlog, ratings } = figures;
  const { met, missed } = promisesOf(figures);
  const happened = opened + closed + cancelled + reopened + backlog + met + missed;
  return happened === 0 && ratings.every((count) => count === 0);
}
