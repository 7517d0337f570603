// Clients as employees see them: the list, one of them, and what may be changed.

import { ZONE_NAMES, ZONES } from '../../exporters/hours.ts';
import { LOCALES, type Locale, type Translate } from '../../platform/i18n.ts';
import type { View } from '../../platform/outbox/words.ts';
import { inRows, pageRow, type Screen, type ScreenButton } from '../../platform/screens/index.ts';
import { lookAgainButton } from '../../rooms/buttons.ts';
import { type Lack, ROOM_RIGHTS, WISHED_RIGHTS } from '../../rooms/stock.ts';
import type { Sla, Terms } from '../../sla/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { ClientCompany } from '../company.ts';
import { ticketNumber } from '../ticket.ts';
import { nameManagerButton } from './buttons.ts';
import { CONNECT_PREFIX, PAGE_SIZE } from './client.ts';
import type { ClientView } from './service.ts';
import type { TermsViews } from './terms-views.ts';

export interface StaffViewsDeps {
  readonly t: Translate;
  readonly botUsername: () => string;
  readonly termsOf: (company: ClientCompany) => Terms;
  readonly terms: Pick<Sla['terms'], 'plans' | 'calendars'>;
  readonly termsViews: TermsViews;
}

export type ClientStaffViews = ReturnType<typeof createClientStaffViews>;

/** Numbers of tickets that are named before it is «and so on». */
const TICKETS_NAMED = 10;
/** Clients without a manager that have a button; the others are on /clients. */
const MOST_LEFT = 12;

export function createClientStaffViews(deps: StaffViewsDeps) {
  const { t, botUsername, termsOf, terms, termsViews } = deps;

  /** `page` from 1; `mayAdd`: whoever looks may take clients on. */
  function list(
    locale: Locale,
    page: number,
    { total, clients }: { readonly total: number; readonly clients: readonly ClientView[] },
    mayAdd: boolean,
  ): Screen {
    const lines = clients.map((client) =>
      t(locale, client.endedAt ? 'clients-line-ended' : 'clients-line', {
        name: client.name,
        open: client.openTickets,
        manager: client.manager ?? t(locale, 'clients-nobody'),
        group: t(locale, `clients-group-${client.group}`),
      }),
    );
    const rows = clients.map(({ id, name }) => [{ label: name, data: `one.${id}` }]);
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    const turning = pageRow({ items: clients, page, pages }, (number) => `list.${number}`);
    const title =
      total === 0 ? t(locale, 'clients-none') : t(locale, 'clients-title', { count: total });
    const add = mayAdd ? [[{ label: t(locale, 'clients-new'), data: 'new' }]] : [];
    return {
      text: [title, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n'),
      rows: [...rows, ...turning, ...add],
    };
  }

  /** One of them, with what may be done. */
  function one(locale: Locale, client: ClientView, mayChange: boolean): Screen {
    const { id, endedAt, roomId } = client;
    const back = [button(locale, 'clients-back', 'list.1')];
    const text = about(locale, client);
    if (!mayChange) return { text, rows: [back] };
    if (endedAt) return { text, rows: [[button(locale, 'clients-resume', `resume.${id}`)], back] };
    const group = [
      [button(locale, 'clients-from-stock', `stock.${id}`)],
      [button(locale, 'clients-connect', `link.${id}`)],
    ];
    const settings = SETTINGS.map((names) =>
      names.map((name) => button(locale, `clients-set-${name}`, `${name}.${id}`)),
    );
    const end = { ...button(locale, 'clients-end', `end.${id}`), style: 'danger' as const };
    return { text, rows: [...(roomId === null ? group : []), ...settings, [end], back] };
  }

  function about(locale: Locale, client: ClientView): string {
    const { name, manager, group, endedAt, raiseMinutes, qrEnabled, rules, rulesEn } = client;
    const { plan, calendar } = termsOf(client);
    const own = rules ?? rulesEn;
    return [
      t(locale, endedAt ? 'clients-one-ended' : 'clients-one', { name }),
      t(locale, 'clients-one-manager', { manager: manager ?? t(locale, 'clients-nobody') }),
      t(locale, 'clients-one-group', { group: t(locale, `clients-group-${group}`) }),
      t(locale, 'clients-one-open', { count: client.openTickets }),
      t(locale, 'clients-one-plan', { plan: plan.name, calendar: calendar.name }),
      t(locale, 'clients-one-hours', {
        hours: termsViews.hours(locale, { calendar }, client.timeZone),
      }),
      t(locale, 'clients-one-language', { language: t(locale, `room-language-${client.locale}`) }),
      t(locale, 'clients-one-raise', { minutes: raiseMinutes }),
      t(locale, own === null ? 'clients-one-rules-usual' : 'clients-one-rules-own'),
      t(locale, qrEnabled ? 'clients-one-qr-on' : 'clients-one-qr-off'),
    ].join('\n');
  }

  /** The link by which the bot is brought into the client's own group. */
  function connecting(locale: Locale, { id, name, code }: ClientCompany): Screen {
    const rights = [...ROOM_RIGHTS, ...WISHED_RIGHTS, 'can_manage_chat'];
    const admin = rights.map((right) => right.replace(/^can_/, '')).join('+');
    const url = `https://t.me/${botUsername()}?startgroup=${CONNECT_PREFIX}${code}&admin=${admin}`;
    return {
      text: t(locale, 'clients-connect-how', { name }),
      rows: [[{ label: t(locale, 'clients-connect-choose'), url }], [backTo(locale, id)]],
    };
  }

  /** The choices of a setting, with what is chosen marked. */
  function choices(
    locale: Locale,
    client: ClientCompany,
    setting: Choosable,
    managers: readonly Pick<Staff, 'id' | 'name'>[],
  ): Screen {
    const { id, name } = client;
    const options = optionsOf(locale, client, setting, managers);
    const buttons = options.map(({ label, chosen, choice }) => ({
      label: chosen ? `✅ ${label}` : label,
      data: `${setting}.${id}.${choice}`,
    }));
    const rows = inRows(buttons, setting === 'zone' ? 2 : 1);
    const more = setting === 'zone' ? [[button(locale, 'clients-zone-other', `typed.${id}`)]] : [];
    const text = t(locale, `clients-choose-${setting}`, { name });
    return { text, rows: [...rows, ...more, [backTo(locale, id)]] };
  }

  function optionsOf(
    locale: Locale,
    client: ClientCompany,
    setting: Choosable,
    managers: readonly Pick<Staff, 'id' | 'name'>[],
  ): readonly { label: string; chosen: boolean; choice: number }[] {
    const { plan } = termsOf(client);
    switch (setting) {
      case 'manager':
        return managers.map(({ id, name }) => ({
          ...{ label: name, chosen: id === client.managerId, choice: id },
        }));
      case 'plan':
        return terms
          .plans()
          .map(({ id, name }) => ({ label: name, chosen: id === plan.id, choice: id }));
      case 'calendar':
        return [
          {
            label: t(locale, 'clients-calendar-of-plan'),
            chosen: client.calendarId === null,
            choice: 0,
          },
          ...terms.calendars().map(({ id, name }) => ({
            ...{ label: name, chosen: id === client.calendarId, choice: id },
          })),
        ];
      case 'language':
        return LOCALES.map((one, index) => ({
          label: t(locale, `room-language-${one}`),
          ...{ chosen: one === client.locale, choice: index },
        }));
      case 'zone':
        return ZONE_NAMES.map((name, index) => ({
          label: t(locale, `zone-${name}`),
          ...{ chosen: ZONES[name] === client.timeZone, choice: index },
        }));
    }
  }

  function rules(locale: Locale, client: ClientCompany, text: string): Screen {
    const { id } = client;
    const edit = LOCALES.map((one, index) => [
      button(locale, `clients-rules-edit-${one}`, `write.${id}.${index}`),
    ]);
    const isOwn = client.rules !== null || client.rulesEn !== null;
    const usual = isOwn ? [[button(locale, 'clients-rules-reset', `usual.${id}`)]] : [];
    return { text, rows: [...edit, ...usual, [backTo(locale, id)]] };
  }

  /** Asked once, with what is still open. */
  function ending(locale: Locale, { id, name, open }: ClientView): Screen {
    const named = open.slice(0, TICKETS_NAMED).map(ticketNumber).join(', ');
    const rest = Math.max(0, open.length - TICKETS_NAMED);
    const tickets = open.length === 0 ? [] : [t(locale, 'clients-end-open', { named, rest })];
    const yes = { ...button(locale, 'clients-end-yes', `ended.${id}`), style: 'danger' as const };
    return {
      text: [t(locale, 'clients-end-sure', { name }), ...tickets].join('\n\n'),
      rows: [[yes], [button(locale, 'clients-end-no', `one.${id}`)]],
    };
  }

  /** To whoever has brought the bot into a group. */
  function connected(
    locale: Locale,
    facts: {
      readonly status: string;
      readonly title: string;
      readonly name: string;
      readonly roomId: number | null;
      readonly missing?: readonly Lack[];
    },
  ): View {
    const { status, title, name, roomId, missing = [] } = facts;
    const text = t(locale, `clients-connected-${status}`, { title, name });
    if (missing.length === 0 || roomId === null) return { text };
    const lacks = missing.map((lack) => `• ${t(locale, `stock-lack-${lack}`)}`);
    const data = lookAgainButton.encode({ id: roomId, revision: 0 });
    const again = { text: t(locale, 'room-look-again'), callback_data: data };
    return {
      text: [text, t(locale, 'clients-connected-lacks'), ...lacks].join('\n'),
      keyboard: { inline_keyboard: [[again]] },
    };
  }

  /** To supervisors; a button for each, as many as one looks through. */
  function left(locale: Locale, former: string, clients: readonly ClientView[]): View {
    const names = clients.map(({ name }) => `• ${name}`);
    const rows = clients.slice(0, MOST_LEFT).map(({ id, name }) => [
      {
        text: t(locale, 'clients-left-name', { name }),
        callback_data: nameManagerButton.encode({ id, revision: 0 }),
      },
    ]);
    const text = [t(locale, 'clients-left', { former }), ...names].join('\n');
    return { text, keyboard: { inline_keyboard: rows } };
  }

  function button(locale: Locale, label: string, data: string): ScreenButton & { data: string } {
    return { label: t(locale, label), data };
  }

  function backTo(locale: Locale, id: number): ScreenButton {
    return button(locale, 'clients-back-one', `one.${id}`);
  }

  return { list, one, connecting, choices, rules, ending, connected, left };
}

export const CHOOSABLE = ['manager', 'plan', 'calendar', 'language', 'zone'] as const;
export type Choosable = (typeof CHOOSABLE)[number];

/** In rows of two. */
const SETTINGS = [
  ['name', 'manager'],
  ['plan', 'calendar'],
  ['language', 'zone'],
  ['raise', 'rules'],
] as const;
