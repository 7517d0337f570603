// A deal as its card shows it: the sums, each stage with how it stands, whose move it is and until when.

import type { InlineKeyboardButton } from 'grammy/types';
import { formatDate, formatTime, zoneName } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import { moveButton, type PressedMove, paperButton, termsButton } from './buttons.ts';
import {
  type Escrow,
  isOver,
  presentStage,
  ROLES,
  type Role,
  SIDES,
  stateOfStage,
  sumsOf,
  whoseMove,
} from './escrow.ts';
import { formatMoney } from './money.ts';
import { changeable, type MoveKind, movesOf } from './rules.ts';
import type { StageTerms } from './terms.ts';

export type EscrowViews = ReturnType<typeof createEscrowViews>;

/** Below the line for those who want something else than to go on. */
const BESIDES: readonly MoveKind[] = [
  'change-terms',
  'ask-change',
  'cancel',
  'ask-cancel',
  'withdraw',
  'dismiss',
  'dispute',
  'reconsider',
];

const ANYBODYS: readonly MoveKind[] = ['change-terms', 'cancel', 'dispute'];

export function createEscrowViews(t: Translate, timeZone: string) {
  function card(locale: Locale, escrow: Escrow, now: Date): View {
    const lines = [
      t(locale, 'escrow-title', { number: escrow.id }),
      t(locale, `escrow-status-${escrow.status}`, stageArgs(escrow)),
      '',
      sums(locale, escrow),
      ...escrow.stages.map((_, index) => stage(locale, escrow, index)),
      ...agreements(locale, escrow),
      ...question(locale, escrow),
      ...next(locale, escrow, now),
    ];
    return { text: lines.join('\n'), keyboard: { inline_keyboard: buttons(locale, escrow) } };
  }

  function sums(locale: Locale, escrow: Escrow): string {
    const { agreed, held, released, refunded } = sumsOf(escrow);
    const money = (minor: number) => formatMoney(locale, minor, escrow.currency);
    const parts = [
      t(locale, 'escrow-sum-agreed', { amount: money(agreed) }),
      ...(held > 0 ? [t(locale, 'escrow-sum-held', { amount: money(held) })] : []),
      ...(released > 0 ? [t(locale, 'escrow-sum-released', { amount: money(released) })] : []),
      ...(refunded > 0 ? [t(locale, 'escrow-sum-refunded', { amount: money(refunded) })] : []),
    ];
    return parts.join(' · ');
  }

  function stage(locale: Locale, escrow: Escrow, index: number): string {
    const shown = escrow.stages[index];
    if (!shown) return '';
    const state = t(locale, `escrow-stage-${stateOfStage(escrow, index)}`);
    return `${terms(locale, escrow, shown, index + 1)}${state === '-' ? '' : ` — ${state}`}`;
  }

  /** «1. Производство — 100 000,00 ₽, до 07.12.2026». */
  function terms(
    locale: Locale,
    { currency }: Pick<Escrow, 'currency'>,
    { title, amount, dueAt }: StageTerms,
    number: number,
  ): string {
    const args = { number, title, amount: formatMoney(locale, amount, currency) };
    if (!dueAt) return t(locale, 'escrow-stage', args);
    const date = formatDate(locale, timeZone, dueAt);
    return t(locale, 'escrow-stage-due', { ...args, date });
  }

  function agreements(locale: Locale, { status, agreedBy }: Escrow): string[] {
    if (status !== 'draft') return [];
    const said = SIDES.map((side) => {
      const has = agreedBy.includes(side) ? 'yes' : 'no';
      return t(locale, `escrow-agrees-${has}`, { side: t(locale, `escrow-role-${side}`) });
    });
    return ['', said.join(' · ')];
  }

  function question(locale: Locale, escrow: Escrow): string[] {
    const { question: asked, currency } = escrow;
    if (asked?.kind !== 'change') return [];
    const from = escrow.stages.length - changeable(escrow).length;
    return [
      '',
      t(locale, 'escrow-change-proposed'),
      ...asked.stages.map((one, index) => terms(locale, { currency }, one, from + index + 1)),
    ];
  }

  /** Who is to do what, and until when. */
  function next(locale: Locale, escrow: Escrow, now: Date): string[] {
    const { clock } = escrow;
    if (!clock || isOver(escrow)) return [];
    const until = { until: moment(locale, clock.deadlineAt) };
    const isLate = now >= clock.deadlineAt;
    return [
      '',
      step(locale, escrow),
      t(locale, isLate ? 'escrow-late-since' : 'escrow-until', until),
    ];
  }

  /** What is to be done next, with who and how much. */
  function step(locale: Locale, escrow: Escrow): string {
    const amount = formatMoney(locale, amountOf(escrow), escrow.currency);
    const who = roles(t, locale, whoseMove(escrow), 'conjunction');
    return t(locale, `escrow-next-${escrow.status}`, { ...stageArgs(escrow), who, amount });
  }

  /** One line for the card of the room. */
  function summary(locale: Locale, escrow: Escrow): string {
    const { id: number, clock, status } = escrow;
    const now = t(locale, `escrow-status-${status}`, stageArgs(escrow));
    if (!clock) return t(locale, 'escrow-summary-over', { number, step: now });
    const until = moment(locale, clock.deadlineAt);
    const who = roles(t, locale, whoseMove(escrow), 'conjunction');
    return t(locale, 'escrow-summary', { number, step: now, until, who });
  }

  function moment(locale: Locale, at: Date): string {
    const date = formatDate(locale, timeZone, at);
    const time = formatTime(locale, timeZone, at);
    return t(locale, 'escrow-moment', { date, time, zone: zoneName(locale, timeZone, at) });
  }

  /** What leads on stands alone in its row; what leads elsewhere shares one. */
  function buttons(locale: Locale, escrow: Escrow): InlineKeyboardButton[][] {
    const moves = [...new Set(ROLES.flatMap((role) => movesOf(escrow, role)))];
    const onward = moves.filter((move) => !BESIDES.includes(move));
    const besides = moves.filter((move) => BESIDES.includes(move));
    const rows = onward.map((move) => [moveFace(locale, escrow, move)]);
    const pairs: InlineKeyboardButton[][] = [];
    for (const [index, move] of besides.entries()) {
      if (index % 2 === 0) pairs.push([]);
      pairs.at(-1)?.push(moveFace(locale, escrow, move));
    }
    const { id, revision } = escrow;
    const paper = { text: t(locale, 'escrow-button-paper') };
    return [...rows, ...pairs, [{ ...paper, callback_data: paperButton.encode({ id, revision }) }]];
  }

  /** The buttons of whoever's move it is. */
  function onward(locale: Locale, escrow: Escrow): InlineKeyboardButton[][] {
    return [...new Set(whoseMove(escrow).flatMap((role) => movesOf(escrow, role)))]
      .filter((move) => !BESIDES.includes(move))
      .map((move) => [moveFace(locale, escrow, move)]);
  }

  /** What a manager alone can do. */
  function forManager(locale: Locale, escrow: Escrow): InlineKeyboardButton[][] {
    return movesOf(escrow, 'manager')
      .filter((move) => !ANYBODYS.includes(move))
      .map((move) => [moveFace(locale, escrow, move)]);
  }

  function moveFace(
    locale: Locale,
    { id, revision }: Escrow,
    move: MoveKind,
  ): InlineKeyboardButton {
    const text = t(locale, `escrow-button-${move}`);
    const data = isInWords(move)
      ? termsButton.encode({ id, revision })
      : moveButton.encode({ id, revision, choice: move });
    return { text, callback_data: data };
  }

  return { card, summary, step, terms, sums, question, moment, onward, forManager };
}

function isInWords(move: MoveKind): move is Exclude<MoveKind, PressedMove> {
  return move === 'change-terms' || move === 'ask-change';
}

/** The present stage, counted from 1, and how many there are. */
/** «экспортёр и импортёр», «экспортёр или импортёр». */
export function roles(
  t: Translate,
  locale: Locale,
  some: readonly Role[],
  type: 'conjunction' | 'disjunction',
): string {
  const words = some.map((role) => t(locale, `escrow-role-${role}`));
  return new Intl.ListFormat(locale, { type }).format(words);
}

/** What the present step is about: the stage that is to be paid out, else all that is held. */
function amountOf(escrow: Escrow): number {
  const stage = escrow.stages[presentStage(escrow) ?? -1];
  return escrow.status === 'releasing' && stage ? stage.amount : sumsOf(escrow).held;
}

export function stageArgs(escrow: Escrow): { readonly stage: number; readonly stages: number } {
  return { stage: (presentStage(escrow) ?? 0) + 1, stages: escrow.stages.length };
}
