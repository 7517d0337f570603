// What is said of a deadline of a ticket: which ticket, how long is left or how late it is, whose move it is. HTML.

import { formatWhen } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../platform/telegram/html.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import type { ClockKind } from '../../sla/clock.ts';
import type { KeptTicket } from '../repository.ts';
import { ticketNumber, turnOf } from '../ticket.ts';

export interface AlarmViewDeps {
  readonly t: Translate;
  /** IANA; in it deadlines are told. */
  readonly timeZone: string;
}

export interface AlarmFacts {
  readonly ticket: KeptTicket;
  readonly company: string;
  readonly kind: ClockKind;
  readonly dueAt: Date;
  /** Working milliseconds until the deadline; below 0 after it. */
  readonly leftMs: number;
  readonly responsible: { readonly id: number; readonly name: string } | null;
  /** The way to its thread; null: there is none. */
  readonly url: string | null;
  readonly now: Date;
}

const MINUTE_MS = 60_000;

export type AlarmViews = ReturnType<typeof createAlarmViews>;

export function createAlarmViews({ t, timeZone }: AlarmViewDeps) {
  /** For one employee, by number. */
  function inPrivate(locale: Locale, facts: AlarmFacts, readerId: number): string {
    const { ticket, company } = facts;
    const title = html`${sign(facts)} <b>${ticketNumber(ticket.id)} · ${plainName(company, '…')}</b>`;
    const lines = [
      title,
      html`${ticket.summary}`,
      when(locale, facts),
      turn(locale, facts, readerId),
    ];
    return String(joinHtml(lines, '\n'));
  }

  /** Where the card stands, which tells the rest. */
  function inThread(locale: Locale, facts: AlarmFacts): string {
    return String(html`${sign(facts)} ${when(locale, facts)} ${turn(locale, facts)}`);
  }

  /** One line among others. */
  function atDesk(locale: Locale, facts: AlarmFacts): string {
    return String(html`${inDigest(locale, facts)} ${turn(locale, facts)}`);
  }

  /** In a list, where nobody is to be told whose it is. */
  function inDigest(locale: Locale, facts: AlarmFacts): Html {
    const { ticket, company, url } = facts;
    const number = ticketNumber(ticket.id);
    const name = url ? html`<a href="${url}">${number}</a>` : html`${number}`;
    const about = html`${name} · ${plainName(company, '…')}`;
    return html`${sign(facts)} ${about}. ${when(locale, facts)}`;
  }

  function when(locale: Locale, { kind, dueAt, leftMs, now }: AlarmFacts): Html {
    const isLate = leftMs <= 0;
    const time = formatWhen(locale, timeZone, dueAt, now);
    const deadline = t(locale, `tdesk-clock-${kind}${isLate ? '-late' : ''}`, { time });
    const minutes = Math.floor(Math.abs(leftMs) / MINUTE_MS);
    const long = t(locale, isLate ? 'alarm-late' : 'alarm-left', {
      time: lasting(locale, minutes),
    });
    return html`<b>${deadline}</b>, ${long}.`;
  }

  /** Never in days: a working day has not twenty-four hours. */
  function lasting(locale: Locale, minutes: number): string {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    if (hours === 0) return t(locale, 'duration-minutes', { minutes });
    return rest === 0
      ? t(locale, 'duration-hours', { hours })
      : t(locale, 'duration-hours-minutes', { hours, minutes: rest });
  }

  function turn(locale: Locale, { ticket, responsible }: AlarmFacts, readerId?: number): Html {
    const whose = t(locale, `tdesk-turn-${turnOf(ticket, ticket.partnerNote !== null)}`);
    if (!responsible) return html`${t(locale, 'alarm-turn-free', { turn: whose })}`;
    if (responsible.id === readerId) return html`${t(locale, 'alarm-turn-yours', { turn: whose })}`;
    const name = plainName(responsible.name, '…');
    return html`${t(locale, 'alarm-turn-held', { turn: whose, name })}`;
  }

  return { inPrivate, inThread, atDesk, inDigest };
}

function sign({ leftMs }: AlarmFacts): string {
  return leftMs <= 0 ? '⏰' : '⏱';
}
