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
import type { KeptTicket, TicketRepository } from '../repository.ts';
import type { CarryRepository, SaidToTicket, ToCarry } from './carry-repository.ts';
import { clientOf, introductionOf, placeOf } from './thread.ts';

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
  function hear(tx: Tx, said: readonly Omit<SaidToTicket, 'reworded'>[]): Promise<void> {
    return carrying.insert(
      tx,
      said.map((one) => ({ ...one, reworded: false })),
    );
  }

  /** The same of words that were changed. */
  function hearChanged(tx: Tx, said: Omit<SaidToTicket, 'reworded'>): Promise<void> {
    return carrying.insert(tx, [{ ...said, saidAt: clock.now(), reworded: true }]);
  }

  return {
    ...{ open, carry, hear, hearChanged },
    toOpen: () => carrying.listToOpen(AT_ONCE),
    toCarry: () => carrying.list(AT_ONCE),
  };
}
