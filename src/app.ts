// The composition root: the whole program on one screen. Doors are made from the top of the hill down;
// what a higher one must ask of a lower one is handed over here as a function.

import { Composer } from 'grammy';
import { createBot, type Surroundings } from './bot.ts';
import { createTelegramChannel } from './channels/telegram/index.ts';
import { createClients } from './clients/index.ts';
import type { TelegramConfig } from './config.ts';
import type { BotContext } from './context.ts';
import { createDesks } from './desks/index.ts';
import { DIALOG_STATUSES } from './dialogs/dialog.ts';
import { createDialogs } from './dialogs/index.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { createDatabase } from './platform/database/index.ts';
import { createEngine } from './platform/engine.ts';
import { createTranslator } from './platform/i18n.ts';
import { createLease } from './platform/lease.ts';
import type { Logger } from './platform/logger.ts';
import { createMetrics } from './platform/metrics.ts';
import { createOutbox } from './platform/outbox/index.ts';
import { callerOf, pollerOf } from './platform/telegram/connection.ts';
import { createTroubles } from './platform/troubles.ts';
import { createRuntime } from './runtime.ts';
import { dailyCalendar } from './sla/business-calendar.ts';
import { DEFAULT_WARN_SHARE } from './sla/deadline.ts';
import { createStaff } from './staff/index.ts';

export interface AppDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Nothing can go on; `reason` is for the operator. */
  readonly onFatal: (reason: string) => void;
}

export type App = Awaited<ReturnType<typeof createApp>>;

/**
 * Opens the database and wires the program; nothing runs before `start`.
 * @throws what `createDatabase` throws
 */
export async function createApp(config: TelegramConfig, { clock, logger, onFatal }: AppDeps) {
  const { company, token, apiRoot } = config;
  const database = await createDatabase({ ...config.database, logger });
  const metrics = createMetrics();
  const troubles = createTroubles({ logger, clock: systemClock });
  const t = createTranslator({ logger });
  const outbox = createOutbox({ clock });
  const surroundings: Surroundings = { username: '', topicIcons: new Map() };
  const common = { database, outbox, clock, logger, t, defaultLocale: company.defaultLocale };

  const staff = createStaff({
    ...common,
    adminIds: config.adminIds,
    botUsername: () => surroundings.username,
    readerOf: (ctx) => desks.readerOf(ctx),
    explainSteps: (tx, reader, cause) => desks.service.explainSteps(tx, reader, cause),
  });
  const clients = createClients({
    ...common,
    companyName: company.name,
    onReachability: (tx, change) => dialogs.service.noteReachability(tx, change),
  });
  const desks = createDesks({
    ...common,
    botUsername: () => surroundings.username,
    gate: staff.gate,
    channels: ['telegram'],
    statuses: DIALOG_STATUSES,
    onSetUp: () => runtime.publishCommands(),
    caretakers: staff.service.caretakers,
    findDialog: (deskId, threadId) => dialogs.service.findByThread(deskId, threadId),
    adoptDialogs: (tx, deskId) => dialogs.service.adoptDialogs(tx, deskId),
    redrawCards: (tx, deskId) => dialogs.service.redrawCards(tx, deskId),
  });
  const dialogs = createDialogs({
    ...common,
    timeZone: company.timeZone,
    clients: clients.service,
    desks: desks.service,
    outsiderToldOnce: desks.service.outsiderToldOnce,
    findStaff: staff.service.findStaff,
    supervisors: staff.service.supervisors,
    answerPlan: {
      calendar: dailyCalendar(company.timeZone, company.workHours),
      answerMinutes: company.answerMinutes,
      warnShare: DEFAULT_WARN_SHARE,
    },
    reopenHours: company.reopenHours,
    topicIcons: () => surroundings.topicIcons,
  });
  const telegram = createTelegramChannel({ dialogs: dialogs.service, logger });

  const features = new Composer<BotContext>(
    staff.composer,
    desks.composer,
    dialogs.composer,
    clients.composer,
    telegram.composer,
  );
  const bot = createBot(
    { token, apiRoot, meet: staff.service.meet, t, defaultLocale: company.defaultLocale },
    features,
  );
  const botId = Number(token.split(':')[0]);
  // Judged by the database's clock, so it is kept by the system's: a clock that tests walk has no say.
  const lease = createLease({
    name: `bot:${botId}`,
    database,
    clock: systemClock,
    logger: troubles.logger,
  });
  const engine = createEngine({
    ...common,
    botId,
    lease,
    troubles,
    prepare: () => runtime.prepare(),
    metrics,
    limits: config.outbox.limits,
    askIfUnknown: config.outbox.unknownOutcome === 'ask',
    handle: (update) => bot.handleUpdate(update.payload as Parameters<typeof bot.handleUpdate>[0]),
    getUpdates: pollerOf(token, apiRoot),
    callApi: callerOf(bot.api),
    onUnauthorized: () =>
      onFatal('Telegram refuses the token: take a new one from @BotFather and set BOT_TOKEN'),
    sweeps: dialogs.sweeps,
    ports: {
      destinations: {
        thread: dialogs.thread,
        client: clients.destination,
        desk: desks.destination,
        person: staff.destination,
      },
      messages: { ...staff.messages, ...clients.messages, ...desks.messages, ...dialogs.messages },
      projections: dialogs.projections,
      migrated: desks.service.replaceChatId,
    },
  });
  const runtime = createRuntime({
    ...common,
    config,
    bot,
    engine,
    troubles,
    metrics,
    surroundings,
    staff,
    desks,
    clients,
  });
  return runtime;
}
