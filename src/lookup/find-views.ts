// Found words as they are read: who said it, when and in which dialog, with the way to the very message,
// and the words in their surroundings.

import { InlineKeyboard } from 'grammy';
import { kindOf } from '../desks/kinds/kinds.ts';
import { harmlessLine } from '../dialogs/content/harmless.ts';
import { kindNameOf } from '../dialogs/content/told.ts';
import { gistOf, isMedia } from '../dialogs/content.ts';
import { formatWhen } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { type Html, html, joinHtml } from '../platform/telegram/html.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import { type FindTurn, findButton } from './buttons.ts';
import { pageCount, pageNumber } from './pages.ts';
import type { Hit } from './search-repository.ts';
import { snippetOf } from './search-words.ts';
import { threadUrlOf } from './views.ts';
import { HITS_A_PAGE, type HitPage, MOST_HITS, type WordQuery } from './word-query.ts';

export type FindViews = ReturnType<typeof createFindViews>;

/** HTML in the reader's language; hours are of `timeZone` (IANA). */
export function createFindViews(t: Translate, timeZone: string) {
  function hitList(page: HitPage, now: Date): { text: string; keyboard: InlineKeyboard } {
    const { locale, query } = page.lookup;
    const blocks = [
      titleOf(locale, page),
      ...page.hits.map((hit) => hitBlock(locale, hit, page.stems, now)),
      ...(page.hits.length === 0 ? [html`${t(locale, emptyKey(query, page.total))}`] : []),
    ];
    return { text: String(joinHtml(blocks, '\n\n')), keyboard: keyboardOf(page) };
  }

  function titleOf(locale: Locale, { lookup, total }: HitPage): Html {
    const { words, meant, dialogId, within } = lookup.query;
    const more = total > MOST_HITS ? 'yes' : 'no';
    const facts = { words: quoted(words), count: Math.min(total, MOST_HITS), more };
    const lines = [html`<b>${t(locale, 'find-title', facts)}</b>`];
    if (meant) {
      const instead = meant.flatMap((variants, index) =>
        variants.filter((one) => one !== words[index]),
      );
      lines.push(html`<i>${t(locale, 'find-meant', { words: listed(instead) })}</i>`);
    }
    if (within && dialogId !== null) lines.push(html`<i>${t(locale, 'find-within')}</i>`);
    return joinHtml(lines, '\n');
  }

  function hitBlock(locale: Locale, hit: Hit, stems: readonly string[], now: Date): Html {
    const number = t(locale, 'dialog-number', { number: hit.dialogId });
    const url = messageUrlOf(hit);
    const head = joinHtml(
      [
        html`${hit.isNote ? '📝 ' : ''}<b>${harmlessLine(truncate(authorOf(locale, hit), 40))}</b>`,
        html`${formatWhen(locale, timeZone, hit.at, now)}`,
        url ? html`<a href="${url}">${number}</a>` : html`${number}`,
        ...(hit.author === 'staff' ? [html`${harmlessLine(truncate(hit.clientName, 40))}`] : []),
      ],
      ' · ',
    );
    return joinHtml([head, wordsOfHit(locale, hit, stems)], '\n');
  }

  function authorOf(locale: Locale, { author, clientName, staffName }: Hit): string {
    return author === 'client' ? clientName : (staffName ?? t(locale, 'toast-former-employee'));
  }

  function wordsOfHit(locale: Locale, { content }: Hit, stems: readonly string[]): Html {
    const name = isMedia(content) && content.fileName ? `[${content.fileName}] ` : '';
    const kind =
      content.kind === 'text' || name !== ''
        ? ''
        : `[${t(locale, `kind-${kindNameOf(content)}`)}] `;
    const parts = snippetOf(`${kind}${name}${gistOf(content)}`, stems).map(({ text, hit }) =>
      hit ? html`<b>${harmlessLine(text)}</b>` : html`${harmlessLine(text)}`,
    );
    return joinHtml(parts, '');
  }

  function keyboardOf({ lookup, total }: HitPage): InlineKeyboard {
    const { id, locale, query } = lookup;
    const page = pageNumber(lookup);
    const pages = pageCount(Math.min(total, MOST_HITS), HITS_A_PAGE);
    const many = total > MOST_HITS;
    const keyboard = new InlineKeyboard();
    const button = (text: string, choice: FindTurn) =>
      keyboard.text(text, findButton.encode({ id, revision: page, choice }));
    if (pages > 1 || page > 1) {
      if (page > 1) button('◀', 'prev');
      const of = { page, pages: `${Math.max(page, pages)}${many ? '+' : ''}` };
      button(t(locale, 'lookup-page', of), 'again');
      if (page < pages || many) button('▶', 'next');
      keyboard.row();
    }
    if (query.dialogId !== null && query.within) button(t(locale, 'find-everywhere'), 'everywhere');
    else if (query.dialogId !== null) button(t(locale, 'find-only-within'), 'within');
    return keyboard;
  }

  return { hitList };
}

function emptyKey({ within }: WordQuery, total: number): string {
  if (total > 0) return 'find-page-empty';
  return within ? 'find-empty-within' : 'find-empty';
}

function quoted(words: readonly string[]): string {
  return harmlessLine(truncate(words.join(' '), 80));
}

function listed(words: readonly string[]): string {
  return harmlessLine(truncate(words.join(', '), 80));
}

/** The way to the very message, where it stands in the thread; else to the thread. */
function messageUrlOf(hit: Hit): string | null {
  const thread = threadUrlOf(hit);
  if (!thread || !hit.desk || hit.threadId === null || hit.place === null) return thread;
  return kindOf(hit.desk.kind).messageUrl(hit.desk.chatId, hit.threadId, hit.place);
}
