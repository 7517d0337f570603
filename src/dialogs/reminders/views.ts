// What staff read about reminders. HTML, in the reader's language.

import { InlineKeyboard } from 'grammy';
import { kindOf } from '../../desks/kinds/kinds.ts';
import { calendarDay, formatDay, formatTime } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../platform/telegram/html.ts';
import { truncate } from '../../platform/telegram/plain-text.ts';
import type { DialogNotice, Person } from '../audience-repository.ts';
import { closeMenuButton } from '../buttons.ts';
import { harmlessLine } from '../content/harmless.ts';
import type { Speech } from '../views.ts';
import { REMIND_CHOICES, remindAgainButton, remindButton, remindCancelButton } from './buttons.ts';
import type { Reminder } from './repository.ts';

export interface ReminderViewDeps {
  readonly t: Translate;
  readonly timeZone: string;
}

export type ReminderViews = ReturnType<typeof createReminderViews>;

/** In signs; the whole words stand in the message in which they were asked for. */
const MAX_WORDS = 500;
const DAY_MS = 86_400_000;

/** Hours are of `timeZone` (IANA). */
export function createReminderViews({ t, timeZone }: ReminderViewDeps) {
  /** «сегодня в 15:00», «завтра в 9:00», «25.11 в 10:00». */
  function when(locale: Locale, dueAt: Date, now: Date): string {
    const time = formatTime(locale, timeZone, dueAt);
    const dueOn = dayName(dueAt);
    if (dueOn === dayName(now)) return t(locale, 'remind-today', { time });
    if (dueOn === dayName(new Date(now.getTime() + DAY_MS)))
      return t(locale, 'remind-tomorrow', { time });
    const date = formatDay(locale, timeZone, dueAt, now);
    return t(locale, 'remind-date', { date, time });
  }

  function dayName(date: Date): string {
    const { year, month, day } = calendarDay(timeZone, date);
    return `${year}-${month}-${day}`;
  }

  function choices(locale: Locale, dialogId: number, problem: string | null): Speech {
    const said = problem ? [html`${t(locale, `remind-${problem}`)}`] : [];
    const text = joinHtml(
      [...said, html`<b>${t(locale, 'remind-question')}</b>`, html`${t(locale, 'remind-hint')}`],
      '\n',
    );
    const keyboard = keyboardOf(locale, (choice) =>
      remindButton.encode({ id: dialogId, revision: 0, choice }),
    );
    const hide = closeMenuButton.encode({ id: dialogId, revision: 0 });
    keyboard.row().text(t(locale, 'menu-close'), hide);
    return { text: String(text), keyboard, quiet: true };
  }

  function keyboardOf(
    locale: Locale,
    encode: (choice: (typeof REMIND_CHOICES)[number]) => string,
  ): InlineKeyboard {
    const buttons = REMIND_CHOICES.map((choice) =>
      InlineKeyboard.text(t(locale, `remind-in-${choice}`), encode(choice)),
    );
    return InlineKeyboard.from([buttons.slice(0, 3), buttons.slice(3)]);
  }

  function isSet(locale: Locale, reminder: Reminder, name: string, now: Date): Speech {
    const time = when(locale, reminder.dueAt, now);
    const text = withWords(html`⏰ ${t(locale, 'remind-set', { name, time })}`, reminder);
    const cancel = remindCancelButton.encode({ id: reminder.id, revision: 0 });
    const keyboard = new InlineKeyboard().text(t(locale, 'remind-cancel'), cancel);
    return { text: String(text), keyboard, quiet: true };
  }

  /** To whoever asked for it, in private. */
  function ringing(locale: Locale, reminder: Reminder, about: DialogNotice): Speech {
    const { dialogId: number, clientName: name } = about;
    const title = html`⏰ <b>${t(locale, 'remind-title', { number, name })}</b>`;
    const lines = [withWords(title, reminder), ...closedLine(locale, about)];
    const again = keyboardOf(locale, (choice) =>
      remindAgainButton.encode({ id: reminder.id, revision: 0, choice }),
    );
    const rows = [...wayTo(locale, about), ...again.inline_keyboard];
    return { text: String(joinHtml(lines, '\n')), keyboard: InlineKeyboard.from(rows) };
  }

  function wayTo(locale: Locale, { deskKind, deskChatId, threadId }: DialogNotice) {
    if (!deskChatId || !threadId) return [];
    const url = kindOf(deskKind).threadUrl(deskChatId, threadId);
    return [[InlineKeyboard.url(t(locale, 'notice-open'), url)]];
  }

  /** In the thread, for whoever cannot be written to in private, or of one who has left. */
  function ringingInThread(reminder: Reminder, about: DialogNotice, person: Person): Speech {
    const { deskLocale: locale } = about;
    const { name, userId } = person;
    const title = person.worksHere
      ? html`⏰ <a href="tg://user?id=${userId}">${name}</a>, ${t(locale, 'remind-in-thread')}`
      : html`⏰ ${t(locale, 'remind-of-former', { name })}`;
    const lines = [withWords(title, reminder), ...closedLine(locale, about)];
    return { text: String(joinHtml(lines, '\n')) };
  }

  function closedLine(locale: Locale, { closed }: DialogNotice): Html[] {
    return closed ? [html`${t(locale, 'remind-closed')}`] : [];
  }

  return { when, choices, isSet, ringing, ringingInThread };
}

function withWords(title: Html, { words }: Reminder): Html {
  return words === null ? title : html`${title}\n${harmlessLine(truncate(words, MAX_WORDS))}`;
}
