// A report as a spreadsheet that nobody has to touch: the figures beside those of the period before, by client, type
// and employee, and each ticket in a row of its own.

import type { Sheet, SheetCell, SheetTotal, Spreadsheet } from '../../platform/documents/index.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { CLOCK_KINDS } from '../../sla/clock.ts';
import { ticketNumber } from '../../tickets/ticket.ts';
import { createFigureWords, percentOf, signed } from './figure-words.ts';
import { type Figures, type Kept, promisesOf, ratingOf, shareOf, wholeShareOf } from './figures.ts';
import type { Known } from './known.ts';
import type { Breakdown, ByKey } from './reading.ts';
import type { KeptPromise, TicketRow } from './ticket-rows-repository.ts';
import type { ReportViews } from './views.ts';

const MINUTE_MS = 60_000;

export interface Tabled {
  readonly report: Breakdown;
  readonly known: Known;
  readonly tickets: readonly TicketRow[];
  /** Whether it holds the figures of each employee. */
  readonly forAll: boolean;
  readonly now: Date;
}

export type SheetViews = ReturnType<typeof createSheetViews>;

export function createSheetViews(
  t: Translate,
  views: Pick<ReportViews, 'title' | 'dates' | 'narrowed'>,
) {
  const { time } = createFigureWords(t);

  function spreadsheet(locale: Locale, tabled: Tabled): Spreadsheet {
    const { report, known, tickets, forAll, now } = tabled;
    const { query, span, timeZone } = report;
    const heading = [
      views.title(locale, query),
      `${views.dates(locale, timeZone, span)} · ${views.narrowed(locale, query, known)}`,
      '',
    ];
    const apart = (title: string, name: string, figures: ByKey, nameOf: (key: string) => string) =>
      split(locale, { heading, title, name, figures, nameOf, total: report.total.now });
    const named = (rows: readonly { readonly id: number; readonly name: string }[]) => {
      const names = new Map(rows.map(({ id, name }) => [String(id), name]));
      return (key: string) => names.get(key) ?? '';
    };
    const types = known.types.map(({ id, name }) => ({ id, name: name[locale] }));
    return {
      madeAt: now,
      timeZone,
      sheets: [
        summary(locale, heading, report),
        apart('sheet-clients', 'client', report.byCompany, named(known.companies)),
        apart('sheet-types', 'type', report.byType, named(types)),
        ...(forAll ? [apart('sheet-staff', 'employee', report.byStaff, named(known.staff))] : []),
        ticketSheet(locale, heading, tickets),
      ],
    };
  }

  function summary(locale: Locale, heading: readonly string[], report: Breakdown): Sheet {
    const { now, before } = report.total;
    const count = (key: string, of: (figures: Figures) => number): SheetCell[] => {
      const [one, other] = [of(now), of(before)];
      return [t(locale, key), one, other, one === other ? '' : signed(one - other)];
    };
    const share = (key: string, of: (figures: Figures) => number | null): SheetCell[] => {
      const [one, other] = [of(now), of(before)];
      const change = percentOf(one ?? 0) - percentOf(other ?? 0);
      const told = one === null || other === null || change === 0;
      const words = told ? '' : t(locale, 'figure-points', { points: signed(change) });
      return [t(locale, key), shareCell(one), shareCell(other), words];
    };
    const took = (key: string, of: (figures: Figures) => number | null): SheetCell[] => {
      const [one, other] = [of(now), of(before)];
      return [t(locale, key), timeCell(one), timeCell(other), slower(locale, one, other)];
    };
    const { average } = ratingOf(now);
    return {
      name: t(locale, 'sheet-summary'),
      heading,
      columns: [
        { title: t(locale, 'sheet-figure'), width: 44 },
        { title: t(locale, 'sheet-period'), width: 18, align: 'right' },
        { title: t(locale, 'sheet-before'), width: 20, align: 'right' },
        { title: t(locale, 'sheet-change'), width: 18, align: 'right' },
      ],
      rows: [
        count('sheet-opened', ({ opened }) => opened),
        count('sheet-closed', ({ closed }) => closed),
        count('sheet-cancelled', ({ cancelled }) => cancelled),
        count('sheet-reopened', ({ reopened }) => reopened),
        count('sheet-backlog', ({ backlog }) => backlog),
        share('sheet-share', wholeShareOf),
        ...CLOCK_KINDS.flatMap((kind) => {
          const name = kind.replace('_', '-');
          return [
            share(`sheet-share-${name}`, ({ kept }) => shareOf(kept[kind])),
            took(`sheet-median-${name}`, ({ kept }) => kept[kind].medianMs),
            took(`sheet-p90-${name}`, ({ kept }) => kept[kind].p90Ms),
          ];
        }),
        [t(locale, 'sheet-rating'), ratingCell(average), ratingCell(ratingOf(before).average), ''],
        count('sheet-ratings', (figures) => ratingOf(figures).count),
        ...([5, 4, 3, 2, 1] as const).map((stars): SheetCell[] => {
          const [one, other] = [now.ratings[stars - 1] ?? 0, before.ratings[stars - 1] ?? 0];
          const change = one === other ? '' : signed(one - other);
          return [t(locale, 'sheet-stars', { stars }), one, other, change];
        }),
      ],
    };
  }

  function slower(locale: Locale, now: number | null, before: number | null): string {
    if (now === null || before === null) return '';
    const change = Math.round((now - before) / MINUTE_MS);
    if (change === 0) return '';
    return `${change > 0 ? '+' : '−'}${time(locale, Math.abs(change) * MINUTE_MS)}`;
  }

  interface Split {
    readonly heading: readonly string[];
    readonly title: string;
    readonly name: string;
    readonly figures: ByKey;
    readonly nameOf: (key: string) => string;
    readonly total: Figures;
  }

  function split(locale: Locale, { heading, title, name, figures, nameOf, total }: Split): Sheet {
    const rows = [...figures]
      .map(
        ([key, one]) =>
          [key === null ? t(locale, `sheet-none-${name}`) : nameOf(key), one] as const,
      )
      .toSorted(([a, one], [b, other]) => other.opened - one.opened || a.localeCompare(b, locale));
    const sum = { kind: 'sum' } as const;
    const cell = (of: SheetCell): SheetTotal => ({ kind: 'cell', cell: of });
    return {
      name: t(locale, title),
      heading,
      columns: [
        { title: t(locale, `sheet-${name}`), width: 34 },
        ...SPLIT_COLUMNS.map(
          ([key, width]) => ({ title: t(locale, `sheet-${key}`), width, align: 'right' }) as const,
        ),
      ],
      rows: rows.map(([words, one]) => [words, ...splitCells(one)]),
      totals: [
        cell(t(locale, 'sheet-total')),
        ...[sum, sum, sum, sum, sum],
        ...[sum, sum, { kind: 'share', of: 6, rest: 7 } as const],
        // Medians do not add up: these are of all together.
        ...splitCells(total).slice(8).map(cell),
      ],
    };
  }

  function ticketSheet(
    locale: Locale,
    heading: readonly string[],
    tickets: readonly TicketRow[],
  ): Sheet {
    const inTime = (kept: KeptPromise | null) =>
      kept ? t(locale, kept.met ? 'sheet-yes' : 'sheet-no') : '';
    const spent = (kept: KeptPromise | null) => (kept ? { minutes: kept.spentMinutes } : null);
    return {
      name: t(locale, 'sheet-tickets'),
      heading,
      columns: TICKET_COLUMNS.map(([key, width]) => ({
        ...{ title: t(locale, `sheet-${key}`), width },
        ...(NUMBERS.has(key) ? { align: 'right' as const } : {}),
      })),
      rows: tickets.map((ticket) => [
        ...[ticketNumber(ticket.id), ticket.companyName],
        ...[locale === 'ru' ? ticket.typeRu : ticket.typeEn],
        ...[t(locale, `sheet-urgency-${ticket.urgency}`), ticket.summary],
        ...[t(locale, `sheet-status-${ticket.status.replace('_', '-')}`)],
        ...[ticket.responsibleName ?? '', ticket.authorName ?? ''],
        ...[ticket.openedAt, ticket.respondedAt, ticket.doneAt, ticket.endedAt],
        ...[spent(ticket.response), inTime(ticket.response)],
        ...[spent(ticket.resolution), inTime(ticket.resolution)],
        ...[ticket.reopenedCount, ticket.rating, ticket.ratingWords ?? ''],
      ]),
    };
  }

  return { spreadsheet };
}

const SPLIT_COLUMNS = [
  ['opened', 10],
  ['closed', 10],
  ['cancelled', 11],
  ['reopened', 13],
  ['backlog', 12],
  ['met', 10],
  ['missed', 12],
  ['in-time', 10],
  ['median-response', 20],
  ['p90-response', 20],
  ['median-resolution', 19],
  ['p90-resolution', 19],
  ['rating', 10],
  ['ratings', 10],
] as const;

function splitCells(figures: Figures): SheetCell[] {
  const { opened, closed, cancelled, reopened, backlog, kept } = figures;
  const { met, missed } = promisesOf(figures);
  const { average, count } = ratingOf(figures);
  const took = ({ medianMs, p90Ms }: Kept) => [timeCell(medianMs), timeCell(p90Ms)];
  return [
    ...[opened, closed, cancelled, reopened, backlog, met, missed],
    shareCell(wholeShareOf(figures)),
    ...took(kept.response),
    ...took(kept.resolution),
    ...[ratingCell(average), count],
  ];
}

const TICKET_COLUMNS = [
  ['number', 12],
  ['client', 26],
  ['type', 22],
  ['urgency', 13],
  ['summary-column', 46],
  ['status', 16],
  ['responsible', 20],
  ['author', 20],
  ['opened-at', 17],
  ['responded-at', 17],
  ['done-at', 17],
  ['ended-at', 17],
  ['response-took', 14],
  ['response-in-time', 12],
  ['resolution-took', 14],
  ['resolution-in-time', 12],
  ['returns', 10],
  ['stars-given', 9],
  ['rating-words', 40],
] as const;

const NUMBERS: ReadonlySet<string> = new Set([
  ...['response-took', 'resolution-took', 'returns', 'stars-given'],
]);

function timeCell(ms: number | null): SheetCell {
  return ms === null ? null : { minutes: ms / MINUTE_MS };
}

function shareCell(share: number | null): SheetCell {
  return share === null ? null : { share };
}

function ratingCell(average: number | null): SheetCell {
  return average === null ? null : { number: average, decimals: 1 };
}
