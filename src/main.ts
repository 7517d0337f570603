// The program's start and end. The only file with effects at import.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { config as loadEnvFile } from 'dotenv';
import { type App, createApp } from './app.ts';
import { type Config, readConfig, type TelegramConfig } from './config.ts';
import { systemClock } from './platform/clock.ts';
import { errorMessage } from './platform/errors.ts';
import { createLogger, type Logger } from './platform/logger.ts';
import type { Sandbox } from './sandbox/index.ts';

/** What is being done has so long to end, in milliseconds: longer than the longest call. */
const PATIENCE_MS = 25_000;

const NO_LIMITS = { overallPerSecond: 0, chatPerSecond: 0, chatBurst: 0, groupPerMinute: 0 };

async function main(): Promise<void> {
  loadEnvFile({ quiet: true });
  const read = readConfig();
  if (!read.ok) {
    for (const problem of read.problems) process.stderr.write(`Setting ${problem}\n`);
    process.exitCode = 1;
    return;
  }
  const logger = createLogger({ level: read.config.logLevel, pretty: process.stderr.isTTY });
  hearOfBreakage(logger);
  try {
    await (read.config.mode === 'telegram'
      ? run(read.config, logger)
      : runSandbox(read.config, logger));
  } catch (err) {
    logger.fatal({ reason: errorMessage(err), err }, 'Deskroom could not start');
    process.exit(1);
  }
}

/** What nobody caught is logged as everything else is: Node's own words would show the token. */
function hearOfBreakage(logger: Logger): void {
  process.on('unhandledRejection', (err) =>
    logger.error({ err }, 'a promise nobody waited for was rejected'),
  );
  process.on('uncaughtException', (err) => {
    logger.fatal({ err }, 'an error nobody caught, Deskroom ends');
    process.exit(1);
  });
}

/** Ends the program, once; `reason`: why it cannot go on. */
type End = (reason?: string) => Promise<void>;

/** Starts the program; from here on a signal ends it in order. `then` runs after its end. */
async function run(
  config: TelegramConfig,
  logger: Logger,
  then: () => Promise<void> = async () => {},
): Promise<End> {
  const app = await createApp(config, {
    clock: systemClock,
    logger,
    onFatal: (reason) => void end(reason),
    guarded: false,
  }).catch(async (err: unknown) => {
    await then();
    throw err;
  });
  const end = endOf(app, logger, then);
  await app.start().catch((err: unknown) => end(errorMessage(err)));
  return end;
}

/** A signal ends the program from here on, or whoever calls what is returned. */
function endOf(app: App, logger: Logger, then: () => Promise<void>): End {
  let ending: Promise<void> | null = null;
  const end = async (reason?: string): Promise<void> => {
    if (reason) {
      process.exitCode = 1;
      logger.fatal({ reason }, 'Deskroom cannot go on');
    } else logger.info('stopping');
    void systemClock.sleep(PATIENCE_MS).then(() => {
      logger.warn('not everything came to its end in time: the next start takes it up');
      process.exit();
    });
    await app.stop().catch((err: unknown) => logger.error({ err }, 'stopping failed'));
    await then();
    logger.info('stopped');
    process.exit();
  };
  const once = (reason?: string) => (ending ??= end(reason));
  process.on('SIGTERM', () => void once());
  process.on('SIGINT', () => void once());
  return once;
}

/**
 * Without a token: a Telegram of our own, people and a desk to try everything with. It forgets all of it
 * at its end, and so does its database, which is never the one of real work.
 */
async function runSandbox(config: Config, logger: Logger): Promise<void> {
  const { askDemoQuestions, createDemo, demoIds, openDemoDesk } = await import(
    './sandbox/index.ts'
  );
  if (config.database.url) {
    logger.warn('without BOT_TOKEN this is the sandbox: DATABASE_URL is left alone');
  }
  const sandbox = await openSandbox(config);
  const demo = await createDemo(sandbox.control);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'deskroom-sandbox-'));
  const end = await run(
    {
      ...config,
      mode: 'telegram',
      token: sandbox.token,
      apiRoot: sandbox.apiRoot,
      adminIds: [demoIds.igor],
      database: { url: undefined, dataDir },
      // Nobody who tries it out wants to wait for limits that a Telegram of our own does not have.
      outbox: { ...config.outbox, limits: NO_LIMITS },
    },
    logger,
    async () => {
      await sandbox.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  );
  try {
    await openDemoDesk(sandbox.control, demo);
    await askDemoQuestions(sandbox.control);
  } catch (err) {
    // Perhaps it is ending already, for somebody has told it to.
    return await end(errorMessage(err));
  }
  process.stdout.write(`Deskroom sandbox is ready: ${sandbox.url}\n`);
}

/** At the port behind ours, which can be remembered; at any if that one is taken. */
async function openSandbox({ http: { host, port } }: Config): Promise<Sandbox> {
  const { createSandbox } = await import('./sandbox/index.ts');
  if (port === 0) return createSandbox({ host });
  return createSandbox({ host, port: port + 1 }).catch(() => createSandbox({ host }));
}

await main();
