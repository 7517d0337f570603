// Partners as somebody in a room chooses among them: fields, the people of one field, one of them.

import type { InlineKeyboardButton } from 'grammy/types';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import {
  candidateButton,
  closeButton,
  fieldsButton,
  inviteButton,
  listButton,
  threeButton,
  withdrawButton,
} from './buttons.ts';
import { ASKED_AT_ONCE } from './invitation.ts';
import type { ToldInvitation } from './invitation-repository.ts';
import { type Candidate, type Specialization, standingOf } from './partner.ts';
import type { PartnerWording } from './wording.ts';

export const CANDIDATES_ON_PAGE = 6;

export interface FieldsFacts {
  readonly roomId: number;
  readonly offered: readonly (Specialization & { readonly partners: number })[];
  /** What the room waits for. */
  readonly open: readonly ToldInvitation[];
}

export interface ListFacts {
  readonly roomId: number;
  readonly specialization: Specialization;
  /** In their order, all of them. */
  readonly candidates: readonly Candidate[];
  /** From 0; a page that is not there any more is the last. */
  readonly page: number;
}

type Keyboard = InlineKeyboardButton[][];

export type DirectoryViews = ReturnType<typeof createDirectoryViews>;

/** Plain text; everything a button needs stands in its data. */
export function createDirectoryViews(t: Translate, wording: PartnerWording) {
  function fields(locale: Locale, { roomId, offered, open }: FieldsFacts, now: Date): View {
    const waiting = open.map(({ partnerName, offer, expiresAt }) =>
      t(locale, 'invite-open-line', {
        name: partnerName,
        field: wording.field(locale, offer.specialization),
        until: wording.until(locale, expiresAt, now),
      }),
    );
    const title = t(locale, offered.length === 0 ? 'invite-no-fields' : 'invite-title');
    const lines = waiting.length === 0 ? [] : ['', t(locale, 'invite-open'), ...waiting];
    const choices = offered.map((one) => ({
      text: t(locale, 'invite-field', {
        field: wording.field(locale, one),
        partners: one.partners,
      }),
      callback_data: listButton.encode({ id: one.id, revision: 0 }),
    }));
    const withdrawing = open.map(({ id, partnerName }) => [
      {
        text: t(locale, 'invite-withdraw', { name: truncate(partnerName, 32) }),
        callback_data: withdrawButton.encode({ id, revision: 0 }),
      },
    ]);
    const keyboard = [...inPairs(choices), ...withdrawing, [close(locale, roomId)]];
    return { text: [title, ...lines].join('\n'), keyboard: { inline_keyboard: keyboard } };
  }

  function list(locale: Locale, facts: ListFacts, now: Date): View {
    const { roomId, specialization, candidates } = facts;
    const pages = Math.max(1, Math.ceil(candidates.length / CANDIDATES_ON_PAGE));
    const page = Math.min(facts.page, pages - 1);
    const from = page * CANDIDATES_ON_PAGE;
    const shown = candidates.slice(from, from + CANDIDATES_ON_PAGE);
    const field = wording.field(locale, specialization);
    const title =
      pages === 1 ? field : t(locale, 'invite-list-pages', { field, page: page + 1, pages });
    const lines = shown.flatMap((one, index) => [
      '',
      `${from + index + 1}. ${one.name}`,
      wording.candidate(locale, one, now),
    ]);
    const nobody = candidates.length === 0 ? ['', t(locale, 'invite-list-none')] : [];
    const free = candidates.filter((one) => standingOf(one, now) === 'free').length;
    const keyboard: Keyboard = [
      ...shown.map((one) => [choose(one, specialization.id)]),
      ...turning(locale, specialization.id, page, pages),
      ...(free >= ASKED_AT_ONCE ? [[three(locale, specialization.id)]] : []),
      [toFields(locale, roomId), close(locale, roomId)],
    ];
    const text = [title, ...lines, ...nobody].join('\n');
    return { text, keyboard: { inline_keyboard: keyboard } };
  }

  function candidate(
    locale: Locale,
    facts: {
      readonly roomId: number;
      readonly one: Candidate;
      readonly specialization: Specialization;
      readonly all: readonly Specialization[];
    },
    now: Date,
  ): View {
    const { roomId, one, specialization, all } = facts;
    const text = [
      one.name,
      wording.fields(locale, one.specializationIds, all),
      wording.candidate(locale, one, now),
      ...(one.about === null ? [] : ['', one.about]),
    ].join('\n');
    const target = { id: one.id, revision: specialization.id };
    const inviting = { text: t(locale, 'invite-this'), callback_data: inviteButton.encode(target) };
    const back = {
      text: t(locale, 'invite-back-list'),
      callback_data: listButton.encode({ id: specialization.id, revision: 0 }),
    };
    const keyboard = [
      ...(standingOf(one, now) === 'free' ? [[inviting]] : []),
      [back, close(locale, roomId)],
    ];
    return { text, keyboard: { inline_keyboard: keyboard } };
  }

  function choose(one: Candidate, field: number): InlineKeyboardButton {
    const callback_data = candidateButton.encode({ id: one.id, revision: field });
    return { text: truncate(one.name, 40), callback_data };
  }

  function turning(locale: Locale, id: number, page: number, pages: number): Keyboard {
    const turn = (key: string, revision: number) => ({
      text: t(locale, key),
      callback_data: listButton.encode({ id, revision }),
    });
    const buttons = [
      ...(page > 0 ? [turn('invite-backward', page - 1)] : []),
      ...(page < pages - 1 ? [turn('invite-forward', page + 1)] : []),
    ];
    return buttons.length === 0 ? [] : [buttons];
  }

  function three(locale: Locale, id: number): InlineKeyboardButton {
    const callback_data = threeButton.encode({ id, revision: 0 });
    return { text: t(locale, 'invite-three'), callback_data };
  }

  function toFields(locale: Locale, id: number): InlineKeyboardButton {
    const callback_data = fieldsButton.encode({ id, revision: 0 });
    return { text: t(locale, 'invite-back'), callback_data };
  }

  function close(locale: Locale, id: number): InlineKeyboardButton {
    return {
      text: t(locale, 'invite-close'),
      callback_data: closeButton.encode({ id, revision: 0 }),
    };
  }

  return { fields, list, candidate };
}

function inPairs(buttons: readonly InlineKeyboardButton[]): Keyboard {
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) =>
    buttons.slice(row * 2, row * 2 + 2),
  );
}
