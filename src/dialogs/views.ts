// Everything the desk says besides cards and relayed messages: short words in threads, to clients and
// to staff in private. HTML, in the reader's language.

import { InlineKeyboard } from 'grammy';
import { kindOf } from '../desks/kinds/kinds.ts';
import type { SendRight } from '../desks/needs.ts';
import { formatWhen } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { html } from '../platform/telegram/html.ts';
import type { DialogNotice, Person } from './audience-repository.ts';
import { cancelNoteButton, messageButton, ratingButton } from './buttons.ts';
import { kindNameOf, reachesClient } from './content/told.ts';
import type { DialogMessage } from './message.ts';
import type { Decision } from './verbs/decide-message.ts';

export interface Speech {
  readonly text: string;
  readonly keyboard?: InlineKeyboard;
  /** It answers somebody who has just acted and looks: nobody's telephone need ring. */
  readonly quiet?: boolean;
}

export type NoticeKind = 'low-rating' | 'deadline-warning' | 'deadline-missed';

/** Whether a notice about a deadline still says what is so when it comes to be sent. */
export function isStillTrue(
  kind: NoticeKind,
  { deadlineAt }: Pick<DialogNotice, 'deadlineAt'>,
  now: Date,
): boolean {
  if (kind === 'low-rating') return true;
  if (deadlineAt === null) return false;
  return kind === 'deadline-missed' ? deadlineAt <= now : deadlineAt > now;
}

export interface ViewDeps {
  readonly t: Translate;
  readonly timeZone: string;
}

export type DialogViews = ReturnType<typeof createDialogViews>;

/** Failures after which pressing «Повторить» may help; the others are explained without it. */
const WORTH_REPEATING = new Set([
  'blocked',
  'file-unavailable',
  'server-error',
  'outcome-unknown',
  'never-started',
  'unexpected',
  'connection-off',
  'customer-silent',
]);

/** HTML in the reader's language; hours are of `timeZone` (IANA). */
export function createDialogViews({ t, timeZone }: ViewDeps) {
  function plain(locale: Locale, key: string, args: Record<string, string | number> = {}): Speech {
    return { text: String(html`${t(locale, key, args)}`) };
  }

  function decisions(
    locale: Locale,
    messageId: number,
    choices: readonly Decision[],
  ): InlineKeyboard {
    const keyboard = new InlineKeyboard();
    for (const choice of choices) {
      keyboard.text(
        t(locale, `decide-${choice}`),
        messageButton.encode({ id: messageId, revision: 0, choice }),
      );
    }
    return keyboard;
  }

  function notePrompt(
    locale: Locale,
    dialogId: number,
    staff: { readonly id: number; readonly name: string },
  ): Speech {
    const cancel = cancelNoteButton.encode({ id: dialogId, revision: staff.id });
    return {
      ...plain(locale, 'thread-note-prompt', { name: staff.name }),
      keyboard: new InlineKeyboard().text(t(locale, 'decide-cancel-note'), cancel),
      quiet: true,
    };
  }

  /** Rings: who has begun the note must know that their words go to the client again, if they do. */
  function noteTimedOut(
    locale: Locale,
    { name, worksHere }: Pick<Person, 'name' | 'worksHere'>,
  ): Speech {
    if (worksHere) return plain(locale, 'thread-note-timed-out', { name });
    return { ...plain(locale, 'thread-note-abandoned', { name }), quiet: true };
  }

  function noteKept(
    locale: Locale,
    { id, content }: Pick<DialogMessage, 'id' | 'content'>,
    { channel }: Pick<DialogNotice, 'channel'>,
  ): Speech {
    const speech = { ...plain(locale, 'thread-note-kept'), quiet: true };
    if (!reachesClient(content, channel)) return speech;
    return { ...speech, keyboard: decisions(locale, id, ['send-note']) };
  }

  function askLate(locale: Locale, messageId: number): Speech {
    const keyboard = decisions(locale, messageId, ['send-held', 'keep-held']);
    return { ...plain(locale, 'thread-ask-late'), keyboard, quiet: true };
  }

  /** `name`: of whoever has the dialog. */
  function askOther(locale: Locale, messageId: number, name: string): Speech {
    const keyboard = decisions(locale, messageId, ['send-held', 'keep-held']);
    return { ...plain(locale, 'thread-ask-other', { name }), keyboard, quiet: true };
  }

  /**
   * `forbidden`: the kind that the group does not let the bot send, if that is why. What an employee has
   * said in the client's own chat the client has.
   */
  function copyFailed(
    locale: Locale,
    { author }: Pick<DialogMessage, 'author'>,
    forbidden: SendRight | null,
  ): Speech {
    const whose = author === 'client' ? 'copy' : 'elsewhere';
    if (forbidden === null) return plain(locale, `thread-${whose}-failed`);
    const kind = t(locale, `desk-kind-${forbidden}`);
    return plain(locale, `thread-${whose}-forbidden`, { kind });
  }

  function notDelivered(locale: Locale, messageId: number, reason: string): Speech {
    const speech = plain(locale, `failure-${FAILURE_WORDS.has(reason) ? reason : 'other'}`);
    return WORTH_REPEATING.has(reason)
      ? { ...speech, keyboard: decisions(locale, messageId, ['repeat']) }
      : speech;
  }

  /** To staff, of a message of theirs that no bot can give a client. */
  function notCarried(locale: Locale, { content }: Pick<DialogMessage, 'content'>): Speech {
    const kind = t(locale, `kind-${kindNameOf(content)}`);
    return { ...plain(locale, 'thread-not-carried-to-client', { kind }), quiet: true };
  }

  /** To a client, of a message of theirs that staff cannot open; `kind` as the locale files call it. */
  function notAccepted(locale: Locale, kind: string): Speech {
    return plain(locale, 'client-not-carried', { kind: t(locale, `kind-${kind}`) });
  }

  /** What it says now leaves with «Повторить». */
  function editOfUndelivered(
    locale: Locale,
    { id, delivery }: Pick<DialogMessage, 'id' | 'delivery'>,
  ): Speech {
    const isUnknown = delivery === 'unknown';
    const keyboard = decisions(locale, id, isUnknown ? ['arrived', 'repeat'] : ['repeat']);
    const key = isUnknown ? 'thread-edit-of-unknown' : 'thread-edit-of-undelivered';
    return { ...plain(locale, key), keyboard, quiet: true };
  }

  function editFailed(locale: Locale, messageId: number, reason: string): Speech {
    if (reason === 'deactivated' || reason === 'chat-gone')
      return plain(locale, 'thread-edit-failed-gone');
    const key = reason === 'blocked' ? 'thread-edit-failed-blocked' : 'thread-edit-failed';
    return { ...plain(locale, key), keyboard: decisions(locale, messageId, ['repeat-edit']) };
  }

  function deliveryUnknown(locale: Locale, messageId: number): Speech {
    return {
      ...plain(locale, 'thread-delivery-unknown'),
      keyboard: decisions(locale, messageId, ['arrived', 'repeat']),
    };
  }

  function ratingRequest(locale: Locale, dialogId: number): Speech {
    const keyboard = new InlineKeyboard();
    for (const choice of ['1', '2', '3', '4', '5'] as const) {
      keyboard.text(`${choice} ⭐`, ratingButton.encode({ id: dialogId, revision: 0, choice }));
    }
    return { ...plain(locale, 'client-rating-request'), keyboard };
  }

  /** What becomes of the request; `mayAdd`: the client's next words belong to the rating. */
  function rated(locale: Locale, rating: number, mayAdd: boolean): Speech {
    const thanks = t(locale, 'client-rated', { stars: '⭐'.repeat(rating) });
    const words = mayAdd ? html`${thanks}\n${t(locale, 'client-rated-add')}` : html`${thanks}`;
    return { text: String(words) };
  }

  /** In a thread that is none any more, and in place of its card. */
  function goesOn(locale: Locale, about: DialogNotice): Speech {
    const { dialogId, deskName, deskChatId, threadId, deskKind } = about;
    const words = t(locale, 'thread-goes-on', { number: dialogId, desk: deskName ?? '' });
    if (!deskChatId || !threadId) return { text: String(html`${words}`), quiet: true };
    const url = kindOf(deskKind).threadUrl(deskChatId, threadId);
    const link = html`<a href="${url}">${t(locale, 'thread-goes-on-link')}</a>`;
    return { text: String(html`${words} ${link}`), quiet: true };
  }

  /** To an employee in private; the button leads into the thread. */
  function notice(locale: Locale, kind: NoticeKind, about: DialogNotice, now: Date): Speech {
    const speech = plain(locale, `notice-${kind}`, noticeArgs(locale, about, now));
    if (!about.deskChatId || !about.threadId) return speech;
    const url = kindOf(about.deskKind).threadUrl(about.deskChatId, about.threadId);
    return { ...speech, keyboard: new InlineKeyboard().url(t(locale, 'notice-open'), url) };
  }

  /** In the thread; it calls the person by name, if it is meant for one who cannot be reached in private. */
  function noticeInThread(
    kind: NoticeKind,
    about: DialogNotice,
    person: { readonly name: string; readonly userId: number } | null,
    now: Date,
  ): Speech {
    const locale = about.deskLocale;
    const words = t(locale, `thread-${kind}`, noticeArgs(locale, about, now));
    if (!person) return { text: String(html`${capital(words)}`) };
    return {
      text: String(html`<a href="tg://user?id=${person.userId}">${person.name}</a>, ${words}`),
    };
  }

  function noticeArgs(
    locale: Locale,
    about: DialogNotice,
    now: Date,
  ): Record<string, string | number> {
    return {
      number: about.dialogId,
      name: about.clientName,
      rating: about.rating ?? 0,
      time: about.deadlineAt ? formatWhen(locale, timeZone, about.deadlineAt, now) : '',
    };
  }

  return {
    plain,
    notePrompt,
    noteTimedOut,
    noteKept,
    askLate,
    askOther,
    copyFailed,
    notDelivered,
    editOfUndelivered,
    editFailed,
    notCarried,
    notAccepted,
    deliveryUnknown,
    ratingRequest,
    rated,
    goesOn,
    notice,
    noticeInThread,
  };
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Kinds of failure with words of their own; see ApiFailure. */
const FAILURE_WORDS = new Set([
  'blocked',
  'deactivated',
  'never-started',
  'chat-gone',
  'file-too-big',
  'file-unavailable',
  'voice-forbidden',
  'copy-target-gone',
  'cannot-copy',
  'empty-text',
  'server-error',
  'outcome-unknown',
  'connection-off',
  'customer-silent',
]);
