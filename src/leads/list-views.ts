// Leads as employees list them: pages, what a list can be narrowed to, one of them. Plain text.

import type { InlineKeyboardButton } from 'grammy/types';
import { looseUrl } from '../desks/kinds/kind.ts';
import { formatWhen } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import { plainName, truncate } from '../platform/telegram/plain-text.ts';
import { leadListButton, leadNarrowButton, leadViewButton } from './buttons.ts';
import type { LeadFacts } from './facts.ts';
import type { LeadPage } from './lead-list.ts';
import type { Choice, StorefrontChoice } from './lead-list-repository.ts';
import {
  ALL_LEADS,
  LEAD_LISTS,
  LEADS_ON_PAGE,
  type LeadQuery,
  MOST_COUNTED,
  packed,
} from './lead-query.ts';
import type { RescueChoice, StaffLeadViews } from './staff-views.ts';
import type { LeadViews } from './views.ts';

export interface LeadListViewDeps {
  readonly t: Translate;
  /** In which employees read times. */
  readonly timeZone: string;
  readonly views: LeadViews;
  readonly staffViews: StaffLeadViews;
}

type Rows = InlineKeyboardButton[][];

export type LeadListViews = ReturnType<typeof createLeadListViews>;

export function createLeadListViews({ t, timeZone, views, staffViews }: LeadListViewDeps) {
  const withRows = (lines: readonly string[], rows: Rows): View => ({
    text: lines.join('\n'),
    keyboard: { inline_keyboard: rows.filter((row) => row.length > 0) },
  });
  /** Shows this list. */
  const to = (text: string, query: LeadQuery): InlineKeyboardButton => ({
    text,
    callback_data: leadListButton.encode({ id: 1, revision: packed(query), choice: query.list }),
  });
  const marked = (isChosen: boolean, text: string) => (isChosen ? `✓ ${text}` : text);

  function page(locale: Locale, shown: LeadPage, now: Date): View {
    const { query, total, leads } = shown;
    const count = total > MOST_COUNTED ? `${MOST_COUNTED}+` : total;
    const title = t(locale, 'leads-title', { list: t(locale, `leads-list-${query.list}`), count });
    const lines = leads.flatMap((one) => ['', ...line(locale, one, now)]);
    const nothing = leads.length === 0 ? ['', t(locale, 'leads-none')] : [];
    const opening = leads.map((one) => openingRow(locale, query, one));
    const rows = [...opening, turning(shown), ...listRows(locale, query), narrowing(locale, shown)];
    return withRows([title, ...narrowedTo(locale, shown), ...lines, ...nothing], rows);
  }

  function narrowedTo(locale: Locale, { exporter, storefront }: LeadPage): string[] {
    const front = storefront && `${storefront.flag} ${storefront.names[locale]}`;
    return [
      ...(exporter === null ? [] : [t(locale, 'lead-exporter', { name: plainName(exporter, '') })]),
      ...(front === null ? [] : [t(locale, 'lead-storefront', { name: front })]),
    ];
  }

  /** Who asks whom about what, and how it stands since when. */
  function line(locale: Locale, { facts, isClosed }: LeadPage['leads'][number], now: Date) {
    const { lead, product, seller } = facts;
    const names = {
      number: lead.id,
      name: views.who(facts),
      product: plainName(product.name, '', 80),
    };
    const front = views.storefront(locale, facts);
    const where = [plainName(seller.name, ''), ...(front ? [front] : [])].join(' · ');
    return [t(locale, 'leads-line', names), where, standing(locale, facts, isClosed, now)];
  }

  function standing(locale: Locale, { lead }: LeadFacts, isClosed: boolean, now: Date): string {
    if (isClosed) return t(locale, 'leads-is-closed');
    const when = (at: Date) => ({ time: formatWhen(locale, timeZone, at, now) });
    if (lead.state !== 'open') return t(locale, `leads-is-${lead.state}`, when(lead.createdAt));
    if (!lead.answeredAt)
      return t(locale, 'leads-is-unanswered', when(lead.openedAt ?? lead.createdAt));
    return t(
      locale,
      `lead-move-${lead.move ?? 'importer'}`,
      when(lead.moveSince ?? lead.answeredAt),
    );
  }

  function openingRow(
    locale: Locale,
    query: LeadQuery,
    { id, facts, chatId, cardId }: LeadPage['leads'][number],
  ): InlineKeyboardButton[] {
    const text = truncate(t(locale, 'leads-open', { number: id, name: views.who(facts) }), 40);
    const revision = packed(query);
    const open = {
      text,
      callback_data: leadViewButton.encode({ id, revision, choice: query.list }),
    };
    if (chatId === null || cardId === null) return [open];
    return [open, { text: t(locale, 'leads-chat'), url: looseUrl(chatId, cardId) }];
  }

  function turning({ query, total }: LeadPage): InlineKeyboardButton[] {
    const last = Math.ceil(total / LEADS_ON_PAGE);
    if (last <= 1) return [];
    const turn = (text: string, page: number) => to(text, { ...query, page });
    return [
      ...(query.page > 1 ? [turn('‹', query.page - 1)] : []),
      turn(`${query.page} / ${last}`, query.page),
      ...(query.page < last ? [turn('›', query.page + 1)] : []),
    ];
  }

  function listRows(locale: Locale, query: LeadQuery): Rows {
    const [all, ...others] = LEAD_LISTS.map((list) =>
      to(marked(list === query.list, t(locale, `leads-list-${list}`)), { ...query, list, page: 1 }),
    );
    return [all ? [all] : [], others.slice(0, 2), others.slice(2)];
  }

  function narrowing(locale: Locale, { query }: LeadPage): InlineKeyboardButton[] {
    const by = (choice: 'exporter' | 'storefront') => ({
      text: t(locale, `leads-by-${choice}`),
      callback_data: leadNarrowButton.encode({
        id: LEAD_LISTS.indexOf(query.list) + 1,
        revision: packed(query),
        choice,
      }),
    });
    const isNarrowed = query.companyId !== null || query.storefront !== null;
    const all = { ...ALL_LEADS, list: query.list };
    const reset = isNarrowed ? [to(t(locale, 'leads-all'), all)] : [];
    return [by('exporter'), by('storefront'), ...reset];
  }

  function exporters(locale: Locale, query: LeadQuery, found: readonly Choice[]): View {
    const rows = found.map(({ id, name, urgent }) => {
      const label = t(locale, 'leads-exporter', {
        name: truncate(plainName(name, ''), 40),
        urgent,
      });
      return [to(marked(id === query.companyId, label), { ...query, companyId: id, page: 1 })];
    });
    const back = [to(t(locale, 'leads-back'), query)];
    const key = found.length === 0 ? 'leads-exporters-none' : 'leads-exporters';
    return withRows([t(locale, key)], [...rows, back]);
  }

  function storefronts(locale: Locale, query: LeadQuery, all: readonly StorefrontChoice[]): View {
    const rows = all.map(({ number, flag, names }) => {
      const label = marked(number === query.storefront, `${flag} ${names[locale]}`);
      return [to(label, { ...query, storefront: number, page: 1 })];
    });
    const key = all.length === 0 ? 'leads-storefronts-none' : 'leads-storefronts';
    return withRows([t(locale, key)], [...rows, [to(t(locale, 'leads-back'), query)]]);
  }

  /** One of them, with what can be done about it now. */
  function one(locale: Locale, facts: LeadFacts, back: LeadQuery, now: Date): View {
    const choices = rescuesFor(facts);
    return withRows(
      [staffViews.whole(locale, facts, now)],
      [
        ...choices.map((choice) => [staffViews.rescue(locale, facts, choice)]),
        [staffViews.exporterCard(locale, facts.seller)],
        [to(t(locale, 'leads-back'), back)],
      ],
    );
  }

  return { page, exporters, storefronts, one };
}

/** Nothing is answered twice, and nobody is offered to an importer who has their answer. */
function rescuesFor({ lead, seller }: LeadFacts): readonly RescueChoice[] {
  const phones = seller.people.length > 0 ? (['phones'] as const) : [];
  if (lead.state === 'merged') return [];
  if (lead.state !== 'open') return [...phones, 'others'];
  return lead.answeredAt ? [...phones, 'enter'] : ['answer', ...phones, 'others', 'enter'];
}
