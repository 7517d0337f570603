// What exporters' people read: where their link leads, what became of their registration, their company.

import type { InlineKeyboardMarkup } from 'grammy/types';
import { LOCALES, type Locale, type Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import { askedButton, inviteButton, languageButton, roomsButton } from './buttons.ts';
import type { ExporterCard } from './card.ts';
import { COLLEAGUE, type CompanyStatus, isAtWork, reasonOf } from './exporter.ts';
import type { DeadEnd } from './verbs/open-link.ts';
import { called, type ExporterViews } from './views.ts';

export interface PersonViewsDeps {
  readonly t: Translate;
  readonly views: Pick<ExporterViews, 'hours' | 'parting'>;
  /** Whose marketplace it is. */
  readonly companyName: string;
  readonly botUsername: () => string;
}

/** Telegram shows a hundred buttons at most. */
const OTHERS_SHOWN = 50;

export interface LinkFacts {
  readonly why: DeadEnd;
  readonly name?: string;
  readonly reason?: string | null;
  /** The company whose link was opened, where the person belongs to another. */
  readonly company?: string;
}

export type PersonViews = ReturnType<typeof createPersonViews>;

export function createPersonViews({ t, views, companyName, botUsername }: PersonViewsDeps) {
  /** In all languages at once: which one they read is what is asked. */
  function language(registrationId: number, name: string): View {
    const text = LOCALES.map((locale) =>
      t(locale, 'exporter-language', { name, company: companyName }),
    ).join('\n\n');
    const buttons = LOCALES.map((locale) => ({
      text: t(locale, 'exporter-language-name'),
      callback_data: languageButton.encode({ id: registrationId, revision: 0, choice: locale }),
    }));
    return { text, keyboard: { inline_keyboard: [buttons] } };
  }

  function link(
    locale: Locale,
    { why, name = '', reason = null, company = '' }: LinkFacts,
  ): string {
    const said = t(locale, `exporter-link-${why}`, { name, company });
    return [said, ...becauseOf(locale, reason)].join('\n');
  }

  /** Why, where it was said; in the reader's language where it was chosen of a list. */
  function becauseOf(locale: Locale, reason: string | null): string[] {
    return reason === null ? [] : [t(locale, 'exporter-reason', { reason: told(locale, reason) })];
  }

  function told(locale: Locale, reason: string): string {
    const known = reasonOf(reason);
    return known ? t(locale, `exporter-reason-told-${known}`) : reason;
  }

  function decided(
    locale: Locale,
    key: 'exporter-rejected' | 'exporter-blocked' | 'exporter-unblocked',
    { name, reason }: { readonly name: string; readonly reason: string | null },
  ): string {
    return [t(locale, key, { name }), ...becauseOf(locale, reason)].join('\n');
  }

  /** What happens next; honest where there is no group yet. */
  function confirmed(locale: Locale, { company, manager }: ExporterCard, waits: boolean): View {
    const text = [
      t(locale, 'exporter-confirmed', { name: company.name }),
      ...(manager ? [managerLine(locale, manager)] : []),
      '',
      t(locale, waits ? 'exporter-confirmed-waits' : 'exporter-confirmed-ready'),
      t(locale, 'exporter-confirmed-next'),
    ].join('\n');
    return { text, keyboard: inviting(locale, company.id) };
  }

  function managerLine(
    locale: Locale,
    { name, username }: { readonly name: string; readonly username: string | null },
  ): string {
    return t(locale, 'exporter-your-manager', { name: called(name, username) });
  }

  function inviting(locale: Locale, companyId: number): InlineKeyboardMarkup {
    const callback_data = inviteButton.encode({ id: companyId, revision: 0 });
    return { inline_keyboard: [[{ text: t(locale, 'exporter-button-invite'), callback_data }]] };
  }

  function joined(
    locale: Locale,
    { name, status }: { readonly name: string; readonly status: CompanyStatus },
  ): string {
    return t(locale, isAtWork({ status }) ? 'exporter-joined' : 'exporter-joined-early', { name });
  }

  /** To whoever registered: somebody has opened their link. */
  function asked(
    locale: Locale,
    facts: {
      readonly id: number;
      readonly name: string;
      readonly username: string | null;
      readonly company: string;
    },
  ): View {
    const { id, name, username, company } = facts;
    const text = t(locale, 'exporter-asked', { name: called(name, username), company });
    const buttons = (['accept', 'refuse'] as const).map((choice) => ({
      text: t(locale, `exporter-asked-${choice}`),
      callback_data: askedButton.encode({ id, revision: 0, choice }),
    }));
    return { text, keyboard: { inline_keyboard: buttons.map((button) => [button]) } };
  }

  /** To be passed on to a colleague as it is. */
  function invitation(locale: Locale, company: string, code: string): string {
    const way = `https://t.me/${botUsername()}?start=${COLLEAGUE}${code}`;
    return t(locale, 'exporter-invitation', { name: company, link: way });
  }

  function roomsRow(locale: Locale) {
    const callback_data = roomsButton.encode({ id: 1, revision: 0 });
    return [[{ text: t(locale, 'exporter-button-rooms'), callback_data }]];
  }

  /** What /company shows this person; null: they belong to none. Whoever registered it parts with others. */
  function own(locale: Locale, about: ExporterCard | null, userId: number): View {
    if (!about) return { text: t(locale, 'exporter-own-none') };
    const { company, people, manager } = about;
    const text = [
      t(locale, 'exporter-own-title', { name: company.name }),
      t(locale, `exporter-own-${company.status}`),
      ...becauseOf(locale, company.reason),
      '',
      t(locale, 'exporter-card-hours', views.hours(locale, company)),
      ...(manager ? [managerLine(locale, manager)] : []),
      t(locale, 'exporter-own-people'),
      ...people.map(({ name, username, isContact }) =>
        t(locale, isContact ? 'exporter-own-contact' : 'exporter-own-person', {
          name: called(name, username),
        }),
      ),
    ].join('\n');
    const isContact = people.some((one) => one.isContact && one.userId === userId);
    const others = isContact ? people.filter((one) => !one.isContact) : [];
    const rows = [
      ...(isAtWork(company)
        ? [...roomsRow(locale), ...inviting(locale, company.id).inline_keyboard]
        : []),
      ...others.slice(0, OTHERS_SHOWN).map((person) => [views.parting(locale, person)]),
    ];
    return { text, keyboard: { inline_keyboard: rows } };
  }

  return {
    language,
    link,
    decided,
    confirmed,
    managerLine,
    joined,
    asked,
    invitation,
    own,
  };
}
