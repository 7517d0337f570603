// A report as a message: figures in words, each beside how it was before.

import { formatDate, formatDay } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../platform/telegram/html.ts';
import type { ClockedSubject } from '../../sla/plan.ts';
import { createFigureWords } from './figure-words.ts';
import { type Figures, isEmpty, ratingOf, shareOf, wholeShareOf } from './figures.ts';
import type { Known } from './known.ts';
import type { Span } from './period.ts';
import type { ReportQuery } from './query.ts';
import type { Brief, Compared } from './reading.ts';

const MINUTE_MS = 60_000;

export type ReportViews = ReturnType<typeof createReportViews>;

export function createReportViews(t: Translate) {
  const { time, share, decimal, more, points } = createFigureWords(t);

  /** HTML; in the language of whoever reads it. */
  function brief(locale: Locale, report: Brief, known: Known, now: Date): string {
    const { query, span, timeZone, bySubject, total, team } = report;
    const head = [
      html`<b>${title(locale, query)}</b>`,
      html`${dates(locale, timeZone, span)}`,
      html`<i>${narrowed(locale, query, known)}</i>`,
    ];
    const subjects = (['ticket', 'dialog'] as const).filter(
      (subject) => !isEmpty(bySubject[subject].now) || !isEmpty(bySubject[subject].before),
    );
    const blocks = subjects.map((subject) => block(locale, subject, bySubject[subject], span.runs));
    const nothing = isEmpty(total.now) && blocks.length === 0;
    const parts = [
      joinHtml(head, '\n'),
      ...(nothing ? [html`${t(locale, 'report-nothing')}`] : blocks),
      ...(team ? [teamLine(locale, team)] : []),
      ...(nothing ? [] : [html`<i>${comparedWith(locale, report, now)}</i>`]),
    ];
    return String(joinHtml(parts, '\n\n'));
  }

  /** «Отчёт: эта неделя». */
  function title(locale: Locale, { period }: Pick<ReportQuery, 'period'>): string {
    const name = period.kind === 'named' ? period.name : 'dates';
    return t(locale, 'report-title', { period: t(locale, `report-period-${name}`) });
  }

  /** «16.11.2026 – 22.11.2026»; one day is one date. */
  function dates(locale: Locale, timeZone: string, { from, until }: Span): string {
    const last = new Date(until.getTime() - 1);
    const [first, end] = [from, last].map((day) => formatDate(locale, timeZone, day));
    return first === end ? `${first}` : `${first} – ${end}`;
  }

  function narrowed(locale: Locale, query: ReportQuery, known: Known): string {
    const { companyId, typeId, staffId, subject } = query;
    const company = known.companies.find(({ id }) => id === companyId)?.name;
    const type = known.types.find(({ id }) => id === typeId)?.name[locale];
    const staff = known.staff.find(({ id }) => id === staffId)?.name;
    const parts = [
      ...(subject ? [t(locale, `report-only-${subject}`)] : []),
      ...(companyId === null ? [] : [company ?? '']),
      ...(typeId === null ? [] : [type ?? '']),
      ...(staffId === null ? [] : [staff ?? '']),
    ];
    return parts.length === 0 ? t(locale, 'report-of-all') : parts.join(' · ');
  }

  function block(
    locale: Locale,
    subject: ClockedSubject,
    { now, before }: Compared,
    runs: boolean,
  ): Html {
    const lines = [
      html`<b>${t(locale, `report-${subject}s`)}</b>`,
      html`${volume(locale, now, before)}`,
      html`${backlog(locale, now, runs)}`,
      ...(now.reopened > 0
        ? [html`${t(locale, 'report-reopened', withMore(now.reopened, before.reopened))}`]
        : []),
      ...kept(locale, now, before),
      ...rating(locale, now, before),
    ];
    return joinHtml(lines, '\n');
  }

  const withMore = (now: number, before: number) => ({ count: now, more: more(now, before) });

  function volume(locale: Locale, now: Figures, before: Figures): string {
    const parts = [
      t(locale, 'report-opened', withMore(now.opened, before.opened)),
      t(locale, 'report-closed', withMore(now.closed, before.closed)),
      ...(now.cancelled > 0
        ? [t(locale, 'report-cancelled', withMore(now.cancelled, before.cancelled))]
        : []),
    ];
    return parts.join(' · ');
  }

  function backlog(locale: Locale, { backlog: count, late }: Figures, runs: boolean): string {
    const words = t(locale, runs ? 'report-open-now' : 'report-open-then', { count });
    return late === 0 ? words : `${words}${t(locale, 'report-late', { count: late })}`;
  }

  function kept(locale: Locale, now: Figures, before: Figures): Html[] {
    return (['response', 'next_response', 'resolution'] as const).flatMap((kind) => {
      const [one, other] = [now.kept[kind], before.kept[kind]];
      const inTime = shareOf(one);
      if (inTime === null) return [];
      const change = points(locale, inTime, shareOf(other));
      // «Within», the sentence says: within a minute at the least.
      const within = one.p90Ms === null ? null : Math.max(one.p90Ms, MINUTE_MS);
      const facts = {
        share: share(locale, inTime),
        change: change === null ? '' : ` (${change})`,
        ...{ median: time(locale, one.medianMs), p90: time(locale, within) },
      };
      const measured = one.medianMs === null ? 'share' : 'time';
      return [html`${t(locale, `report-${measured}-${kind.replace('_', '-')}`, facts)}`];
    });
  }

  function rating(locale: Locale, now: Figures, before: Figures): Html[] {
    const { count, average } = ratingOf(now);
    if (average === null) return [];
    const earlier = ratingOf(before).average;
    const was =
      earlier === null ? '' : t(locale, 'report-rating-was', { average: decimal(locale, earlier) });
    const stars = now.ratings
      .map((many, index) => ({ many, stars: index + 1 }))
      .filter(({ many }) => many > 0)
      .map((one) => t(locale, 'report-rating-of', one));
    const facts = { average: decimal(locale, average), count, was };
    return [html`${t(locale, 'report-rating', facts)}`, html`${stars.reverse().join(' · ')}`];
  }

  /** What an employee may know of the others. */
  function teamLine(locale: Locale, team: Figures): Html {
    const { response, resolution } = team.kept;
    const facts = {
      opened: team.opened,
      response: time(locale, response.medianMs),
      resolution: time(locale, resolution.medianMs),
      share: share(locale, wholeShareOf(team)),
    };
    return html`<b>${t(locale, 'report-team')}</b>\n${t(locale, 'report-team-figures', facts)}`;
  }

  function comparedWith(locale: Locale, { span, timeZone }: Brief, now: Date): string {
    const last = new Date(span.before.until.getTime() - 1);
    const day = (at: Date) => formatDay(locale, timeZone, at, now);
    const [from, until] = [day(span.before.from), day(last)];
    const before = from === until ? from : `${from} – ${until}`;
    return t(locale, span.runs ? 'report-compared-running' : 'report-compared', { before });
  }

  return { brief, title, dates, narrowed };
}
