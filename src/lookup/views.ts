// Lists of dialogs as they are read: one line a dialog, with the way to its thread; the buttons that
// turn the pages, and the menus of the filters.

import { InlineKeyboard } from 'grammy';
import type { InlineQueryResultArticle } from 'grammy/types';
import { type DeskKindName, kindOf } from '../desks/kinds/kinds.ts';
import { BADGES } from '../dialogs/badges.ts';
import { harmlessLine } from '../dialogs/content/harmless.ts';
import { DIALOG_STATUSES } from '../dialogs/dialog.ts';
import { formatDate, formatWhen } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { type Html, html, joinHtml } from '../platform/telegram/html.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import {
  type Filter,
  filterButton,
  OPTIONS,
  optionButton,
  pickButton,
  turnButton,
} from './buttons.ts';
import type { ListedDialog } from './dialog-list-repository.ts';
import type { DialogPage } from './dialog-list-service.ts';
import { type DialogQuery, isOpenOnly, MOST_COUNTED, PAGE_SIZE } from './dialog-query.ts';
import { isFiltered } from './filtering.ts';
import { pageCount, pageNumber } from './pages.ts';
import type { Known } from './query-in-words.ts';

export interface ListView {
  readonly text: string;
  readonly keyboard: InlineKeyboard;
}

/** Which keyboard stands under the list. */
export type Menu = 'pages' | 'filters' | Filter;

/** More employees or labels do not fit a keyboard; words find the others. */
const MOST_PICKS = 40;

export type LookupViews = ReturnType<typeof createLookupViews>;

/** HTML in the reader's language; hours are of `timeZone` (IANA). */
export function createLookupViews(t: Translate, timeZone: string) {
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
    const number = `№ ${dialog.id}`;
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
    return found ? [html`${truncate(found.department ?? found.title, 30)}`] : [];
  }

  function moment(locale: Locale, dialog: ListedDialog, now: Date): string {
    if (!dialog.waitingSince) return formatWhen(locale, timeZone, dialog.lastQuestionAt, now);
    const minutes = Math.max(0, (now.getTime() - dialog.waitingSince.getTime()) / 60_000);
    return t(locale, 'lookup-waits', { time: duration(locale, Math.floor(minutes)) });
  }

  /** «45 мин», «3 ч 20 мин», «2 дн.». */
  function duration(locale: Locale, minutes: number): string {
    const hours = Math.floor(minutes / 60);
    if (hours >= 48) return t(locale, 'duration-days', { days: Math.floor(hours / 24) });
    if (hours === 0) return t(locale, 'duration-minutes', { minutes });
    if (minutes % 60 === 0) return t(locale, 'duration-hours', { hours });
    return t(locale, 'duration-hours-minutes', { hours, minutes: minutes % 60 });
  }

  /** For somebody who types in any chat: shown to them alone; what it inserts names no client. */
  function inlineResult(
    locale: Locale,
    dialog: ListedDialog,
    known: Known,
    now: Date,
  ): InlineQueryResultArticle {
    const number = `№ ${dialog.id}`;
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
      ...(query.number === null ? [] : [`№ ${query.number}`]),
      ...(query.clientId === null
        ? []
        : [t(locale, 'lookup-by-client', { number: query.clientId })]),
      ...(query.username === null ? [] : [harmlessLine(`@${query.username}`)]),
      ...query.name.map((word) => `«${harmlessLine(truncate(word, 32))}»`),
      ...staffWords(locale, query, known),
      ...(query.channel === null ? [] : [t(locale, `channel-${query.channel}`)]),
      ...labelWords(locale, query, known),
      ...known.desks.filter(({ id }) => id === query.deskId).map(({ title }) => title),
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
    return [t(locale, 'lookup-by-wait', { time: duration(locale, waitingMinutes) })];
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

  function keyboardOf(page: DialogPage, known: Known, menu: Menu): InlineKeyboard {
    if (menu === 'pages') return pagesKeyboard(page);
    if (menu === 'filters') return filtersKeyboard(page, known);
    return filterKeyboard(page, known, menu);
  }

  function pagesKeyboard({ lookup, total, dialogs }: DialogPage): InlineKeyboard {
    const { id, locale } = lookup;
    const page = pageNumber(lookup);
    const turn = (choice: Parameters<typeof turnButton.encode>[0]['choice']) =>
      turnButton.encode({ id, revision: page, choice });
    const keyboard = new InlineKeyboard();
    const pages = pageCount(total, PAGE_SIZE);
    if (pages > 1 || page > 1) {
      const more = total > MOST_COUNTED ? '+' : '';
      const of = {
        page,
        pages: `${Math.max(page, Math.min(pages, MOST_COUNTED / PAGE_SIZE))}${more}`,
      };
      if (page > 1) keyboard.text('◀', turn('prev'));
      keyboard.text(t(locale, 'lookup-page', of), turn('again'));
      if (page < pages && dialogs.length > 0) keyboard.text('▶', turn('next'));
      keyboard.row();
    } else keyboard.text(t(locale, 'lookup-again'), turn('again'));
    return keyboard.text(t(locale, 'lookup-filters'), turn('filters'));
  }

  function filtersKeyboard({ lookup }: DialogPage, known: Known): InlineKeyboard {
    const { id, locale } = lookup;
    const filters: Filter[] = ['status', 'staff', 'wait', 'dates'];
    if (known.channels.length > 1) filters.push('channel');
    if (known.labels.length > 0) filters.push('label');
    if (known.desks.length > 1) filters.push('desk');
    const keyboard = new InlineKeyboard();
    filters.forEach((choice, index) => {
      const data = filterButton.encode({ id, revision: 0, choice });
      keyboard.text(t(locale, `lookup-filter-${choice}`), data);
      if (index % 2 === 1) keyboard.row();
    });
    const turn = (choice: 'reset' | 'done') => turnButton.encode({ id, revision: 0, choice });
    return keyboard
      .row()
      .text(t(locale, 'lookup-reset'), turn('reset'))
      .text(t(locale, 'lookup-done'), turn('done'));
  }

  function filterKeyboard({ lookup }: DialogPage, known: Known, filter: Filter): InlineKeyboard {
    const { id, locale, query } = lookup;
    const buttons = [
      ...rowsOf(locale, filter, known).map((row) => ({
        text: mark(isChosen(query, filter, row.value), truncate(row.text, 40)),
        callback_data: pickButton.encode({
          id: row.id,
          revision: id,
          choice: filter as Parameters<typeof pickButton.encode>[0]['choice'],
        }),
      })),
      ...OPTIONS[filter].map((option) => ({
        text: mark(isChosen(query, filter, option), optionWords(locale, filter, option)),
        callback_data: optionButton.encode({
          id,
          revision: 0,
          choice: `${filter}-${option}` as Parameters<typeof optionButton.encode>[0]['choice'],
        }),
      })),
    ];
    const keyboard = new InlineKeyboard();
    buttons.forEach((button, index) => {
      keyboard.add(button);
      if (index % 2 === 1) keyboard.row();
    });
    const back = turnButton.encode({ id, revision: 0, choice: 'filters' });
    const done = turnButton.encode({ id, revision: 0, choice: 'done' });
    return keyboard.row().text(t(locale, 'lookup-back'), back).text(t(locale, 'lookup-done'), done);
  }

  function optionWords(locale: Locale, filter: Filter, option: string): string {
    if (option === 'any') return t(locale, 'lookup-any');
    if (filter === 'status' && option !== 'open' && option !== 'all')
      return t(locale, `status-${statusNamed(option)}`);
    if (filter === 'wait' && option !== '0')
      return t(locale, 'lookup-by-wait', { time: duration(locale, Number(option)) });
    return capital(t(locale, `lookup-${filter}-${option}`));
  }

  /** What a filter offers besides its fixed options. */
  function rowsOf(
    locale: Locale,
    filter: Filter,
    known: Known,
  ): readonly { readonly id: number; readonly value: string; readonly text: string }[] {
    const byId = (rows: readonly { readonly id: number; readonly text: string }[]) =>
      rows.slice(0, MOST_PICKS).map((row) => ({ ...row, value: String(row.id) }));
    switch (filter) {
      case 'staff':
        return byId(known.staff.map(({ id, name }) => ({ id, text: name })));
      case 'label':
        return byId(
          known.labels.map(({ id, colour, name }) => ({ id, text: `${colour} ${name}` })),
        );
      case 'desk':
        return byId(known.desks.map(({ id, title }) => ({ id, text: title })));
      case 'channel':
        return known.channels.map(({ code }, index) => ({
          id: index + 1,
          value: code,
          text: t(locale, `channel-${code}`),
        }));
      case 'status':
      case 'wait':
      case 'dates':
        return [];
    }
  }

  return { dialogList, inlineResult };
}

function countOf(total: number): { readonly count: number; readonly more: string } {
  const many = total > MOST_COUNTED;
  return { count: Math.min(total, MOST_COUNTED), more: many ? 'yes' : 'no' };
}

function mark(chosen: boolean, text: string): string {
  return chosen ? `✓ ${text}` : text;
}

function isChosen(query: DialogQuery, filter: Filter, value: string): boolean {
  switch (filter) {
    case 'status':
      if (value === 'open') return isOpenOnly(query);
      if (value === 'all') return query.statuses.length === 0;
      return !isOpenOnly(query) && query.statuses.some((status) => status === statusNamed(value));
    case 'staff':
      return query.assignee === null ? value === 'any' : String(query.assignee) === value;
    case 'wait':
      return String(query.waitingMinutes ?? 'any') === value;
    case 'dates':
      return value === 'any' && query.from === null && query.until === null;
    case 'channel':
      return (query.channel ?? 'any') === value;
    case 'label':
      return String(query.labelId ?? 'any') === value;
    case 'desk':
      return String(query.deskId ?? 'any') === value;
  }
}

function statusNamed(value: string): string {
  return DIALOG_STATUSES.find((status) => status.replaceAll('_', '-') === value) ?? value;
}

interface InThread {
  readonly desk: { readonly kind: DeskKindName; readonly chatId: number } | null;
  readonly threadId: number | null;
}

/** The way to the thread, for those who are in its chat; null: there is none yet. */
export function threadUrlOf({ desk, threadId }: InThread): string | null {
  return desk && threadId ? kindOf(desk.kind).threadUrl(desk.chatId, threadId) : null;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
