// The door of leads: products, who asks about them, and what comes of it.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import { firstDesk } from '../desks/desk.ts';
import type { Desks } from '../desks/index.ts';
import type { PeopleService } from '../people/index.ts';
import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Forms } from '../platform/forms/index.ts';
import type { IntakeRoute } from '../platform/http/intake-route.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { Logger } from '../platform/logger.ts';
import type {
  MessagePort,
  Outbox,
  ProjectionKey,
  ProjectionPort,
} from '../platform/outbox/index.ts';
import type { Passing } from '../platform/screens/index.ts';
import type { Sweep } from '../platform/sweeps.ts';
import type { ListedCommand } from '../platform/telegram/command-menu.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import type { OpenFile } from '../platform/telegram/open-file.ts';
import { createReplyNow } from '../platform/telegram/reply-now.ts';
import type { CardPart, Joined, Rooms } from '../rooms/index.ts';
import type { Room } from '../rooms/room.ts';
import type { BusinessCalendar } from '../sla/business-calendar.ts';
import type { StaffDoor } from '../staff/index.ts';
import { ROLES } from '../staff/staff.ts';
import { createAnswerRepository } from './answer-repository.ts';
import { createLeadCardParts } from './card-parts.ts';
import { defineLeadForms } from './conversation.ts';
import { createFacts } from './facts.ts';
import { createLeadEntrances, createLeadHandlers } from './handlers.ts';
import { createImport } from './import/room.ts';
import { createLeadJobs } from './jobs.ts';
import { toShowAnew } from './lead.ts';
import { createLeadLists, type LeadListsDeps } from './lead-list.ts';
import { createLeadListRepository } from './lead-list-repository.ts';
import { createLeadRepository } from './lead-repository.ts';
import { createLeadListHandlers, type LeadListHandlersDeps } from './list-handlers.ts';
import { createLeadListViews, type LeadListViewDeps } from './list-views.ts';
import type { LeadOutgoingDeps } from './outgoing/deps.ts';
import { createLeadListOutgoing } from './outgoing/lists.ts';
import { createLeadOutgoing } from './outgoing/ports.ts';
import { createProductRepository } from './product-repository.ts';
import { createProductService } from './product-service.ts';
import { createLeadProjections } from './projections.ts';
import { createRingRepository } from './ring-repository.ts';
import { createLeadRoutes } from './routes.ts';
import { createSellerRepository } from './seller-repository.ts';
import { createLeadService, type LeadService } from './service.ts';
import { createStaffLeadViews } from './staff-views.ts';
import { LEAD_LINE, redraw, type VerbDeps } from './verbs/deps.ts';
import { createLeadViews, type NextCheckpoint } from './views.ts';

export type { PromisedOffer } from './verbs/deps.ts';

export interface LeadsDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly t: Translate;
  readonly defaultLocale: Locale;
  readonly timeZone: string;
  /** The bot's name in Telegram, without @. */
  readonly botUsername: () => string;
  readonly forms: Forms<BotContext>;
  readonly passing: Pick<Passing, 'add'>;
  readonly people: PeopleService;
  readonly rooms: VerbDeps['rooms'] & Pick<Rooms['service'], 'ofChat' | 'entryLinks'>;
  readonly staff: Pick<StaffDoor['service'], 'listStaff'>;
  readonly desks: Pick<Desks['service'], 'listDesks'>;
  readonly readerOf: Desks['readerOf'];
  readonly openFile: OpenFile;
  readonly logger: Logger;
  readonly leadsPerDay: number;
  readonly answerMinutes: number;
  readonly officeHours: BusinessCalendar;
  readonly addCheckpoint: VerbDeps['addCheckpoint'];
  readonly keepSaid: LeadOutgoingDeps['keepSaid'];
  /** What is to be done next in each of these rooms. */
  readonly nextCheckpoints: (roomIds: readonly number[]) => Promise<readonly NextCheckpoint[]>;
}

export interface Leads {
  /** Comes before the greetings of staff and of clients. */
  readonly entrances: Composer<BotContext>;
  /** Passes on what is said in rooms. */
  readonly composer: Composer<BotContext>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly projections: Readonly<Record<string, ProjectionPort>>;
  readonly sweeps: readonly Sweep[];
  readonly commands: readonly ListedCommand[];
  readonly routes: readonly IntakeRoute[];
  /** What the cards of rooms show of their leads. */
  cardParts(roomIds: readonly number[]): Promise<ReadonlyMap<number, readonly CardPart[]>>;
  /** Somebody is in a room: whoever sees its lead elsewhere sees that. */
  onJoined(tx: Tx, joined: Pick<Joined, 'room'>): Promise<void>;
  /** An exporter's own group is another one: the leads it has not answered yet stand there, too. */
  showAnew(tx: Tx, room: Pick<Room, 'id'>, shown: readonly ProjectionKey[]): Promise<void>;
  /** A room has its group: the exporter's clock begins. */
  onRoomReady(tx: Tx, room: Pick<Room, 'id' | 'kind'>): Promise<void>;
  /** An exporter was blocked or rejected: nobody waits for it any more. */
  onExporterOut(tx: Tx, companyId: number, cause: Cause): Promise<void>;
  /** An exporter is here, and may be told of what has waited for them. */
  onExporterReady(tx: Tx, companyId: number, cause: Cause): Promise<void>;
  /** What somebody is to a room of an exporter's. */
  readonly belonging: LeadService['belonging'];
  readonly roomClosed: LeadService['roomClosed'];
  readonly roomReopened: LeadService['roomReopened'];
  readonly advanceStage: LeadService['advanceStage'];
}

const LEADS_COMMAND: ListedCommand = {
  command: 'leads',
  words: 'leads-menu',
  where: ['private', 'group'],
  roles: ROLES,
};

/** Wires the feature; nothing is read or said before somebody asks for it. */
export function createLeads(deps: LeadsDeps): Leads {
  const { clock, t, timeZone, rooms, botUsername, passing, logger } = deps;
  const base = createBase(deps);
  const { prisma } = deps.database;
  const { leads, sellers, deskOf } = base;
  const service = createLeadService(base);
  const load = createFacts(base);
  const views = createLeadViews({ t, timeZone });
  const staffViews = createStaffLeadViews({ t, timeZone, views, botUsername });
  const forms = defineLeadForms({ forms: deps.forms, service });
  const productService = createProductService(base);
  const { alternatives, handIn } = service;
  const replyNow = createReplyNow(logger);
  const listing = openLists({ ...base, load, views, staffViews }, { service, replyNow });
  const imports = createImport({ ...base, write: productService.write, replyNow });

  const handling = {
    ...{ service, forms, views, load, replyNow, passing, logger },
    stages: () => sellers.stages(prisma),
    async roleIn(chatId: number, userId: number) {
      const room = await rooms.ofChat(chatId);
      // In a closed room nobody's answer is waited for.
      const member = room && !room.closed && (await rooms.roleOf(prisma, room.id, userId));
      return member ? { roomId: member.roomId, role: member.role, name: member.person.name } : null;
    },
  };

  return {
    entrances: createComposer(
      createLeadEntrances(handling),
      createLeadListHandlers(listing),
      imports.composer,
    ),
    composer: createLeadHandlers(handling),
    messages: {
      ...createLeadOutgoing({ ...base, load, views, staffViews, alternatives }),
      ...createLeadListOutgoing(listing),
      ...imports.messages,
    },
    projections: createLeadProjections({
      ...{ load, views, staffViews, clock },
      deskLocale: async () => (await deskOf())?.locale ?? deps.defaultLocale,
    }),
    sweeps: [...createLeadJobs(service), ...imports.sweeps],
    commands: [LEADS_COMMAND, ...imports.commands],
    routes: createLeadRoutes({ save: productService.save, handIn, botUsername }),
    cardParts: createLeadCardParts({ ...base, load, views }),
    async onJoined(tx, { room }) {
      const [lead] = room.kind === 'product' ? await leads.findByRooms(tx, [room.id]) : [];
      if (lead) await redraw(base, tx, lead);
    },
    async showAnew(tx, _room, shown) {
      const ids = shown.filter(({ kind }) => kind === LEAD_LINE).map(({ subjectId }) => subjectId);
      for (const lead of toShowAnew(await leads.find(tx, ids))) await redraw(base, tx, lead);
    },
    ...hooksOf(service),
  };
}

/** What leads hear of from others. */
function hooksOf(service: ReturnType<typeof createLeadService>) {
  const { openWaiting, exporterOut, roomReady, roomClosed, roomReopened, advanceStage } = service;
  const { belonging } = service;
  const exporters = { onExporterReady: openWaiting, onExporterOut: exporterOut };
  const ofRooms = { onRoomReady: roomReady, roomClosed, roomReopened, belonging };
  return { ...exporters, ...ofRooms, advanceStage };
}

/** What everything here stands on. */
function createBase(deps: LeadsDeps) {
  const { database, t } = deps;
  const deskOf = async (tx: Tx = database.prisma) => firstDesk(await deps.desks.listDesks(tx));
  return {
    ...{ ...deps, ...deps.staff },
    leads: createLeadRepository(),
    products: createProductRepository(),
    sellers: createSellerRepository(),
    answers: createAnswerRepository(),
    rings: createRingRepository(),
    deskOf,
    deskId: async (tx: Tx) => (await deskOf(tx))?.id ?? null,
    defaultTemplate: (locale: Locale) => t(locale, 'lead-template'),
    offerTitle: (locale: Locale, product: string) => t(locale, 'lead-offer', { product }),
  };
}

/** What «/leads» is made of. */
function openLists(
  deps: Omit<LeadListsDeps, 'lists'> & LeadListViewDeps & Pick<LeadsDeps, 'clock' | 'readerOf'>,
  { service, replyNow }: Pick<LeadListHandlersDeps, 'service' | 'replyNow'>,
) {
  const { clock, load, readerOf } = deps;
  const lists = createLeadLists({ ...deps, lists: createLeadListRepository() });
  const listViews = createLeadListViews(deps);
  return { ...{ service, lists, listViews, load, clock, readerOf, replyNow }, now: clock.now };
}
