// What happened in a room, in words: what kind of thing it was, what was said or done, and what belongs to it.

import { kindNameOf } from '../dialogs/content/told.ts';
import { type Content, gistOf, isMedia, wordsOf } from '../dialogs/content.ts';
import { formatMoney } from '../escrow/money.ts';
import { formatDate, formatTime } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { MOVE_REASONS } from '../rooms/trail/checkpoints/checkpoint.ts';
import type { TrailDeed } from './trail.ts';

export interface DeedWords {
  /** «Договорённость № 2: подтверждена». */
  readonly label: string;
  readonly words: string;
  /** Why, how large, of what kind; null: nothing. */
  readonly detail: string | null;
}

type Of<K extends TrailDeed['kind']> = Extract<TrailDeed, { readonly kind: K }>;

/** `timeZone`: of the days that are named. */
export function createDeedWords(t: Translate) {
  return function describe(locale: Locale, deed: TrailDeed, timeZone: string): DeedWords {
    const label = (args = {}) => t(locale, `trail-export-is-${deed.kind}`, args);
    switch (deed.kind) {
      case 'message':
      case 'reworded':
      case 'support-again':
      case 'agreement-fixed':
      case 'agreement-confirmed':
      case 'agreement-withdrawn': {
        const number = 'number' in deed ? deed.number : 0;
        return { label: label({ number }), words: saidIn(t, locale, deed.content), detail: null };
      }
      case 'file':
        return { label: label(), ...fileWords(t, locale, deed) };
      case 'checkpoint-set':
      case 'checkpoint-done':
      case 'checkpoint-cancelled':
      case 'checkpoint-moved':
        return {
          label: label({ number: deed.number }),
          ...checkpointWords(t, locale, deed, timeZone),
        };
      case 'joined':
      case 'left':
      case 'parted':
      case 'role-set':
        return { label: label(), words: memberIn(t, locale, deed), detail: null };
      case 'support-called':
      case 'support-taken':
      case 'support-reopened':
      case 'support-closed': {
        const words = 'reason' in deed ? t(locale, `support-reason-${deed.reason}`) : '';
        return { label: label(), words, detail: null };
      }
      case 'escrow':
        return { label: label({ number: deed.escrowId }), ...escrowWords(t, locale, deed) };
    }
  };
}

/** The words whole, after what it was where that is not plain. */
function saidIn(t: Translate, locale: Locale, content: Content): string {
  const words = wordsOf(content) || (isMedia(content) ? '' : gistOf(content));
  if (content.kind === 'text') return words;
  return `[${t(locale, `kind-${kindNameOf(content)}`)}] ${words}`.trim();
}

function memberIn(
  t: Translate,
  locale: Locale,
  { person, as }: Of<'joined' | 'left' | 'parted' | 'role-set'>,
): string {
  return `${person} (${t(locale, `room-role-${as}`)})`;
}

function fileWords(t: Translate, locale: Locale, { name, paper, size, hash }: Of<'file'>) {
  const kilobytes = size === null ? null : Math.max(1, Math.round(size / 1024));
  const facts = [
    t(locale, `file-kind-${paper}`),
    kilobytes === null ? '' : t(locale, 'trail-export-size', { kilobytes }),
    hash === 'done' ? '' : t(locale, `trail-export-hash-${hash}`),
  ];
  return {
    words: name ?? t(locale, 'trail-export-nameless'),
    detail: facts.filter((fact) => fact !== '').join(', '),
  };
}

function checkpointWords(
  t: Translate,
  locale: Locale,
  deed: Of<'checkpoint-set' | 'checkpoint-done' | 'checkpoint-cancelled' | 'checkpoint-moved'>,
  timeZone: string,
) {
  const { title } = deed;
  const moment = (at: Date) =>
    `${formatDate(locale, timeZone, at)} ${formatTime(locale, timeZone, at)}`;
  const date = moment(deed.dueAt);
  if (deed.kind !== 'checkpoint-moved')
    return { words: t(locale, 'trail-export-due', { title, date }), detail: null };
  const known = MOVE_REASONS.find((one) => one === deed.reason);
  const reason = known ? t(locale, `checkpoint-reason-${known}`) : deed.reason;
  return {
    words: t(locale, 'trail-export-due-moved', { title, before: moment(deed.dueBefore), date }),
    detail: t(locale, 'trail-export-why', { reason }),
  };
}

function escrowWords(t: Translate, locale: Locale, deed: Of<'escrow'>) {
  const { type, stage, amount, currency } = deed;
  const sum = amount === null || currency === null ? null : formatMoney(locale, amount, currency);
  return { words: t(locale, `escrow-log-${type}`, { stage: stage ?? 1 }), detail: sum };
}
