// What the client's card of a ticket is drawn from, and everything else that tells clients of their tickets.

import type { Locale } from '../../platform/i18n.ts';
import type { ClockKind } from '../../sla/clock.ts';
import type { ClientCompany } from '../company.ts';
import type { KeptTicket } from '../repository.ts';

/** What is promised next. */
export interface NextDue {
  readonly kind: ClockKind;
  readonly at: Date;
}

export interface RequestFacts {
  readonly ticket: KeptTicket;
  readonly company: ClientCompany;
  readonly type: Readonly<Record<Locale, string>>;
  /** The employee who answers for it; null: nobody yet. */
  readonly responsible: string | null;
  /** Who asked for it, with their number in Telegram; null: another system made it. */
  readonly author: { readonly name: string; readonly userId: number } | null;
  /** Null: nothing is due, or the clocks stand still. */
  readonly due: NextDue | null;
  /** Of the room's cards. */
  readonly locale: Locale;
  readonly now: Date;
}

/** The soonest of what runs. */
export function nextDue(
  clocks: readonly { readonly kind: ClockKind; readonly dueAt: Date | null }[],
): NextDue | null {
  const running = clocks.flatMap(({ kind, dueAt }) => (dueAt ? [{ kind, at: dueAt }] : []));
  return running.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null;
}
