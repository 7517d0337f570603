// A whole company for a journey: the real bot over HTTP against the sandbox, a real database, a clock
// that is walked, a desk that was set up by people. Telegram's limits are lifted unless a test is
// about them.

import { type App, createApp } from '../../src/app.ts';
import type { TelegramConfig } from '../../src/config.ts';
import { readConfig } from '../../src/config.ts';
import { createTestClock } from './clock.ts';
import { createTestLocation } from './database.ts';
import { createSender, SECRET } from './intake.ts';
import { createMemoryLogger } from './logger.ts';
import { openWorld, type Person, type Place } from './people.ts';

/** A Saturday, noon in Moscow: within working hours. */
const NOON = '2026-11-21T09:00:00Z';
const PATIENCE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** How far the clock goes at once when it has so far to go: each stride is a look at all that may be due. */
const STRIDES = [
  { beyond: HOUR_MS, ms: 60_000 },
  { beyond: 5 * 60_000, ms: 5_000 },
];

export type Env = Readonly<Record<string, string>>;

export type Company = Awaited<ReturnType<typeof openCompany>>;

/** The program and its people; nothing is set up yet. The administrator is Игорь, by setting. */
export async function openCompany(env: Env = {}, start = NOON) {
  const clock = createTestClock(start);
  const world = await openWorld({ now: clock.now });
  const location = await createTestLocation();
  const log = createMemoryLogger();
  const igor = await world.staff('Игорь', { id: 901, lastName: 'Ким', username: 'igor_kim' });
  const fatal: string[] = [];
  const config = configFor(world.sandbox, location, { ADMIN_IDS: '901', ...env });
  let app: App | null = null;
  let address = '';

  async function startApp(): Promise<App> {
    app = await createApp(config, {
      clock,
      logger: log.logger,
      onFatal: (reason) => fatal.push(reason),
    });
    address = await app.start();
    return app;
  }

  /** Everything that is due at this hour has been done, and everybody has heard of it. */
  async function settle(): Promise<void> {
    const started = performance.now();
    for (let quiet = 0; quiet < 3; ) {
      if (app?.engine.isIdle()) await world.settles();
      quiet = app?.engine.isIdle() ? quiet + 1 : 0;
      // The bot shares this thread: asking without a pause would keep it from its work.
      await new Promise((resolve) => setTimeout(resolve, quiet > 0 ? 0 : 2));
      if (performance.now() - started > PATIENCE_MS)
        throw new Error('the bot does not come to rest');
    }
  }

  return {
    ...world,
    clock,
    log,
    igor,
    fatal,
    config,
    location,
    startApp,
    settle,
    /** Where the program listens, once it is started. */
    address: () => address,
    /** The marketplace's site, which knows the secret. */
    site: () => createSender({ address, now: clock.now }),
    /** The running program. */
    app(): App {
      if (!app) throw new Error('the program is not started');
      return app;
    },
    /** Walks the clock, does what it has made due, and waits until all of it is done. */
    async later(ms: number): Promise<void> {
      await settle();
      const stride = STRIDES.find(({ beyond }) => ms > beyond);
      if (stride) await clock.stride(ms, stride.ms);
      else await clock.advance(ms);
      await app?.engine.sweep();
      await settle();
    },
    async stopApp(): Promise<void> {
      await app?.stop();
      app = null;
    },
    async close(): Promise<void> {
      await app?.stop();
      await world.close();
      await location.remove();
    },
  };
}

export type DeskCompany = Awaited<ReturnType<typeof openDesk>>;

export const KINDS = ['forum', 'channel'] as const;
export type Kind = (typeof KINDS)[number];

/** A company at work: a desk, Катя and Борис as managers, Ольга as supervisor, all known to the bot. */
export async function openDesk(env: Env = {}, start?: string, kind: Kind = 'forum') {
  const company = await openCompany(env, start);
  const { igor } = company;
  const katya = await company.staff('Катя', { id: 902, lastName: 'Смирнова', username: 'katya_s' });
  const boris = await company.staff('Борис', { id: 903, lastName: 'Орлов', username: 'boris_o' });
  const olga = await company.staff('Ольга', { id: 904, lastName: 'Власова', username: 'olga_v' });
  await company.startApp();
  const everybody = [katya, boris, olga];
  const desk = await place(kind, everybody);
  for (const person of [igor, katya, boris, olga]) await person.starts();
  await company.settle();
  await orders(igor, desk, [
    '/desk',
    `/staff supervisor ${olga.id}`,
    `/staff manager ${katya.id}`,
    `/staff manager ${boris.id}`,
  ]);
  await company.settle();

  async function place(kind: Kind, members: readonly Person[]): Promise<Place> {
    if (kind === 'forum') return await company.forum('Единое окно', igor, members);
    return await company.channel('Единое окно', igor, members);
  }

  async function orders(
    person: Person,
    place: typeof desk,
    commands: readonly string[],
  ): Promise<void> {
    for (const command of commands) {
      await person.in(place).says(command);
      await company.settle();
    }
  }

  return { ...company, katya, boris, olga, desk, kind };
}

function configFor(
  sandbox: { readonly token: string; readonly apiRoot: string },
  location: { readonly url: string | undefined; readonly dataDir: string },
  env: Env,
): TelegramConfig {
  const read = readConfig({
    BOT_TOKEN: sandbox.token,
    TELEGRAM_API_ROOT: sandbox.apiRoot,
    DATA_DIR: location.dataDir,
    ...(location.url ? { DATABASE_URL: location.url } : {}),
    HTTP_PORT: '0',
    INTAKE_SECRET: SECRET,
    TRACKER_SECRET: SECRET,
    INTAKE_PER_MINUTE: '0',
    COMPANY_NAME: 'Ромашка',
    OUTBOX_OVERALL_PER_SECOND: '0',
    OUTBOX_CHAT_PER_SECOND: '0',
    OUTBOX_GROUP_PER_MINUTE: '0',
    ...env,
  });
  if (!read.ok || read.config.mode !== 'telegram') throw new Error('the test has no good settings');
  return read.config;
}
