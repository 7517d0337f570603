// A dialog as a page of its own: it reads well on a telephone, prints, and needs nothing from outside.

import { kindNameOf } from '../dialogs/content/told.ts';
import { gistOf, isMedia } from '../dialogs/content.ts';
import { calendarDay, formatDate, formatTime } from '../platform/dates.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { type Html, html, joinHtml, raw } from '../platform/telegram/html.ts';
import type { HistoryHead, NotedEvent, SaidMessage } from './history-repository.ts';

const STYLE = raw(`
:root{color-scheme:light dark}
body{font:16px/1.45 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
h1{font-size:1.3rem}h2{font-size:1rem;text-align:center;margin:1.5rem 0 .5rem;opacity:.7}
.m{border-radius:.8rem;padding:.5rem .8rem;margin:.5rem 0;max-width:85%;background:#8881;break-inside:avoid}
.s{margin-left:auto;background:#2a7de122}.n{border:1px dashed #b80;background:#fb01;margin-left:auto}
.w{white-space:pre-wrap}.h{font-size:.85rem;opacity:.75}.e{text-align:center;font-size:.85rem;opacity:.75;margin:.4rem}
.o{font-size:.9rem;opacity:.75;border-left:3px solid #8885;padding-left:.5rem;margin-top:.4rem;white-space:pre-wrap}
@media print{body{max-width:none}.m{border:1px solid #999;background:none}}`);

export type HistoryViews = ReturnType<typeof createHistoryViews>;

/** Pieces of the page, to be put one behind the other; hours are of `timeZone` (IANA), which is named. */
export function createHistoryViews(t: Translate, timeZone: string) {
  function opening(locale: Locale, head: HistoryHead, now: Date): Html {
    const title = t(locale, 'history-file-title', { number: head.dialogId });
    const username = head.username ? ` · @${head.username}` : '';
    const client = t(locale, 'card-client', { name: head.clientName, number: head.clientId });
    const made = {
      time: `${formatDate(locale, timeZone, now)} ${clock(locale, now)}`,
      zone: timeZone,
    };
    const facts = [
      html`${client}${username}`,
      html`${t(locale, `channel-${head.channel}`)} · ${t(locale, `status-${head.status}`)}`,
      ...(head.rating === null ? [] : [html`${rated(locale, head)}`]),
      html`${t(locale, 'history-file-made', made)}`,
    ];
    return html`<!doctype html><html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>
<style>${STYLE}</style></head><body><h1>${title}</h1><p>${joinHtml(facts, raw('<br>'))}</p>`;
  }

  function rated(locale: Locale, { rating, ratingWords }: HistoryHead): string {
    const stars = t(locale, 'card-rating', { rating: rating ?? 0 });
    return ratingWords ? `${stars} — ${t(locale, 'quoted', { words: ratingWords })}` : stars;
  }

  /** The heading of a new day; nothing on the same one. */
  function day(locale: Locale, at: Date, before: Date | null): Html {
    const [today, last] = [calendarDay(timeZone, at), before && calendarDay(timeZone, before)];
    const same = last?.year === today.year && last.month === today.month && last.day === today.day;
    return same ? html`` : html`<h2>${formatDate(locale, timeZone, at)}</h2>\n`;
  }

  function event(locale: Locale, { type, at, staffName }: NotedEvent): Html {
    const who = staffName ? `${staffName} — ` : '';
    return html`<p class="e">${clock(locale, at)} · ${who}${t(locale, `log-${type}`)}</p>\n`;
  }

  function message(locale: Locale, head: HistoryHead, said: SaidMessage): Html {
    const { author, staffName, isNote, at, content, former } = said;
    const name =
      author === 'client' ? head.clientName : (staffName ?? t(locale, 'toast-former-employee'));
    const marks = marksOf(locale, said).map((mark) => ` · ${mark}`);
    const old = former.map(
      (version) =>
        html`<div class="o">${t(locale, 'history-file-former', {
          time: clock(locale, version.at),
        })} ${wordsOf(locale, version.content)}</div>`,
    );
    const side = isNote ? 'm n' : author === 'staff' ? 'm s' : 'm';
    const reactions =
      said.reactions.length > 0 ? html`<div>${said.reactions.join(' ')}</div>` : html``;
    return html`<div class="${side}"><div class="h"><b>${name}</b> · ${clock(locale, at)}${marks}</div>
<div class="w">${wordsOf(locale, content)}</div>${old}${reactions}</div>\n`;
  }

  function marksOf(locale: Locale, said: SaidMessage): readonly string[] {
    const { isNote, former, deletedAt, delivery } = said;
    return [
      ...(isNote ? [t(locale, 'history-file-note')] : []),
      ...(former.length > 0 ? [t(locale, 'history-file-edited')] : []),
      ...(deletedAt ? [t(locale, 'history-file-deleted')] : []),
      ...(delivery === 'taken-back' ? [t(locale, 'log-answer-taken-back')] : []),
      ...(delivery === 'failed' || delivery === 'dropped' ? [t(locale, 'log-answer-failed')] : []),
    ];
  }

  /** A file by its name, another kind by what it is called. */
  function wordsOf(locale: Locale, content: SaidMessage['content']): string {
    const words = gistOf(content);
    if (content.kind === 'text') return words === '' ? `[${t(locale, 'kind-empty')}]` : words;
    const name = isMedia(content) ? content.fileName : null;
    const kind = t(locale, `kind-${kindNameOf(content)}`);
    return `[${name ? `${kind}: ${name}` : kind}] ${words}`.trim();
  }

  function clock(locale: Locale, at: Date): string {
    return formatTime(locale, timeZone, at);
  }

  function cut(locale: Locale): Html {
    return html`<p class="e">${t(locale, 'history-file-cut')}</p>`;
  }

  function fileName(locale: Locale, dialogId: number): string {
    return `${t(locale, 'history-file-file')}-${dialogId}.html`;
  }

  return { opening, day, event, message, cut, closing: raw('</body></html>\n'), fileName };
}
