// The door of tickets: what clients ask for in their groups, and what becomes of it.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { DialogSubject } from '../dialogs/subject-port.ts';
import type { Tx } from '../platform/database/index.ts';
import { joinPorts } from '../platform/outbox/index.ts';
import type { Sweep } from '../platform/sweeps.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import { joinCardParts } from '../rooms/card-parts.ts';
import type { KeptClock } from '../sla/index.ts';
import { createTicketAlarms } from './alarms/index.ts';
import { createTicketClocks } from './clocks.ts';
import { createCommentRepository } from './comment-repository.ts';
import { createCompanyRepository } from './company-repository.ts';
import { createTicketDesk } from './desk/index.ts';
import { createClientGroups } from './groups/index.ts';
import { createIntake } from './intake/index.ts';
import { createTicketMessageRepository } from './message-repository.ts';
import type { TicketPart, TicketsDeps, TicketTools } from './part.ts';
import { createTermsRoom } from './plans/index.ts';
import { createTicketRepository, type KeptTicket } from './repository.ts';
import { createTicketService, type TicketService } from './service.ts';
import { createTracker } from './tracker/index.ts';
import { createWatch } from './watch/index.ts';

export type { TicketsDeps } from './part.ts';

/** What parts tell each other, and nobody outside. */
type Inside = 'onChange' | 'onClientWords' | 'onClientReworded' | 'onDeadlines' | 'askForTicket';

export interface Tickets extends Required<Omit<TicketPart, Inside | 'destinations'>> {
  readonly service: TicketService;
  /** A plan or a calendar has changed: these clocks were counted anew. */
  onRecounted(tx: Tx, clocks: readonly KeptClock[]): Promise<void>;
  /** Null: there is none. */
  find(ticketId: number): Promise<KeptTicket | null>;
  readonly destinations: NonNullable<TicketPart['destinations']>;
}

/** In the order in which they hear of an update, and of a change. */
const PARTS: readonly ((tools: TicketTools) => TicketPart)[] = [
  // Hears of every sign, and passes all of them on.
  createWatch,
  createClientGroups,
  createTermsRoom,
  createIntake,
  createTicketDesk,
  createTracker,
  createTicketAlarms,
];

const CLOSING = { kind: 'sweep', name: 'ticket-closing' } as const;
/** Days are what it is about. */
const CLOSING_MS = 60_000;

/** Wires the feature; nothing is read or said before an update or a message asks for it. */
export function createTickets(deps: TicketsDeps): Tickets {
  const { sla, clock } = deps;
  const tickets = createTicketRepository();
  const companies = createCompanyRepository();
  const comments = createCommentRepository();
  const clocks = createTicketClocks({ sla: sla.clocks, companies, clock });
  const service = createTicketService({
    ...{ ...deps, tickets, companies, comments },
    findStaff: deps.staff.findStaff,
    // The clocks first: cards and notices tell of deadlines as they are after the change.
    listeners: [
      clocks,
      (tx, change, cause) => each(parts, ({ onChange }) => onChange?.(tx, change, cause)),
    ],
    hoursOf: (company) => sla.terms.of(company).calendar.hours,
  });
  const tools: TicketTools = {
    ...{
      ...deps,
      tickets,
      companies,
      comments,
      service,
      messages: createTicketMessageRepository(),
    },
    onClientWords: (tx, heard, cause) =>
      each(parts, ({ onClientWords }) => onClientWords?.(tx, heard, cause)),
    onClientReworded: (tx, message, cause) =>
      each(parts, ({ onClientReworded }) => onClientReworded?.(tx, message, cause)),
    onDeadlines: (tx, some) => each(parts, ({ onDeadlines }) => onDeadlines?.(tx, some)),
    askForTicket: (ctx, wished) => each(parts, ({ askForTicket }) => askForTicket?.(ctx, wished)),
  };
  const parts: readonly TicketPart[] = PARTS.map((create) => create(tools));
  const { closeUnanswered } = service;
  const closing: Sweep = {
    name: CLOSING.name,
    everyMs: CLOSING_MS,
    run: () => closeUnanswered(CLOSING),
  };
  async function find(ticketId: number): Promise<KeptTicket | null> {
    const [ticket = null] = await tickets.find(deps.database.prisma, [ticketId]);
    return ticket;
  }

  async function onRecounted(tx: Tx, counted: readonly KeptClock[]): Promise<void> {
    const ids = counted.flatMap(({ subject, subjectId }) =>
      subject === 'ticket' ? subjectId : [],
    );
    await tools.onDeadlines(tx, await tickets.find(tx, [...new Set(ids)]));
  }

  return { service, onRecounted, find, ...joined([...parts, { sweeps: [closing] }]) };
}

/** All parts as one. */
function joined(parts: readonly TicketPart[]): Omit<Tickets, 'service' | 'onRecounted' | 'find'> {
  const all = <T>(pick: (part: TicketPart) => readonly T[] | undefined) =>
    parts.flatMap((part) => pick(part) ?? []);
  const composed = (pick: (part: TicketPart) => Composer<BotContext> | undefined) =>
    createComposer<BotContext>(...parts.flatMap((part) => pick(part) ?? []));
  return {
    onTold: (tx, told) => each(parts, ({ onTold }) => onTold?.(tx, told)),
    onTerms: (tx) => each(parts, ({ onTerms }) => onTerms?.(tx)),
    onDialogs: (tx, changes) => each(parts, ({ onDialogs }) => onDialogs?.(tx, changes)),
    subject: subjectOf(parts),
    onStaffRemoved: (tx, removal, cause) =>
      each(parts, ({ onStaffRemoved }) => onStaffRemoved?.(tx, removal, cause)),
    onJoined: (tx, one, cause) => each(parts, ({ onJoined }) => onJoined?.(tx, one, cause)),
    onRoomReady: (tx, room, cause) =>
      each(parts, ({ onRoomReady }) => onRoomReady?.(tx, room, cause)),
    places: composed(({ places }) => places),
    composer: composed(({ composer }) => composer),
    messages: joinPorts(...parts.map(({ messages = {} }) => messages)),
    projections: joinPorts(...parts.map(({ projections = {} }) => projections)),
    destinations: joinPorts(...parts.map(({ destinations = {} }) => destinations)),
    cardParts: joinCardParts(parts.flatMap(({ cardParts }) => cardParts ?? [])),
    sweeps: all(({ sweeps }) => sweeps),
    commands: all(({ commands }) => commands),
    menuItems: all(({ menuItems }) => menuItems),
    intake: all(({ intake }) => intake),
  };
}

async function each(
  parts: readonly TicketPart[],
  tell: (part: TicketPart) => Promise<void> | undefined,
): Promise<void> {
  for (const part of parts) await tell(part);
}

/** Of the part that has the threads. */
function subjectOf(parts: readonly TicketPart[]): DialogSubject {
  const [subject] = parts.flatMap(({ subject: one }) => one ?? []);
  return subject ?? { views: async () => new Map(), anchors: async () => new Map() };
}
