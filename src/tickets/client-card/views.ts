// A ticket as the client's group reads it: the card, the pings, the question for a rating. HTML.

import { InlineKeyboard } from 'grammy';
import { formatWhen } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../platform/telegram/html.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import { clientActionsOf, isOver, ticketNumber } from '../ticket.ts';
import { ownButton, rateButton } from './buttons.ts';
import type { RequestFacts } from './facts.ts';

/** HTML. */
export interface Speech {
  readonly text: string;
  readonly keyboard?: InlineKeyboard;
  /** Nobody's telephone need ring. */
  readonly quiet?: boolean;
}

/** One that always has buttons, perhaps none of them. */
export type Keyed = Speech & { readonly keyboard: InlineKeyboard };

export type RequestViews = ReturnType<typeof createRequestViews>;

const SIGNS = { new: '🆕', in_progress: '🔧', waiting: '⏸', done: '✅' } as const;
const SIGNS_OF_THE_END = { closed: '🏁', reopened: '🔁', cancelled: '🚫' } as const;
export const STATUS_SIGNS = { ...SIGNS, ...SIGNS_OF_THE_END } as const;
const RATINGS = ['1', '2', '3', '4', '5'] as const;

export function createRequestViews(t: Translate) {
  function card(facts: RequestFacts): Keyed {
    const { ticket, locale, type } = facts;
    const { id, urgency, summary, status } = ticket;
    const name = plainName(type[locale], '…');
    const title = html`<b>${ticketNumber(id)}</b> · ${name} · ${t(locale, `request-urgency-${urgency}`)}`;
    const lines = [
      title,
      html`<blockquote>${summary}</blockquote>`,
      html`${STATUS_SIGNS[status]} <b>${statusWords(facts)}</b>`,
      ...[dueLine(facts), responsibleLine(facts), sinceLine(facts), ratingLine(facts)].flat(),
      ...hint(facts),
    ];
    return { text: String(joinHtml(lines, '\n')), keyboard: keyboardOf(facts) };
  }

  /** In words of the client's: «Ждём вашего ответа». */
  function statusWords({ ticket, locale }: Pick<RequestFacts, 'ticket' | 'locale'>): string {
    const { mergedIntoId, status } = ticket;
    if (mergedIntoId === null) return t(locale, `request-status-${status}`);
    return t(locale, 'request-merged', { number: ticketNumber(mergedIntoId) });
  }

  /** What is promised next and by when, in the client's zone; null: nothing is. */
  function dueWords({ due, locale, company, now }: RequestFacts): string | null {
    if (!due) return null;
    const time = formatWhen(locale, company.timeZone, due.at, now);
    if (due.at <= now) return t(locale, `request-late-${due.kind}`, { time });
    return t(locale, `request-due-${due.kind}`, { time });
  }

  function dueLine(facts: RequestFacts): Html[] {
    const words = dueWords(facts);
    return words === null ? [] : [html`⏱ ${words}`];
  }

  function responsibleLine({ responsible, locale }: RequestFacts): Html[] {
    return responsible === null
      ? []
      : [html`👤 ${t(locale, 'request-responsible', { name: responsible })}`];
  }

  function sinceLine({ ticket, author, locale, company, now }: RequestFacts): Html[] {
    const time = formatWhen(locale, company.timeZone, ticket.openedAt, now);
    if (!author) return [html`🗓 ${t(locale, 'request-since', { time })}`];
    return [html`🗓 ${t(locale, 'request-since-by', { time, name: author.name })}`];
  }

  function ratingLine({ ticket, locale }: RequestFacts): Html[] {
    const { rating } = ticket;
    return rating === null ? [] : [html`${t(locale, 'request-rating', { stars: stars(rating) })}`];
  }

  /** What the client can do now. */
  function hint({ ticket, locale, company, now }: RequestFacts): Html[] {
    const { status, closeDueAt, mergedIntoId } = ticket;
    if (mergedIntoId !== null || isOver(status)) return [];
    if (status === 'waiting') return [html`<i>${t(locale, 'request-hint-waiting')}</i>`];
    if (status !== 'done') return [html`<i>${t(locale, 'request-hint-open')}</i>`];
    const time = closeDueAt && formatWhen(locale, company.timeZone, closeDueAt, now);
    return time ? [html`<i>${t(locale, 'request-hint-done', { time })}</i>`] : [];
  }

  function keyboardOf({ ticket, locale, now }: RequestFacts): InlineKeyboard {
    const keyboard = new InlineKeyboard();
    const { id, revision } = ticket;
    for (const choice of clientActionsOf(ticket, now)) {
      if (choice === 'write') continue;
      keyboard.text(t(locale, `request-${choice}`), ownButton.encode({ id, revision, choice }));
    }
    return keyboard;
  }

  /** To whoever asked: it is their move. `words`: what an employee has written beside it. */
  function ping(facts: RequestFacts, status: 'waiting' | 'done'): Speech {
    const { ticket, author, locale, company, now } = facts;
    const number = ticketNumber(ticket.id);
    const { closeDueAt } = ticket;
    const time = closeDueAt ? formatWhen(locale, company.timeZone, closeDueAt, now) : '';
    // Over words of theirs that nobody has answered yet it does not close itself.
    const stays = status === 'done' && closeDueAt === null;
    const key = stays ? 'request-ping-done-stays' : `request-ping-${status}`;
    const words = t(locale, key, { number, time });
    const call = author ? [html`${calling(author)}, `] : [];
    return { text: String(html`${STATUS_SIGNS[status]} ${call}${words}`) };
  }

  /** From whoever has confirmed. */
  function askRating(
    { ticket, locale }: RequestFacts,
    person: { readonly id: number; readonly name: string; readonly userId: number },
  ): Keyed {
    const keyboard = new InlineKeyboard();
    const target = { id: ticket.id, revision: person.id };
    for (const choice of RATINGS)
      keyboard.text(`${choice} ★`, rateButton.encode({ ...target, choice }));
    const words = t(locale, 'request-rate', { number: ticketNumber(ticket.id) });
    return { text: String(html`${calling(person)}, ${words}`), keyboard, quiet: true };
  }

  /** In place of the question. */
  function rated(locale: Locale, ticketId: number, rating: number): string {
    const number = ticketNumber(ticketId);
    return t(locale, 'request-rated', { number, stars: stars(rating) });
  }

  /** Words to what is over: nobody works on it. */
  function heardTooLate({ ticket, locale, now }: RequestFacts): Speech {
    const may = clientActionsOf(ticket, now).includes('return');
    const key = may ? 'request-heard-over' : 'request-heard-ended';
    const words = t(locale, key, { number: ticketNumber(ticket.id) });
    return { text: String(html`${words}`), quiet: true };
  }

  return { card, ping, askRating, rated, heardTooLate, statusWords, dueWords };
}

/** Their name, so that their telephone tells them. */
function calling({ name, userId }: { readonly name: string; readonly userId: number }): Html {
  return html`<a href="tg://user?id=${userId}">${plainName(name, '…')}</a>`;
}

export function stars(rating: number): string {
  return '★'.repeat(rating) + '☆'.repeat(5 - rating);
}
