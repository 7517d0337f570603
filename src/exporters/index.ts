// The door of exporters: companies that sell, how they register, and what staff decide about them.

import type { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import { firstDesk } from '../desks/desk.ts';
import type { Desks } from '../desks/index.ts';
import type { People } from '../people/index.ts';
import type { OwnCommand } from '../people/own-commands.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Forms } from '../platform/forms/index.ts';
import type { IntakeRoute } from '../platform/http/intake-route.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { Logger } from '../platform/logger.ts';
import type { MessagePort, Outbox, ProjectionPort } from '../platform/outbox/index.ts';
import type { Sweep } from '../platform/sweeps.ts';
import type { ListedCommand } from '../platform/telegram/command-menu.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import { createReplyNow } from '../platform/telegram/reply-now.ts';
import type { CardParts } from '../rooms/index.ts';
import type { StaffDoor } from '../staff/index.ts';
import { ROLES } from '../staff/staff.ts';
import { createCards } from './card.ts';
import { createPeopleSideHandlers } from './handlers/people.ts';
import { createRoomListHandlers } from './handlers/rooms.ts';
import { createStaffSideHandlers } from './handlers/staff.ts';
import { createExporterJobs } from './jobs.ts';
import { createExporterCardPort, createExporterOutgoing } from './outgoing.ts';
import { createCompanyPeopleRepository } from './people-repository.ts';
import { createPersonViews } from './person-views.ts';
import { defineRegistrationForm } from './registration-conversation.ts';
import { createCompanyRepository } from './repository.ts';
import { createRoomListViews } from './room-list-views.ts';
import { createExporterRoutes } from './routes.ts';
import { createExporterService, type ExporterService } from './service.ts';
import { defineNewExporterForm, defineReasonForm } from './staff-conversation.ts';
import { EXPORTER_CARD, type RoomDoor, type VerbDeps } from './verbs/deps.ts';
import { createExporterViews } from './views.ts';

export interface ExportersDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly t: Translate;
  readonly defaultLocale: Locale;
  readonly timeZone: string;
  /** The bot's name in Telegram, without @. */
  readonly botUsername: () => string;
  /** Whose marketplace it is. */
  readonly companyName: string;
  readonly autoConfirm: boolean;
  readonly officeHours: VerbDeps['officeHours'];
  readonly forms: Forms<BotContext>;
  readonly people: People['service'];
  readonly rooms: RoomDoor;
  readonly staff: Pick<StaffDoor['service'], 'listStaff' | 'findStaff'>;
  readonly desks: Pick<Desks['service'], 'listDesks'>;
  readonly readerOf: Desks['readerOf'];
  readonly onAtWork: VerbDeps['onAtWork'];
  readonly onOut: VerbDeps['onOut'];
}

export interface Exporters {
  readonly service: ExporterService;
  /** Comes before the greetings of staff and of clients. */
  readonly composer: Composer<BotContext>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly projections: Readonly<Record<string, ProjectionPort>>;
  readonly intake: readonly IntakeRoute[];
  readonly commands: readonly ListedCommand[];
  readonly sweeps: readonly Sweep[];
  /** Alone with the bot. */
  readonly ownCommand: OwnCommand;
  /** What the cards of personal rooms say of their exporters. */
  readonly cardParts: CardParts;
}

const COMMANDS: readonly ListedCommand[] = [
  { command: 'exporters', words: 'exporters-menu', where: ['private', 'group'], roles: ROLES },
  { command: 'exporter', words: 'exporter-menu', where: ['private', 'group'], roles: ROLES },
];

/** Wires the feature; nothing is read or said before an update, a request or a message asks for it. */
export function createExporters(deps: ExportersDeps): Exporters {
  const { database, people, staff, logger } = deps;
  const { prisma } = database;
  const companies = createCompanyRepository();
  const belonging = createCompanyPeopleRepository();
  const deskOf = async (tx: Tx = prisma) => firstDesk(await deps.desks.listDesks(tx));
  const deskId = async (tx?: Tx) => (await deskOf(tx))?.id ?? null;
  const base = { ...deps, ...staff, companies, belonging };
  const service = createExporterService({ ...base, deskId });
  const { registrationLink } = service;
  const views = createExporterViews({ ...deps, registrationLink });
  const personViews = createPersonViews({ ...deps, views });
  const cards = createCards(base);
  const saying = {
    ...deps,
    ...{ cards, views, personViews },
    registrationName: async (id: number) => {
      const companyId = (await belonging.findRegistration(prisma, id))?.companyId ?? 0;
      return (await companies.find(prisma, [companyId]))[0]?.name ?? '';
    },
    personName: async (id: number) => (await people.find(prisma, [id]))[0] ?? null,
    deskLocale: async () => (await deskOf())?.locale ?? deps.defaultLocale,
  };
  const forming = { ...deps, service, views };
  const handling = {
    ...deps,
    ...{ service, cards, views },
    registrationForm: defineRegistrationForm(forming),
    newExporterForm: defineNewExporterForm(forming),
    reasonForm: defineReasonForm(forming),
    managers: () => loaded(),
    replyNow: createReplyNow(logger),
  };

  /** Everybody who works here, with what they look after. */
  async function loaded() {
    const everybody = await staff.listStaff();
    const ids = everybody.map(({ id }) => id);
    const load = await companies.loadOf(prisma, ids);
    return everybody.map((one) => ({
      ...one,
      rooms: load.find(({ id }) => id === one.id)?.rooms ?? 0,
    }));
  }

  return {
    service,
    composer: createComposer(
      createPeopleSideHandlers(handling),
      createRoomListHandlers({ ...handling, roomViews: createRoomListViews(deps.t) }),
      createStaffSideHandlers(handling),
    ),
    messages: createExporterOutgoing(saying),
    projections: { [EXPORTER_CARD]: createExporterCardPort(saying, () => deskId()) },
    intake: createExporterRoutes({ service }),
    sweeps: createExporterJobs(service),
    ownCommand: ownCommand(service),
    async cardParts(roomIds) {
      const found = await cards.ofRooms(roomIds);
      return new Map(
        [...found].map(([roomId, company]) => [
          roomId,
          [{ lines: (locale) => views.inRoom(locale, company) }],
        ]),
      );
    },
    commands: COMMANDS,
  };
}

/** «/company». */
function ownCommand(service: Pick<ExporterService, 'companyOf'>): OwnCommand {
  const isFor = async (userId: number) => (await service.companyOf(userId)) !== null;
  return { command: 'company', words: 'company-menu', isFor };
}
