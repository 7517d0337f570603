// Partners as somebody in a room chooses among them: fields, the people of one field, one of them. What a
// button is about stands in its data.

import type { Locale, Translate } from '../platform/i18n.ts';
import { pageOf, pageRow, type Screen, type ScreenButton } from '../platform/screens/index.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import { ASKED_AT_ONCE } from './invitation.ts';
import type { ToldInvitation } from './invitation-repository.ts';
import { type Candidate, type Specialization, standingOf } from './partner.ts';
import type { PartnerWording } from './wording.ts';

const CANDIDATES_ON_PAGE = 6;

export interface FieldsFacts {
  readonly offered: readonly (Specialization & { readonly partners: number })[];
  /** What the room waits for; `own`: the reader may take it back. */
  readonly open: readonly (ToldInvitation & { readonly own: boolean })[];
}

export interface ListFacts {
  readonly specialization: Specialization;
  /** In their order, all of them. */
  readonly candidates: readonly Candidate[];
  /** From 1; a page that is not there any more is the last. */
  readonly page: number;
}

export interface CandidateFacts {
  readonly one: Candidate;
  /** In which field they are looked at. */
  readonly specialization: Specialization;
  readonly all: readonly Specialization[];
}

export type DirectoryViews = ReturnType<typeof createDirectoryViews>;

/** Plain text in the reader's language. */
export function createDirectoryViews(t: Translate, wording: PartnerWording) {
  /** «in.<field>.<page>», «un.<invitation>». */
  function fields(locale: Locale, { offered, open }: FieldsFacts, now: Date): Screen {
    const waiting = open.map(({ partnerName, offer, expiresAt }) =>
      t(locale, 'invite-open-line', {
        name: partnerName,
        field: wording.field(locale, offer.specialization),
        until: wording.until(locale, expiresAt, now),
      }),
    );
    const title = t(locale, offered.length === 0 ? 'invite-no-fields' : 'invite-title');
    const lines = waiting.length === 0 ? [] : ['', t(locale, 'invite-open'), ...waiting];
    const choices = offered.map((one) => {
      const field = wording.field(locale, one);
      const label = t(locale, 'invite-field', { field, partners: one.partners });
      return { label, data: `in.${one.id}.1` };
    });
    const withdrawing = open
      .filter(({ own }) => own)
      .map(({ id, partnerName }) => {
        const name = truncate(partnerName, 32);
        return [{ label: t(locale, 'invite-withdraw', { name }), data: `un.${id}` }];
      });
    return { text: [title, ...lines].join('\n'), rows: [...inPairs(choices), ...withdrawing] };
  }

  /** «who.<partner>.<field>», «three.<field>», «all». */
  function list(locale: Locale, facts: ListFacts, now: Date): Screen {
    const { specialization, candidates } = facts;
    const page = pageOf(candidates, facts.page, CANDIDATES_ON_PAGE);
    const before = (page.page - 1) * CANDIDATES_ON_PAGE;
    const lines = page.items.flatMap((one, index) => [
      '',
      `${before + index + 1}. ${one.name}`,
      wording.candidate(locale, one, now),
    ]);
    const nobody = candidates.length === 0 ? ['', t(locale, 'invite-list-none')] : [];
    const field = specialization.id;
    const free = candidates.filter((one) => standingOf(one, now) === 'free').length;
    const rows = [
      ...page.items.map(({ id, name }) => [
        { label: truncate(name, 40), data: `who.${id}.${field}` },
      ]),
      ...pageRow(page, (number) => `in.${field}.${number}`),
      ...(free >= ASKED_AT_ONCE
        ? [[{ label: t(locale, 'invite-three'), data: `three.${field}` }]]
        : []),
      [{ label: t(locale, 'invite-back'), data: 'all' }],
    ];
    const title = wording.field(locale, specialization);
    return { text: [title, ...lines, ...nobody].join('\n'), rows };
  }

  /** «do.<partner>.<field>». */
  function candidate(locale: Locale, facts: CandidateFacts, now: Date): Screen {
    const { one, specialization, all } = facts;
    const text = [
      one.name,
      wording.fields(locale, one.specializationIds, all),
      wording.candidate(locale, one, now),
      ...(one.about === null ? [] : ['', one.about]),
    ].join('\n');
    const field = specialization.id;
    const inviting = { label: t(locale, 'invite-this'), data: `do.${one.id}.${field}` };
    const rows = [
      ...(standingOf(one, now) === 'free' ? [[inviting]] : []),
      [{ label: t(locale, 'invite-back-list'), data: `in.${field}.1` }],
    ];
    return { text, rows };
  }

  return { fields, list, candidate };
}

function inPairs(buttons: readonly ScreenButton[]): ScreenButton[][] {
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) =>
    buttons.slice(row * 2, row * 2 + 2),
  );
}
