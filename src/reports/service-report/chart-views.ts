// A report as a chart: four figures in large type; what came and went, how much of it was in time, how long first
// answers took.

import { formatDay, formatTime, formatWhen } from '../../platform/dates.ts';
import type { Chart, Panel, Tile } from '../../platform/documents/index.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { createFigureWords, NOTHING, percentOf, toneOf } from './figure-words.ts';
import { type Figures, ratingOf, shareOf, wholeShareOf } from './figures.ts';
import type { Known } from './known.ts';
import type { Bucket } from './period.ts';
import type { Course } from './reading.ts';
import type { ReportViews } from './views.ts';

export interface ChartViewsDeps {
  readonly t: Translate;
  readonly views: Pick<ReportViews, 'title' | 'dates' | 'narrowed'>;
  /** Whose clients these are. */
  readonly companyName: string;
}

const MINUTE_MS = 60_000;
/** Longer times are told in hours. */
const MOST_MINUTES = 240;

export type ChartViews = ReturnType<typeof createChartViews>;

export function createChartViews({ t, views, companyName }: ChartViewsDeps) {
  const { time, share, decimal } = createFigureWords(t);

  function chart(locale: Locale, course: Course, known: Known, now: Date): Chart {
    const { query, timeZone } = course;
    const figures = course.buckets.map(({ key }) => course.byBucket.get(key) ?? null);
    const labels = course.buckets.map((bucket) => label(locale, course, bucket, now));
    const made = formatWhen(locale, timeZone, now, new Date(0));
    return {
      title: views.title(locale, query),
      subtitle: subtitle(locale, course, known),
      tiles: tiles(locale, course),
      panels: [
        volume(locale, labels, figures),
        inTime(locale, labels, figures),
        answers(locale, labels, figures),
      ],
      footer: t(locale, 'chart-footer', { company: companyName, made }),
    };
  }

  /** The days; and of whom, where it is not everybody. */
  function subtitle(locale: Locale, { query, span, timeZone }: Course, known: Known): string {
    const { companyId, typeId, staffId, subject } = query;
    const isWhole = [companyId, typeId, staffId, subject].every((limit) => limit === null);
    const dates = views.dates(locale, timeZone, span);
    return isWhole ? dates : `${dates} · ${views.narrowed(locale, query, known)}`;
  }

  function tiles(locale: Locale, { total: { now, before } }: Course): Tile[] {
    const [inTime, earlier] = [wholeShareOf(now), wholeShareOf(before)];
    const [median, was] = [now.kept.response.medianMs, before.kept.response.medianMs];
    const { average, count } = ratingOf(now);
    return [
      {
        label: t(locale, 'chart-opened'),
        value: String(now.opened),
        note: t(locale, 'chart-was', { was: String(before.opened) }),
        tone: 'plain',
      },
      {
        label: t(locale, 'chart-in-time'),
        value: share(locale, inTime),
        note: t(locale, 'chart-was', { was: share(locale, earlier) }),
        tone: toneOf(inTime, earlier, 'good'),
      },
      {
        label: t(locale, 'chart-response'),
        value: time(locale, median),
        note: t(locale, 'chart-was', { was: time(locale, was) }),
        tone: toneOf(median, was, 'bad'),
      },
      {
        label: t(locale, 'chart-rating'),
        value: average === null ? NOTHING : decimal(locale, average),
        note: t(locale, 'chart-ratings', { count }),
        tone: 'plain',
      },
    ];
  }

  type Steps = readonly (Figures | null)[];

  function volume(locale: Locale, labels: readonly string[], steps: Steps): Panel {
    return {
      title: t(locale, 'chart-volume'),
      ...{ labels, unit: '', empty: t(locale, 'chart-empty') },
      series: [
        {
          name: t(locale, 'chart-volume-opened'),
          kind: 'bars',
          colour: 'blue',
          values: steps.map((figures) => figures?.opened ?? 0),
        },
        {
          name: t(locale, 'chart-volume-closed'),
          kind: 'bars',
          colour: 'green',
          values: steps.map((figures) => figures?.closed ?? 0),
        },
      ],
    };
  }

  function inTime(locale: Locale, labels: readonly string[], steps: Steps): Panel {
    const percent = (value: number | null) => (value === null ? null : percentOf(value));
    const of = (kind: 'response' | 'resolution') =>
      steps.map((figures) => percent(figures && shareOf(figures.kept[kind])));
    return {
      title: t(locale, 'chart-share'),
      ...{ labels, unit: t(locale, 'figure-percent', { percent: '' }), top: 100 },
      empty: t(locale, 'chart-empty'),
      series: [
        {
          name: t(locale, 'chart-share-response'),
          kind: 'line',
          colour: 'blue',
          values: of('response'),
        },
        {
          name: t(locale, 'chart-share-resolution'),
          kind: 'line',
          colour: 'green',
          values: of('resolution'),
        },
      ],
    };
  }

  function answers(locale: Locale, labels: readonly string[], steps: Steps): Panel {
    const of = (which: 'medianMs' | 'p90Ms') =>
      steps.map((figures) => figures?.kept.response[which] ?? null);
    const [median, p90] = [of('medianMs'), of('p90Ms')];
    const longest = Math.max(0, ...[...median, ...p90].map((ms) => ms ?? 0)) / MINUTE_MS;
    const unit = longest > MOST_MINUTES ? 'hours' : 'minutes';
    const ms = unit === 'hours' ? 60 * MINUTE_MS : MINUTE_MS;
    const measured = (values: readonly (number | null)[]) =>
      values.map((value) => (value === null ? null : value / ms));
    return {
      title: t(locale, `chart-answers-${unit}`),
      ...{ labels, unit: '', empty: t(locale, 'chart-empty') },
      series: [
        {
          name: t(locale, 'chart-median'),
          kind: 'line',
          colour: 'blue',
          values: measured(median),
        },
        { name: t(locale, 'chart-p90'), kind: 'line', colour: 'orange', values: measured(p90) },
      ],
    };
  }

  /** «12:00», «22.11», «ноябрь». */
  function label(locale: Locale, { unit, timeZone }: Course, { at }: Bucket, now: Date): string {
    if (unit === 'hour') return formatTime(locale, timeZone, at);
    if (unit === 'month') {
      return new Intl.DateTimeFormat(locale, { month: 'short', timeZone }).format(at);
    }
    return formatDay(locale, timeZone, at, now);
  }

  return { chart };
}
