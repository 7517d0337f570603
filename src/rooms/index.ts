// The door of rooms: groups that the bot runs, how they come to exist, and who gets in.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { PeopleService } from '../people/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Translate } from '../platform/i18n.ts';
import type { Logger } from '../platform/logger.ts';
import type {
  DestinationPort,
  MessagePort,
  Outbox,
  ProjectionPort,
} from '../platform/outbox/index.ts';
import type { Passing } from '../platform/screens/index.ts';
import type { Sweep } from '../platform/sweeps.ts';
import type { ListedCommand } from '../platform/telegram/command-menu.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import { createReplyNow } from '../platform/telegram/reply-now.ts';
import type { StaffDoor } from '../staff/index.ts';
import { ROLES } from '../staff/staff.ts';
import { type AdoptionService, createAdoptionService } from './adoption-service.ts';
import { createByDay } from './by-day.ts';
import type { CardParts } from './card-parts.ts';
import { createClaimService } from './claim-service.ts';
import { type ClosingHooks, type ClosingService, createClosingService } from './closing-service.ts';
import { createRoomDestinations } from './destinations.ts';
import { createDoorService } from './door-service.ts';
import { createRoomDrawing } from './drawing.ts';
import { createEntryRepository } from './entry-repository.ts';
import { createEntryService, type EntryService } from './entry-service.ts';
import { createEntryWords } from './entry-words.ts';
import { createGroupRepository } from './group-repository.ts';
import { createDoorHandlers } from './handlers/doors.ts';
import { createNewcomerHandlers } from './handlers/newcomers.ts';
import { createPlaceHandlers } from './handlers/place.ts';
import { createReopeningHandlers } from './handlers/reopening.ts';
import { createStockHandlers } from './handlers/stock.ts';
import { createWaysHandlers } from './handlers/ways.ts';
import { createRoomJobs, type RoomJobsDeps } from './jobs.ts';
import { createLeaverService, type LeaverService } from './leaver-service.ts';
import { createMemberService, type MemberService, type RoomHooks } from './member-service.ts';
import { createAddItem } from './menu/add-item.ts';
import { createClosingPart } from './menu/closing-item.ts';
import { createSettingsItem, rulesItem } from './menu/house-items.ts';
import type { RoomMenuItem } from './menu/item.ts';
import { createRoomMenu } from './menu/menu.ts';
import { createPeopleItem } from './menu/people-item.ts';
import { askingWhoCame } from './newcomers.ts';
import { createRoomNotes } from './notes.ts';
import { createRoomOutgoing } from './outgoing.ts';
import { createRoomProjections } from './projections.ts';
import { createRoomRepository } from './repository.ts';
import {
  createReturnService,
  type ReturnService,
  type ReturnServiceDeps,
} from './return-service.ts';
import { createRollService, type RollServiceDeps } from './roll-service.ts';
import { createRoomService, type RoomService } from './service.ts';
import { createShowAnew } from './shown-anew.ts';
import { createStockNotes } from './stock-notes.ts';
import { createStockPeople } from './stock-people.ts';
import { createStockService, type StockService, type StockServiceDeps } from './stock-service.ts';
import { createStockViews } from './stock-views.ts';
import { createRoomCommands, MENU_COMMAND } from './telegram-commands.ts';
import { createTellManager } from './tell-manager.ts';
import { createRoomViews } from './views.ts';
import { createVisitorService } from './visitor-service.ts';
import { createWaysService, type WaysService } from './ways-service.ts';

export type { AdoptOutcome } from './adoption-service.ts';
export type { CardPart, CardParts } from './card-parts.ts';
export type { ClosingHooks } from './closing-service.ts';
export type { InviteOutcome } from './entry-service.ts';
export type { Joined, Left, RoomHooks } from './member-service.ts';
export type { RoomMenuItem, RoomVisitor, Stage } from './menu/item.ts';
export type { NewRoomCommand, OpenedRoom } from './service.ts';

export interface RoomsDeps extends RoomHooks, ClosingHooks {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly t: Translate;
  /** The bot's name in Telegram, without @. */
  readonly botUsername: () => string;
  readonly people: PeopleService;
  readonly staff: Pick<StaffDoor['service'], 'listStaff' | 'findStaff' | 'findByUser'>;
  readonly isDesk: StockServiceDeps['isDesk'];
  readonly stockThreshold: number;
  readonly officeHours: StockServiceDeps['officeHours'];
  readonly lookAt: RoomJobsDeps['lookAt'];
  readonly lookFor: RollServiceDeps['lookFor'];
  /** What somebody who has left a room is to it. */
  readonly belonging: ReturnServiceDeps['belonging'];
  /** What features add to the cards of rooms. */
  readonly cardParts: CardParts;
  /** What features add to the menus of rooms. */
  readonly menuItems: () => readonly RoomMenuItem[];
  readonly passing: Passing;
  readonly timeZone: string;
}

export interface Rooms {
  readonly service: RoomService &
    Pick<MemberService, 'part' | 'setRole' | 'raise' | 'roleOf' | 'noteSpeaker'> &
    Pick<EntryService, 'invite' | 'inviteAll' | 'lead' | 'vouches' | 'withdraw'> &
    Pick<WaysService, 'leadAll'> &
    Pick<StockService, 'replaceChatId'> &
    Pick<ClosingService, 'closeFor' | 'reopenFor'> &
    AdoptionService &
    LeaverService & {
      /** The links by which these ways in lead into their groups; of those that have one. */
      entryLinks(entryIds: readonly number[]): Promise<ReadonlyMap<number, string>>;
      /** The link that leads this Telegram user into a room; null: they are in it, or no way is theirs. */
      wayFor(roomId: number, userId: number): Promise<string | null>;
    } & Pick<ReturnService, 'wasTakenOut'>;
  /** What becomes of groups; comes before the desks. */
  readonly places: Composer<BotContext>;
  readonly composer: Composer<BotContext>;
  /** «/menu» and its commands; to be asked for once all features are there. */
  readonly menu: () => Composer<BotContext>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly projections: Readonly<Record<string, ProjectionPort>>;
  /** For `room:<room>` and `entry:<way in>`. */
  readonly destinations: { readonly room: DestinationPort; readonly entry: DestinationPort };
  readonly sweeps: readonly Sweep[];
  readonly commands: readonly ListedCommand[];
}

const COMMANDS: readonly ListedCommand[] = [
  { command: 'stock', words: 'stock-menu', where: ['private'], roles: ROLES },
  MENU_COMMAND,
];

/** Wires the feature; nothing is read or said before an update or a message asks for it. */
export function createRooms(deps: RoomsDeps): Rooms {
  const { database, logger, staff } = deps;
  const base = createBase(deps);
  const services = createServices(base);
  const { stock, service, members, entries, visitors, leavers, ways, closing } = services;
  const staffByUser = (userId: number) => staff.findByUser(database.prisma, userId);
  const replyNow = createReplyNow(logger);
  const handling = { ...services, rooms: service, staffByUser, replyNow };
  const items = once(() => [...ownItems({ ...base, ...services }), ...deps.menuItems()]);
  return {
    service: {
      ...service,
      ...entries,
      ...members,
      ...leavers,
      ...services.adoption,
      ...closing,
      leadAll: ways.leadAll,
      wasTakenOut: services.returns.wasTakenOut,
      replaceChatId: stock.replaceChatId,
      entryLinks: (ids) => base.entryRows.links(database.prisma, ids),
      wayFor: ways.linkFor,
    },
    places: createPlaceHandlers(handling),
    composer: createComposer(
      createStockHandlers(handling),
      createDoorHandlers(handling),
      createNewcomerHandlers({ visitors, logger }),
      createWaysHandlers({ ...base, ...services }),
      createReopeningHandlers(closing),
    ),
    menu: () => createRoomMenu({ ...base, items, visitors }),
    messages: {
      ...createRoomOutgoing({ ...base, entries, ways: ways.listOf }),
      'room-commands': createRoomCommands({ ...base, items, staffByUser }),
    },
    projections: createRoomProjections(base),
    destinations: createRoomDestinations({ ...base, stock }),
    sweeps: createRoomJobs({ ...services, lookAt: deps.lookAt }),
    commands: COMMANDS,
  };
}

/** What every room has in its menu. */
function ownItems(base: ReturnType<typeof createBase> & ReturnType<typeof createServices>) {
  const settings = createSettingsItem(base.visitors, createClosingPart(base.closing));
  return [createAddItem(base), createPeopleItem(base), rulesItem, settings];
}

/** What features add is known once all of them are there. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What everything here stands on. */
function createBase(deps: RoomsDeps) {
  const { clock, outbox, staff, t, botUsername } = deps;
  const byDay = createByDay(deps);
  const drawing = createRoomDrawing({ outbox });
  return {
    ...deps,
    ...staff,
    rooms: createRoomRepository(),
    groups: createGroupRepository(),
    entryRows: createEntryRepository(),
    notes: createRoomNotes({ clock }),
    drawing,
    showAnew: createShowAnew({ outbox, drawing, onMoved: deps.onMoved }),
    entryWords: createEntryWords({ outbox }),
    stockNotes: createStockNotes({ ...staff, outbox, clock, byDay }),
    tellManager: createTellManager({ ...staff, outbox, byDay }),
    views: createRoomViews(t, botUsername, deps.timeZone),
    stockViews: createStockViews(t, botUsername),
  };
}

/** The stock gives rooms their groups, and rooms ask the stock for one: each is handed the other's verb. */
function createServices(base: ReturnType<typeof createBase>) {
  const entries = createEntryService(base);
  const onJoined = askingWhoCame(base.drawing, base.onJoined);
  const members = createMemberService({ ...base, entries, onJoined });
  const service: RoomService = createRoomService({
    ...base,
    entries,
    admit: members.admit,
    handOut: (tx, cause) => stock.handOut(tx, cause),
  });
  const stock = createStockService({
    ...base,
    threshold: base.stockThreshold,
    onHandedOut: service.settleIn,
    onFooting: service.noteFooting,
  });
  const roll = createRollService({ ...base, members });
  const visitors = createVisitorService({ ...base, service, entries, members });
  const stockPeople = createStockPeople(base);
  const leavers = createLeaverService({ ...base, entries, members, stockPeople });
  const closing = createClosingService({ ...base, entries, handOut: stock.handOut });
  const adoption = createAdoptionService({ ...base, settleIn: service.settleIn });
  return {
    ...waysIn({ ...base, entries }),
    entries,
    closing,
    adoption,
    roll,
    members,
    service,
    stock,
    stockPeople,
    visitors,
    leavers,
  };
}

/** How people come in, and back. */
function waysIn(base: ReturnType<typeof createBase> & { readonly entries: EntryService }) {
  return {
    claims: createClaimService(base),
    doors: createDoorService(base),
    ways: createWaysService(base),
    returns: createReturnService(base),
  };
}
