// The program's start and end. The only file with effects at import.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { config as loadEnvFile } from 'dotenv';
import { createApp } from './app.ts';
import { type Config, readConfig, type TelegramConfig } from './config.ts';
import { systemClock } from './platform/clock.ts';
import { errorMessage } from './platform/errors.ts';
import { createLogger, type Logger } from './platform/logger.ts';
import { token } from './platform/random.ts';
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
  const ending = createEnding(logger);
  try {
    await (read.config.mode === 'telegram'
      ? run(read.config, logger, ending)
      : runSandbox(read.config, logger, ending));
  } catch (err) {
    logger.fatal({ reason: errorMessage(err), err }, 'Deskroom could not start');
    await ending.tidyUp();
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

/** How the program ends: on a signal, or when whoever calls `end` says so. */
interface Ending {
  /** To be done at the end, before all that was named earlier; also where it is only being made. */
  readonly first: (undo: () => Promise<unknown>) => void;
  /** Ends the program, once; `reason`: why it cannot go on. */
  readonly end: (reason?: string) => Promise<void>;
  readonly hasBegun: () => boolean;
  readonly tidyUp: () => Promise<void>;
}

function createEnding(logger: Logger): Ending {
  const undoings: (() => Promise<unknown>)[] = [];
  let begun: Promise<void> | null = null;

  async function tidyUp(): Promise<void> {
    for (const undo of undoings.splice(0).reverse()) {
      await undo().catch((err: unknown) => logger.error({ err }, 'stopping failed'));
    }
  }

  async function endNow(reason?: string): Promise<void> {
    if (reason) {
      process.exitCode = 1;
      logger.fatal({ reason }, 'Deskroom cannot go on');
    } else logger.info('stopping');
    void systemClock.sleep(PATIENCE_MS).then(() => {
      logger.warn('not everything came to its end in time: the next start takes it up');
      process.exit();
    });
    await tidyUp();
    logger.info('stopped');
    process.exit();
  }

  const end = (reason?: string) => (begun ??= endNow(reason));
  process.on('SIGTERM', () => void end());
  process.on('SIGINT', () => void end());
  return { first: (undo) => undoings.push(undo), end, hasBegun: () => begun !== null, tidyUp };
}

/** @returns the address of the door; null where it has not come so far */
async function run(config: TelegramConfig, logger: Logger, ending: Ending): Promise<string | null> {
  const opening = createApp(config, {
    clock: systemClock,
    logger,
    onFatal: (reason) => void ending.end(reason),
    guarded: false,
  });
  // What is being made is made to its end: half of it would stay behind.
  ending.first(async () => await (await opening.catch(() => null))?.stop());
  const app = await opening;
  if (ending.hasBegun()) return null;
  try {
    return await app.start();
  } catch (err) {
    await ending.end(errorMessage(err));
    return null;
  }
}

/**
 * Without a token: a Telegram of our own, people and a desk to try everything with. It forgets all of it
 * at its end, and so does its database, which is never the one of real work.
 */
async function runSandbox(config: Config, logger: Logger, ending: Ending): Promise<void> {
  const { askDemoQuestions, createDemo, demoIds, openDemoClients, openDemoDesk } = await import(
    './sandbox/index.ts'
  );
  if (config.database.url) {
    logger.warn('without BOT_TOKEN this is the sandbox: DATABASE_URL is left alone');
  }
  const making = mkdtemp(path.join(tmpdir(), 'deskroom-sandbox-'));
  ending.first(async () => await rm(await making, { recursive: true, force: true }));
  const sandbox = await openSandbox(config);
  ending.first(() => sandbox.close());
  const demo = await createDemo(sandbox.control);
  const secret = config.http.intakeSecret ?? token(24);
  const settings = {
    ...config,
    mode: 'telegram',
    token: sandbox.token,
    apiRoot: sandbox.apiRoot,
    adminIds: [demoIds.igor],
    database: { url: undefined, dataDir: await making },
    http: { ...config.http, intakeSecret: secret },
    // Nobody who tries it out wants to wait for limits that a Telegram of our own does not have.
    outbox: { ...config.outbox, limits: NO_LIMITS },
  } as const;
  const address = await run(settings, logger, ending);
  if (address === null || ending.hasBegun()) return;
  try {
    await openDemoDesk(sandbox.control, demo);
    await askDemoQuestions(sandbox.control);
    await openDemoClients(sandbox.control).catch((err: unknown) =>
      logger.error({ err }, 'there are no groups of clients to try'),
    );
    await sandbox
      .openMarket({ address, secret })
      .catch((err: unknown) => logger.error({ err }, 'the practice shop stays closed'));
  } catch (err) {
    // Perhaps it is ending already, for somebody has told it to.
    return await ending.end(errorMessage(err));
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
