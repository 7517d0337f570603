// The week of a client, as its group reads it: how much, how fast, how much of it in time, what is still open and
// whose move it is.

import { harmlessLine } from '../../dialogs/content/harmless.ts';
import { formatDay } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../platform/telegram/html.ts';
import { ticketNumber, turnOf } from '../../tickets/ticket.ts';
import { createFigureWords } from '../service-report/figure-words.ts';
import { type Figures, ratingOf, wholeShareOf } from '../service-report/figures.ts';
import type { Span } from '../service-report/period.ts';
import type { Compared } from '../service-report/reading.ts';
import type { OpenTicket } from './repository.ts';

export interface ToldWeek {
  readonly total: Compared;
  readonly span: Span;
  readonly open: { readonly count: number; readonly oldest: readonly OpenTicket[] };
}

export function createWeeklyViews(t: Translate) {
  const { time, share, decimal, more } = createFigureWords(t);

  /** HTML. */
  function clientWeek(
    locale: Locale,
    { total, span, open }: ToldWeek,
    { timeZone, now }: { readonly timeZone: string; readonly now: Date },
  ): string {
    const last = new Date(span.until.getTime() - 1);
    const [first, end] = [span.from, last].map((day) => formatDay(locale, timeZone, day, now));
    const parts = [
      html`<b>${t(locale, 'weekly-title')}</b>\n${first ?? ''} – ${end ?? ''}`,
      figures(locale, total.now, total.before),
      ...(open.count > 0 ? [stillOpen(locale, open)] : [html`${t(locale, 'weekly-none-open')}`]),
    ];
    return String(joinHtml(parts, '\n\n'));
  }

  function figures(locale: Locale, now: Figures, before: Figures): Html {
    const { response, resolution } = now.kept;
    const { average, count } = ratingOf(now);
    const inTime = wholeShareOf(now);
    const lines = [
      t(locale, 'weekly-volume', {
        opened: now.opened,
        more: more(now.opened, before.opened),
        solved: resolution.met + resolution.missed,
      }),
      ...(response.medianMs === null
        ? []
        : [t(locale, 'weekly-response', { time: time(locale, response.medianMs) })]),
      ...(resolution.medianMs === null
        ? []
        : [t(locale, 'weekly-resolution', { time: time(locale, resolution.medianMs) })]),
      ...(inTime === null ? [] : [t(locale, 'weekly-share', { share: share(locale, inTime) })]),
      ...(average === null
        ? []
        : [t(locale, 'weekly-rating', { average: decimal(locale, average), count })]),
    ];
    return joinHtml(
      lines.map((line) => html`${line}`),
      '\n',
    );
  }

  function stillOpen(locale: Locale, { count, oldest }: ToldWeek['open']): Html {
    const lines = oldest.map((ticket) => html`${line(locale, ticket)}`);
    const rest = count - oldest.length;
    return joinHtml(
      [
        html`<b>${t(locale, 'weekly-open', { count })}</b>`,
        ...lines,
        ...(rest > 0 ? [html`${t(locale, 'weekly-more', { count: rest })}`] : []),
      ],
      '\n',
    );
  }

  /** «T-000123 Не печатает касса — ждём вашего ответа». */
  function line(locale: Locale, ticket: OpenTicket): string {
    const { id, status, responsibleName } = ticket;
    const whose =
      status === 'done'
        ? t(locale, 'weekly-turn-confirm')
        : turnOf(ticket) === 'client'
          ? t(locale, 'weekly-turn-client')
          : responsibleName === null
            ? t(locale, 'weekly-turn-nobody')
            : t(locale, 'weekly-turn-desk', { name: responsibleName });
    return `${ticketNumber(id)} ${harmlessLine(ticket.summary)} — ${whose}`;
  }

  return { clientWeek };
}
