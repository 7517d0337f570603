// What is said about moving a dialog: where it may go, and what was said in it before.

import { InlineKeyboard } from 'grammy';
import { formatWhen } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../platform/telegram/html.ts';
import { plainName, truncate } from '../../platform/telegram/plain-text.ts';
import { createGist } from '../content/gist.ts';
import { harmlessLine } from '../content/harmless.ts';
import { neverArrived } from '../message.ts';
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
    const { at, author, staffName, content } = said;
    const who = author === 'client' ? clientName : (staffName ?? '');
    const mark = markOf(said);
    const aside = mark ? ` (${t(locale, mark)})` : '';
    const words = gist({ content, parts: 1 }, locale, SIGNS);
    const when = formatWhen(locale, timeZone, at, now);
    return html`${when} <b>${harmlessLine(plainName(who, '', 40))}</b>${aside}: ${words}`;
  }

  return { choices, history };
}

/** The key of what is to be known of it besides its words: that the client has not got it. */
function markOf(said: SaidBefore): string | null {
  const { purpose, delivery } = said;
  if (purpose === 'note' || purpose === 'held') return 'history-note';
  if (delivery === 'taking-back' || delivery === 'taken-back') return 'log-answer-taken-back';
  return neverArrived(said) ? 'log-answer-failed' : null;
}
