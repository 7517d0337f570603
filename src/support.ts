// The third part of the composition root: what is promised to clients, and the tickets of their groups. As in app.ts,
// what a higher door must ask of a lower one is handed over here as a function.

import type { BotContext } from './context.ts';
import { endedQuestions } from './dialogs/ended-questions.ts';
import type { Marketplace, MarketplaceDeps, RoomGuests } from './marketplace.ts';
import type { Place } from './platform/outbox/index.ts';
import { joinPorts } from './platform/outbox/index.ts';
import { createComposer } from './platform/telegram/composer.ts';
import { createServiceReports } from './reports/index.ts';
import { dailyCalendar } from './sla/business-calendar.ts';
import { firstPromises } from './sla/first-plan.ts';
import { createSla, type Sla } from './sla/index.ts';
import { createTickets, type Tickets } from './tickets/index.ts';

export interface SupportDeps extends Omit<MarketplaceDeps, 'guests'> {
  readonly marketplace: Marketplace;
}

export interface Support
  extends Omit<Tickets, 'service' | 'onTold' | 'onRecounted' | 'onTerms' | 'find'> {
  /** Where the group is that this ticket was made in. */
  placeOfTicket(ticketId: number): Promise<Place>;
  /** What it has in rooms. */
  readonly inRooms: RoomGuests;
  /** What is promised; nothing before `prepare`. */
  readonly terms: Sla['terms'];
  /** To be done before anything is handled. */
  prepare(): Promise<void>;
}

/** The doors of SLA and tickets, and what they hand each other. */
export function createSupport(deps: SupportDeps): Support {
  const { config, t, defaultLocale, staff, desks, dialogs, marketplace } = deps;
  const { timeZone, workHours, answerMinutes } = config.company;
  const sla = createSla({
    ...deps,
    first: {
      name: t(defaultLocale, 'sla-first-plan'),
      hours: dailyCalendar(timeZone, workHours),
      targets: firstPromises(answerMinutes),
    },
    onTold: (tx, told) => tickets.onTold(tx, told),
    onRecounted: (tx, clocks) => tickets.onRecounted(tx, clocks),
    onTerms: (tx) => tickets.onTerms(tx),
    recountDialogs: (after, limit) => dialogs.service.recountClocks(after, limit),
    findStaff: (ids, tx) => staff.service.findStaff(ids, tx),
  });
  const tickets = createTickets({
    ...deps,
    ...{ sla, timeZone, webhook: config.webhook, ticketLimits: config.company.ticketLimits },
    raiseMinutes: config.company.raiseMinutes,
    callSupport: marketplace.callSupport,
    people: marketplace.people.service,
    rooms: marketplace.rooms.service,
    staff: staff.service,
    desks: desks.service,
    readerOf: desks.readerOf,
    ...{ dialogs: dialogs.service, askColleague: dialogs.asking.ask },
    sendHistory: (asked) => reports.proof.ask(asked),
  });
  const reports = createServiceReports({
    ...deps,
    ...{ sla, timeZone, companyName: config.company.name },
    staff: staff.service,
    rooms: marketplace.rooms.service,
  });
  return {
    ...tickets,
    async placeOfTicket(ticketId) {
      const ticket = await tickets.find(ticketId);
      return ticket ? await marketplace.placeOfRoom(ticket.roomId) : { status: 'gone' };
    },
    terms: sla.terms,
    async onDialogs(tx, changes) {
      await sla.keepEnded(tx, endedQuestions(changes, deps.clock.now()));
      await tickets.onDialogs(tx, changes);
    },
    inRooms: tickets,
    composer: createComposer<BotContext>(tickets.composer, reports.composer),
    messages: joinPorts(tickets.messages, reports.messages),
    commands: [...tickets.commands, ...reports.commands],
    sweeps: [...sla.sweeps, ...tickets.sweeps, ...reports.sweeps],
    prepare: sla.terms.refresh,
  };
}
