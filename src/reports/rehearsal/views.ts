// What another plan would have made of the last days, in words.

import { formatDay } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../platform/telegram/html.ts';
import { CLOCK_KINDS, type ClockKind } from '../../sla/clock.ts';
import { ticketNumber } from '../../tickets/ticket.ts';
import { createFigureWords } from '../service-report/figure-words.ts';
import { shareOf } from '../service-report/figures.ts';
import type { Rehearsal } from './service.ts';
import type { Count, Miss } from './tally.ts';

export function createRehearsalViews(t: Translate, timeZone: string) {
  const { time, share } = createFigureWords(t);

  /** HTML. `narrowed`: of whom, in words. */
  function rehearsal(locale: Locale, told: Rehearsal, narrowed: string): string {
    const { planName, from, until, tickets, dialogs, tally } = told;
    const day = (at: Date) => formatDay(locale, timeZone, at, until);
    const head = [
      html`<b>${t(locale, 'rehearsal-title', { plan: planName })}</b>`,
      html`${day(from)} – ${day(until)} · ${t(locale, 'rehearsal-of', { tickets, dialogs })}`,
      html`<i>${narrowed}</i>`,
    ];
    const kinds = CLOCK_KINDS.flatMap((kind) => kindLine(locale, kind, tally));
    if (kinds.length === 0) {
      return String(
        joinHtml([joinHtml(head, '\n'), html`${t(locale, 'rehearsal-nothing')}`], '\n\n'),
      );
    }
    const change = t(locale, 'rehearsal-change', { more: tally.more, fewer: tally.fewer });
    const parts = [
      joinHtml(head, '\n'),
      joinHtml(kinds, '\n'),
      html`<b>${change}</b>`,
      ...(tally.worst.length > 0 ? [worst(locale, told)] : []),
      html`<i>${t(locale, 'rehearsal-only')}</i>`,
    ];
    return String(joinHtml(parts, '\n\n'));
  }

  function kindLine(
    locale: Locale,
    kind: ClockKind,
    { present, tried }: Rehearsal['tally'],
  ): Html[] {
    const [one, other] = [present[kind], tried[kind]];
    if (isNone(one) && isNone(other)) return [];
    const name = t(locale, `rehearsal-${kind.replace('_', '-')}`);
    const facts = {
      ...{ present: share(locale, shareOf(one)), presentMissed: one.missed },
      ...{ tried: share(locale, shareOf(other)), triedMissed: other.missed },
    };
    const words = isNone(other) ? 'rehearsal-no-promise' : 'rehearsal-kind';
    return [html`<b>${name}</b>\n${t(locale, words, facts)}`];
  }

  function worst(locale: Locale, { tally, clients }: Rehearsal): Html {
    const lines = tally.worst.map((miss) => html`${missLine(locale, miss, clients)}`);
    const rest = CLOCK_KINDS.reduce((sum, kind) => sum + tally.tried[kind].missed, -lines.length);
    const more = rest > 0 ? [html`${t(locale, 'rehearsal-more', { count: rest })}`] : [];
    return joinHtml([html`<b>${t(locale, 'rehearsal-worst')}</b>`, ...lines, ...more], '\n');
  }

  function missLine(locale: Locale, miss: Miss, clients: Rehearsal['clients']): string {
    const { subject, id, kind, spentMs, allowedMs } = miss;
    const what =
      subject === 'ticket'
        ? `${ticketNumber(id)} ${clients.get(id) ?? ''}`.trim()
        : t(locale, 'dialog-number', { number: id });
    const spent = time(locale, spentMs);
    const facts = { what, spent, allowed: time(locale, allowedMs) };
    return t(locale, `rehearsal-miss-${kind.replace('_', '-')}`, facts);
  }

  return { rehearsal };
}

function isNone({ met, missed }: Count): boolean {
  return met + missed === 0;
}
