// A ticket comes to the desk: its thread is opened, and the client's words stand in it. What is to be carried waits in
// rows, and is carried after the commit; done again after a crash, it is there once.

import type { Dialogs } from '../../dialogs/index.ts';
import { TICKET_CHANNEL } from '../../dialogs/subject.ts';
import type { PeopleService } from '../../people/index.ts';
import { systemCause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import { signed } from '../../rooms/trail/support/signed.ts';
import type { ClientCompany } from '../company.ts';
import type { CompanyRepository } from '../company-repository.ts';
import type { KeptClientMessage } from '../message.ts';
import type { KeptTicket, TicketRepository } from '../repository.ts';
import type { CarryRepository, SaidToTicket, ToCarry } from './carry-repository.ts';
import { againAt, clientOf, introductionOf, placeOf, placeOfWords } from './thread.ts';

export interface ThreadServiceDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly people: Pick<PeopleService, 'find'>;
  readonly dialogs: Pick<Dialogs['service'], 'receive' | 'edit' | 'messagesAt' | 'redrawSubject'>;
  readonly tickets: Pick<TicketRepository, 'find' | 'lock'>;
  readonly companies: Pick<CompanyRepository, 'find'>;
  readonly carrying: CarryRepository;
}

const CARRYING = systemCause('ticket-thread');
const AT_ONCE = 100;

export type TicketThreads = ReturnType<typeof createTicketThreads>;

export function createTicketThreads(deps: ThreadServiceDeps) {
  const { database, clock, people, dialogs, tickets, companies, carrying } = deps;
  const { prisma } = database;

  /** Opens the thread of a ticket, with the words it was made of and all that was said to it since. */
  async function open(ticketId: number): Promise<void> {
    const found = await whoAsks(ticketId);
    if (!found) return;
    const { ticket, company } = found;
    const said = await carrying.list(AT_ONCE, ticketId);
    const words = introductionOf(
      ticket,
      said.map(({ content }) => content),
    );
    const [author] = ticket.authorId ? await people.find(prisma, [ticket.authorId]) : [];
    const at = placeOf(ticket);
    if (words) {
      const content = author ? signed(words, plainName(author.name, '…')) : words;
      await receive(ticket, company, { ...at, content, album: null, saidAt: ticket.openedAt });
    }
    for (const one of said) await carryWith(ticket, company, one);
    const dialogId = await dialogAt(words ? at : (said[0] ?? at));
    if (dialogId === null) return;
    await database.inTransaction(async (tx) => {
      await tickets.lock(tx, ticketId);
      if (await carrying.setDialog(tx, ticketId, dialogId))
        await dialogs.redrawSubject(tx, dialogId, true);
    });
  }

  async function carry(said: ToCarry): Promise<void> {
    const found = await whoAsks(said.ticketId);
    // Until its thread is open, its words wait for that.
    if (!found || found.ticket.dialogId === null) return;
    await carryWith(found.ticket, found.company, said);
  }

  async function carryWith(
    ticket: KeptTicket,
    company: ClientCompany,
    said: ToCarry,
  ): Promise<void> {
    const { chatId, messageId, author } = said;
    const at = { chatId, messageId };
    const content = signed(said.content, plainName(author, '…'));
    if (said.reworded) {
      const editedAt = said.saidAt;
      await dialogs.edit({ cause: CARRYING, at, editedAt, content, asNote: false });
    } else {
      await receive(ticket, company, { ...at, content, album: said.album, saidAt: said.saidAt });
    }
    await carrying.remove(said.id);
  }

  async function receive(
    ticket: KeptTicket,
    company: ClientCompany,
    said: Pick<SaidToTicket, 'chatId' | 'messageId' | 'content' | 'album' | 'saidAt'>,
  ): Promise<void> {
    const { chatId, messageId, content, album, saidAt } = said;
    await dialogs.receive({
      ...{ cause: CARRYING, channel: TICKET_CHANNEL, person: clientOf(ticket, company) },
      ...{ at: { chatId, messageId }, saidAt, content, mediaGroupId: album, replyTo: null },
    });
  }

  async function dialogAt(at: Pick<SaidToTicket, 'chatId' | 'messageId'>): Promise<number | null> {
    const [kept] = await dialogs.messagesAt(prisma, at);
    return kept?.dialogId ?? null;
  }

  async function whoAsks(ticketId: number) {
    const [ticket] = await tickets.find(prisma, [ticketId]);
    const [company] = ticket ? await companies.find(prisma, [ticket.companyId]) : [];
    return ticket && company ? { ticket, company } : null;
  }

  /** A client's words to a ticket, in the transaction that keeps them. */
  function hear(tx: Tx, ticketId: number, messages: readonly KeptClientMessage[]): Promise<void> {
    const said = messages.map((message) => ({ ...waitingOf(message), ticketId, reworded: false }));
    return carrying.insert(tx, said);
  }

  /** Words that belong to another ticket from now on stand in its thread as well, unless they come there anyway. */
  async function hearAgain(
    tx: Tx,
    ticketId: number,
    messages: readonly KeptClientMessage[],
  ): Promise<void> {
    const coming = await carrying.waiting(tx, ticketId);
    const missing = messages.filter((message) => {
      const { chatId, messageId } = placeOfWords(message);
      return !coming.has(`${chatId}/${messageId}`);
    });
    const again = missing.map((message) => ({ ...message, ticketId, again: true as const }));
    await hear(tx, ticketId, again);
  }

  /** The same of words that were changed: they may stand in the thread of another ticket, too. */
  function hearChanged(tx: Tx, message: KeptClientMessage): Promise<void> {
    const places = [message, { ...message, again: true as const }];
    const changed = { saidAt: clock.now(), reworded: true };
    return carrying.insert(
      tx,
      places.map((one) => ({ ...waitingOf(one), ...changed })),
    );
  }

  return {
    ...{ open, carry, hear, hearAgain, hearChanged },
    toOpen: () => carrying.listToOpen(AT_ONCE),
    toCarry: () => carrying.list(AT_ONCE),
  };
}

/** Words as they wait to be carried. */
function waitingOf(message: KeptClientMessage): Omit<SaidToTicket, 'reworded'> {
  const { ticketId, author, content, album, saidAt } = message;
  const at = message.again ? againAt(message) : placeOfWords(message);
  return { ticketId, ...at, author, content, album, saidAt };
}
