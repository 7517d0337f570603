// Tickets as a client looks them up: a list with a button for each, and one with its history. Plain text.

import { formatWhen } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { pageOf, pageRow, type Screen, type ScreenButton } from '../../platform/screens/index.ts';
import type { RequestFacts } from '../client-card/facts.ts';
import { type RequestViews, STATUS_SIGNS, stars } from '../client-card/views.ts';
import { ticketNumber } from '../ticket.ts';
import type { ToldTicket } from './status-service.ts';

const PER_PAGE = 6;

export type StatusViews = ReturnType<typeof createStatusViews>;

export function createStatusViews(
  t: Translate,
  views: Pick<RequestViews, 'statusWords' | 'dueWords'>,
) {
  function list(
    locale: Locale,
    found: readonly RequestFacts[],
    { whose, page: wished, others }: ListWish,
  ): Screen {
    const page = pageOf(found, wished, PER_PAGE);
    const title = t(locale, `request-list-${whose}`, { count: found.length });
    const empty = found.length === 0 ? [t(locale, `request-none-${whose}`)] : [];
    const lines = page.items.map((facts) => row({ ...facts, locale }));
    const buttons = page.items.map(({ ticket }) => ({
      ...{ label: ticketNumber(ticket.id), data: `one.${ticket.id}` },
    }));
    const other = whose === 'mine' ? 'all' : 'mine';
    const rest: readonly ScreenButton[] = others
      ? [{ label: t(locale, `request-see-${other}`), data: `${other}.1` }]
      : [];
    const rows = [...inRows(buttons), ...pageRow(page, (number) => `${whose}.${number}`)];
    const text = [found.length === 0 ? '' : title, ...empty, ...lines].filter(Boolean).join('\n\n');
    return { text, rows: rest.length > 0 ? [...rows, rest] : rows };
  }

  function row(facts: RequestFacts): string {
    const { ticket } = facts;
    const due = views.dueWords(facts);
    const head = `${STATUS_SIGNS[ticket.status]} ${ticketNumber(ticket.id)} · ${views.statusWords(facts)}`;
    return [head, ticket.summary, ...(due === null ? [] : [`⏱ ${due}`])].join('\n');
  }

  /** `url`: where its card stands; null: nobody can be led there. */
  function one(locale: Locale, { facts: kept, steps }: ToldTicket, url: string | null): Screen {
    const facts = { ...kept, locale };
    const { ticket, type, responsible, company, now } = facts;
    const urgency = t(locale, `request-urgency-${ticket.urgency}`);
    const due = views.dueWords(facts);
    const when = (at: Date) => formatWhen(locale, company.timeZone, at, now);
    const lines = [
      `${ticketNumber(ticket.id)} · ${type[locale]} · ${urgency}`,
      ticket.summary,
      '',
      `${STATUS_SIGNS[ticket.status]} ${views.statusWords(facts)}`,
      ...(due === null ? [] : [`⏱ ${due}`]),
      ...(responsible === null
        ? []
        : [`👤 ${t(locale, 'request-responsible', { name: responsible })}`]),
      ...(ticket.rating === null
        ? []
        : [t(locale, 'request-rating', { stars: stars(ticket.rating) })]),
      '',
      ...steps.map(({ at, deed }) => `${when(at)} · ${t(locale, `request-history-${deed}`)}`),
    ];
    const card = url ? [[{ label: t(locale, 'request-to-card'), url }]] : [];
    const history = [{ label: t(locale, 'request-log-file'), data: `log.${ticket.id}` }];
    const back = [{ label: t(locale, 'request-back'), data: 'mine.1' }];
    return { text: lines.join('\n'), rows: [...card, history, back] };
  }

  return { list, one };
}

export interface ListWish {
  readonly whose: 'mine' | 'all';
  readonly page: number;
  /** Whether the other list is offered, too. */
  readonly others: boolean;
}

const IN_A_ROW = 3;

function inRows<T>(all: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (let at = 0; at < all.length; at += IN_A_ROW) rows.push(all.slice(at, at + IN_A_ROW));
  return rows;
}
