// The staff card of a ticket: how it stands, whose move it is, until when, what is to be done, what was done.

import type { InlineKeyboard } from 'grammy';
import { tagWord } from '../../dialogs/hashtags.ts';
import type { SubjectView } from '../../dialogs/subject-port.ts';
import { formatWhen } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../platform/telegram/html.ts';
import { plainName, truncate } from '../../platform/telegram/plain-text.ts';
import type { KeptClock } from '../../sla/index.ts';
import { isOver, type TicketStatus, ticketNumber, turnOf } from '../ticket.ts';
import type { OtherTicket, TicketFacts, TicketStep } from './card-facts.ts';
import { ticketKeyboard } from './keyboard-views.ts';

export interface TicketViewDeps {
  readonly t: Translate;
  readonly timeZone: string;
}

/** Where a card is drawn: in which thread, for which language. */
export interface Shown {
  readonly dialogId: number;
  readonly locale: Locale;
  readonly now: Date;
}

/** What a status looks like at a glance, on cards and in lists. */
export const TICKET_BADGES: Record<TicketStatus, string> = {
  new: '🔴',
  in_progress: '🟡',
  waiting: '🔵',
  done: '🟢',
  closed: '⚪️',
  reopened: '🟠',
  cancelled: '⚫️',
};

/** Of topics; in order of liking, for Telegram may withdraw one. */
const ICONS: Record<TicketStatus, readonly string[]> = {
  new: ['❗️', '‼️', '❗'],
  in_progress: ['👀', '💻'],
  waiting: ['💬', '📣'],
  done: ['✅', '🏆'],
  closed: ['🏁', '✅'],
  reopened: ['⁉️', '❓'],
  cancelled: ['🏁', '✅'],
};

/** A card holds 4096 units; what has no room stands in the thread and in the list of steps. */
const MOST_CHECKS = 12;
const CHECK_SIGNS = 80;
const REASON_SIGNS = 120;
const MOST_LINKS = 6;

export type TicketViews = ReturnType<typeof createTicketViews>;

/** Cards as HTML of at most 4096 units; hours are of `timeZone` (IANA). */
export function createTicketViews({ t, timeZone }: TicketViewDeps) {
  function view(facts: TicketFacts, shown: Shown): SubjectView {
    const { ticket, company } = facts;
    const keyboard = ticketKeyboard(ticket, shown, t);
    const name = `${ticketNumber(ticket.id)} · ${plainName(company.name, '…')}: ${ticket.summary}`;
    return {
      card: { text: cardText(facts, shown), keyboard },
      panel: panel(facts, shown, keyboard),
      topic: { name, icons: ICONS[ticket.status] },
    };
  }

  function panel(facts: TicketFacts, shown: Shown, keyboard: InlineKeyboard): SubjectView['panel'] {
    const lines = [statusBlock(facts, shown), ...responsibleLine(facts, shown)];
    return { text: String(joinHtml(lines, '\n')), keyboard };
  }

  function cardText(facts: TicketFacts, shown: Shown): string {
    const blocks = [
      statusBlock(facts, shown),
      aboutBlock(facts, shown),
      checksBlock(facts, shown),
      linksBlock(facts, shown),
      stepsBlock(facts, shown),
      html`${tagsOf(facts, shown).join(' ')}`,
    ];
    return String(
      joinHtml(
        blocks.filter((block) => String(block) !== ''),
        '\n\n',
      ),
    );
  }

  /** How it stands, by when what is due, and the next step in words. */
  function statusBlock({ ticket, clocks }: TicketFacts, { locale, now }: Shown): Html {
    const { status, partnerNote, mergedIntoId } = ticket;
    const turn = turnOf(ticket, partnerNote !== null);
    const title = html`${TICKET_BADGES[status]} <b>${t(locale, `tdesk-status-${status}`)}</b> · ${t(locale, `tdesk-turn-${turn}`)}`;
    const step = mergedIntoId === null ? `tdesk-next-${status}` : 'tdesk-next-merged';
    return joinHtml(
      [
        title,
        ...(partnerNote ? [html`🤝 ${t(locale, 'tdesk-partner', { note: partnerNote })}`] : []),
        ...clocks.map((clock) => clockLine(clock, locale, now)),
        html`<i>${t(locale, step)}</i>`,
      ],
      '\n',
    );
  }

  function clockLine({ kind, dueAt }: KeptClock, locale: Locale, now: Date): Html {
    if (dueAt === null) return html`⏸ ${t(locale, `tdesk-clock-${kind}-still`)}`;
    const isLate = dueAt <= now;
    const time = formatWhen(locale, timeZone, dueAt, now);
    const words = t(locale, `tdesk-clock-${kind}${isLate ? '-late' : ''}`, { time });
    return html`${isLate ? '⏰' : '⏱'} <b>${words}</b>`;
  }

  function aboutBlock(facts: TicketFacts, shown: Shown): Html {
    const { ticket, company, author, type } = facts;
    const { locale, now } = shown;
    const { rating, ratingWords, externalId } = ticket;
    const said = ratingWords
      ? ` — ${t(locale, 'quoted', { words: truncate(ratingWords, 200) })}`
      : '';
    return joinHtml(
      [
        html`<b>${ticketNumber(ticket.id)}</b> · ${ticket.summary}`,
        html`${t(locale, 'tdesk-company', { name: plainName(company.name, '…') })}`,
        ...(author ? [html`${t(locale, 'tdesk-author', { name: plainName(author, '…') })}`] : []),
        html`${t(locale, 'tdesk-type', { type: type[locale], urgency: t(locale, `tdesk-urgency-${ticket.urgency}`) })}`,
        html`${t(locale, 'tdesk-opened', { time: formatWhen(locale, timeZone, ticket.openedAt, now) })}`,
        ...(externalId ? [html`${t(locale, 'tdesk-external', { number: externalId })}`] : []),
        ...responsibleLine(facts, shown),
        ...(rating === null
          ? []
          : [html`${'⭐'.repeat(rating)} ${t(locale, 'card-rating', { rating })}${said}`]),
      ],
      '\n',
    );
  }

  function responsibleLine(
    { responsible, ticket }: TicketFacts,
    { locale }: Shown,
  ): readonly Html[] {
    if (responsible) return [html`👤 ${t(locale, 'card-assignee', { name: responsible.name })}`];
    return isOver(ticket.status) ? [] : [html`👤 ${t(locale, 'tdesk-nobody')}`];
  }

  function checksBlock({ checks }: TicketFacts, { locale }: Shown): Html {
    if (checks.length === 0) return html``;
    const done = checks.filter((check) => check.done).length;
    const title = t(locale, 'tdesk-checks', { done, all: checks.length });
    const lines = checks
      .slice(0, MOST_CHECKS)
      .map(({ text, done: isDone }) => html`${isDone ? '☑️' : '⬜️'} ${truncate(text, CHECK_SIGNS)}`);
    const hidden = checks.length - lines.length;
    const more = hidden > 0 ? [html`${t(locale, 'tdesk-more', { count: hidden })}`] : [];
    return joinHtml([html`<b>${title}</b>`, ...lines, ...more], '\n');
  }

  function linksBlock({ links, mergedInto, splitFrom }: TicketFacts, { locale }: Shown): Html {
    const lines = [
      ...(mergedInto
        ? [html`⤴️ ${t(locale, 'tdesk-merged-into')} ${other(mergedInto, locale)}`]
        : []),
      ...(splitFrom ? [html`✂️ ${t(locale, 'tdesk-split-from')} ${other(splitFrom, locale)}`] : []),
      ...links
        .slice(0, MOST_LINKS)
        .map((one) => html`🔗 ${t(locale, 'tdesk-linked')} ${other(one, locale)}`),
    ];
    return joinHtml(lines, '\n');
  }

  function other({ id, summary, status, url }: OtherTicket, locale: Locale): Html {
    const number = ticketNumber(id);
    const name = url ? html`<a href="${url}">${number}</a>` : html`${number}`;
    return html`${name} «${truncate(summary, 60)}» (${t(locale, `tdesk-status-${status}`).toLowerCase()})`;
  }

  function stepsBlock({ steps }: TicketFacts, shown: Shown): Html {
    const { locale } = shown;
    const lines = steps.map((step) => stepLine(step, shown));
    return joinHtml([html`<b>${t(locale, 'card-log')}</b>`, ...lines], '\n');
  }

  function stepLine({ type, at, by, reason }: TicketStep, { locale, now }: Shown): Html {
    const who = by ? `${plainName(by, '', 40)} — ` : '';
    const why = reason ? `: ${truncate(reason, REASON_SIGNS)}` : '';
    return html`${formatWhen(locale, timeZone, at, now)} · ${who}${t(locale, `tdesk-log-${type}`)}${why}`;
  }

  /** Each is one word of letters, digits and underscores; tapping one filters the desk. */
  function tagsOf({ ticket, company, responsible }: TicketFacts, { locale }: Shown): string[] {
    const name = tagWord(responsible?.name.split(' ')[0] ?? '');
    const first = /\p{L}/u.test(name) ? name : t(locale, 'tag-employee');
    return [
      `${t(locale, 'tdesk-tag-ticket')}_${ticket.id}`,
      ticketNumber(ticket.id).replace('-', '_'),
      t(locale, `tdesk-tag-${ticket.status}`),
      `${tagWord(company.name) || t(locale, 'tdesk-tag-company')}_${company.id}`,
      ...(responsible ? [`${first}_${responsible.id}`] : []),
    ].map((tag) => `#${tag}`);
  }

  return { view };
}
