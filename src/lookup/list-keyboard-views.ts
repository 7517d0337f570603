// The buttons under a list of dialogs: those that turn its pages, and the menus of the filters.

import { InlineKeyboard } from 'grammy';
import { DIALOG_STATUSES } from '../dialogs/dialog.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import {
  type Filter,
  filterButton,
  OPTIONS,
  optionButton,
  pickButton,
  turnButton,
} from './buttons.ts';
import type { DialogPage } from './dialog-list-service.ts';
import { type DialogQuery, isOpenOnly, MOST_COUNTED, PAGE_SIZE } from './dialog-query.ts';
import { duration } from './duration.ts';
import { pageCount, pageNumber } from './pages.ts';
import { type Known, nameOf } from './query-in-words.ts';

/** Which keyboard stands under the list. */
export type Menu = 'pages' | 'filters' | Filter;

/** More employees or labels do not fit a keyboard; words find the others. */
const MOST_PICKS = 40;

/** The keyboard of a menu, in the language of the list. */
export function createListKeyboards(
  t: Translate,
): (page: DialogPage, known: Known, menu: Menu) => InlineKeyboard {
  return keyboardOf;

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
      const isMore = total > MOST_COUNTED;
      const counted = isMore ? Math.floor(MOST_COUNTED / PAGE_SIZE) : pages;
      const of = { page, pages: `${Math.max(page, counted)}${isMore ? '+' : ''}` };
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
      return capital(t(locale, 'lookup-by-wait', { time: duration(t, locale, Number(option)) }));
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
        return byId(known.desks.map((desk) => ({ id: desk.id, text: nameOf(desk) })));
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

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
