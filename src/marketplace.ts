// The second half of the composition root: exporters, importers and partners in rooms. As in app.ts, what a
// higher door must ask of a lower one is handed over here as a function.

import type { Clients } from './clients/index.ts';
import type { TelegramConfig } from './config.ts';
import type { BotContext } from './context.ts';
import type { Desks } from './desks/index.ts';
import type { Dialogs } from './dialogs/index.ts';
import { createEscrow, type EscrowDeps } from './escrow/index.ts';
import { createExporters } from './exporters/index.ts';
import { createLeads } from './leads/index.ts';
import { createPartners, type PartnersDeps } from './partners/index.ts';
import { createPeople } from './people/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Database, Tx } from './platform/database/index.ts';
import type { Forms } from './platform/forms/index.ts';
import type { IntakeRoute } from './platform/http/intake-route.ts';
import type { Locale, Translate } from './platform/i18n.ts';
import type { Logger } from './platform/logger.ts';
import { destination, joinPorts, type Outbox } from './platform/outbox/index.ts';
import type { Reader } from './platform/outbox/words.ts';
import type { Passing } from './platform/screens/index.ts';
import { createComposer } from './platform/telegram/composer.ts';
import { createRooms, type RoomsDeps } from './rooms/index.ts';
import { createTrail, type TrailDeps } from './rooms/trail/index.ts';
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
  /** A file's hash, read from Telegram. */
  readonly readFile: TrailDeps['readFile'];
}

export type Marketplace = ReturnType<typeof createMarketplace>;

/** The doors of the marketplace, and what they hand each other. */
export function createMarketplace(deps: MarketplaceDeps) {
  const { config, staff, desks } = deps;
  const people = createPeople(deps);
  const rooms = createRooms({
    ...deps,
    people: people.service,
    staff: staff.service,
    isDesk: (chatId) => desks.service.wasEverIn([chatId]),
    stockThreshold: config.company.roomStock,
    lookAt: deps.lookAtGroup,
    cardParts: (roomIds) => escrow.cardParts(roomIds),
    menuItems: () => [partners.menuItem],
    async onJoined(tx, { room, person, role }, cause) {
      if (role === 'partner') await partners.joined(tx, passage(room, person), cause);
    },
    async onLeft(tx, { room, person, role }, cause) {
      if (role === 'partner') await partners.left(tx, passage(room, person), cause);
    },
    onRoomReady: async () => {},
  });
  const services = { rooms: rooms.service, people: people.service, staff: staff.service };
  const leads = createLeads(deps);
  const exporters = createExporters({
    ...deps,
    companyName: config.company.name,
    autoConfirm: config.company.exportersAutoConfirm,
    ...services,
    desks: desks.service,
    readerOf: desks.readerOf,
  });
  const trail = createTrail({ ...deps, ...services });
  const partners = partnersOf(deps, services);
  const escrow = escrowOf(deps, services);
  const doors = [rooms, exporters, trail, escrow];
  return {
    rooms,
    people,
    /** What becomes of groups, and their menus; before the desks, which take every group for a desk to be. */
    places: createComposer<BotContext>(rooms.places, rooms.menu()),
    /** Before the desks and the dialogs, which greet whoever works here and take all that they write. */
    entrances: createComposer<BotContext>(exporters.composer, partners.composer),
    /** Before the dialogs, which take every private message. */
    composer: createComposer<BotContext>(rooms.composer, trail.composer, escrow.composer),
    commands: [...doors, partners].flatMap(({ commands }) => commands),
    sweeps: [...rooms.sweeps, ...trail.sweeps, ...escrow.sweeps, ...partners.sweeps],
    messages: joinPorts(...[...doors, partners].map(({ messages }) => messages)),
    projections: joinPorts(...doors.map(({ projections }) => projections)),
    destinations: rooms.destinations,
    migrated: async (tx: Tx, oldChatId: number, newChatId: number) => {
      await rooms.service.replaceChatId(tx, oldChatId, newChatId);
    },
    /** What other systems may hand in. */
    intake: [...exporters.intake, ...leads.routes] satisfies readonly IntakeRoute[],
  };
}

function escrowOf(
  deps: MarketplaceDeps,
  { rooms, people, staff }: Pick<EscrowDeps, 'rooms' | 'staff'> & Pick<PartnersDeps, 'people'>,
) {
  const { timeZone, workHours } = deps.config.company;
  return createEscrow({
    ...deps,
    ...{ rooms, staff },
    findPeople: people.find,
    officeHours: dailyCalendar(timeZone, workHours),
    callSupport: async () => {},
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

function passage(room: { readonly id: number }, person: { readonly id: number }) {
  return { roomId: room.id, personId: person.id };
}

/** Where staff hear of those who want to work with them: at their first desk, else the chiefs in private. */
async function staffReaders({ desks, staff }: MarketplaceDeps, tx: Tx): Promise<readonly Reader[]> {
  const [desk] = (await desks.service.listDesks(tx)).filter(({ state }) => state === 'ready');
  if (desk) return [{ destination: destination('desk', desk.id), locale: desk.locale }];
  const chiefs = await staff.service.caretakers(tx);
  return chiefs.map(({ userId, locale }) => ({
    destination: destination('person', userId),
    locale,
  }));
}
