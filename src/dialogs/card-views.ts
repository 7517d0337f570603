// The card of a dialog: header, questions, clock, log, rating, status with the next step, hashtags.

import type { InlineKeyboard } from 'grammy';
import type { HeaderLine } from '../desks/header.ts';
import { looseUrl } from '../desks/kinds/kind.ts';
import { kindOf } from '../desks/kinds/kinds.ts';
import { formatWhen } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { type Html, html, joinHtml } from '../platform/telegram/html.ts';
import { plainName, truncate } from '../platform/telegram/plain-text.ts';
import { BADGES } from './badges.ts';
import { cardKeyboard } from './card-keyboard-views.ts';
import type { CardFacts, CardLogLine, CardQuestion } from './card-repository.ts';
import { createGist, visible } from './content/gist.ts';
import { harmlessLine } from './content/harmless.ts';
import { hashtagsOf, type TagWords } from './hashtags.ts';
import { nextStepOf } from './next-step.ts';
import { reminderLines } from './reminders/card-lines.ts';

/** How much of a dialog a card shows: signs of a question (of a note, two thirds of it) and lines. */
interface Room {
  readonly signs: number;
  readonly questions: number;
  readonly log: number;
}

/**
 * The first with which the card is short enough: a sign may be many units (a family of emoji). The whole
 * texts stand in the thread.
 */
const ROOMS: readonly Room[] = [
  { signs: 220, questions: 8, log: 6 },
  { signs: 80, questions: 8, log: 6 },
  { signs: 20, questions: 6, log: 3 },
  { signs: 10, questions: 1, log: 1 },
];
/** Telegram counts 4096 units after parsing; markup included this is the safe side. */
const MAX_CARD = 4096;

export interface CardView {
  readonly text: string;
  readonly keyboard: InlineKeyboard;
}

export interface CardViewDeps {
  readonly t: Translate;
  readonly timeZone: string;
}

export type CardViews = ReturnType<typeof createCardViews>;

/**
 * Cards as HTML of at most 4096 units with their buttons, in the desk's language; hours are of
 * `timeZone` (IANA).
 */
export function createCardViews({ t, timeZone }: CardViewDeps) {
  const shortly = createGist(t);

  function dialogCard(facts: CardFacts, header: readonly HeaderLine[], now: Date): CardView {
    let text = '';
    for (const room of ROOMS) {
      text = cardText(facts, header, now, room);
      if (text.length <= MAX_CARD) break;
    }
    return { text, keyboard: cardKeyboard(facts.dialog, facts.deskLocale, t) };
  }

  /** What the comments under a card show of it: how it stands, who has it, and the buttons. */
  function panel(facts: CardFacts, now: Date): CardView {
    const locale = facts.deskLocale;
    const { assigneeName } = facts;
    const who = assigneeName
      ? [html`👤 ${t(locale, 'card-assignee', { name: assigneeName })}`]
      : [];
    const text = String(joinHtml([statusBlock(facts, locale, now, false), ...who], '\n'));
    return { text, keyboard: cardKeyboard(facts.dialog, locale, t) };
  }

  function cardText(
    facts: CardFacts,
    header: readonly HeaderLine[],
    now: Date,
    room: Room,
  ): string {
    const locale = facts.deskLocale;
    const tags = tagsOf(facts, locale).map((tag) => `#${tag}`);
    const blocks = [
      statusBlock(facts, locale, now),
      headerBlock(facts, header, locale, now),
      questionsBlock(facts, locale, now, room),
      stateBlock(facts, locale, now, room),
      logBlock(facts, locale, now, room),
      html`${tags.join(' ')}`,
    ];
    return String(
      joinHtml(
        blocks.filter((block) => String(block) !== ''),
        '\n\n',
      ),
    );
  }

  /** What a manager with fifty dialogs looks for: how it stands, who waits until when, what to do. */
  function statusBlock(
    { dialog, deadlineAt }: CardFacts,
    locale: Locale,
    now: Date,
    outside = !kindOf(dialog.deskKind).cardInThread,
  ): Html {
    const when = (date: Date) => formatWhen(locale, timeZone, date, now);
    const { status, newCount, waitingSince } = dialog;
    const title = [
      html`${BADGES[status]} <b>${t(locale, `status-${status}`)}</b>`,
      ...(newCount > 0 ? [html`${t(locale, 'card-new-count', { count: newCount })}`] : []),
      ...(waitingSince
        ? [html`${t(locale, 'card-waits-since', { time: when(waitingSince) })}`]
        : []),
    ];
    const isLate = deadlineAt !== null && deadlineAt <= now;
    const key = isLate ? 'card-deadline-missed' : 'card-deadline';
    const deadline = deadlineAt
      ? [html`${isLate ? '⏰' : '⏱'} <b>${t(locale, key, { time: when(deadlineAt) })}</b>`]
      : [];
    const where = t(locale, `next-step-where-${outside ? 'comments' : 'here'}`);
    const step = html`<i>${t(locale, `next-step-${nextStepOf(dialog)}`, { where })}</i>`;
    return joinHtml([joinHtml(title, ' · '), ...deadline, step], '\n');
  }

  function headerBlock(
    facts: CardFacts,
    header: readonly HeaderLine[],
    locale: Locale,
    now: Date,
  ): Html {
    return joinHtml(
      header.flatMap((line) => headerLine(line, facts, locale, now) ?? []),
      '\n',
    );
  }

  /** Null where there is nothing to say. */
  function headerLine(line: HeaderLine, facts: CardFacts, locale: Locale, now: Date): Html | null {
    const { dialog, clientName } = facts;
    if (line === 'number') return html`<b>${t(locale, 'card-number', { number: dialog.id })}</b>`;
    if (line === 'client') {
      const who = { name: harmlessLine(clientName), number: dialog.clientId };
      return html`${t(locale, 'card-client', who)}`;
    }
    const value = headerValue(line, facts, locale, now);
    return value === null ? null : html`${t(locale, `header-${line}`)}: ${value}`;
  }

  function headerValue(
    line: Exclude<HeaderLine, 'number' | 'client'>,
    facts: CardFacts,
    locale: Locale,
    now: Date,
  ): Html | string | null {
    switch (line) {
      case 'username':
        return facts.username === null ? null : `@${facts.username}`;
      case 'company':
        return facts.company && truncate(facts.company, 80);
      case 'channel':
        return t(locale, `channel-${facts.dialog.channel}`);
      case 'source':
        return facts.source && truncate(facts.source, 80);
      case 'department':
        return facts.department;
      case 'opened':
        return formatWhen(locale, timeZone, facts.dialog.openedAt, now);
      case 'previous':
        return previousOf(facts, locale);
      case 'page':
        return null;
    }
  }

  /** The dialog before this one, with the way to it. */
  function previousOf(facts: CardFacts, locale: Locale): Html | string | null {
    const { dialog, deskChatId, previousThreadId } = facts;
    if (dialog.previousId === null) return null;
    const number = t(locale, 'dialog-number', { number: dialog.previousId });
    if (!deskChatId || !previousThreadId) return number;
    const url = kindOf(dialog.deskKind).threadUrl(deskChatId, previousThreadId);
    return html`<a href="${url}">${number}</a>`;
  }

  function questionsBlock(facts: CardFacts, locale: Locale, now: Date, room: Room): Html {
    const shown = facts.questions.slice(-room.questions);
    if (shown.length === 0) return html``;
    const count = facts.hiddenQuestions + facts.questions.length - shown.length;
    const hidden = count > 0 ? [html`<i>${t(locale, 'card-more-questions', { count })}</i>`] : [];
    const title = shown[0]?.answered ? 'card-last-question' : 'card-questions';
    const lines = shown.map((question) => questionLine(question, locale, now, room));
    return joinHtml([html`<b>${t(locale, title)}</b>`, ...hidden, ...lines], '\n');
  }

  function questionLine(question: CardQuestion, locale: Locale, now: Date, { signs }: Room): Html {
    return html`${formatWhen(locale, timeZone, question.at, now)} — ${shortly(question, locale, signs)}`;
  }

  function stateBlock(facts: CardFacts, locale: Locale, now: Date, room: Room): Html {
    const { dialog, assigneeName, unreachable } = facts;
    const lines: Html[] = [];
    if (facts.labels.length > 0)
      lines.push(
        html`🏷 ${facts.labels.map(({ colour, name }) => `${colour} ${harmlessLine(name)}`).join(' · ')}`,
      );
    for (const { is, name } of facts.standings)
      lines.push(html`🏢 ${t(locale, `card-${is}`, { name: harmlessLine(name) })}`);
    if (assigneeName) lines.push(html`👤 ${t(locale, 'card-assignee', { name: assigneeName })}`);
    const link = formerOf(facts);
    if (link) lines.push(html`↩️ ${link}`);
    if (unreachable) lines.push(html`🚫 ${t(locale, `card-unreachable-${unreachable}`)}`);
    if (dialog.rating !== null)
      lines.push(ratingLine(dialog.rating, dialog.ratingWords, locale, room));
    lines.push(...reminderLines(facts.reminders, { t, locale, timeZone, now }));
    return joinHtml(lines, '\n');
  }

  /** The way to what was said before the dialog came here. */
  function formerOf({ former, deskLocale }: CardFacts): Html | null {
    if (!former) return null;
    const { kind, chatId, threadId, panelId } = former;
    const url =
      panelId === null ? kindOf(kind).threadUrl(chatId, threadId) : looseUrl(chatId, panelId);
    return html`<a href="${url}">${t(deskLocale, 'card-former')}</a>`;
  }

  function ratingLine(rating: number, words: string | null, locale: Locale, { signs }: Room): Html {
    const shown = harmlessLine(truncate(visible(words ?? ''), signs));
    const said = shown === '' ? html`` : html` — ${t(locale, 'quoted', { words: shown })}`;
    return html`${'⭐'.repeat(rating)} ${t(locale, 'card-rating', { rating })}${said}`;
  }

  function logBlock({ log }: CardFacts, locale: Locale, now: Date, room: Room): Html {
    const shown = log.slice(-room.log);
    if (shown.length === 0) return html``;
    const lines = shown.map((line) => logLine(line, locale, now, room));
    return joinHtml([html`<b>${t(locale, 'card-log')}</b>`, ...lines], '\n');
  }

  function logLine(
    { at, type, times, staffName, otherName, note }: CardLogLine,
    locale: Locale,
    now: Date,
    { signs }: Room,
  ): Html {
    const what = `${t(locale, `log-${type}`)}${times > 1 ? ` × ${times}` : ''}`;
    const words = note
      ? `: ${shortly({ content: note, parts: 1 }, locale, Math.ceil((signs * 2) / 3))}`
      : '';
    const whom = otherName ? `: ${plainName(otherName, '', 40)}` : '';
    const who = staffName ? `${plainName(staffName, '', 40)} — ` : '';
    return html`${formatWhen(locale, timeZone, at, now)} · ${who}${what}${whom}${words}`;
  }

  function tagsOf(facts: CardFacts, locale: Locale): readonly string[] {
    const { dialog, assigneeName } = facts;
    const assignee =
      dialog.assigneeId && assigneeName ? { id: dialog.assigneeId, name: assigneeName } : null;
    return hashtagsOf(
      {
        ...dialog,
        waiting: dialog.waitingSince !== null,
        assignee,
        labels: facts.labels.map(({ tag }) => tag),
      },
      tagWords(locale),
      timeZone,
    );
  }

  function tagWords(locale: Locale): TagWords {
    return {
      status: (status) => t(locale, `tag-${status}`),
      waiting: t(locale, 'tag-waiting'),
      client: t(locale, 'tag-client'),
      employee: t(locale, 'tag-employee'),
      label: t(locale, 'tag-label'),
      day: t(locale, 'tag-day'),
      month: t(locale, 'tag-month'),
      week: t(locale, 'tag-week'),
    };
  }

  return { dialogCard, panel };
}
