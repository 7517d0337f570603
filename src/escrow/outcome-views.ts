// What whoever pressed or proposed reads: that it is done, or why not and what is true now.

import { formatTime } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { termsProblem } from './problem-views.ts';
import type { RoomEscrow } from './repository.ts';
import type { Refused } from './rules.ts';
import type { PressOutcome, ProposeOutcome } from './service.ts';
import { roles, stageArgs } from './views.ts';

export interface Toast {
  readonly text: string;
  readonly alert: boolean;
}

/** The answer to a press; empty for one that came twice. */
export function pressToast(t: Translate, locale: Locale, outcome: PressOutcome): Toast {
  switch (outcome.status) {
    case 'repeated':
      return { text: '', alert: false };
    case 'done':
      return { text: t(locale, 'escrow-toast-done'), alert: false };
    case 'gone':
      return { text: t(locale, 'escrow-toast-gone'), alert: true };
    case 'no-party':
      return { text: t(locale, 'escrow-toast-no-party'), alert: true };
    case 'refused':
      return { text: refusal(t, locale, outcome.why, outcome.escrow), alert: true };
  }
}

function refusal(t: Translate, locale: Locale, why: Refused, escrow: RoomEscrow): string {
  switch (why.status) {
    case 'already':
    case 'stale':
      return t(locale, `escrow-toast-${why.status}`);
    case 'not-yours': {
      const who = roles(t, locale, why.whose, 'disjunction');
      return t(locale, 'escrow-toast-not-yours', { who });
    }
    case 'not-now': {
      const step = t(locale, `escrow-status-${why.now}`, stageArgs(escrow));
      return t(locale, 'escrow-toast-not-now', { step });
    }
    case 'too-early': {
      const time = formatTime(locale, escrow.timeZone, why.from);
      return t(locale, 'escrow-toast-too-early', { time });
    }
    case 'bad-terms':
      return termsProblem(t, locale, why.problem, escrow.currency);
  }
}

/** What becomes of terms that somebody wrote; null: they came twice. */
export function proposedWords(
  t: Translate,
  locale: Locale,
  outcome: ProposeOutcome,
): string | null {
  switch (outcome.status) {
    case 'done':
      return t(locale, outcome.escrow.status === 'asked' ? 'escrow-asked' : 'escrow-proposed');
    case 'unclear':
      return termsProblem(t, locale, outcome.problem, null);
    case 'bad-terms':
      return termsProblem(t, locale, outcome.problem, outcome.currency);
    case 'nobody-there':
      return t(locale, `escrow-nobody-${outcome.side}`);
    case 'overtaken':
      return t(locale, 'escrow-toast-stale');
    case 'room-closed':
      return t(locale, 'room-closed-now');
    default:
      return pressToast(t, locale, outcome).text || null;
  }
}
