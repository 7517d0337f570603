// What is said of tickets besides their cards: an employee's words in the client's group, and in private to whom a
// ticket was given.

import type { Desks } from '../../desks/index.ts';
import { speechPort } from '../../dialogs/outgoing/speech.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import type {
  JsonObject,
  MessageJob,
  MessagePort,
  SettledMessage,
} from '../../platform/outbox/index.ts';
import { html } from '../../platform/telegram/html.ts';
import { plainName, truncate } from '../../platform/telegram/plain-text.ts';
import type { Staff } from '../../staff/staff.ts';
import type { CompanyRepository } from '../company-repository.ts';
import type { TicketRepository } from '../repository.ts';
import { ticketNumber } from '../ticket.ts';
import type { createTicketAnswers } from './answers.ts';
import type { TicketCardRepository } from './card-repository.ts';
import { wayTo } from './keyboard-views.ts';
import type { createTicketSubject } from './subject.ts';

export interface TicketOutgoingDeps {
  readonly database: Database;
  readonly t: Translate;
  readonly defaultLocale: Locale;
  readonly desks: Pick<Desks['service'], 'deskLocale'>;
  readonly tickets: Pick<TicketRepository, 'find'>;
  readonly companies: Pick<CompanyRepository, 'find'>;
  readonly cards: Pick<TicketCardRepository, 'place'>;
  readonly anchorOf: ReturnType<typeof createTicketSubject>['anchorOf'];
  readonly answers: Pick<ReturnType<typeof createTicketAnswers>, 'answered' | 'noteSaid'>;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
}

/** The ports, by the names of their messages. */
export function createTicketOutgoing(deps: TicketOutgoingDeps): Record<string, MessagePort> {
  const {
    desks,
    defaultLocale,
    database,
    t,
    tickets,
    companies,
    cards,
    anchorOf,
    answers,
    findStaff,
  } = deps;
  const { prisma } = database;

  async function words({ messages: [queued], place }: MessageJob) {
    const ticketId = Number(queued?.args.ticketId);
    const [ticket] = await tickets.find(prisma, [ticketId]);
    const [company] = ticket ? await companies.find(prisma, [ticket.companyId]) : [];
    if (!ticket || !company) return { drop: 'there is no such ticket' };
    const [staff] = await findStaff([Number(queued?.args.staffId)]);
    const name = plainName(staff?.name, '…');
    const lead = t(company.locale, 'relay-signed', { name });
    const text = String(html`<b>${lead}</b>\n${String(queued?.args.words)}`);
    const replyTo = (await anchorOf(ticket, place.chatId)) ?? undefined;
    return { text, replyTo };
  }

  async function wordsSettled(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    for (const { message, settlement } of settled) {
      const { ticketId, staffId } = message.args;
      if (settlement.status !== 'sent') continue;
      await answers.noteSaid(tx, Number(ticketId), settlement);
      await answers.answered(tx, Number(ticketId), Number(staffId));
    }
  }

  async function given({ messages: [queued] }: MessageJob) {
    const ticketId = Number(queued?.args.ticketId);
    const [ticket] = await tickets.find(prisma, [ticketId]);
    const people = await findStaff([Number(queued?.args.staffId), Number(queued?.args.byId)]);
    const to = people.find(({ id }) => id === Number(queued?.args.staffId));
    const by = people.find(({ id }) => id === Number(queued?.args.byId));
    if (!ticket || !to) return { drop: 'there is no such ticket or employee' };
    // It was passed on while this was on its way.
    if (ticket.responsibleId !== to.id) return { drop: 'somebody else has it now' };
    const facts = { number: ticketNumber(ticketId), summary: ticket.summary };
    const text = t(to.locale, 'tdesk-given', { ...facts, by: plainName(by?.name, '…') });
    const url = (await cards.place(ticketId))?.url ?? null;
    const keyboard = url ? { keyboard: wayTo(url, to.locale, t) } : {};
    return { text: String(html`${text}`), ...keyboard };
  }

  /** In the group of a ticket that goes on as another one. */
  async function merged({ messages: [queued], place }: MessageJob) {
    const found = await both(queued?.args);
    const [company] = found ? await companies.find(prisma, [found.one.companyId]) : [];
    if (!found || !company) return { drop: 'there is no such ticket' };
    const { one, into } = found;
    const facts = { number: ticketNumber(one.id), into: ticketNumber(into.id) };
    const text = t(company.locale, 'tdesk-merged', { ...facts, summary: into.summary });
    return {
      text: String(html`${text}`),
      replyTo: (await anchorOf(one, place.chatId)) ?? undefined,
    };
  }

  /** In the thread of the other. */
  async function joined({ messages: [queued] }: MessageJob) {
    const found = await both(queued?.args);
    if (!found) return { drop: 'there is no such ticket' };
    const { one } = found;
    const locale = (await desks.deskLocale(prisma)) ?? defaultLocale;
    const url = (await cards.place(one.id))?.url ?? null;
    // What its client said in messages follows as such.
    const isSaid = Number(queued?.args.said) > 0;
    const words = truncate((!isSaid && one.description.trim()) || one.summary, 1_000);
    const text = t(locale, 'tdesk-joined', { number: ticketNumber(one.id), words });
    const keyboard = url ? { keyboard: wayTo(url, locale, t) } : {};
    return { text: String(html`${text}`), ...keyboard };
  }

  async function both(args: JsonObject | undefined) {
    const ids = [Number(args?.ticketId), Number(args?.intoId)];
    const found = await tickets.find(prisma, ids);
    const [one, into] = ids.map((id) => found.find((ticket) => ticket.id === id));
    return one && into ? { one, into } : null;
  }

  return {
    'ticket-merged': speechPort(merged),
    'ticket-joined': speechPort(joined),
    'ticket-words': speechPort(words, wordsSettled),
    'ticket-given': speechPort(given),
  };
}
