// What is left behind at the end of a shift, and the offer of it. HTML, in the reader's language.

import { InlineKeyboard } from 'grammy';
import { kindOf } from '../../desks/kinds/kinds.ts';
import { formatWhen } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { defineButton, defineChoice } from '../../platform/telegram/callback-data.ts';
import { type Html, html, joinHtml } from '../../platform/telegram/html.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import type { Speech } from '../views.ts';
import type { HeldDialog } from './repository.ts';

/** Under the digest; the id is the number of whoever goes, the revision that of whoever stays. */
export const handAllButton = defineButton('hand-all');

/** Under the offer; the id is the offer's. */
export const handoverButton = defineChoice('handover', ['accept', 'decline']);

/** More would not fit into one message. */
const MOST_LINES = 25;
const MOST_COLLEAGUES = 6;

export interface DutyViewDeps {
  readonly t: Translate;
  readonly timeZone: string;
}

interface Named {
  readonly id: number;
  readonly name: string;
}

export type DutyViews = ReturnType<typeof createDutyViews>;

/** Hours are of `timeZone` (IANA). */
export function createDutyViews({ t, timeZone }: DutyViewDeps) {
  function digest(
    locale: Locale,
    staffId: number,
    held: readonly HeldDialog[],
    onDuty: readonly Named[],
    now: Date,
  ): Speech {
    const title = html`<b>${t(locale, 'shift-digest-title', { count: held.length })}</b>`;
    const keyboard = new InlineKeyboard();
    for (const { id, name } of onDuty.slice(0, MOST_COLLEAGUES)) {
      const data = handAllButton.encode({ id: staffId, revision: id });
      keyboard.text(t(locale, 'shift-hand-all', { name: plainName(name, '', 40) }), data).row();
    }
    const advice = t(locale, onDuty.length > 0 ? 'shift-digest-hand' : 'shift-digest-alone');
    const text = joinHtml([title, list(locale, held, now), html`${advice}`], '\n\n');
    return { text: String(text), keyboard };
  }

  function offer(
    locale: Locale,
    handoverId: number,
    from: string,
    held: readonly HeldDialog[],
    now: Date,
  ): Speech {
    const facts = { name: plainName(from, '', 40), count: held.length };
    const title = html`<b>${t(locale, 'handover-title', facts)}</b>`;
    const button = (choice: 'accept' | 'decline') =>
      [
        t(locale, `handover-button-${choice}`),
        handoverButton.encode({ id: handoverId, revision: 0, choice }),
      ] as const;
    const keyboard = new InlineKeyboard().text(...button('accept')).text(...button('decline'));
    const until = html`${t(locale, 'handover-until')}`;
    return { text: String(joinHtml([title, list(locale, held, now), until], '\n\n')), keyboard };
  }

  function list(locale: Locale, held: readonly HeldDialog[], now: Date): Html {
    const lines = held.slice(0, MOST_LINES).map((one) => line(locale, one, now));
    const more = held.length - lines.length;
    const rest = more > 0 ? [html`${t(locale, 'digest-more', { count: more })}`] : [];
    return joinHtml([...lines, ...rest], '\n');
  }

  /** How it stands, since when somebody waits and until when, and when its holder is reminded. */
  function line(locale: Locale, held: HeldDialog, now: Date): Html {
    const { dialogId, clientName, status, waitingSince, deadlineAt, remindAt } = held;
    const when = (date: Date) => formatWhen(locale, timeZone, date, now);
    const title = t(locale, 'digest-dialog', {
      number: dialogId,
      name: plainName(clientName, '', 40),
    });
    const isLate = deadlineAt !== null && deadlineAt <= now;
    const deadline = isLate ? 'held-deadline-missed' : 'held-deadline';
    const facts = [
      t(locale, `status-${status}`),
      ...(waitingSince ? [t(locale, 'card-waits-since', { time: when(waitingSince) })] : []),
      ...(deadlineAt ? [t(locale, deadline, { time: when(deadlineAt) })] : []),
      ...(remindAt ? [`⏰ ${when(remindAt)}`] : []),
    ];
    return html`• ${linked(title, held)} — ${facts.join(', ')}`;
  }

  function linked(title: string, { deskKind, deskChatId, threadId }: HeldDialog): Html {
    if (deskChatId === null || threadId === null) return html`${title}`;
    return html`<a href="${kindOf(deskKind).threadUrl(deskChatId, threadId)}">${title}</a>`;
  }

  function plain(locale: Locale, key: string, facts: Record<string, string | number>): Speech {
    return { text: String(html`${t(locale, key, facts)}`) };
  }

  return { digest, offer, plain };
}
