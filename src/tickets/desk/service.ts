// What employees do to a ticket at its card: rights, state, and what is to be said, in one commit.

import type { Dialogs } from '../../dialogs/index.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { destination, type NewMessage, type Outbox } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { TicketActor } from '../change.ts';
import type { TicketMessageRepository } from '../message-repository.ts';
import type { KeptTicket, TicketRepository } from '../repository.ts';
import type { TicketService } from '../service.ts';
import type { StaffAction } from '../ticket.ts';
import type { ActOutcome } from '../verbs/act.ts';
import type { ChangeOutcome } from '../verbs/change.ts';
import { once, type Repeated } from '../verbs/deps.ts';
import type { WorkOutcome } from '../verbs/work.ts';
import type { TicketCardRepository } from './card-repository.ts';
import { mayDo } from './rights.ts';
import type { TicketThreads } from './thread-service.ts';

export interface DeskCommand {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly ticketId: number;
  /** As the presser has seen it; left out where it does not matter. */
  readonly revision?: number;
}

export interface MoveCommand extends DeskCommand {
  readonly action: StaffAction;
  /** What the client reads with it, or why it is done; null: nothing is said. */
  readonly words: string | null;
}

/** A colleague answers for it: they do that, or a supervisor. */
export type NotYours = { readonly status: 'not-yours'; readonly ticket: KeptTicket };

export type MoveOutcome = ActOutcome | Repeated | NotYours;
export type AlterOutcome = ChangeOutcome | WorkOutcome | Repeated | NotYours;

/** What an alteration is, for the service and for the rights. */
export type Alteration =
  | { readonly deed: 'assign'; readonly responsibleId: number }
  | { readonly deed: 'change-type'; readonly typeId: number; readonly reason: string }
  | {
      readonly deed: 'change-urgency';
      readonly urgency: KeptTicket['urgency'];
      readonly reason: string;
    }
  | Work;

export type Work =
  | { readonly deed: 'partner'; readonly note: string | null }
  | { readonly deed: 'link'; readonly otherId: number }
  | { readonly deed: 'merge'; readonly intoId: number }
  | { readonly deed: 'check'; readonly doneIds: readonly number[] }
  | { readonly deed: 'check-add'; readonly text: string }
  | { readonly deed: 'check-remove'; readonly checkId: number };

export interface DeskServiceDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly tickets: Pick<TicketRepository, 'find' | 'lock'>;
  readonly service: Pick<
    TicketService,
    | 'actIn'
    | 'assignIn'
    | 'changeTypeIn'
    | 'changeUrgencyIn'
    | 'partnerIn'
    | 'linkIn'
    | 'mergeIn'
    | 'checkIn'
    | 'addCheckIn'
    | 'removeCheckIn'
  >;
  readonly dialogs: Pick<Dialogs['service'], 'redrawSubject'>;
  readonly cards: Pick<TicketCardRepository, 'find'>;
  readonly messages: Pick<TicketMessageRepository, 'clientsOf'>;
  readonly threads: Pick<TicketThreads, 'hearAgain'>;
  readonly findStaff: (ids: readonly number[], tx?: Tx) => Promise<readonly Staff[]>;
}

/** What the client reads of a move; the reasons of others stay inside. */
const TOLD: ReadonlySet<StaffAction> = new Set(['wait', 'done', 'cancel']);

export type DeskService = ReturnType<typeof createDeskService>;

export function createDeskService(deps: DeskServiceDeps) {
  const { database, outbox, tickets, service, dialogs, findStaff, cards, messages, threads } = deps;

  function move(command: MoveCommand): Promise<MoveOutcome> {
    const { cause, staff, ticketId, action, revision, words } = command;
    return guarded<ActOutcome>(command, action, async (tx) => {
      const facts = { ticketId, action, by: byStaff(staff), cause };
      const reason = words === null ? {} : { reason: words };
      const seen = revision === undefined ? {} : { revision };
      const outcome = await service.actIn(tx, { ...facts, ...reason, ...seen });
      if (outcome.status === 'done' && words !== null && TOLD.has(action))
        await outbox.enqueue(tx, [wordsFor(outcome.ticket, staff, words)], cause);
      return outcome;
    });
  }

  /** Who answers for it, or what it is, is changed. */
  function alter(command: DeskCommand, alteration: Alteration): Promise<AlterOutcome> {
    const { staff, ticketId, cause } = command;
    const facts = { ticketId, by: byStaff(staff), cause };
    return guarded<ChangeOutcome | WorkOutcome>(command, alteration.deed, async (tx) => {
      switch (alteration.deed) {
        case 'assign':
          return await assign(tx, command, alteration.responsibleId);
        case 'change-type':
          return await service.changeTypeIn(tx, { ...facts, ...alteration });
        case 'change-urgency':
          return await service.changeUrgencyIn(tx, { ...facts, ...alteration });
        default:
          return await work(tx, facts, alteration);
      }
    });
  }

  async function work(
    tx: Tx,
    facts: Pick<DeskCommand, 'ticketId' | 'cause'> & { readonly by: TicketActor },
    alteration: Work,
  ): Promise<WorkOutcome> {
    switch (alteration.deed) {
      case 'partner':
        return await service.partnerIn(tx, { ...facts, ...alteration });
      case 'link':
        return await service.linkIn(tx, { ...facts, ...alteration });
      case 'merge':
        return await merge(tx, facts, alteration.intoId);
      case 'check':
        return await service.checkIn(tx, { ...facts, ...alteration });
      case 'check-add':
        return await service.addCheckIn(tx, { ...facts, ...alteration });
      case 'check-remove':
        return await service.removeCheckIn(tx, { ...facts, ...alteration });
    }
  }

  /** Its group is told where it goes on, and the thread there what has joined it, with what its client had said. */
  async function merge(
    tx: Tx,
    facts: Pick<DeskCommand, 'ticketId' | 'cause'> & { readonly by: TicketActor },
    intoId: number,
  ): Promise<WorkOutcome> {
    const said = await messages.clientsOf(tx, facts.ticketId);
    const outcome = await service.mergeIn(tx, { ...facts, intoId });
    if (outcome.status !== 'done') return outcome;
    await threads.hearAgain(tx, intoId, said);
    const { id: ticketId, roomId } = outcome.ticket;
    const [into] = await tickets.find(tx, [intoId]);
    const args = { ticketId, intoId, said: said.length };
    const told = { destination: destination('room', roomId), name: 'ticket-merged', args };
    const dialogId = into?.dialogId ?? null;
    const joined =
      dialogId === null
        ? []
        : [{ destination: destination('thread', dialogId), name: 'ticket-joined', args }];
    await outbox.enqueue(tx, [told, ...joined], facts.cause);
    return outcome;
  }

  async function assign(tx: Tx, command: DeskCommand, toId: number): Promise<ChangeOutcome> {
    const { staff, ticketId, cause } = command;
    const facts = { ticketId, responsibleId: toId, by: byStaff(staff), cause };
    const outcome = await service.assignIn(tx, facts);
    const [to] = toId === staff.id ? [] : await findStaff([toId], tx);
    if (outcome.status === 'done' && to) {
      const args = { ticketId, staffId: to.id, byId: staff.id };
      const told = { destination: destination('person', to.userId), name: 'ticket-given', args };
      await outbox.enqueue(tx, [told], cause);
    }
    return outcome;
  }

  /** Rights are judged with the ticket locked; where nothing was done, the card is drawn as it is now. */
  function guarded<Outcome extends { readonly status: string }>(
    { cause, staff, ticketId }: DeskCommand,
    deed: string,
    work: (tx: Tx) => Promise<Outcome>,
  ): Promise<Outcome | Repeated | NotYours> {
    return once<Outcome | NotYours>(deps, cause, async (tx) => {
      const ticket = await tickets.lock(tx, ticketId);
      if (ticket && !mayDo(ticket, staff, deed)) return { status: 'not-yours', ticket };
      const outcome = await work(tx);
      const dialogId = ticket?.dialogId ?? null;
      if (outcome.status !== 'done' && dialogId !== null)
        await dialogs.redrawSubject(tx, dialogId, false);
      return outcome;
    });
  }

  async function find(ticketId: number): Promise<KeptTicket | null> {
    const [ticket = null] = await tickets.find(database.prisma, [ticketId]);
    return ticket;
  }

  /** What is to be done in a ticket. */
  async function checks(ticketId: number) {
    const [found] = await cards.find([ticketId]);
    return (found?.checks ?? []).map(({ id, text, done }) => ({ id, text, done }));
  }

  return { move, alter, find, checks };
}

function byStaff({ id }: Staff): TicketActor {
  return { kind: 'staff', id };
}

/** An employee's words in the client's group, which answer the ticket there. */
export function wordsFor(
  { id, roomId }: Pick<KeptTicket, 'id' | 'roomId'>,
  { id: staffId }: Pick<Staff, 'id'>,
  words: string,
): NewMessage {
  const args = { ticketId: id, staffId, words };
  return { destination: destination('room', roomId), name: 'ticket-words', args };
}
