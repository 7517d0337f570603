// A report as it is read: the figures of its period beside those of the one before, told apart where that is asked
// for. What everybody may see is decided by whoever asks.

import type { Clock } from '../../platform/clock.ts';
import type { ClockedSubject } from '../../sla/plan.ts';
import { type Dimension, type Figures, figuresBy, totalOf } from './figures.ts';
import {
  type Bucket,
  type BucketUnit,
  bucketsOf,
  bucketUnitOf,
  type ReportSpan,
  type Span,
  spanOf,
} from './period.ts';
import { ofTheTeam, type ReportQuery } from './query.ts';
import type { FiguresRepository } from './repository.ts';

/** Figures of a subject, or of both together. */
export interface Compared {
  readonly now: Figures;
  readonly before: Figures;
}

export interface Brief {
  readonly query: ReportQuery;
  readonly span: ReportSpan;
  readonly timeZone: string;
  readonly total: Compared;
  readonly bySubject: Readonly<Record<ClockedSubject, Compared>>;
  /** Of everybody, where the report is of one employee. */
  readonly team: Figures | null;
}

export type ByKey = ReadonlyMap<string | null, Figures>;

export interface Breakdown extends Brief {
  readonly byCompany: ByKey;
  readonly byType: ByKey;
  readonly byStaff: ByKey;
}

export interface Course extends Brief {
  readonly unit: BucketUnit;
  readonly buckets: readonly Bucket[];
  readonly byBucket: ByKey;
}

export interface ReportReaderDeps {
  readonly figures: FiguresRepository;
  readonly clock: Clock;
  /** Of the company. */
  readonly timeZone: string;
}

type Told = Exclude<Dimension, 'all'>;

export type ReportReader = ReturnType<typeof createReportReader>;

export function createReportReader({ figures, clock, timeZone: ours }: ReportReaderDeps) {
  async function read(query: ReportQuery, span: Span, by: readonly Told[], more: Reading) {
    const asked = { query, span, by, buckets: more, now: more.late };
    // Side by side where there is more than one connection.
    const [counted, timed] = await Promise.all([figures.counted(asked), figures.timed(asked)]);
    const of = (dimension: Dimension) => figuresBy(dimension, counted, timed);
    return { total: totalOf(counted, timed), of };
  }

  async function whole(query: ReportQuery, by: readonly Told[], timeZone: string) {
    const now = clock.now();
    const span = spanOf(query.period, timeZone, now);
    const unit = bucketUnitOf(span);
    const late = span.runs ? now : null;
    // What happens at this very moment has happened.
    const present = {
      from: span.from,
      until: span.runs ? new Date(now.getTime() + 1) : span.until,
    };
    const told = ['subject', ...by] as const;
    const current = await read(query, present, told, { unit, timeZone, late });
    const earlier = await read(query, span.before, ['subject'], { unit, timeZone, late: null });
    const nothing = totalOf([], []);
    const comparing = (subject: ClockedSubject): Compared => ({
      now: current.of('subject').get(subject) ?? nothing,
      before: earlier.of('subject').get(subject) ?? nothing,
    });
    const team =
      query.staffId === null
        ? null
        : (await read(ofTheTeam(query), present, [], { unit, timeZone, late })).total;
    const brief: Brief = {
      ...{ query, span, timeZone, team },
      total: { now: current.total, before: earlier.total },
      bySubject: { ticket: comparing('ticket'), dialog: comparing('dialog') },
    };
    return { brief, of: current.of, unit, now };
  }

  /** For a message. */
  async function brief(query: ReportQuery, timeZone = ours): Promise<Brief> {
    return (await whole(query, [], timeZone)).brief;
  }

  /** For a chart. */
  async function course(query: ReportQuery): Promise<Course> {
    const read = await whole(query, ['bucket'], ours);
    const buckets = bucketsOf(read.brief.span, read.unit, ours, read.now);
    return { ...read.brief, unit: read.unit, buckets, byBucket: read.of('bucket') };
  }

  /** For a spreadsheet. */
  async function breakdown(query: ReportQuery): Promise<Breakdown> {
    const { brief: told, of } = await whole(query, ['company', 'type', 'staff'], ours);
    return { ...told, byCompany: of('company'), byType: of('type'), byStaff: of('staff') };
  }

  return { brief, course, breakdown };
}

interface Reading {
  readonly unit: BucketUnit;
  readonly timeZone: string;
  readonly late: Date | null;
}
