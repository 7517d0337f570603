// Words about who has a dialog: to whom it may be handed, why it may not, and what those read whom it
// concerns. In the reader's language.

import { InlineKeyboard } from 'grammy';
import { kindOf } from '../desks/kinds/kinds.ts';
import { formatWhen } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { type Html, html, joinHtml } from '../platform/telegram/html.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import type { Colleague } from './assignment.ts';
import type { DialogNotice, Person } from './audience-repository.ts';
import { closeMenuButton, giveButton, givePageButton } from './buttons.ts';
import type { Dialog } from './dialog.ts';
import type { PassKind } from './verbs/pass-notice.ts';
import type { Refused, TransferOutcome } from './verbs/transfer.ts';
import type { Speech } from './views.ts';

/** What an employee is told about a dialog that has passed on. */
export interface PassedOn {
  readonly kind: PassKind;
  readonly about: DialogNotice;
  /** Who did it, or has it now. */
  readonly by: string;
  /** The note that went with it; empty: none. */
  readonly word: string;
}

const PAGE = 8;
/** A word for a colleague is a note in the thread; here its beginning is enough. */
const WORD_SIGNS = 800;

export type AssignmentViews = ReturnType<typeof createAssignmentViews>;

export interface AssignmentViewDeps {
  readonly t: Translate;
  readonly timeZone: string;
}

/** Lists and refusals as plain words, notices as HTML; hours are of `timeZone` (IANA). */
export function createAssignmentViews({ t, timeZone }: AssignmentViewDeps) {
  /** A page of the colleagues a dialog may be handed to; a page that is not there is the last one. */
  function colleagues(
    locale: Locale,
    { id, revision }: Pick<Dialog, 'id' | 'revision'>,
    all: readonly Colleague[],
    wanted: number,
  ): { readonly text: string; readonly keyboard: InlineKeyboard } {
    const pages = Math.max(1, Math.ceil(all.length / PAGE));
    const page = Math.min(wanted, pages - 1);
    const keyboard = new InlineKeyboard();
    for (const one of all.slice(page * PAGE, (page + 1) * PAGE)) {
      const key = one.onDuty ? 'transfer-on-duty' : 'transfer-colleague';
      const words = t(locale, key, { name: one.name, dialogs: one.dialogs });
      keyboard.text(words, giveButton.encode({ id, revision: one.id })).row();
    }
    const turn = (to: number) => givePageButton.encode({ id, revision: to });
    if (page > 0) keyboard.text('◀', turn(page - 1));
    if (page < pages - 1) keyboard.text('▶', turn(page + 1));
    if (pages > 1) keyboard.row();
    keyboard.text(t(locale, 'menu-close'), closeMenuButton.encode({ id, revision }));
    const title = t(locale, 'transfer-title', { number: id });
    const where = pages > 1 ? ` ${t(locale, 'transfer-page', { page: page + 1, pages })}` : '';
    return { text: `${title}${where}`, keyboard };
  }

  /** Why it was not done. */
  function refused(
    locale: Locale,
    refusal: Exclude<Refused, { status: 'repeated' }>,
    now: Date,
  ): string {
    switch (refusal.status) {
      case 'gone':
        return t(locale, 'toast-gone');
      case 'closed':
        return t(locale, 'transfer-closed');
      case 'chiefs-only':
        return t(locale, 'transfer-chiefs-only', { name: refusal.holder });
      case 'not-yet': {
        const time = formatWhen(locale, timeZone, refusal.from, now);
        return t(locale, 'transfer-not-yet', { name: refusal.holder, time });
      }
    }
  }

  /** What came of handing a dialog over; empty where it was done before. */
  function transferred(locale: Locale, outcome: TransferOutcome, now: Date): string {
    switch (outcome.status) {
      case 'repeated':
        return '';
      case 'done':
        return t(locale, 'toast-transferred', { name: outcome.to });
      case 'theirs-already':
        return t(locale, 'transfer-theirs', { name: outcome.to });
      case 'left':
        return t(locale, 'transfer-left');
      default:
        return refused(locale, outcome, now);
    }
  }

  /** In the thread; who replies to it writes a word for the colleague. */
  function passed(locale: Locale, from: string, to: string): Speech {
    return { text: String(html`${t(locale, 'thread-transferred', { from, to })}`), quiet: true };
  }

  function taken(locale: Locale, name: string): Speech {
    return { text: String(html`${t(locale, 'thread-taken-over', { name })}`), quiet: true };
  }

  /** News: somebody is to take it. */
  function returned(locale: Locale, name: string): Speech {
    return { text: String(html`${t(locale, 'thread-returned', { name })}`) };
  }

  function writersMet(locale: Locale, first: string, second: string): Speech {
    return {
      text: String(html`${t(locale, 'thread-writers-met', { first, second })}`),
      quiet: true,
    };
  }

  /** In private; the button leads into the thread. */
  function notice(locale: Locale, { kind, about, by, word }: PassedOn): Speech {
    const args = { number: about.dialogId, name: about.clientName, by };
    const text = withWord(t(locale, `pass-notice-${kind}`, args), word);
    if (!about.deskChatId || !about.threadId) return { text: String(text) };
    const url = kindOf(about.deskKind).threadUrl(about.deskChatId, about.threadId);
    const keyboard = new InlineKeyboard().url(t(locale, 'notice-open'), url);
    return { text: String(text), keyboard };
  }

  /** The same in the thread, by name; what is written there may be read by every colleague. */
  function noticeInThread(person: Pick<Person, 'name' | 'userId'>, passing: PassedOn): Speech {
    const { about, kind, by } = passing;
    const words = t(about.deskLocale, `pass-thread-${kind}`, { by });
    const mention = html`<a href="tg://user?id=${person.userId}">${person.name}</a>`;
    return { text: String(html`${mention}, ${words}`) };
  }

  function withWord(words: string, word: string): Html {
    if (word === '') return html`${words}`;
    return joinHtml(
      [html`${words}`, html`<blockquote>${truncate(word, WORD_SIGNS)}</blockquote>`],
      '\n',
    );
  }

  return {
    colleagues,
    refused,
    transferred,
    passed,
    taken,
    returned,
    writersMet,
    notice,
    noticeInThread,
  };
}
