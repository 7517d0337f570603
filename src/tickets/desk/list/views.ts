// A page of tickets for staff, as HTML: what each is, until when, who has it, and the way to its thread.

import { InlineKeyboard } from 'grammy';
import { formatWhen } from '../../../platform/dates.ts';
import type { Locale, Translate } from '../../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../../platform/telegram/html.ts';
import { plainName, truncate } from '../../../platform/telegram/plain-text.ts';
import { TICKET_STATUSES, ticketNumber, URGENCIES } from '../../ticket.ts';
import type { Named } from '../card-facts.ts';
import { TICKET_BADGES } from '../card-views.ts';
import { LIST_MENUS, type ListMenu, listButton } from './buttons.ts';
import { type ListedTicket, MOST_COUNTED, PAGE_SIZE } from './listed.ts';
import { ALL_OPEN, NOBODYS, PERIODS, packQuery, type TicketQuery, toggled } from './query.ts';
import type { TicketPage } from './service.ts';

export interface TicketListViewDeps {
  readonly t: Translate;
  readonly timeZone: string;
}

/** So many companies or people fit under a list; the others are found by typing a name after the command. */
const MOST_OPTIONS = 20;
const SUMMARY_SIGNS = 60;

interface Option {
  readonly label: string;
  readonly chosen: boolean;
  readonly query: TicketQuery;
}

export type TicketListViews = ReturnType<typeof createTicketListViews>;

export function createTicketListViews({ t, timeZone }: TicketListViewDeps) {
  function list(locale: Locale, page: TicketPage, menu: ListMenu, now: Date) {
    const { tickets, count, query } = page;
    const shown = count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count);
    const title = html`<b>${t(locale, 'tlist-title', { count: shown })}</b>`;
    const chosen = narrowedBy(locale, page);
    const lines = [
      chosen === '' ? title : joinHtml([title, html`<i>${chosen}</i>`], '\n'),
      ...tickets.map((ticket) => line(locale, ticket, now)),
      ...(tickets.length === 0 ? [html`${t(locale, emptyWords(query))}`] : []),
    ];
    const keyboard = menu === 'pages' ? pages(locale, page) : options(locale, page, menu);
    return { text: String(joinHtml(lines, '\n\n')), keyboard };
  }

  function line(locale: Locale, ticket: ListedTicket, now: Date): Html {
    const { id, url, status, urgency, summary, company, responsible, dueAt } = ticket;
    const number = url ? html`<a href="${url}">${ticketNumber(id)}</a>` : ticketNumber(id);
    const isUrgent = urgency === 'high' || urgency === 'critical';
    const due = dueAt
      ? [
          t(locale, dueAt <= now ? 'tlist-late' : 'tlist-due', {
            time: formatWhen(locale, timeZone, dueAt, now),
          }),
        ]
      : [];
    const facts = [
      plainName(company, '…', 40),
      t(locale, `tdesk-status-${status}`).toLowerCase(),
      ...(isUrgent ? [t(locale, `tdesk-urgency-${urgency}`)] : []),
      ...due,
      responsible ?? t(locale, 'tlist-nobody'),
    ];
    return joinHtml(
      [
        html`${TICKET_BADGES[status]} ${number} ${truncate(summary, SUMMARY_SIGNS)}`,
        html`${facts.join(' · ')}`,
      ],
      '\n',
    );
  }

  /** What is chosen, in words; empty: all that is owed. */
  function narrowedBy(locale: Locale, { query, companies, staff, types }: TicketPage): string {
    const { statuses, urgencies, overdue, period, companyId, typeId, staffId } = query;
    const named = (all: readonly Named[], id: number | null) =>
      id === null ? [] : [all.find((one) => one.id === id)?.name ?? `№ ${id}`];
    const type = types.find(({ id }) => id === typeId);
    return [
      ...statuses.map((status) => t(locale, `tdesk-status-${status}`).toLowerCase()),
      ...urgencies.map((urgency) => t(locale, `tdesk-urgency-${urgency}`)),
      ...(overdue ? [t(locale, 'tlist-overdue')] : []),
      ...(type ? [type.name[locale]] : []),
      ...named(companies, companyId),
      ...named(withNobody(locale, staff), staffId),
      ...(period === 'any' ? [] : [t(locale, `tlist-period-${period}`)]),
    ].join(' · ');
  }

  function pages(locale: Locale, { query, page, count }: TicketPage): InlineKeyboard {
    const last = Math.ceil(count / PAGE_SIZE) - 1;
    const keyboard = new InlineKeyboard();
    if (page > 0) keyboard.text('◀', data(query, page - 1, 'pages'));
    if (page < last) keyboard.text('▶', data(query, page + 1, 'pages'));
    if (last > 0) keyboard.row();
    const late = { ...query, overdue: !query.overdue };
    keyboard.text(marked(t(locale, 'tlist-overdue-button'), query.overdue), data(late, 0, 'pages'));
    keyboard.text(t(locale, 'tlist-again'), data(query, page, 'pages')).row();
    for (const [index, menu] of LIST_MENUS.filter((one) => one !== 'pages').entries()) {
      keyboard.text(t(locale, `tlist-by-${menu}`), data(query, page, menu));
      if (index % 3 === 2) keyboard.row();
    }
    if (packQuery(query) !== packQuery(ALL_OPEN))
      keyboard.text(t(locale, 'tlist-reset'), data(ALL_OPEN, 0, 'pages'));
    return keyboard;
  }

  /** One below the other; what may be several stays open until «Готово». */
  function options(locale: Locale, page: TicketPage, menu: ListMenu): InlineKeyboard {
    const keyboard = new InlineKeyboard();
    const stays = menu === 'status' || menu === 'urgency';
    for (const { label, chosen, query } of optionsOf(locale, page, menu)) {
      keyboard.text(marked(label, chosen), data(query, 0, stays ? menu : 'pages')).row();
    }
    return keyboard.text(t(locale, 'tlist-back'), data(page.query, 0, 'pages'));
  }

  function optionsOf(locale: Locale, page: TicketPage, menu: ListMenu): readonly Option[] {
    const { query } = page;
    switch (menu) {
      case 'pages':
        return [];
      case 'status':
        return TICKET_STATUSES.map((status) => ({
          label: `${TICKET_BADGES[status]} ${t(locale, `tdesk-status-${status}`)}`,
          chosen: query.statuses.includes(status),
          query: { ...query, statuses: toggled(query.statuses, status) },
        }));
      case 'urgency':
        return URGENCIES.map((urgency) => ({
          label: t(locale, `tdesk-urgency-${urgency}`),
          chosen: query.urgencies.includes(urgency),
          query: { ...query, urgencies: toggled(query.urgencies, urgency) },
        }));
      case 'period':
        return PERIODS.map((period) => ({
          label: t(locale, `tlist-period-${period}`),
          chosen: query.period === period,
          query: { ...query, period },
        }));
      case 'type':
        return byNumber(
          page.types.map(({ id, name }) => ({ id, name: name[locale] })),
          query.typeId,
          (typeId) => ({ ...query, typeId }),
        );
      case 'company':
        return byNumber(page.companies, query.companyId, (companyId) => ({ ...query, companyId }));
      case 'staff':
        return byNumber(withNobody(locale, page.staff), query.staffId, (staffId) => ({
          ...{ ...query, staffId },
        }));
    }
  }

  /** What nobody answers for can be asked for as well. */
  function withNobody(locale: Locale, staff: readonly Named[]): readonly Named[] {
    return [{ id: NOBODYS, name: t(locale, 'tlist-nobody') }, ...staff];
  }

  return { list };
}

/** Pressed once more, it is not asked for any longer. */
function byNumber(
  all: readonly Named[],
  chosen: number | null,
  query: (id: number | null) => TicketQuery,
): readonly Option[] {
  return all.slice(0, MOST_OPTIONS).map(({ id, name }) => ({
    label: plainName(name, '…'),
    chosen: id === chosen,
    query: query(id === chosen ? null : id),
  }));
}

function marked(label: string, chosen: boolean): string {
  return chosen ? `✅ ${label}` : label;
}

function data(query: TicketQuery, page: number, choice: ListMenu): string {
  return listButton.encode({ id: page + 1, revision: packQuery(query), choice });
}

function emptyWords(query: TicketQuery): string {
  return packQuery(query) === packQuery(ALL_OPEN) ? 'tlist-none' : 'tlist-none-such';
}
