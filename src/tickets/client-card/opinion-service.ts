// What a client does to a ticket by button: «Подтвердить», «Вернуть в работу», «Отозвать», and the rating. Rights
// and state are judged at the press.

import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import type { Outbox } from '../../platform/outbox/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import type { Asker, StandIn, Standing } from '../asker.ts';
import type { ClientMessage } from '../message.ts';
import type { TicketTools } from '../part.ts';
import type { KeptTicket } from '../repository.ts';
import { type ClientAction, clientActionsOf, LOW_RATING } from '../ticket.ts';
import type { ActOutcome } from '../verbs/act.ts';
import type { AddWords } from '../words-service.ts';
import type { RequestShowing } from './shown.ts';

export interface OpinionDeps extends Pick<TicketTools, 'tickets' | 'companies' | 'service'> {
  readonly database: Database;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly standIn: StandIn;
  readonly addWords: AddWords;
  readonly showing: Pick<RequestShowing, 'say' | 'redraw'>;
  readonly supervisors: TicketTools['staff']['supervisors'];
}

type Refused = { readonly status: 'repeated' | 'gone' | 'stranger' };
export type OpinionOutcome = Refused | ActOutcome;

export type RatingOutcome =
  | Refused
  | { readonly status: 'not-yours' | 'no-longer' }
  | { readonly status: 'already' | 'done'; readonly rating: number };

interface Press {
  readonly ticketId: number;
  readonly asker: Asker;
  readonly cause: Cause;
}

export type OpinionService = ReturnType<typeof createOpinionService>;

export function createOpinionService(deps: OpinionDeps) {
  const { database, clock, outbox, standIn, addWords, showing, tickets, companies, service } = deps;

  /** Whether this press means something now; nothing changes. A stale card is drawn anew. */
  async function look(
    press: Omit<Press, 'cause'> & { readonly action: ClientAction },
  ): Promise<{ readonly status: 'open' | 'gone' | 'stranger' | 'no-longer' | 'too-late' }> {
    const { ticketId, asker, action } = press;
    return database.inTransaction(async (tx) => {
      const [ticket] = await tickets.find(tx, [ticketId]);
      if (!ticket) return { status: 'gone' };
      if (!(await standIn(tx, ticket.roomId, asker))) return { status: 'stranger' };
      if (clientActionsOf(ticket, clock.now()).includes(action)) return { status: 'open' };
      await showing.redraw(tx, [ticket]);
      const isLate = action === 'return' && ticket.status === 'closed';
      return { status: isLate ? 'too-late' : 'no-longer' };
    });
  }

  /** «Подтвердить»: it is closed, and whoever says so is asked how it was. */
  async function confirm(press: Press): Promise<OpinionOutcome> {
    return onTicket<OpinionOutcome>(press, async (tx, ticket, by) => {
      const outcome = await service.actIn(tx, {
        ...{ ticketId: ticket.id, action: 'confirm', by: by.actor, cause: press.cause },
      });
      if (outcome.status === 'no-longer') await showing.redraw(tx, [ticket]);
      if (outcome.status !== 'done' || by.isStaff) return outcome;
      const asked = { name: 'ticket-rate', args: { personId: by.person.id } };
      await showing.say(tx, ticket, asked, press.cause);
      return outcome;
    });
  }

  async function withdraw(press: Press): Promise<OpinionOutcome> {
    const { cause } = press;
    return onTicket<OpinionOutcome>(press, (tx, ticket, by) =>
      service.actIn(tx, { ticketId: ticket.id, action: 'withdraw', by: by.actor, cause }),
    );
  }

  /** «Вернуть в работу», with what is still wrong. */
  async function giveBack(
    press: Press & {
      readonly reason: string;
      readonly said: (by: Standing) => readonly ClientMessage[];
    },
  ): Promise<OpinionOutcome> {
    const { reason, cause } = press;
    return onTicket<OpinionOutcome>(press, (tx, ticket, by) => {
      const words = { by, said: press.said(by), reason, cause };
      return addWords(tx, { ticketId: ticket.id, action: 'return', ...words });
    });
  }

  /** From whoever was asked; `personId`: whom the button is for. */
  async function rate(
    press: Press & { readonly rating: number; readonly personId: number },
  ): Promise<RatingOutcome> {
    const { rating, personId, cause } = press;
    return onTicket<RatingOutcome>(press, async (tx, ticket, by) => {
      if (by.person.id !== personId) return { status: 'not-yours' };
      const rated = { ticketId: ticket.id, rating, by: by.actor, cause };
      const outcome = await service.rateIn(tx, rated);
      if (outcome.status === 'already') {
        return { status: 'already', rating: outcome.ticket.rating ?? rating };
      }
      if (outcome.status !== 'done') return { status: outcome.status };
      await tellIfLow(tx, outcome.ticket, by, cause);
      return { status: 'done', rating };
    });
  }

  /** A few words to the rating that was just given. */
  async function rateInWords(press: Press & { readonly words: string | null }): Promise<void> {
    const { words, cause } = press;
    await onTicket(press, async (tx, ticket, by) => {
      if (words === null) return null;
      const rated = { ticketId: ticket.id, rating: { words }, by: by.actor, cause };
      const outcome = await service.rateIn(tx, rated);
      if (outcome.status === 'done') await tellIfLow(tx, outcome.ticket, by, cause);
      return null;
    });
  }

  async function tellIfLow(tx: Tx, ticket: KeptTicket, by: Standing, cause: Cause): Promise<void> {
    const { rating, ratingWords: words, id: ticketId, companyId } = ticket;
    if (rating === null || rating > LOW_RATING) return;
    const [company] = await companies.find(tx, [companyId]);
    const low = { ticketId, company: company?.name ?? '…', name: by.person.name, rating, words };
    const readers = await deps.supervisors(tx);
    await outbox.enqueue(
      tx,
      readers.map(({ userId, locale }) =>
        wordsToPerson({ userId, locale }, 'ticket-low-rating', low),
      ),
      cause,
    );
  }

  async function onTicket<Outcome>(
    { ticketId, asker, cause }: Press,
    work: (tx: Tx, ticket: KeptTicket, by: Standing) => Promise<Outcome>,
  ): Promise<Outcome | Refused> {
    return database.inTransaction<Outcome | Refused>(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const [ticket] = await tickets.find(tx, [ticketId]);
      if (!ticket) return { status: 'gone' };
      const by = await standIn(tx, ticket.roomId, asker);
      return by ? work(tx, ticket, by) : { status: 'stranger' };
    });
  }

  return { look, confirm, withdraw, giveBack, rate, rateInWords };
}
