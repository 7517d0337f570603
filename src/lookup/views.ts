// Lists of dialogs as they are read: one line a dialog, with the way to its thread.

import type { InlineKeyboard } from 'grammy';
import type { InlineQueryResultArticle } from 'grammy/types';
import { type DeskKindName, kindOf } from '../desks/kinds/kinds.ts';
import { BADGES } from '../dialogs/badges.ts';
import { harmlessLine } from '../dialogs/content/harmless.ts';
import { formatDate, formatWhen } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { type Html, html, joinHtml } from '../platform/telegram/html.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import type { ListedDialog } from './dialog-list-repository.ts';
import type { DialogPage } from './dialog-list-service.ts';
import { type DialogQuery, isOpenOnly, MOST_COUNTED } from './dialog-query.ts';
import { duration } from './duration.ts';
import { isFiltered } from './filtering.ts';
import { createListKeyboards, type Menu } from './list-keyboard-views.ts';
import { type Known, nameOf } from './query-in-words.ts';

export interface ListView {
  readonly text: string;
  readonly keyboard: InlineKeyboard;
}

export type LookupViews = ReturnType<typeof createLookupViews>;

/** HTML in the reader's language; hours are of `timeZone` (IANA). */
export function createLookupViews(t: Translate, timeZone: string) {
  const keyboardOf = createListKeyboards(t);

  function dialogList(page: DialogPage, known: Known, menu: Menu, now: Date): ListView {
    const { locale, query } = page.lookup;
    const filters = describe(locale, query, known);
    const count = html`<b>${t(locale, 'lookup-title', countOf(page.total))}</b>`;
    const title = joinHtml([count, html`<i>${filters}</i>`], '\n');
    const lines = page.dialogs.map((dialog) => line(locale, dialog, known, now));
    const body = lines.length > 0 ? joinHtml(lines, '\n') : html`${emptyWords(locale, page)}`;
    return {
      text: String(joinHtml([title, body], '\n\n')),
      keyboard: keyboardOf(page, known, menu),
    };
  }

  function emptyWords(locale: Locale, { lookup, total }: DialogPage): string {
    if (total > 0) return t(locale, 'lookup-page-empty');
    return t(locale, isFiltered(lookup.query) ? 'lookup-empty' : 'lookup-empty-open');
  }

  /** «🔴 № 12 · Анна · ждёт 45 мин · Катя». */
  function line(locale: Locale, dialog: ListedDialog, known: Known, now: Date): Html {
    const number = t(locale, 'dialog-number', { number: dialog.id });
    const url = threadUrlOf(dialog);
    const parts = [
      html`${BADGES[dialog.status]} ${url ? html`<a href="${url}">${number}</a>` : number}`,
      html`${harmlessLine(truncate(dialog.clientName, 40))}`,
      html`${moment(locale, dialog, now)}`,
      ...(dialog.assigneeName ? [html`${truncate(dialog.assigneeName, 30)}`] : []),
      ...(known.desks.length > 1 ? deskTitle(dialog, known) : []),
    ];
    return joinHtml(parts, ' · ');
  }

  function deskTitle({ desk }: ListedDialog, { desks }: Known): Html[] {
    const found = desks.find(({ id }) => id === desk?.id);
    return found ? [html`${truncate(nameOf(found), 30)}`] : [];
  }

  function moment(locale: Locale, dialog: ListedDialog, now: Date): string {
    if (!dialog.waitingSince) return formatWhen(locale, timeZone, dialog.lastQuestionAt, now);
    const minutes = Math.max(0, (now.getTime() - dialog.waitingSince.getTime()) / 60_000);
    return t(locale, 'lookup-waits', { time: duration(t, locale, Math.floor(minutes)) });
  }

  /** For somebody who types in any chat: shown to them alone; what it inserts names no client. */
  function inlineResult(
    locale: Locale,
    dialog: ListedDialog,
    known: Known,
    now: Date,
  ): InlineQueryResultArticle {
    const number = t(locale, 'dialog-number', { number: dialog.id });
    const url = threadUrlOf(dialog);
    const linked = url ? html`<a href="${url}">${number}</a>` : html`${number}`;
    const status = t(locale, `status-${dialog.status}`);
    const besides = [dialog.assigneeName ?? '', ...deskTitle(dialog, known).map(String)];
    return {
      type: 'article',
      id: String(dialog.id),
      title: `${BADGES[dialog.status]} ${number} · ${truncate(dialog.clientName, 60)}`,
      description: [moment(locale, dialog, now), ...besides].filter(Boolean).join(' · '),
      input_message_content: {
        message_text: String(html`${BADGES[dialog.status]} ${linked} · ${status}`),
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
      },
    };
  }

  /** What the list looks for, in words. */
  function describe(locale: Locale, query: DialogQuery, known: Known): string {
    const parts = [
      ...statusWords(locale, query),
      ...waitWords(locale, query),
      ...(query.number === null ? [] : [t(locale, 'dialog-number', { number: query.number })]),
      ...(query.clientId === null
        ? []
        : [t(locale, 'lookup-by-client', { number: query.clientId })]),
      ...(query.username === null ? [] : [harmlessLine(`@${query.username}`)]),
      ...query.name.map((word) => t(locale, 'quoted', { words: harmlessLine(truncate(word, 32)) })),
      ...staffWords(locale, query, known),
      ...(query.channel === null ? [] : [t(locale, `channel-${query.channel}`)]),
      ...labelWords(locale, query, known),
      ...known.desks.filter(({ id }) => id === query.deskId).map(nameOf),
      ...dateWords(locale, query),
    ];
    return parts.join(' · ');
  }

  function statusWords(locale: Locale, query: DialogQuery): readonly string[] {
    if (query.statuses.length === 0) return [t(locale, 'lookup-status-all')];
    if (isOpenOnly(query)) return [t(locale, 'lookup-status-open')];
    return query.statuses.map((status) => t(locale, `status-${status}`).toLowerCase());
  }

  function waitWords(locale: Locale, { waitingMinutes }: DialogQuery): readonly string[] {
    if (waitingMinutes === null) return [];
    if (waitingMinutes === 0) return [t(locale, 'lookup-wait-0')];
    return [t(locale, 'lookup-by-wait', { time: duration(t, locale, waitingMinutes) })];
  }

  function staffWords(locale: Locale, { assignee }: DialogQuery, known: Known): readonly string[] {
    if (assignee === null) return [];
    if (assignee === 'nobody') return [t(locale, 'lookup-staff-nobody')];
    const name = known.staff.find(({ id }) => id === assignee)?.name;
    return [name ?? t(locale, 'lookup-by-staff', { number: assignee })];
  }

  function labelWords(locale: Locale, { labelId }: DialogQuery, known: Known): readonly string[] {
    if (labelId === null) return [];
    const label = known.labels.find(({ id }) => id === labelId);
    return [label ? `${label.colour} ${label.name}` : t(locale, 'lookup-by-label-gone')];
  }

  function dateWords(locale: Locale, { from, until }: DialogQuery): readonly string[] {
    const day = (iso: string, earlierMs = 0) =>
      formatDate(locale, timeZone, new Date(Date.parse(iso) - earlierMs));
    if (from && until) {
      const [first, last] = [day(from), day(until, 1)];
      return [first === last ? first : `${first} – ${last}`];
    }
    if (from) return [t(locale, 'lookup-by-from', { day: day(from) })];
    return until ? [t(locale, 'lookup-by-until', { day: day(until, 1) })] : [];
  }

  return { dialogList, inlineResult };
}

function countOf(total: number): { readonly count: number; readonly more: string } {
  const many = total > MOST_COUNTED;
  return { count: Math.min(total, MOST_COUNTED), more: many ? 'yes' : 'no' };
}

interface InThread {
  readonly desk: { readonly kind: DeskKindName; readonly chatId: number } | null;
  readonly threadId: number | null;
}

/** The way to the thread, for those who are in its chat; null: there is none yet. */
export function threadUrlOf({ desk, threadId }: InThread): string | null {
  return desk && threadId ? kindOf(desk.kind).threadUrl(desk.chatId, threadId) : null;
}
