// What is said about moving a dialog: where it may go, and what was said in it before.

import { InlineKeyboard } from 'grammy';
import { formatWhen } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../platform/telegram/html.ts';
import { plainName, truncate } from '../../platform/telegram/plain-text.ts';
import { createGist } from '../content/gist-views.ts';
import { harmlessLine } from '../content/harmless.ts';
import type { Speech } from '../views.ts';
import { moveButton } from './buttons.ts';
import type { SaidBefore } from './repository.ts';

/** Of each message so much; the newest that fit one message of Telegram's. */
const SIGNS = 400;
const MAX_HISTORY = 3_600;

export interface MovingViewsDeps {
  readonly t: Translate;
  readonly timeZone: string;
}

export interface DeskChoice {
  readonly id: number;
  readonly name: string;
}

export type MovingViews = ReturnType<typeof createMovingViews>;

/** HTML in the desk's language; hours are of `timeZone` (IANA). */
export function createMovingViews({ t, timeZone }: MovingViewsDeps) {
  const gist = createGist(t);

  function choices(locale: Locale, dialogId: number, desks: readonly DeskChoice[]): Speech {
    const keyboard = new InlineKeyboard();
    for (const { id, name } of desks)
      keyboard.text(truncate(name, 40), moveButton.encode({ id: dialogId, revision: id })).row();
    const words = t(locale, 'move-title', { number: dialogId });
    return { text: String(html`${words}`), keyboard, quiet: true };
  }

  function history(
    locale: Locale,
    clientName: string,
    said: readonly SaidBefore[],
    now: Date,
  ): Speech {
    const lines: Html[] = [];
    let length = 0;
    for (const one of said.toReversed()) {
      const line = lineOf(locale, clientName, one, now);
      length += String(line).length + 1;
      if (length > MAX_HISTORY) break;
      lines.unshift(line);
    }
    const title = html`<b>${t(locale, 'history-title')}</b>`;
    const words = html`<blockquote expandable>${joinHtml(lines, '\n')}</blockquote>`;
    return { text: String(joinHtml([title, words], '\n')), quiet: true };
  }

  function lineOf(locale: Locale, clientName: string, said: SaidBefore, now: Date): Html {
    const { at, author, staffName, purpose, content } = said;
    const who = author === 'client' ? clientName : (staffName ?? '');
    const note = purpose === 'note' ? ` (${t(locale, 'history-note')})` : '';
    const words = gist({ content, parts: 1 }, locale, SIGNS);
    const when = formatWhen(locale, timeZone, at, now);
    return html`${when} <b>${harmlessLine(plainName(who, '', 40))}</b>${note}: ${words}`;
  }

  return { choices, history };
}
