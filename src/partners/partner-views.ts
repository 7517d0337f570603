// Partners as they are read: their card for staff, the lists, `/my` for themselves.

import type { InlineKeyboardButton } from 'grammy/types';
import { formatDay } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import {
  fieldButton,
  invitedButton,
  linkRenew,
  myButton,
  partnerButton,
  partnerOpen,
  partnerPage,
} from './buttons.ts';
import type { ToldInvitation } from './invitation-repository.ts';
import {
  isAway,
  type Partner,
  type PartnerStatus,
  REJECTIONS,
  type Rejection,
  type Specialization,
} from './partner.ts';
import type { ListedPartner } from './partner-repository.ts';
import type { PartnerWording } from './wording.ts';

export interface PartnerViewsDeps {
  readonly t: Translate;
  readonly timeZone: string;
  readonly wording: PartnerWording;
}

/** A partner with what only staff read of them. */
export interface CardFacts {
  readonly partner: Partner;
  readonly specializations: readonly Specialization[];
  readonly person: {
    readonly name: string;
    readonly username: string | null;
    readonly phone: string | null;
  };
  /** Titles of the rooms they are in as a partner. */
  readonly rooms: readonly string[];
}

export interface MyFacts {
  readonly partner: Partner;
  readonly specializations: readonly Specialization[];
  /** Titles of the rooms they are in. */
  readonly rooms: readonly string[];
  readonly open: readonly (ToldInvitation & { readonly room: string })[];
}

export const PARTNERS_ON_PAGE = 8;

export type PartnerViews = ReturnType<typeof createPartnerViews>;

/** Plain text; days are of `timeZone` (IANA). */
export function createPartnerViews({ t, timeZone, wording }: PartnerViewsDeps) {
  function card(
    locale: Locale,
    { partner, specializations, person, rooms }: CardFacts,
    now: Date,
  ): View {
    const { id, name, status, about, phone } = { ...partner, phone: person.phone };
    const shown = person.username ? `${person.name} (@${person.username})` : person.name;
    const fields = wording.fields(locale, partner.specializationIds, specializations);
    const lines = [
      t(locale, `partner-card-${status}`, { number: id }),
      name,
      '',
      t(locale, 'partner-card-fields', { fields }),
      t(locale, 'partner-card-languages', { languages: wording.languages(locale, partner) }),
      ...(about === null ? [] : [t(locale, 'partner-card-about', { about })]),
      t(locale, 'partner-card-person', { person: shown }),
      ...(phone === null ? [] : [t(locale, 'partner-card-phone', { phone })]),
      ...(partner.ratingCount > 0
        ? [t(locale, 'partner-card-rating', { rating: wording.rating(locale, partner) })]
        : []),
      ...(isAway(partner, now) ? [t(locale, 'partner-card-away')] : []),
      ...(partner.reason === null ? [] : [because(locale, partner.reason)]),
      ...(status === 'blocked' ? stillIn(locale, rooms) : []),
    ];
    return { text: lines.join('\n'), keyboard: { inline_keyboard: cardButtons(locale, partner) } };
  }

  /** Whoever was blocked stays where they are until somebody there parts with them. */
  function stillIn(locale: Locale, rooms: readonly string[]): string[] {
    if (rooms.length === 0) return [];
    const lines = rooms.map((room) => t(locale, 'my-room', { room }));
    return ['', t(locale, 'partner-card-still-in'), ...lines, t(locale, 'partner-card-part')];
  }

  function because(locale: Locale, reason: Rejection): string {
    return t(locale, 'partner-card-reason', { reason: t(locale, `partner-reject-${reason}`) });
  }

  function cardButtons(locale: Locale, { id, status }: Partner): InlineKeyboardButton[][] {
    const button = (choice: 'confirm' | 'reject' | 'block' | 'unblock') => ({
      text: t(locale, `partner-${choice}`),
      callback_data: partnerButton.encode({ id, revision: 0, choice }),
    });
    switch (status) {
      case 'pending':
        return [[button('confirm'), button('reject')]];
      case 'confirmed':
        return [[button('block')]];
      case 'rejected':
        return [[button('confirm'), button('block')]];
      case 'blocked':
        return [[button('unblock')]];
    }
  }

  /** Why not: one tap each. */
  function reasons(locale: Locale, id: number): InlineKeyboardButton[][] {
    const choices = [...REJECTIONS.map((choice) => [choice, `partner-reject-${choice}`] as const)];
    return [...choices, ['back', 'partner-back'] as const].map(([choice, key]) => [
      {
        text: t(locale, key),
        callback_data: partnerButton.encode({ id, revision: 0, choice }),
      },
    ]);
  }

  function link(locale: Locale, url: string, staffId: number): View {
    const data = linkRenew.encode({ id: staffId, revision: 0 });
    const button = { text: t(locale, 'partner-link-renew'), callback_data: data };
    return {
      text: t(locale, 'partner-link', { link: url }),
      keyboard: { inline_keyboard: [[button]] },
    };
  }

  /** `page`: from 1. */
  function list(
    locale: Locale,
    { partners, total }: { readonly partners: readonly ListedPartner[]; readonly total: number },
    page: number,
  ): View {
    if (total === 0) return { text: t(locale, 'partners-none') };
    const lines = partners.map(({ id, name, status }) =>
      t(locale, 'partners-line', { number: id, name, status: statusOf(locale, status) }),
    );
    const opening = partners.map(({ id, name }) => [
      { text: truncate(name, 32), callback_data: partnerOpen.encode({ id, revision: 0 }) },
    ]);
    const last = Math.ceil(total / PARTNERS_ON_PAGE);
    const turn = (key: string, id: number): InlineKeyboardButton => ({
      text: t(locale, key),
      callback_data: partnerPage.encode({ id, revision: 0 }),
    });
    const turning = [
      ...(page > 1 ? [turn('invite-backward', page - 1)] : []),
      ...(page < last ? [turn('invite-forward', page + 1)] : []),
    ];
    return {
      text: [t(locale, 'partners-title', { total }), '', ...lines].join('\n'),
      keyboard: { inline_keyboard: [...opening, ...(turning.length > 0 ? [turning] : [])] },
    };
  }

  function statusOf(locale: Locale, status: PartnerStatus): string {
    return t(locale, `partner-status-${status}`);
  }

  function fields(locale: Locale, all: readonly Specialization[]): View {
    const lines = all.map(({ id, nameRu, nameEn, hidden }) =>
      t(locale, hidden ? 'fields-line-hidden' : 'fields-line', {
        ...{ number: id, ru: nameRu, en: nameEn },
      }),
    );
    const buttons = all.map(({ id, hidden }): InlineKeyboardButton => {
      const choice = hidden ? 'show' : 'hide';
      return {
        text: t(locale, `fields-${choice}`, { number: id }),
        callback_data: fieldButton.encode({ id, revision: 0, choice }),
      };
    });
    const rows = Array.from({ length: Math.ceil(buttons.length / 3) }, (_, row) =>
      buttons.slice(row * 3, row * 3 + 3),
    );
    const text = [t(locale, 'fields-title'), ...lines, '', t(locale, 'fields-how')].join('\n');
    return { text, keyboard: { inline_keyboard: rows } };
  }

  function decided(
    locale: Locale,
    facts: {
      readonly status: PartnerStatus;
      readonly reason: Rejection | null;
      readonly before: PartnerStatus;
    },
  ): View {
    const { status, reason, before } = facts;
    if (status === 'rejected') {
      const words = t(locale, `partner-rejection-${reason ?? 'other'}`);
      return { text: t(locale, 'partner-decided-rejected', { reason: words }) };
    }
    if (status === 'blocked') return { text: t(locale, 'partner-decided-blocked') };
    const again = before === 'blocked';
    return {
      text: t(locale, again ? 'partner-decided-unblocked' : 'partner-decided-confirmed'),
    };
  }

  function my(locale: Locale, { partner, specializations, rooms, open }: MyFacts, now: Date): View {
    const until = (date: Date) => wording.until(locale, date, now);
    const lines = [
      partner.name,
      wording.fields(locale, partner.specializationIds, specializations),
      ...(partner.ratingCount > 0 ? [wording.rating(locale, partner)] : []),
      ...(isAway(partner, now) ? ['', away(locale, partner, now)] : []),
      '',
      ...(rooms.length === 0
        ? [t(locale, 'my-no-rooms')]
        : [t(locale, 'my-rooms'), ...rooms.map((room) => t(locale, 'my-room', { room }))]),
      ...(open.length === 0 ? [] : ['', t(locale, 'my-invitations')]),
      ...open.map(({ room, expiresAt }) =>
        t(locale, 'my-invitation', { room, until: until(expiresAt) }),
      ),
    ];
    const showing = open.map(({ id, room }) => [
      {
        text: t(locale, 'my-show', { room: truncate(room, 32) }),
        callback_data: invitedButton.encode({ id, revision: 0, choice: 'show' }),
      },
    ]);
    const keyboard = [...showing, ...myButtons(locale, partner, now)];
    return { text: lines.join('\n'), keyboard: { inline_keyboard: keyboard } };
  }

  function away(locale: Locale, { awayUntil }: Partner, now: Date): string {
    if (awayUntil === null) return t(locale, 'my-away');
    return t(locale, 'my-away-until', { until: formatDay(locale, timeZone, awayUntil, now) });
  }

  function myButtons(locale: Locale, partner: Partner, now: Date): InlineKeyboardButton[][] {
    const button = (choice: 'fields' | 'languages' | 'about' | 'away' | 'back', key: string) => ({
      text: t(locale, key),
      callback_data: myButton.encode({ id: partner.id, revision: 0, choice }),
    });
    const isOut = isAway(partner, now);
    return [
      [button('fields', 'my-edit-fields'), button('languages', 'my-edit-languages')],
      [
        button('about', 'my-edit-about'),
        isOut ? button('back', 'my-come-back') : button('away', 'my-go-away'),
      ],
    ];
  }

  return { card, reasons, link, list, fields, decided, my };
}
