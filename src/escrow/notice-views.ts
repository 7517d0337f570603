// What a room reads of each step, and a manager or a side in private. The step was what it was; what is to be
// done next is as the deal stands when the words leave.

import type { InlineKeyboardButton } from 'grammy/types';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import { type Escrow, isOver, sumsOf } from './escrow.ts';
import type { Deed } from './log.ts';
import { formatMoney } from './money.ts';
import type { ManagerFacts, ReminderFacts, SaidFacts } from './notices.ts';
import type { EscrowViews } from './views.ts';

export type NoticeViews = ReturnType<typeof createNoticeViews>;

export function createNoticeViews(t: Translate, views: EscrowViews) {
  function said(locale: Locale, facts: SaidFacts, escrow: Escrow): View {
    const { deed, name, role, stage, amount } = facts;
    const number = facts.escrowId;
    const money = (minor: number) => formatMoney(locale, minor, escrow.currency);
    const who = t(locale, 'escrow-who', { name, role: t(locale, `escrow-role-${role}`) });
    const args = {
      ...{ number, who },
      stage: stage ?? 1,
      title: escrow.stages[(stage ?? 1) - 1]?.title ?? '',
      amount: money(amount ?? sumsOf(escrow).held),
    };
    const lines = [t(locale, `escrow-said-${deed}`, args)];
    const isPresent = escrow.revision === facts.revision;
    if (isPresent) lines.push(...terms(locale, deed, escrow));
    if (isPresent) lines.push(...next(locale, escrow));
    const keyboard = isPresent ? views.onward(locale, escrow) : [];
    return view(lines, keyboard);
  }

  /** What is to be agreed to, or to be paid, stands where it is asked for. */
  function terms(locale: Locale, deed: Deed, escrow: Escrow): string[] {
    if (deed === 'propose' || deed === 'change-terms') {
      const stages = escrow.stages.map((one, index) => views.terms(locale, escrow, one, index + 1));
      return ['', ...stages, views.sums(locale, escrow)];
    }
    if (deed === 'ask-change') return views.question(locale, escrow);
    return escrow.status === 'invoiced' && deed === 'agree' ? ['', ...invoice(locale, escrow)] : [];
  }

  function invoice(locale: Locale, escrow: Escrow): string[] {
    const amount = formatMoney(locale, sumsOf(escrow).agreed, escrow.currency);
    return [
      t(locale, 'escrow-invoice', { number: escrow.id }),
      ...escrow.stages.map((stage, index) => views.terms(locale, escrow, stage, index + 1)),
      t(locale, 'escrow-invoice-total', { amount, number: escrow.id }),
    ];
  }

  function next(locale: Locale, escrow: Escrow): string[] {
    if (escrow.status === 'completed') {
      return ['', t(locale, 'escrow-completed', { number: escrow.id })];
    }
    if (isOver(escrow) || !escrow.clock) return [];
    const until = views.moment(locale, escrow.clock.deadlineAt);
    return ['', views.step(locale, escrow), t(locale, 'escrow-until', { until })];
  }

  /** In the room: nobody of that side can be written to in private. */
  function waits(locale: Locale, escrow: Escrow): View {
    const lines = [t(locale, 'escrow-waits', { number: escrow.id }), ...next(locale, escrow)];
    return view(lines, views.onward(locale, escrow));
  }

  function late(locale: Locale, escrow: Escrow): View {
    const lines = [t(locale, 'escrow-late', { number: escrow.id }), views.step(locale, escrow)];
    return view(lines, views.onward(locale, escrow));
  }

  /** `link`: into the group; null: there is none for them. */
  function manager(
    locale: Locale,
    { why, room }: ManagerFacts,
    escrow: Escrow,
    link: string | null,
  ): View {
    const args = { number: escrow.id, room };
    const lines = [
      t(locale, `escrow-manager-${why}`, args),
      views.sums(locale, escrow),
      ...(why === 'paid-and-cancelled' ? [] : next(locale, escrow)),
    ];
    return view(lines, [...views.forManager(locale, escrow), ...toGroup(locale, link)]);
  }

  function toGroup(locale: Locale, link: string | null): InlineKeyboardButton[][] {
    return link ? [[{ text: t(locale, 'room-join'), url: link }]] : [];
  }

  function reminder(
    locale: Locale,
    { room }: ReminderFacts,
    escrow: Escrow,
    link: string | null,
  ): View {
    const lines = [
      t(locale, 'escrow-reminder', { number: escrow.id, room }),
      ...next(locale, escrow),
    ];
    return view(lines, [...views.onward(locale, escrow), ...toGroup(locale, link)]);
  }

  return { said, waits, late, manager, reminder };
}

function view(lines: readonly string[], rows: InlineKeyboardButton[][]): View {
  const text = lines.join('\n');
  return rows.length > 0 ? { text, keyboard: { inline_keyboard: rows } } : { text };
}
