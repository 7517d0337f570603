// Invitations as they are read: by the partner, by whoever invited, by the room.

import type { InlineKeyboardButton } from 'grammy/types';
import { zoneName } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import type { RoomRole } from '../rooms/room.ts';
import { insteadButton, invitedButton, rateButton, withdrawButton } from './buttons.ts';
import { DECLINE_REASONS, stateAt } from './invitation.ts';
import type { Outcome } from './invitation-notes.ts';
import type { Offer, ToldInvitation } from './invitation-repository.ts';
import type { PartnerWording } from './wording.ts';

export interface InvitationViewsDeps {
  readonly t: Translate;
  readonly timeZone: string;
  readonly wording: PartnerWording;
}

/** What is known when a partner reads that they are invited. */
export interface InvitationFacts {
  readonly now: Date;
  /** They have read it before. */
  readonly again: boolean;
  /** Others were asked as well. */
  readonly several: boolean;
  /** What the inviter is in the room; null: they are not in it. */
  readonly inviterRole: RoomRole | null;
}

/** What is known when an inviter reads what became of one who was asked. */
export interface OutcomeFacts {
  readonly one: ToldInvitation;
  readonly outcome: Outcome;
  readonly room: string;
  /** Somebody else of the same question has not answered yet, or has accepted. */
  readonly others: 'none' | 'open' | 'accepted';
  /** Who could be asked instead; null: nobody. */
  readonly next: { readonly id: number; readonly name: string } | null;
}

const UNDELIVERABLE = ['blocked', 'never-started', 'deactivated'];

export type InvitationViews = ReturnType<typeof createInvitationViews>;

/** Plain text; hours are of `timeZone` (IANA). */
export function createInvitationViews({ t, timeZone, wording }: InvitationViewsDeps) {
  /** What the partner reads, with what is to be done while it is open. */
  function invitation(
    locale: Locale,
    one: ToldInvitation,
    room: string,
    { now, again, several, inviterRole }: InvitationFacts,
  ): View {
    const { offer, expiresAt } = one;
    const text = [
      t(locale, again ? 'invitation-again' : 'invitation-title', { room }),
      '',
      inviterLine(locale, offer.inviter.name, inviterRole),
      ...offerLines(locale, offer),
      '',
      ...(several ? [t(locale, 'invitation-several')] : []),
      t(locale, 'invitation-until', {
        until: wording.until(locale, expiresAt, now),
        zone: zoneName(locale, timeZone, now),
      }),
    ].join('\n');
    if (stateAt(one, now) !== 'sent') return { text };
    return { text, keyboard: { inline_keyboard: answerButtons(locale, one.id) } };
  }

  function inviterLine(locale: Locale, name: string, role: RoomRole | null): string {
    if (role === null) return t(locale, 'invitation-inviter', { name });
    return t(locale, 'invitation-inviter-role', { name, role: t(locale, `room-role-${role}`) });
  }

  function offerLines(locale: Locale, { specialization, role, expects }: Offer): string[] {
    return [
      t(locale, 'invitation-field', { field: wording.field(locale, specialization) }),
      ...(role === null ? [] : [t(locale, 'invitation-role', { role })]),
      ...(expects === null ? [] : [t(locale, 'invitation-expects', { expects })]),
    ];
  }

  function answerButtons(locale: Locale, id: number): InlineKeyboardButton[][] {
    return [
      (['accept', 'decline'] as const).map((choice) => ({
        text: t(locale, `invitation-${choice}`),
        callback_data: invitedButton.encode({ id, revision: 0, choice }),
      })),
    ];
  }

  /** Why not: one tap each. */
  function declineButtons(locale: Locale, id: number): InlineKeyboardButton[][] {
    const reasons = DECLINE_REASONS.map((choice) => [choice, `decline-${choice}`] as const);
    return [...reasons, ['back', 'partner-back'] as const].map(([choice, key]) => [
      { text: t(locale, key), callback_data: invitedButton.encode({ id, revision: 0, choice }) },
    ]);
  }

  function askedLine(locale: Locale, one: ToldInvitation, now: Date): string {
    const { partnerName: name, expiresAt } = one;
    const state = stateAt(one, now);
    if (state !== 'sent') return t(locale, `asked-line-${state}`, { name });
    return t(locale, 'asked-line', { name, until: wording.until(locale, expiresAt, now) });
  }

  /** What the inviter has of all whom one question went to, and can take back of it. */
  function asked(locale: Locale, all: readonly ToldInvitation[], room: string, now: Date): View {
    const open = all.filter((one) => stateAt(one, now) === 'sent');
    const [first] = all;
    const lines = all.map((one) => askedLine(locale, one, now));
    const text = [
      t(locale, 'asked-title', { room }),
      ...lines,
      ...(open.length > 1 ? [t(locale, 'asked-several')] : []),
      ...(first ? ['', ...offerLines(locale, first.offer)] : []),
    ].join('\n');
    const buttons = open.map(({ id, partnerName }) => [
      {
        text: t(locale, 'asked-withdraw', { name: truncate(partnerName, 32) }),
        callback_data: withdrawButton.encode({ id, revision: 0 }),
      },
    ]);
    return { text, keyboard: { inline_keyboard: buttons } };
  }

  /** What became of one who was asked, and what can be done about it. */
  function outcome(locale: Locale, facts: OutcomeFacts, now: Date): View {
    const { one, outcome, others, next } = facts;
    const words = outcomeWords(locale, facts, now);
    // Of what was accepted nobody else can be asked the same: a blocked partner's place is asked for anew.
    const isAbsent = outcome === 'absent' && one.state === 'accepted';
    if ((one.state === 'accepted' && !isAbsent) || others === 'accepted') return { text: words };
    if (others === 'open' && outcome !== 'late' && outcome !== 'silent')
      return { text: `${words}\n${t(locale, 'outcome-others')}` };
    const instead = (id: number, text: string): InlineKeyboardButton[] => [
      { text, callback_data: insteadButton.encode({ id: one.offerId, revision: id }) },
    ];
    const withdraw = { id: one.id, revision: 0 };
    const buttons = [
      ...(outcome === 'late' ? [instead(one.partnerId, t(locale, 'outcome-again'))] : []),
      ...(next === null
        ? []
        : [instead(next.id, t(locale, 'outcome-instead', { name: truncate(next.name, 32) }))]),
      ...(outcome === 'silent' || isAbsent
        ? [
            [
              {
                text: t(locale, 'outcome-withdraw'),
                callback_data: withdrawButton.encode(withdraw),
              },
            ],
          ]
        : []),
    ];
    const nobody = next === null && !isAbsent && outcome !== 'silent' && outcome !== 'late';
    return {
      text: nobody ? `${words}\n${t(locale, 'outcome-nobody-else')}` : words,
      keyboard: { inline_keyboard: buttons },
    };
  }

  function outcomeWords(locale: Locale, { one, outcome, room }: OutcomeFacts, now: Date): string {
    const about = { name: one.partnerName, room };
    switch (outcome) {
      case 'declined': {
        const reason = t(locale, `reason-${one.reason ?? 'other'}`);
        return t(locale, 'outcome-declined', { ...about, reason });
      }
      case 'undeliverable': {
        const known = UNDELIVERABLE.includes(one.reason ?? '') ? one.reason : 'other';
        return t(locale, `outcome-undeliverable-${known}`, about);
      }
      case 'silent': {
        const until = wording.until(locale, one.expiresAt, now);
        return t(locale, 'outcome-silent', { ...about, until });
      }
      case 'accepted':
        return t(locale, 'outcome-accepted', about);
      case 'inside':
        return t(locale, 'outcome-inside', about);
      case 'expired':
        return t(locale, 'outcome-expired', about);
      case 'absent':
        return t(locale, 'outcome-absent', about);
      case 'late':
        return t(locale, 'outcome-late', about);
      case 'blocked':
        return t(locale, 'outcome-blocked', about);
    }
  }

  /** What the room reads when the partner is there. */
  function joined(locale: Locale, { partnerName, offer }: ToldInvitation): View {
    const { specialization, role, expects, inviter } = offer;
    const field = wording.field(locale, specialization);
    const text = [
      t(locale, 'partner-joined-title', { name: partnerName, field }),
      ...(role === null ? [] : [t(locale, 'invitation-role', { role })]),
      ...(expects === null ? [] : [t(locale, 'invitation-expects', { expects })]),
      t(locale, 'partner-joined-by', { inviter: inviter.name }),
    ].join('\n');
    return { text };
  }

  function rate(locale: Locale, { id, partnerName }: ToldInvitation, room: string): View {
    const stars = (['1', '2', '3', '4', '5'] as const).map((choice) => ({
      text: choice,
      callback_data: rateButton.encode({ id, revision: 0, choice }),
    }));
    const text = t(locale, 'rate-ask', { name: partnerName, room });
    return { text, keyboard: { inline_keyboard: [stars] } };
  }

  return { invitation, declineButtons, answerButtons, asked, outcome, joined, rate };
}
