// The second half of the composition root: exporters, importers and partners in rooms. As in app.ts, what a
// higher door must ask of a lower one is handed over here as a function.

import type { Clients } from './clients/index.ts';
import type { TelegramConfig } from './config.ts';
import type { BotContext } from './context.ts';
import { firstDesk } from './desks/desk.ts';
import type { Desks } from './desks/index.ts';
import type { Dialogs } from './dialogs/index.ts';
import { createEscrow, type EscrowDeps } from './escrow/index.ts';
import { createExporters, type ExportersDeps } from './exporters/index.ts';
import { createLeads, type Leads, type PromisedOffer } from './leads/index.ts';
import { createPartners, type PartnersDeps } from './partners/index.ts';
import { createPeople } from './people/index.ts';
import { createOwnCommands } from './people/own-commands.ts';
import type { Cause } from './platform/cause.ts';
import type { Clock } from './platform/clock.ts';
import type { Database, Tx } from './platform/database/index.ts';
import type { Forms } from './platform/forms/index.ts';
import type { IntakeRoute } from './platform/http/intake-route.ts';
import type { Locale, Translate } from './platform/i18n.ts';
import type { Logger } from './platform/logger.ts';
import { destination, joinPorts, type Outbox, type Place } from './platform/outbox/index.ts';
import type { Reader } from './platform/outbox/words.ts';
import type { Passing } from './platform/screens/index.ts';
import { createComposer } from './platform/telegram/composer.ts';
import type { OpenFile } from './platform/telegram/open-file.ts';
import { createReports } from './reports/index.ts';
import { joinCardParts } from './rooms/card-parts.ts';
import {
  type CardParts,
  createRooms,
  type Joined,
  type RoomHooks,
  type RoomMenuItem,
  type Rooms,
  type RoomsDeps,
} from './rooms/index.ts';
import { createFileReader } from './rooms/trail/files/telegram-file.ts';
import { createTrail, type Trail } from './rooms/trail/index.ts';
import { ofRooms } from './rooms/trail/support/of-rooms.ts';
import { dailyCalendar } from './sla/business-calendar.ts';
import type { StaffDoor } from './staff/index.ts';

export interface MarketplaceDeps {
  readonly config: TelegramConfig;
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly t: Translate;
  readonly defaultLocale: Locale;
  readonly timeZone: string;
  readonly botUsername: () => string;
  readonly staff: StaffDoor;
  readonly clients: Clients;
  readonly desks: Desks;
  readonly dialogs: Dialogs;
  readonly forms: Forms<BotContext>;
  readonly passing: Passing;
  /** A group as Telegram shows it now. */
  readonly lookAtGroup: RoomsDeps['lookAt'];
  /** Where somebody is of a group now. */
  readonly lookForPerson: RoomsDeps['lookFor'];
  /** A file's hash, read from Telegram. */
  readonly openFile: OpenFile;
  /** What others than exporters and importers have in rooms; to be asked for once it is there. */
  readonly guests: () => RoomGuests;
}

/** What features that are wired elsewhere do in rooms. */
export interface RoomGuests extends Pick<RoomHooks, 'onJoined' | 'onRoomReady'> {
  readonly menuItems: readonly RoomMenuItem[];
  readonly cardParts: CardParts;
}

type StaffRemoved = Parameters<Rooms['service']['staffRemoved']>[1];

export type Marketplace = ReturnType<typeof createMarketplace>;

/** Opens the marketplace; nothing is read or said before somebody comes. */
export function createMarketplace(deps: MarketplaceDeps) {
  return together(deps, doorsOf(deps));
}

/** The doors, and what they hand each other. */
function doorsOf(deps: MarketplaceDeps) {
  const { config, staff, desks, guests } = deps;
  const people = createPeople(deps);
  const rooms = createRooms({
    ...deps,
    people: people.service,
    staff: staff.service,
    isDesk: (chatId) => desks.service.wasEverIn([chatId]),
    stockThreshold: config.company.roomStock,
    officeHours: dailyCalendar(config.company.timeZone, config.company.workHours),
    lookAt: deps.lookAtGroup,
    lookFor: deps.lookForPerson,
    belonging: (tx, room, person) => leads.belonging(tx, room, person),
    cardParts: (roomIds) =>
      joinCardParts([exporters, leads, escrow, trail, guests()].map(({ cardParts }) => cardParts))(
        roomIds,
      ),
    menuItems: () => [
      ...trail.menuItems,
      ...[partners, escrow, reports].map(itemOf),
      ...guests().menuItems,
    ],
    async onJoined(tx, joined, cause) {
      if (joined.role === 'partner') await partners.joined(tx, passage(joined), cause);
      await leads.onJoined(tx, joined);
      await guests().onJoined(tx, joined, cause);
    },
    async onLeft(tx, left, cause) {
      if (left.role === 'partner') await partners.left(tx, passage(left), cause);
      await trail.left(tx, passage(left), cause);
      await partners.inviterLeft(tx, left.person.id, left.room.id, cause);
    },
    async onRoomReady(tx, room, cause) {
      await leads.onRoomReady(tx, room);
      await guests().onRoomReady(tx, room, cause);
    },
    async onMoved(tx, room, shown) {
      for (const door of [trail, escrow, leads]) await door.showAnew(tx, room, shown);
    },
    whyOpen: async (tx, roomId) => ((await escrow.isOpenIn(tx, roomId)) ? 'escrow' : null),
    async onClosed(tx, room, person, cause) {
      await trail.roomClosed(tx, room.id, person.id, cause);
      await partners.roomClosed(tx, room.id, cause);
      await leads.roomClosed(tx, room.id, cause);
    },
    async onReopened(tx, room, by, cause) {
      await leads.roomReopened(tx, room.id, by.kind === 'person' ? by.id : null, cause);
    },
  });
  const services = { rooms: rooms.service, people: people.service, staff: staff.service };
  const trail = createTrail({ ...deps, ...services, ...forTrail(deps) });
  const doorsAbove = { ...services, desks: desks.service };
  const leads = createLeads({ ...deps, ...doorsAbove, ...leadTerms(deps, trail) });
  const exporters = exportersOf(deps, {
    ...{ ...doorsAbove, onAtWork: leads.onExporterReady, onOut: leads.onExporterOut },
  });
  const partners = partnersOf(deps, services);
  const escrow = escrowOf(deps, { ...services, callSupport: trail.callSupport, leads });
  const reports = createReports({ ...deps, ...services });
  return { rooms, people, trail, leads, exporters, partners, escrow, reports };
}

/** What they give together. */
function together({ t, database, staff }: MarketplaceDeps, all: ReturnType<typeof doorsOf>) {
  const { rooms, people, trail, leads, exporters, partners, escrow, reports } = all;
  const inRooms = [rooms, trail, escrow, leads];
  const doors = [...inRooms, exporters, partners];
  const ownCommands = createOwnCommands({
    t,
    commands: [exporters.ownCommand, partners.ownCommand],
    worksHere: async (userId) => (await staff.service.findByUser(database.prisma, userId)) !== null,
  });
  return {
    rooms,
    people,
    /**
     * What becomes of groups, and their menus; before the desks, which take every group for a desk to be. To be
     * asked for once all features are there.
     */
    places: () => createComposer<BotContext>(trail.keeping, rooms.places, rooms.menu()),
    /** Before the desks and the dialogs, which greet whoever works here and take all that they write. */
    entrances: createComposer<BotContext>(
      ...[people.composer, exporters.composer, partners.composer, leads.entrances],
    ),
    /** Before the dialogs, which take every private message. */
    composer: createComposer<BotContext>(...inRooms.map(({ composer }) => composer)),
    commands: doors.flatMap(({ commands }) => commands),
    sweeps: doors.flatMap(({ sweeps }) => sweeps),
    messages: joinPorts(...[...doors, reports, ownCommands].map(({ messages }) => messages)),
    projections: joinPorts(...doors.map(({ projections }) => projections)),
    destinations: rooms.destinations,
    /** What was said in a room becomes a dialog of the desk. */
    callSupport: trail.callSupport,
    /** What this Telegram user may ask for alone with the bot, besides what everybody may. */
    ownCommands: ownCommands.of,
    /** Where a room is that is a client of the desk. */
    async placeOfRoom(roomId: number): Promise<Place> {
      return (await rooms.destinations.room.resolve([roomId])).get(roomId) ?? { status: 'gone' };
    },
    async staffRemoved(tx: Tx, removed: StaffRemoved, cause: Cause): Promise<void> {
      await exporters.service.staffRemoved(tx, removed, cause);
      await rooms.service.staffRemoved(tx, removed, cause);
      await partners.inviterDismissed(tx, removed.person.userId, cause);
    },
    onDialogs: ofRooms(trail.followDialogs),
    migrated: async (tx: Tx, oldChatId: number, newChatId: number) => {
      await rooms.service.replaceChatId(tx, oldChatId, newChatId);
    },
    /** What other systems may hand in. */
    intake: [...exporters.intake, ...leads.routes] satisfies readonly IntakeRoute[],
  };
}

function itemOf({ menuItem }: { readonly menuItem: RoomMenuItem }): RoomMenuItem {
  return menuItem;
}

function exportersOf(
  deps: MarketplaceDeps,
  given: Pick<ExportersDeps, 'rooms' | 'people' | 'staff' | 'desks' | 'onAtWork' | 'onOut'>,
) {
  const { name: companyName, exportersAutoConfirm: autoConfirm } = deps.config.company;
  const { timeZone, workHours } = deps.config.company;
  const officeHours = dailyCalendar(timeZone, workHours);
  const { readerOf } = deps.desks;
  return createExporters({ ...deps, ...given, companyName, autoConfirm, officeHours, readerOf });
}

function escrowOf(
  deps: MarketplaceDeps,
  {
    rooms,
    people,
    staff,
    callSupport,
    leads,
  }: Pick<EscrowDeps, 'staff'> &
    Pick<PartnersDeps, 'people'> &
    Pick<Trail, 'callSupport'> & {
      readonly rooms: Rooms['service'];
      readonly leads: Pick<Leads, 'advanceStage'>;
    },
) {
  const { timeZone, workHours } = deps.config.company;
  return createEscrow({
    ...deps,
    ...{ rooms, staff },
    findPeople: people.find,
    officeHours: dailyCalendar(timeZone, workHours),
    wayFor: rooms.wayFor,
    onProgress: (tx, roomId, key, { actor: kind, id }, cause) =>
      leads.advanceStage(tx, { roomId, key, by: { kind, id } }, cause),
    async callSupport(tx, roomId, { personId: known, id }, cause) {
      // An employee who opens one from outside calls as anybody.
      const own = known === null && (await staff.findStaff([id]))[0];
      const personId = own ? (await people.meet(tx, own)).id : known;
      if (personId !== null) await callSupport(tx, { roomId, personId, reason: 'dispute' }, cause);
    },
  });
}

function partnersOf(deps: MarketplaceDeps, services: Pick<PartnersDeps, 'rooms' | 'people'>) {
  const { name: companyName, timeZone, workHours } = deps.config.company;
  const calendar = dailyCalendar(timeZone, workHours);
  return createPartners({
    ...deps,
    ...services,
    ...{ companyName, calendar },
    staffReaders: (tx) => staffReaders(deps, tx),
  });
}

function passage({ room, person }: Pick<Joined, 'room' | 'person'>) {
  return { roomId: room.id, personId: person.id };
}

/** Where staff hear of those who want to work with them: at their first desk, else the chiefs in private. */
async function staffReaders({ desks, staff }: MarketplaceDeps, tx: Tx): Promise<readonly Reader[]> {
  const desk = firstDesk(await desks.service.listDesks(tx));
  if (desk?.state === 'ready')
    return [{ destination: destination('desk', desk.id), locale: desk.locale }];
  const chiefs = await staff.service.caretakers(tx);
  return chiefs.map(({ userId, locale }) => ({
    destination: destination('person', userId),
    locale,
  }));
}

/** How many leads an importer may begin, how long an exporter may take, and what is promised by when. */
function leadTerms({ config, database, desks }: MarketplaceDeps, { checkpoints, keepSaid }: Trail) {
  const { leadsPerDay, leadAnswerMinutes, timeZone, workHours } = config.company;
  return {
    leadsPerDay,
    keepSaid,
    readerOf: desks.readerOf,
    answerMinutes: leadAnswerMinutes,
    officeHours: dailyCalendar(timeZone, workHours),
    nextCheckpoints: (roomIds: readonly number[]) => checkpoints.soonest(database.prisma, roomIds),
    async addCheckpoint(tx: Tx, promise: PromisedOffer, cause: Cause): Promise<boolean> {
      const { leadId, personId, ...facts } = promise;
      const by = { responsibleId: personId, createdById: personId };
      const asked = { ...facts, ...by, source: `lead-offer:${leadId}` };
      return (await checkpoints.add(tx, asked, cause)) !== null;
    },
  };
}

/** What the trail asks of the desk: support is called there. */
function forTrail({ config, desks, dialogs, openFile }: MarketplaceDeps) {
  const { deskLocale } = desks.service;
  const { timeZone, workHours } = config.company;
  const officeHours = dailyCalendar(timeZone, workHours);
  const readFile = createFileReader(openFile);
  return { dialogs: dialogs.service, deskLocale, officeHours, readFile };
}
