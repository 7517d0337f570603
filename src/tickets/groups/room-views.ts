// What the people of a client's group read: how to ask, what is promised, by which rules, and how to come in.

import type { Locale, Translate } from '../../platform/i18n.ts';
import type { View } from '../../platform/outbox/words.ts';
import type { Screen } from '../../platform/screens/index.ts';
import type { Terms } from '../../sla/index.ts';
import type { ClientCompany } from '../company.ts';
import { QR_PREFIX, rulesIn } from './client.ts';
import type { EnterOutcome } from './invitation-service.ts';
import type { ListedClient } from './repository.ts';
import type { TermsViews } from './terms-views.ts';

export interface RoomViewsDeps {
  readonly t: Translate;
  readonly botUsername: () => string;
  readonly termsOf: (company: ClientCompany) => Terms;
  readonly termsViews: TermsViews;
}

export type ClientRoomViews = ReturnType<typeof createClientRoomViews>;

export function createClientRoomViews({ t, botUsername, termsOf, termsViews }: RoomViewsDeps) {
  /** The link that hangs at the workplace. */
  function qrLink({ qrCode }: ClientCompany): string {
    return `https://t.me/${botUsername()}?start=${QR_PREFIX}${qrCode}`;
  }

  function hours(locale: Locale, company: ClientCompany): string {
    return termsViews.hours(locale, termsOf(company), company.timeZone);
  }

  /** On the pinned card. */
  function cardLines(locale: Locale, company: ListedClient): readonly string[] {
    return [
      t(locale, 'clients-card-company', { name: company.name }),
      t(locale, 'clients-card-hours', { hours: hours(locale, company) }),
      t(locale, 'clients-card-open', { count: company.openTickets }),
      '',
      t(locale, 'clients-card-times'),
      ...termsViews.times(locale, termsOf(company)),
      '',
      t(locale, 'clients-card-how'),
    ];
  }

  /** Once, when the group begins to be served. */
  function hello(locale: Locale, company: ClientCompany): View {
    const words = { name: company.name, hours: hours(locale, company) };
    return { text: t(locale, 'clients-hello', words) };
  }

  /** `/rules`. */
  function rules(locale: Locale, company: ClientCompany): string {
    const terms = termsOf(company);
    const [first = 0, second, third] = terms.plan.escalationMinutes;
    const circles = [first, second, third].flatMap((after, index) =>
      after === undefined
        ? []
        : [t(locale, `clients-rules-circle-${index + 1}`, { minutes: after })],
    );
    return [
      t(locale, 'clients-rules-title', { name: company.name }),
      '',
      rulesIn(company, locale) ?? t(locale, 'clients-rules-usual'),
      '',
      t(locale, 'clients-rules-times'),
      ...termsViews.times(locale, terms),
      t(locale, 'clients-rules-hours', { hours: hours(locale, company) }),
      ...(circles.length > 0 ? ['', t(locale, 'clients-rules-escalation'), ...circles] : []),
    ].join('\n');
  }

  /** `/qr`: the link, its poster, and for those who may what is done about it. */
  function invitation(locale: Locale, company: ClientCompany, mayChange: boolean): Screen {
    const { name, qrEnabled } = company;
    const key = qrEnabled ? 'clients-qr' : 'clients-qr-off';
    const posters = (['png', 'pdf'] as const).map((form) => [
      { label: t(locale, `clients-qr-${form}`), data: form },
    ]);
    const change = [
      [{ label: t(locale, 'clients-qr-renew'), data: 'renew' }],
      [
        qrEnabled
          ? { label: t(locale, 'clients-qr-turn-off'), data: 'off' }
          : { label: t(locale, 'clients-qr-turn-on'), data: 'on' },
      ],
    ];
    return {
      text: t(locale, key, { name, link: qrLink(company) }),
      rows: [...(qrEnabled ? posters : []), ...(mayChange ? change : [])],
    };
  }

  /** The old one hangs on walls: it is asked once. */
  function renewing(locale: Locale): Screen {
    return {
      text: t(locale, 'clients-qr-renew-sure'),
      rows: [[{ label: t(locale, 'clients-qr-renew-yes'), data: 'renewyes', style: 'danger' }]],
    };
  }

  /** Why somebody does not come in by the poster, or not yet. */
  function entered(
    locale: Locale,
    status: Exclude<EnterOutcome['status'], 'coming' | 'repeated'>,
    name: string,
  ): View {
    return { text: t(locale, `clients-entered-${status}`, { name }) };
  }

  /** What stands on the poster. */
  function poster(locale: Locale, company: ClientCompany) {
    return {
      title: company.name,
      line: t(locale, 'clients-poster-line'),
      how: t(locale, 'clients-poster-how'),
      code: qrLink(company),
    };
  }

  return { qrLink, cardLines, hello, rules, invitation, renewing, entered, poster };
}
