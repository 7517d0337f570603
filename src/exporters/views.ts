// What staff read of an exporter: the card with what may be done now. Plain text.

import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Clock } from '../platform/clock.ts';
import { formatWhen } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import type { Staff } from '../staff/staff.ts';
import {
  askedButton,
  exporterButton,
  managerButton,
  partButton,
  type ReasonChoice,
  reasonButton,
} from './buttons.ts';
import type { ExporterCard } from './card.ts';
import {
  type Company,
  type CompanyPerson,
  type Decision,
  decisionsFor,
  REASONS,
  type ReasonedDecision,
  reasonOf,
} from './exporter.ts';
import { offsetOf, zoneNameOf } from './hours.ts';
import { createExporterListViews } from './list-views.ts';
import { zoneTitle } from './zone-words.ts';

/** So many people stand on a card; the rest is a number. */
const PEOPLE_SHOWN = 10;

export interface ExporterViewsDeps {
  readonly t: Translate;
  readonly clock: Clock;
  /** Of the staff, in which decisions are dated. */
  readonly timeZone: string;
  readonly registrationLink: (company: Pick<Company, 'code'>) => string;
}

export type ExporterViews = ReturnType<typeof createExporterViews>;

export function createExporterViews(deps: ExporterViewsDeps) {
  const { t, clock, timeZone, registrationLink } = deps;

  /** `readerId`: the employee who alone reads it; null: several do. */
  function card(locale: Locale, about: ExporterCard, readerId: number | null = null): View {
    const { company } = about;
    const lines = [
      t(locale, 'exporter-card-title', { number: company.id, name: company.name }),
      t(locale, `exporter-status-${company.status}`),
      ...reasonLine(locale, company),
      ...decisionLine(locale, about),
      '',
      ...factLines(locale, about),
      ...askedLines(locale, about),
      ...(company.status === 'invited'
        ? ['', t(locale, 'exporter-card-link', { link: registrationLink(company) })]
        : []),
    ];
    return { text: lines.join('\n'), keyboard: cardKeyboard(locale, about, readerId) };
  }

  /** What the card of its personal room says of it. */
  function inRoom(locale: Locale, company: Company): readonly string[] {
    return [
      ...(company.url ? [t(locale, 'exporter-card-url', { url: company.url })] : []),
      t(locale, 'exporter-card-hours', hours(locale, company)),
    ];
  }

  function reasonLine(locale: Locale, { reason }: Company): string[] {
    return reason === null
      ? []
      : [t(locale, 'exporter-card-reason', { reason: reasonWords(locale, reason) })];
  }

  function decisionLine(locale: Locale, { company, decidedBy }: ExporterCard): string[] {
    if (!company.decidedAt) return [];
    const when = formatWhen(locale, timeZone, company.decidedAt, clock.now());
    if (!decidedBy) return [t(locale, 'exporter-card-decided-itself', { when })];
    return [t(locale, 'exporter-card-decided', { name: decidedBy.name, when })];
  }

  function factLines(locale: Locale, { company, people, manager }: ExporterCard): string[] {
    const contact = people.find(({ isContact }) => isContact);
    const others = people.filter(({ isContact }) => !isContact);
    return [
      ...(company.url ? [t(locale, 'exporter-card-url', { url: company.url })] : []),
      contactLine(locale, company, contact),
      ...(others.length > 0 ? [t(locale, 'exporter-card-people', peopleIn(locale, others))] : []),
      t(locale, 'exporter-card-hours', hours(locale, company)),
      t(locale, manager ? 'exporter-card-manager' : 'exporter-card-no-manager', {
        name: manager?.name ?? '',
      }),
      t(
        locale,
        company.announcedName === null ? 'exporter-card-by-hand' : 'exporter-card-announced',
        {
          id: company.externalId ?? '',
        },
      ),
    ];
  }

  function contactLine(
    locale: Locale,
    { contactName }: Company,
    contact: CompanyPerson | undefined,
  ): string {
    if (!contact) {
      return t(locale, 'exporter-card-contact-expected', { name: contactName ?? '—' });
    }
    const phone = contact.phone ?? t(locale, 'exporter-card-no-phone');
    return t(locale, 'exporter-card-contact', {
      name: called(contactName ?? contact.name, contact.username),
      phone,
    });
  }

  function peopleIn(locale: Locale, people: readonly CompanyPerson[]) {
    const names = people.slice(0, PEOPLE_SHOWN).map(({ name, username }) => called(name, username));
    const rest = people.length - names.length;
    const more = rest > 0 ? [t(locale, 'exporter-card-more', { count: rest })] : [];
    return { names: [...names, ...more].join(', ') };
  }

  /** «Москва (UTC+3), 09:00–18:00». */
  function hours(
    locale: Locale,
    { timeZone: zone, worksFrom, worksTo }: Pick<Company, 'timeZone' | 'worksFrom' | 'worksTo'>,
  ) {
    return { zone: zoneWords(locale, zone), from: worksFrom, to: worksTo };
  }

  function zoneWords(locale: Locale, zone: string): string {
    const offset = offsetOf(zone, clock.now());
    if (zone.startsWith('Etc/')) return `UTC${offset}`;
    const known = zoneNameOf(zone);
    const name = known ? t(locale, `zone-${known}`) : zoneTitle(locale, zone);
    return t(locale, 'zone-with-offset', { name, offset });
  }

  function askedLines(locale: Locale, { asked }: ExporterCard): string[] {
    if (asked.length === 0) return [];
    return [
      '',
      ...asked
        .slice(0, PEOPLE_SHOWN)
        .map(({ name, username }) =>
          t(locale, 'exporter-card-asked', { name: called(name, username) }),
        ),
    ];
  }

  function cardKeyboard(
    locale: Locale,
    { company, asked, people: theirs }: ExporterCard,
    readerId: number | null,
  ): InlineKeyboardMarkup {
    const target = { id: company.id, revision: 0 };
    const press = (choice: Parameters<typeof exporterButton.encode>[0]['choice']) => ({
      text: t(locale, `exporter-button-${choice}`),
      callback_data: exporterButton.encode({ ...target, choice }),
    });
    const decisions = decisionsFor(company).filter((one) => one !== 'block');
    const isTheirs = readerId !== null && company.managerId === readerId;
    const maySetManager = company.status === 'pending' || company.status === 'confirmed';
    const rows: InlineKeyboardButton[][] = [
      decisions.map((decision: Decision) => press(decision)),
      ...asked.slice(0, PEOPLE_SHOWN).map(({ id, name }) => askedRow(locale, id, name)),
      maySetManager ? [press('managers'), ...(isTheirs ? [] : [press('take')])] : [],
      theirs.length > 0 ? [press('people')] : [],
      company.status === 'confirmed' || company.status === 'invited' ? [press('block')] : [],
    ];
    return { inline_keyboard: rows.filter((row) => row.length > 0) };
  }

  function askedRow(locale: Locale, id: number, name: string): InlineKeyboardButton[] {
    return (['accept', 'refuse'] as const).map((choice) => ({
      text: t(locale, `exporter-button-asked-${choice}`, { name }),
      callback_data: askedButton.encode({ id, revision: 0, choice }),
    }));
  }

  /** In place of the card's buttons: why, by one tap or in words. */
  function reasons(locale: Locale, about: ExporterCard, decision: ReasonedDecision): View {
    const { id } = about.company;
    const choices = [...REASONS[decision], 'words'] as const;
    const rows = choices.map((reason) => [
      {
        text: t(locale, `exporter-reason-${reason}`),
        callback_data: reasonButton.encode({
          id,
          revision: 0,
          choice: `${decision}--${reason}` as ReasonChoice,
        }),
      },
    ]);
    const text = `${card(locale, about).text}\n\n${t(locale, `exporter-why-${decision}`)}`;
    return { text, keyboard: { inline_keyboard: [...rows, [back(locale, id)]] } };
  }

  /** In place of the card's buttons: who shall look after it. */
  function managers(
    locale: Locale,
    about: ExporterCard,
    everybody: readonly (Staff & { readonly rooms: number })[],
  ): View {
    const { id, managerId } = about.company;
    const rows = everybody.map((staff) => [
      {
        text: t(
          locale,
          staff.id === managerId ? 'exporter-manager-now' : 'exporter-manager-choice',
          {
            name: staff.name,
            rooms: staff.rooms,
          },
        ),
        callback_data: managerButton.encode({ id, revision: staff.id }),
      },
    ]);
    const text = `${card(locale, about).text}\n\n${t(locale, 'exporter-who')}`;
    return { text, keyboard: { inline_keyboard: [...rows, [back(locale, id)]] } };
  }

  /** In place of the card's buttons: who belongs to it, each to be parted with. */
  function people(locale: Locale, about: ExporterCard): View {
    const { id } = about.company;
    const rows = about.people.slice(0, PEOPLE_SHOWN).map((person) => [parting(locale, person)]);
    const text = `${card(locale, about).text}\n\n${t(locale, 'exporter-people-parting')}`;
    return { text, keyboard: { inline_keyboard: [...rows, [back(locale, id)]] } };
  }

  function parting(locale: Locale, { personId, name }: CompanyPerson): InlineKeyboardButton {
    const callback_data = partButton.encode({ id: personId, revision: 0, choice: 'ask' });
    return { text: t(locale, 'exporter-button-part', { name }), callback_data };
  }

  /** Whether they really mean it. */
  function partingAsked(locale: Locale, person: { readonly id: number; readonly name: string }) {
    const { id, name } = person;
    const callback_data = partButton.encode({ id, revision: 0, choice: 'yes' });
    const button = { text: t(locale, 'exporter-button-part-yes', { name }), callback_data };
    return {
      text: t(locale, 'exporter-parting-asked', { name }),
      keyboard: { inline_keyboard: [[button]] },
    };
  }

  function back(locale: Locale, id: number): InlineKeyboardButton {
    const callback_data = exporterButton.encode({ id, revision: 0, choice: 'open' });
    return { text: t(locale, 'exporter-button-back'), callback_data };
  }

  function reasonWords(locale: Locale, reason: string): string {
    const known = reasonOf(reason);
    return known ? t(locale, `exporter-reason-told-${known}`) : reason;
  }

  return {
    ...{ card, inRoom, reasons, managers, people, parting, partingAsked, hours, zoneWords },
    ...createExporterListViews(t),
  };
}

/** «Анна (@anna)». */
export function called(name: string, username: string | null): string {
  return username ? `${name} (@${username})` : name;
}
