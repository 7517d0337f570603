// The card of a dialog: header, questions, clock, log, rating, status with the next step, hashtags.

import { InlineKeyboard } from 'grammy';
import type { HeaderLine } from '../desks/header.ts';
import { formatWhen } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { type Html, html, joinHtml } from '../platform/telegram/html.ts';
import { plainName, truncate } from '../platform/telegram/plain-text.ts';
import { cardButton } from './buttons.ts';
import type { CardFacts, CardLogLine, CardQuestion } from './card-repository.ts';
import { type Content, wordsOf } from './content.ts';
import { type Action, actionsOf, type DialogStatus } from './dialog.ts';
import { hashtagsOf, type TagWords } from './hashtags.ts';

/**
 * Signs of a question on a card, of a note two thirds of it; the whole text stands in the thread. The
 * next where the card would be too long: a sign may be many units (family emoji).
 */
const SIGNS = [220, 80, 20] as const;
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

const BADGES: Record<DialogStatus, string> = {
  unanswered: '🔴',
  in_work: '🟡',
  answered: '🟢',
  had_call: '📞',
  to_continue: '🟠',
  note: '📝',
  closed: '⚪️',
};

export function createCardViews({ t, timeZone }: CardViewDeps) {
  function dialogCard(facts: CardFacts, header: readonly HeaderLine[], now: Date): CardView {
    let text = '';
    for (const signs of SIGNS) {
      text = cardText(facts, header, now, signs);
      if (text.length <= MAX_CARD) break;
    }
    return { text, keyboard: keyboardOf(facts, facts.deskLocale) };
  }

  function cardText(
    facts: CardFacts,
    header: readonly HeaderLine[],
    now: Date,
    signs: number,
  ): string {
    const locale = facts.deskLocale;
    const blocks = [
      statusBlock(facts, locale, now),
      headerBlock(facts, header, locale, now),
      questionsBlock(facts, locale, now, signs),
      stateBlock(facts, locale, now, signs),
      logBlock(facts, locale, now, signs),
      html`${tagsOf(facts, locale)
        .map((tag) => `#${tag}`)
        .join(' ')}`,
    ];
    return String(
      joinHtml(
        blocks.filter((block) => String(block) !== ''),
        '\n\n',
      ),
    );
  }

  function statusBlock({ dialog }: CardFacts, locale: Locale, now: Date): Html {
    const asked =
      dialog.newCount > 0 ? ` · ${t(locale, 'card-new-count', { count: dialog.newCount })}` : '';
    const title = html`${BADGES[dialog.status]} <b>${t(locale, `status-${dialog.status}`)}</b>${asked}`;
    const step = t(
      locale,
      dialog.status === 'closed' && dialog.thankedAt
        ? 'next-step-thanked'
        : `next-step-${dialog.status}`,
    );
    const waits = dialog.waitingSince
      ? html` ${t(locale, 'card-waits-since', { time: formatWhen(locale, timeZone, dialog.waitingSince, now) })}`
      : '';
    return html`${title}\n<i>${step}</i>${waits}`;
  }

  function headerBlock(
    facts: CardFacts,
    header: readonly HeaderLine[],
    locale: Locale,
    now: Date,
  ): Html {
    const lines = header.flatMap((line) => {
      const value = headerValue(line, facts, locale, now);
      if (value === null) return [];
      return [
        line === 'number' ? html`<b>${value}</b>` : html`${t(locale, `header-${line}`)}: ${value}`,
      ];
    });
    return joinHtml(lines, '\n');
  }

  function headerValue(
    line: HeaderLine,
    facts: CardFacts,
    locale: Locale,
    now: Date,
  ): string | null {
    switch (line) {
      case 'number':
        return t(locale, 'topic-name', { number: facts.dialog.id, name: facts.clientName });
      case 'client':
        return t(locale, 'card-client', { name: facts.clientName, number: facts.dialog.clientId });
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
        return previousOf(facts);
      case 'page':
        return null;
    }
  }

  /** The dialog before this one, with the way to it. */
  function previousOf({ dialog, deskChatId, previousThreadId }: CardFacts): string | null {
    if (dialog.previousId === null) return null;
    const link =
      deskChatId && previousThreadId
        ? ` · t.me/c/${String(deskChatId).replace(/^-100/, '')}/${previousThreadId}`
        : '';
    return `№ ${dialog.previousId}${link}`;
  }

  function questionsBlock(facts: CardFacts, locale: Locale, now: Date, signs: number): Html {
    if (facts.questions.length === 0) return html``;
    const hidden =
      facts.hiddenQuestions > 0
        ? [html`<i>${t(locale, 'card-more-questions', { count: facts.hiddenQuestions })}</i>`]
        : [];
    const title = facts.questions[0]?.answered ? 'card-last-question' : 'card-questions';
    const lines = facts.questions.map((question) => questionLine(question, locale, now, signs));
    return joinHtml([html`<b>${t(locale, title)}</b>`, ...hidden, ...lines], '\n');
  }

  function questionLine(
    { at, content }: CardQuestion,
    locale: Locale,
    now: Date,
    signs: number,
  ): Html {
    return html`${formatWhen(locale, timeZone, at, now)} — ${shortly(content, locale, signs)}`;
  }

  /** A message in one line: what kind it is, where that is not plain, and its words. */
  function shortly(content: Content, locale: Locale, signs: number): string {
    const words = truncate(wordsOf(content).replace(/\s+/g, ' ').trim(), signs);
    if (content.kind === 'text') return words;
    const kind = t(locale, `kind-${content.kind === 'unsupported' ? content.type : content.kind}`);
    return words === '' ? `[${kind}]` : `[${kind}] ${words}`;
  }

  function stateBlock(facts: CardFacts, locale: Locale, now: Date, signs: number): Html {
    const { dialog, deadlineAt } = facts;
    const lines: Html[] = [];
    if (deadlineAt) {
      const key = deadlineAt <= now ? 'card-deadline-missed' : 'card-deadline';
      lines.push(
        html`⏱ ${t(locale, key, { time: formatWhen(locale, timeZone, deadlineAt, now) })}`,
      );
    }
    if (facts.assigneeName)
      lines.push(html`👤 ${t(locale, 'card-assignee', { name: facts.assigneeName })}`);
    if (facts.unreachable) lines.push(html`🚫 ${t(locale, 'card-unreachable')}`);
    if (dialog.rating !== null)
      lines.push(ratingLine(dialog.rating, dialog.ratingWords, locale, signs));
    return joinHtml(lines, '\n');
  }

  function ratingLine(rating: number, words: string | null, locale: Locale, signs: number): Html {
    const said = words ? html` — «${truncate(words.replace(/\s+/g, ' ').trim(), signs)}»` : html``;
    return html`${'⭐'.repeat(rating)} ${t(locale, 'card-rating', { rating })}${said}`;
  }

  function logBlock({ log }: CardFacts, locale: Locale, now: Date, signs: number): Html {
    if (log.length === 0) return html``;
    const lines = log.map((line) => logLine(line, locale, now, signs));
    return joinHtml([html`<b>${t(locale, 'card-log')}</b>`, ...lines], '\n');
  }

  function logLine(
    { at, type, staffName, note }: CardLogLine,
    locale: Locale,
    now: Date,
    signs: number,
  ): Html {
    const what = t(locale, `log-${type}`);
    const words = note ? html`: ${shortly(note, locale, Math.ceil((signs * 2) / 3))}` : html``;
    const who = staffName ? html`${plainName(staffName, '', 40)} — ` : html``;
    return html`${formatWhen(locale, timeZone, at, now)} · ${who}${what}${words}`;
  }

  function tagsOf(facts: CardFacts, locale: Locale): readonly string[] {
    const { dialog, assigneeName } = facts;
    const assignee =
      dialog.assigneeId && assigneeName ? { id: dialog.assigneeId, name: assigneeName } : null;
    return hashtagsOf(
      { ...dialog, waiting: dialog.waitingSince !== null, assignee },
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
      day: t(locale, 'tag-day'),
      month: t(locale, 'tag-month'),
      week: t(locale, 'tag-week'),
    };
  }

  function keyboardOf({ dialog }: CardFacts, locale: Locale): InlineKeyboard {
    const buttons = actionsOf(dialog).map((action) => ({
      text: t(locale, `action-${action}`),
      callback_data: cardButton.encode({
        id: dialog.id,
        revision: dialog.revision,
        choice: action,
      }),
      ...styleOf(action),
    }));
    return InlineKeyboard.from(pairs(buttons));
  }

  return { dialogCard, shortly };
}

/** What moves the dialog on stands out; clients that know no styles show plain buttons. */
function styleOf(action: Action): { style?: 'primary' | 'success' } {
  if (action === 'take' || action === 'resume' || action === 'reopen') return { style: 'primary' };
  return action === 'close' ? { style: 'success' } : {};
}

function pairs<T>(items: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (let index = 0; index < items.length; index += 2) rows.push(items.slice(index, index + 2));
  return rows;
}
