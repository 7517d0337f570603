// The morning of a supervisor: how many wait, who longest, what did not arrive. HTML.

import { kindOf } from '../../desks/kinds/kinds.ts';
import { formatWhen } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../platform/telegram/html.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import type { Speech } from '../views.ts';
import type { Morning, Waiting } from './repository.ts';

export interface DigestViewDeps {
  readonly t: Translate;
  readonly timeZone: string;
}

export interface DigestFacts extends Morning {
  /** Named where there are several; null: there is one. */
  readonly deskName: string | null;
  readonly undelivered: number;
}

/** Hours are of `timeZone` (IANA). */
export function createDigestView({ t, timeZone }: DigestViewDeps) {
  function line(locale: Locale, waiting: Waiting, number: number, now: Date): Html {
    const { dialogId, clientName, waitingSince, assigneeName } = waiting;
    const name = plainName(clientName, '', 40);
    const title = t(locale, 'digest-dialog', { number: dialogId, name });
    const who = assigneeName ? plainName(assigneeName, '', 40) : t(locale, 'digest-nobody');
    const time = formatWhen(locale, timeZone, waitingSince, now);
    const since = t(locale, 'card-waits-since', { time });
    return html`${number}. ${linked(title, waiting)} — ${since} · ${who}`;
  }

  function linked(title: string, { deskKind, deskChatId, threadId }: Waiting): Html {
    if (deskChatId === null || threadId === null) return html`${title}`;
    return html`<a href="${kindOf(deskKind).threadUrl(deskChatId, threadId)}">${title}</a>`;
  }

  return (locale: Locale, facts: DigestFacts, now: Date): Speech => {
    const { total, late, longest, deskName, undelivered } = facts;
    const desk = deskName ? html` · ${plainName(deskName, '', 40)}` : html``;
    const count = { count: total };
    const head = [
      html`<b>☀️ ${t(locale, 'digest-title', count)}</b>${desk}`,
      ...(late > 0 ? [html`${t(locale, 'digest-late', { count: late })}`] : []),
      ...(undelivered > 0
        ? [html`${t(locale, 'digest-undelivered', { count: undelivered })}`]
        : []),
    ];
    const lines = longest.map((waiting, index) => line(locale, waiting, index + 1, now));
    const more = total - longest.length;
    const rest = more > 0 ? [html`${t(locale, 'digest-more', { count: more })}`] : [];
    const text = joinHtml([joinHtml(head, '\n'), joinHtml([...lines, ...rest], '\n')], '\n\n');
    return { text: String(text) };
  };
}
