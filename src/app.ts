// The composition root: the whole program on one screen. Doors are made from the top of the hill down;
// what a higher one must ask of a lower one is handed over here as a function.

import type { Composer } from 'grammy';
import { createBot, type Surroundings } from './bot.ts';
import { type BusinessChannel, createBusinessChannel } from './channels/business/index.ts';
import { createTelegramChannel } from './channels/telegram/index.ts';
import { type Clients, createClients } from './clients/index.ts';
import type { TelegramConfig } from './config.ts';
import type { BotContext } from './context.ts';
import { createDesks, type Desks, type DesksDeps } from './desks/index.ts';
import { lookAtDesk } from './desks/telegram-look.ts';
import { DIALOG_STATUSES } from './dialogs/dialog.ts';
import { createDialogs, type Dialogs } from './dialogs/index.ts';
import { createHelp, HELP_COMMANDS, type Help } from './help.ts';
import { createLookup, type LookupDoor } from './lookup/index.ts';
import { createMarketplace, type Marketplace, type MarketplaceDeps } from './marketplace.ts';
import { createMenus, type Menus } from './menus.ts';
import { createOperations, type Operations } from './operations/index.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { createDatabase } from './platform/database/index.ts';
import { createEngine } from './platform/engine.ts';
import { createForms, type Forms } from './platform/forms/index.ts';
import { createApi } from './platform/http/api.ts';
import { createTranslator } from './platform/i18n.ts';
import { createLease } from './platform/lease.ts';
import type { Logger } from './platform/logger.ts';
import { createMetrics } from './platform/metrics.ts';
import { createOutbox, joinPorts, type OutboxPorts } from './platform/outbox/index.ts';
import { createRetention } from './platform/retention.ts';
import { createPassing, type Passing } from './platform/screens/index.ts';
import { createComposer } from './platform/telegram/composer.ts';
import { callerOf, pollerOf } from './platform/telegram/connection.ts';
import { createFileOpener } from './platform/telegram/open-file.ts';
import { createReplyNow } from './platform/telegram/reply-now.ts';
import { createTroubles } from './platform/troubles.ts';
import { lookAtGroup } from './rooms/telegram-look.ts';
import { createRuntime } from './runtime.ts';
import { dailyCalendar } from './sla/business-calendar.ts';
import { DEFAULT_WARN_SHARE } from './sla/deadline.ts';
import { createStaff, type StaffDoor } from './staff/index.ts';

export interface AppDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Nothing can go on; `reason` is for the operator. */
  readonly onFatal: (reason: string) => void;
  /** See `createDatabase`; true unless told otherwise. */
  readonly guarded?: boolean;
}

export type App = ReturnType<typeof createRuntime>;

/**
 * Opens the database and wires the program; nothing runs before `start`.
 * @throws what `createDatabase` throws
 */
export async function createApp(config: TelegramConfig, deps: AppDeps): Promise<App> {
  const { token, apiRoot } = config;
  const house = await createFoundation(config, deps);
  const { troubles, database, botId } = house;
  // Judged by the database's clock, so it is kept by the system's: a clock that tests walk has no say.
  const judged = { database, clock: systemClock, logger: troubles.logger };
  const lease = createLease({ name: `bot:${botId}`, ...judged });
  const forms = createForms<BotContext>({
    ...house,
    api: () => bot.api,
    epoch: () => lease.current()?.epoch ?? null,
  });
  const passing = createPassing({ ...house, api: () => bot.api });
  const features = createFeatures(config, {
    ...house,
    forms,
    passing,
    publishMenus: (userId) => menus.publish(userId),
    lookBack: () => engine.lookBack(),
    isIdle: () => engine.isIdle(),
    isBehind: () => engine.isBehind(),
    lookAt: (desk) => lookAtDesk({ api: bot.api, me: bot.botInfo }, desk),
    lookAtGroup: (chatId) => lookAtGroup({ api: bot.api, me: bot.botInfo }, chatId),
    openFile: createFileOpener({ api: () => bot.api, token, apiRoot }),
  });
  const bot = createBot(
    {
      ...{ ...house, token, apiRoot },
      meet: features.staff.service.meet,
      chosenLocale: features.marketplace.people.chosenLocales.of,
    },
    // Whoever is asked something answers that, and no feature hears of the answer.
    createComposer(forms.composer, features.composer),
  );
  const menus = createMenus({ ...house, ...features.inMenus, bot });
  const engine = createEngine({
    ...house,
    lease,
    limits: config.outbox.limits,
    askIfUnknown: config.outbox.unknownOutcome === 'ask',
    ports: withForms(features.ports, forms),
    sweeps: [...features.sweeps, ...forms.sweeps, ...passing.sweeps, ...createRetention(house)],
    prepare: () => runtime.prepare(),
    recall: features.marketplace.people.chosenLocales.read,
    handle: (update) => bot.handleUpdate(update.payload as Parameters<typeof bot.handleUpdate>[0]),
    getUpdates: pollerOf(token, apiRoot),
    callApi: features.business.callerOn(callerOf(bot.api)),
    onUnauthorized: () =>
      deps.onFatal('Telegram refuses the token: take a new one from @BotFather and set BOT_TOKEN'),
  });
  const api = createApi({ ...house, ...config.http, routes: features.marketplace.intake });
  const runtime = createRuntime({ ...house, ...features, config, bot, engine, menus, api });
  return runtime;
}

function withForms(ports: OutboxPorts, { messages }: Forms<BotContext>): OutboxPorts {
  return { ...ports, messages: joinPorts(ports.messages, messages) };
}

/** By which clients write in. */
const CHANNELS = ['telegram', 'business', 'room'] as const;

type Foundation = Awaited<ReturnType<typeof createFoundation>>;

/** What every room stands on. */
async function createFoundation(config: TelegramConfig, { clock, logger, guarded }: AppDeps) {
  const surroundings: Surroundings = { username: '', topicIcons: new Map() };
  return {
    botId: Number(config.token.split(':')[0]),
    database: await createDatabase({ ...config.database, logger, guarded }),
    metrics: createMetrics(),
    troubles: createTroubles({ logger, clock: systemClock }),
    outbox: createOutbox({ clock }),
    t: createTranslator({ logger }),
    defaultLocale: config.company.defaultLocale,
    timeZone: config.company.timeZone,
    channels: CHANNELS,
    surroundings,
    botUsername: () => surroundings.username,
    topicIcons: () => surroundings.topicIcons,
    clock,
    logger,
  };
}

/** What features ask of the parts that are made of them. */
interface Later {
  readonly forms: Forms<BotContext>;
  readonly passing: Passing;
  readonly publishMenus: Menus['publish'];
  readonly lookBack: () => void;
  readonly isIdle: () => boolean;
  readonly isBehind: () => boolean;
  readonly lookAt: DesksDeps['lookAt'];
  readonly lookAtGroup: MarketplaceDeps['lookAtGroup'];
  readonly openFile: MarketplaceDeps['openFile'];
}

/** The doors, and what they hand each other. */
function createFeatures(config: TelegramConfig, house: Foundation & Later) {
  const { publishMenus } = house;
  const staff = createStaff({
    ...house,
    adminIds: config.adminIds,
    readerOf: (ctx) => desks.readerOf(ctx),
    onRoleChanged: publishMenus,
    clientLocale: (tx, userId) =>
      clients.service.localeOf(tx, { channel: 'telegram', externalId: String(userId) }),
    deskLocale: (tx) => desks.service.deskLocale(tx),
    redrawCardsOf: (tx, staffId) => dialogs.service.redrawCardsOf(tx, staffId),
    onRemoved: (tx, removal, cause) => marketplace.staffRemoved(tx, removal, cause),
    redrawTagsOf: (tx, assigneeId) => dialogs.service.redrawTags(tx, { assigneeId }),
    explainSteps: (tx, reader, cause) => desks.service.explainSteps(tx, reader, cause),
    onShiftStarted: (tx, person) => dialogs.duty.withdraw(tx, person),
    onShiftEnded: (tx, person, cause) => dialogs.duty.tellDigest(tx, person, cause),
  });
  const clients = createClients({
    ...house,
    companyName: config.company.name,
    placesOn: placesOn(() => ({ business, marketplace })),
    departments: (tx) => desks.service.departments(tx),
    onDeskChosen: (tx, choice) => dialogs.moving.followClient(tx, choice),
    onReachability: (tx, change) => dialogs.service.noteReachability(tx, change),
    onLabelsChanged: (tx, clientIds) => dialogs.service.redrawTags(tx, { clientIds }),
  });
  const desks = createDesks({
    ...house,
    gate: staff.gate,
    caretakers: staff.service.caretakers,
    statuses: DIALOG_STATUSES,
    onSetUp: () => publishMenus(),
    onStaffStart: publishMenus,
    findDialog: (deskId, threadId) => dialogs.service.findByThread(deskId, threadId),
    moveThreads: (tx, deskId, move) => dialogs.service.threadKeeping.moveThreads(tx, deskId, move),
    repostBareCards: (tx, deskId) => dialogs.service.threadKeeping.repostBareCards(tx, deskId),
    adoptDialogs: (tx, deskId) => dialogs.service.adoptDialogs(tx, deskId),
    redrawCards: (tx, deskId) => dialogs.service.redrawCards(tx, deskId),
  });
  const lookup = createLookup({ ...house, staff: staff.service, desks, labels: clients.labels });
  const dialogs = createDialogs({
    ...house,
    ...answering(config.company),
    ...{ clients: clients.service, desks: desks.service },
    readerOf: desks.readerOf,
    noteOutsider: desks.service.noteOutsider,
    ...peopleIn(staff),
    findAddress: clients.service.findAddress,
    more: lookup.more,
    onChanged: (tx, changes) => marketplace.onDialogs(tx, changes),
  });
  const operations = createOperations(house);
  const { telegram, business } = createChannels(house, staff, dialogs);
  const marketplace = createMarketplace({ ...house, config, staff, clients, desks, dialogs });
  const doors = { staff, operations, clients, desks, dialogs, lookup, business, marketplace };
  const inMenus = inMenusOf(doors);
  const asked = { ...house, ...inMenus, desks: desks.service };
  const help = createHelp({ ...asked, replyNow: createReplyNow(house.logger) });
  const composer = inOrder(doors, help, telegram);
  return { staff, business, composer, ...portsAndSweeps(doors), inMenus, marketplace };
}

/** What the engine is given. */
function portsAndSweeps(doors: Doors) {
  const { staff, desks, dialogs, lookup, marketplace } = doors;
  const sweeps = [staff, desks, dialogs, lookup, marketplace].flatMap((feature) => feature.sweeps);
  return { sweeps, ports: portsOf(doors) };
}

/** Who hears of an update first. */
function inOrder(doors: Doors, help: Help, telegram: { readonly composer: Composer<BotContext> }) {
  const { staff, operations, desks, lookup, dialogs, clients, business, marketplace } = doors;
  const first = [staff, operations, desks, lookup, dialogs, marketplace, clients].map(
    ({ composer }) => composer,
  );
  const last = [telegram.composer, business.composer];
  return createComposer<BotContext>(
    marketplace.places,
    marketplace.entrances,
    help.asked,
    ...first,
    help.misplaced,
    ...last,
  );
}

/** Where clients are who do not write in private. */
function placesOn(doors: () => Pick<Doors, 'business' | 'marketplace'>) {
  return {
    business: (externalId: string) => doors().business.placeOf(externalId),
    room: (externalId: string) => doors().marketplace.placeOfRoom(Number(externalId)),
  };
}

/** Where clients write from. */
function createChannels(house: Foundation, staff: StaffDoor, dialogs: Dialogs) {
  const channel = { ...house, dialogs: dialogs.service };
  return {
    telegram: createTelegramChannel(channel),
    business: createBusinessChannel({ ...channel, ownerOf: staff.service.findByUser }),
  };
}

/** What dialogs ask of whoever works here. */
function peopleIn({ service, shifts }: StaffDoor) {
  const { findStaff, listStaff, supervisors, isAnyOfUs } = service;
  return { findStaff, listStaff, supervisors, isAnyOfUs, shifts };
}

/** How the company answers: when it works, and how long it may take. */
function answering({ timeZone, workHours, answerMinutes, reopenHours }: TelegramConfig['company']) {
  const calendar = dailyCalendar(timeZone, workHours);
  const answerPlan = { calendar, answerMinutes, warnShare: DEFAULT_WARN_SHARE };
  return { timeZone, reopenHours, answerPlan };
}

interface Doors {
  readonly staff: StaffDoor;
  readonly operations: Operations;
  readonly clients: Clients;
  readonly desks: Desks;
  readonly dialogs: Dialogs;
  readonly lookup: LookupDoor;
  readonly business: BusinessChannel;
  readonly marketplace: Marketplace;
}

/** Whose commands people see, in the order in which they read them. */
function inMenusOf({ clients, dialogs, marketplace, lookup, staff, desks, operations }: Doors) {
  return {
    commands: [clients, dialogs, marketplace, lookup, staff, desks, operations]
      .flatMap((feature) => feature.commands)
      .concat(HELP_COMMANDS),
    listStaff: staff.service.listStaff,
    listDesks: desks.service.listDesks,
  };
}

/** What the sender must know of the features. */
function portsOf(doors: Doors): OutboxPorts {
  const { staff, clients, desks, dialogs, marketplace } = doors;
  const messages = Object.values(doors).map((door) => door.messages);
  return {
    destinations: {
      ...dialogs.destinations,
      ...marketplace.destinations,
      client: clients.destination,
      desk: desks.destination,
      person: staff.destination,
    },
    messages: joinPorts(...messages),
    projections: { ...dialogs.projections, ...marketplace.projections },
    stillComing: dialogs.stillComing,
    async migrated(tx, oldChatId, newChatId) {
      await desks.service.replaceChatId(tx, oldChatId, newChatId);
      await marketplace.migrated(tx, oldChatId, newChatId);
    },
  };
}
