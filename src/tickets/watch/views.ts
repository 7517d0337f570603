// What waits, as employees read it: by itself, with its buttons, or as one line of a digest with the buttons below.
// HTML.

import { InlineKeyboard } from 'grammy';
import type { Told } from '../../dialogs/content/gist.ts';
import { formatWhen } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../platform/telegram/html.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import { messageUrl } from '../../rooms/trail/links.ts';
import type { Speech } from '../client-card/views.ts';
import { ticketNumber } from '../ticket.ts';
import { waitButton } from './buttons.ts';
import type { WaitFacts, WaitingMessage } from './facts.ts';

export interface WaitViewDeps {
  readonly t: Translate;
  /** IANA; in it hours are told. */
  readonly timeZone: string;
  /** A message in one line. */
  readonly gist: (told: Told, locale: Locale, signs: number) => string;
}

/** One line of a digest: something that waits, or a deadline, which has words of its own. */
export type DigestLine = { readonly wait: WaitFacts } | { readonly deadline: Html };

/** A message, or all parts of an album. */
interface Words extends Told {
  readonly author: string;
}

const MOST_SHOWN = 4;
const LONGEST_WORDS = 200;
const LONGEST_LINE = 70;
const LONGEST_NAME = 40;

export type WaitViews = ReturnType<typeof createWaitViews>;

export function createWaitViews({ t, timeZone, gist }: WaitViewDeps) {
  function alone(locale: Locale, wait: WaitFacts, now: Date): Speech {
    const name = html`<b>${plainName(wait.name, '…')}</b>`;
    const shown = wordsOf(wait.messages).slice(0, MOST_SHOWN);
    const lines = shown.map((words) => said(locale, words, LONGEST_WORDS));
    const more = wordsOf(wait.messages).length - shown.length;
    const rest = more > 0 ? [html`${t(locale, 'watch-more', { count: more })}`] : [];
    if (wait.ended) {
      const end = html`${endedIn(locale, wait)}`;
      return { text: String(joinHtml([html`✅ ${name}`, ...lines, ...rest, end], '\n')) };
    }
    const since = html`${t(locale, 'watch-since', { time: when(locale, wait.since, now) })}`;
    const text = joinHtml([html`💬 ${name}`, since, joinHtml([...lines, ...rest], '\n')], '\n');
    return { text: String(text), keyboard: keyboard(locale, wait) };
  }

  function keyboard(locale: Locale, wait: WaitFacts): InlineKeyboard {
    const rows = new InlineKeyboard();
    rows.text(t(locale, `watch-${firstOf(wait)}`), dataOf(wait, firstOf(wait))).row();
    rows.text(t(locale, 'watch-marked'), dataOf(wait, 'marked'));
    rows.text(t(locale, 'watch-needless'), dataOf(wait, 'needless'));
    const url = urlOf(wait);
    return url ? rows.row().url(t(locale, 'watch-open'), url) : rows;
  }

  function digest(locale: Locale, { lines, isEvening, now }: DigestFacts): Speech {
    const count = lines.filter((line) => !('wait' in line && line.wait.ended)).length;
    const kind = isEvening ? 'evening' : 'digest';
    const title = t(locale, count === 0 ? 'watch-all-done' : `watch-${kind}-title`, { count });
    const texts = lines.map((line, index) =>
      'wait' in line
        ? inDigest(locale, line.wait, index + 1, now)
        : html`${index + 1}. ${line.deadline}`,
    );
    const rows = lines.flatMap((line, index) =>
      'wait' in line && !line.wait.ended ? [buttonsOf(locale, line.wait, index + 1)] : [],
    );
    const text = String(joinHtml([html`<b>${title}</b>`, ...texts], '\n\n'));
    return rows.length === 0 ? { text } : { text, keyboard: InlineKeyboard.from(rows) };
  }

  function inDigest(locale: Locale, wait: WaitFacts, number: number, now: Date): Html {
    const url = urlOf(wait);
    const plain = html`${plainName(wait.name, '…', LONGEST_NAME)}`;
    const name = url ? html`<a href="${url}">${plain}</a>` : plain;
    if (wait.ended) return html`✅ ${number}. ${name}. ${endedIn(locale, wait)}`;
    const words = wordsOf(wait.messages);
    const since = t(locale, 'watch-since', { time: when(locale, wait.since, now) });
    const [first] = words;
    const line = first ? said(locale, first, LONGEST_LINE) : html``;
    const more =
      words.length > 1 ? html` ${t(locale, 'watch-more', { count: words.length - 1 })}` : html``;
    return html`${number}. ${name}. ${since}\n${line}${more}`;
  }

  function buttonsOf(locale: Locale, wait: WaitFacts, number: number) {
    return ([firstOf(wait), 'marked', 'needless'] as const).map((choice) => ({
      text: `${number} · ${t(locale, `watch-short-${choice}`)}`,
      callback_data: dataOf(wait, choice),
    }));
  }

  function said(locale: Locale, { author, ...told }: Words, signs: number): Html {
    return html`${plainName(author, '…', LONGEST_NAME)}: ${gist(told, locale, signs)}`;
  }

  /** How it ended; empty: it has not. */
  function endedIn(locale: Locale, { ended }: WaitFacts): string {
    if (!ended) return '';
    const { outcome, by, ticketId } = ended;
    if (outcome === 'ticket') {
      return t(locale, 'watch-ended-ticket', { number: ticketNumber(ticketId ?? 0) });
    }
    if (by === null || outcome === 'closed') return t(locale, `watch-ended-${nobodys(outcome)}`);
    return t(locale, `watch-ended-${outcome}-by`, { name: plainName(by, '…') });
  }

  function when(locale: Locale, since: Date, now: Date): string {
    return formatWhen(locale, timeZone, since, now);
  }

  return { alone, digest, endedIn };
}

export interface DigestFacts {
  readonly lines: readonly DigestLine[];
  /** All that is open, an hour before work ends. */
  readonly isEvening: boolean;
  readonly now: Date;
}

/** Presses always have somebody's name. */
function nobodys(outcome: string): 'closed' | 'reaction' | 'answered' {
  return outcome === 'closed' || outcome === 'reaction' ? outcome : 'answered';
}

/** What moves it on: only clients of ours have tickets. */
function firstOf({ kind }: WaitFacts): 'ticket' | 'dialog' {
  return kind === 'support' ? 'ticket' : 'dialog';
}

function dataOf(
  { id, messages }: WaitFacts,
  choice: 'ticket' | 'dialog' | 'marked' | 'needless',
): string {
  return waitButton.encode({ id, revision: messages.at(-1)?.id ?? 0, choice });
}

function urlOf({ messages: [first], chatId }: WaitFacts): string | null {
  return first ? messageUrl(first.at, chatId) : null;
}

function wordsOf(messages: readonly WaitingMessage[]): Words[] {
  const all: (Words & { readonly album: string | null })[] = [];
  for (const { author, content, album } of messages) {
    const before = all.at(-1);
    if (album !== null && before?.album === album) {
      all[all.length - 1] = { ...before, parts: before.parts + 1 };
    } else all.push({ author, content, album, parts: 1 });
  }
  return all;
}
