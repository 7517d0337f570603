// The tray as staff read it. HTML, in the reader's language.

import { InlineKeyboard } from 'grammy';
import { kindOf } from '../../desks/kinds/kinds.ts';
import { formatWhen } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../platform/telegram/html.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import { createGist } from '../content/gist.ts';
import { harmlessLine } from '../content/harmless.ts';
import type { Speech } from '../views.ts';
import { type AllChoice, trayAllButton, trayButton, trayItemButton } from './buttons.ts';
import type { Pile, TrayItem } from './repository.ts';
import { deedsFor, REASONS, type Reason } from './tray.ts';

export const PAGE_SIZE = 5;
/** In signs. */
const SHORT = 80;
const LONG = 400;

export interface TrayViewDeps {
  readonly t: Translate;
  readonly timeZone: string;
}

export interface ReasonPage {
  readonly reason: Reason;
  readonly items: readonly TrayItem[];
  /** From 0. */
  readonly page: number;
  readonly total: number;
  /** The number of the newest message of the reason. */
  readonly newest: number;
}

export type TrayViews = ReturnType<typeof createTrayViews>;

/** `ownerId`: the number of the employee whose list it is. */
export function createTrayViews({ t, timeZone }: TrayViewDeps) {
  const gist = createGist(t);

  function reasons(locale: Locale, ownerId: number, piles: ReadonlyMap<Reason, Pile>): Speech {
    const found = REASONS.filter((reason) => piles.has(reason));
    if (found.length === 0) return { text: String(html`${t(locale, 'tray-nothing')}`) };
    const total = [...piles.values()].reduce((sum, { count }) => sum + count, 0);
    const title = html`<b>${t(locale, 'tray-title', { count: total })}</b>`;
    const keyboard = found.map((reason) => [
      InlineKeyboard.text(
        `${t(locale, `tray-reason-${reason}`)}: ${piles.get(reason)?.count ?? 0}`,
        trayButton.encode({ id: ownerId, revision: 0, choice: reason }),
      ),
    ]);
    const text = joinHtml([title, html`${t(locale, 'tray-choose')}`], '\n');
    return { text: String(text), keyboard: InlineKeyboard.from(keyboard) };
  }

  function list(locale: Locale, ownerId: number, shown: ReasonPage, now: Date): Speech {
    const { reason, items, page, total } = shown;
    const title = html`<b>${t(locale, `tray-reason-${reason}`)}: ${total}</b>`;
    const advice = html`${t(locale, `tray-advice-${reason}`)}`;
    const lines = items.map((item, index) =>
      itemLine(locale, item, page * PAGE_SIZE + index + 1, now),
    );
    const keyboard = [
      items.map((item, index) => open(item, ownerId, String(page * PAGE_SIZE + index + 1))),
      pages(ownerId, shown),
      forAll(locale, ownerId, shown),
      [back(locale, ownerId, 'tray-back-reasons', 'reasons')],
    ];
    const text = joinHtml([title, advice, ...lines], '\n\n');
    const rows = keyboard.filter((row) => row.length > 0);
    return { text: String(text), keyboard: InlineKeyboard.from(rows) };
  }

  function itemLine(locale: Locale, item: TrayItem, number: number, now: Date): Html {
    const words = t(locale, 'quoted', {
      words: gist({ content: item.content, parts: item.partIds.length }, locale, SHORT),
    });
    const when = formatWhen(locale, timeZone, item.receivedAt, now);
    return html`${number}. ${dialogLink(locale, item)} · ${when}\n${whose(locale, item)}: ${words}`;
  }

  function dialogLink(locale: Locale, item: TrayItem): Html {
    const name = harmlessLine(plainName(item.clientName, '', 40));
    const title = t(locale, 'tray-dialog', { number: item.dialogId, name });
    const url = urlOf(item);
    return url ? html`<a href="${url}">${title}</a>` : html`${title}`;
  }

  function whose(locale: Locale, { direction, staffName, elsewhere }: TrayItem): string {
    if (direction === 'copy' && !elsewhere) return t(locale, 'tray-from-client');
    return t(locale, 'tray-from-staff', { name: plainName(staffName, '', 40) });
  }

  function open(item: TrayItem, ownerId: number, label: string) {
    const target = { id: item.messageId, revision: ownerId, choice: 'open' } as const;
    return InlineKeyboard.text(label, trayItemButton.encode(target));
  }

  function pages(ownerId: number, { reason, page, total }: ReasonPage) {
    const last = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1);
    const to = (revision: number, label: string) =>
      InlineKeyboard.text(label, trayButton.encode({ id: ownerId, revision, choice: reason }));
    if (last === 0) return [];
    return [
      to(Math.max(0, page - 1), '◀'),
      to(page, `${page + 1} / ${last + 1}`),
      to(Math.min(last, page + 1), '▶'),
    ];
  }

  function forAll(locale: Locale, ownerId: number, { reason, items, total, newest }: ReasonPage) {
    const first = items[0];
    if (!first || total < 2) return [];
    const deeds = deedsFor(first).includes('repeat')
      ? (['repeat', 'drop'] as const)
      : (['drop'] as const);
    return deeds.map((deed) => {
      const choice: AllChoice = `${deed}--${reason}`;
      const data = trayAllButton.encode({ id: ownerId, revision: newest, choice });
      return InlineKeyboard.text(t(locale, `tray-all-${deed}`, { count: total }), data);
    });
  }

  /** Before all of a reason are given up. */
  function areYouSure(
    locale: Locale,
    ownerId: number,
    reason: Reason,
    upTo: number,
    count: number,
  ): Speech {
    const choice: AllChoice = `drop-surely--${reason}`;
    const data = trayAllButton.encode({ id: ownerId, revision: upTo, choice });
    const keyboard = [
      [InlineKeyboard.text(t(locale, 'tray-drop-surely', { count }), data)],
      [back(locale, ownerId, 'tray-back', reason)],
    ];
    const text = html`${t(locale, 'tray-are-you-sure', { count })}`;
    return { text: String(text), keyboard: InlineKeyboard.from(keyboard) };
  }

  function item(locale: Locale, ownerId: number, shown: TrayItem, now: Date): Speech {
    const { direction, reason, content, partIds, elsewhere } = shown;
    const words = gist({ content, parts: partIds.length }, locale, LONG);
    const lines = [
      html`<b>${t(locale, `tray-item-${elsewhere ? 'elsewhere' : direction}`)}</b>`,
      html`${dialogLink(locale, shown)} · ${formatWhen(locale, timeZone, shown.receivedAt, now)}`,
      html`${whose(locale, shown)}: ${t(locale, 'quoted', { words })}`,
      html`${t(locale, `tray-reason-${reason}`)}. ${t(locale, `tray-advice-${reason}`)}`,
    ];
    const url = urlOf(shown);
    const deeds = deedsFor(shown).map((choice) => {
      const data = trayItemButton.encode({ id: shown.messageId, revision: ownerId, choice });
      return [InlineKeyboard.text(t(locale, `tray-deed-${choice}`), data)];
    });
    const keyboard = [
      ...deeds,
      ...(url ? [[InlineKeyboard.url(t(locale, 'notice-open'), url)]] : []),
      [back(locale, ownerId, 'tray-back', reason)],
    ];
    return { text: String(joinHtml(lines, '\n\n')), keyboard: InlineKeyboard.from(keyboard) };
  }

  function back(
    locale: Locale,
    id: number,
    words: 'tray-back' | 'tray-back-reasons',
    choice: Reason | 'reasons',
  ) {
    return InlineKeyboard.text(t(locale, words), trayButton.encode({ id, revision: 0, choice }));
  }

  /** The message to a supervisor that always shows the present number. */
  function counter(locale: Locale, ownerId: number, count: number): Speech {
    if (count === 0) return { text: String(html`✅ ${t(locale, 'tray-nothing')}`) };
    const data = trayButton.encode({ id: ownerId, revision: 0, choice: 'reasons' });
    return {
      text: String(html`📭 ${t(locale, 'tray-title', { count })}`),
      keyboard: new InlineKeyboard().text(t(locale, 'tray-show'), data),
    };
  }

  return { reasons, list, item, areYouSure, counter };
}

function urlOf({ deskKind, deskChatId, threadId }: TrayItem): string | null {
  if (deskChatId === null || threadId === null) return null;
  return kindOf(deskKind).threadUrl(deskChatId, threadId);
}
