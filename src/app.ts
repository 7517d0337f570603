// The composition root: the whole program on one screen. features.ts makes the doors of the features, and
// marketplace.ts and support.ts those of their parts of the hill.

import { createBot } from './bot.ts';
import type { TelegramConfig } from './config.ts';
import type { BotContext } from './context.ts';
import { lookAtDesk } from './desks/telegram-look.ts';
import { createFeatures } from './features.ts';
import { createFoundation, type FoundationDeps } from './foundation.ts';
import { createMenus } from './menus.ts';
import { systemClock } from './platform/clock.ts';
import { createEngine } from './platform/engine.ts';
import { createForms, type Forms } from './platform/forms/index.ts';
import { createApi } from './platform/http/api.ts';
import { createLease } from './platform/lease.ts';
import { joinPorts, type OutboxPorts } from './platform/outbox/index.ts';
import { createRetention } from './platform/retention.ts';
import { createPassing } from './platform/screens/index.ts';
import { createComposer } from './platform/telegram/composer.ts';
import { callerOf, pollerOf } from './platform/telegram/connection.ts';
import { createFileOpener } from './platform/telegram/open-file.ts';
import { lookAtGroup, lookForPerson } from './rooms/telegram-look.ts';
import { createRuntime } from './runtime.ts';

export interface AppDeps extends FoundationDeps {
  /** Nothing can go on; `reason` is for the operator. */
  readonly onFatal: (reason: string) => void;
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
    lookForPerson: (chatId, userId) => lookForPerson({ api: bot.api }, chatId, userId),
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
    recall: async () => {
      await features.marketplace.people.chosenLocales.read();
      await features.support.prepare();
    },
    handle: (update) => bot.handleUpdate(update.payload as Parameters<typeof bot.handleUpdate>[0]),
    getUpdates: pollerOf(token, apiRoot),
    callApi: features.business.callerOn(callerOf(bot.api)),
    onUnauthorized: () =>
      deps.onFatal('Telegram refuses the token: take a new one from @BotFather and set BOT_TOKEN'),
  });
  const api = createApi({ ...house, ...config.http, routes: features.intake });
  const runtime = createRuntime({ ...house, ...features, config, bot, engine, menus, api });
  return runtime;
}

function withForms(ports: OutboxPorts, { messages }: Forms<BotContext>): OutboxPorts {
  return { ...ports, messages: joinPorts(ports.messages, messages) };
}
