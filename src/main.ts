// The program's start and end. The only file with effects at import.

import { rm } from 'node:fs/promises';
import path from 'node:path';
import { config as loadEnvFile } from 'dotenv';
import { type App, createApp } from './app.ts';
import { type Config, readConfig, type TelegramConfig } from './config.ts';
import { systemClock } from './platform/clock.ts';
import { createLogger, type Logger } from './platform/logger.ts';

/** What is being done has so long to end, in milliseconds. */
const PATIENCE_MS = 15_000;

async function main(): Promise<void> {
  loadEnvFile({ quiet: true });
  const read = readConfig();
  if (!read.ok) {
    for (const problem of read.problems) process.stderr.write(`Setting ${problem}\n`);
    process.exitCode = 1;
    return;
  }
  const logger = createLogger({ level: read.config.logLevel, pretty: process.stderr.isTTY });
  process.on('unhandledRejection', (err) => logger.error({ err }, 'a promise nobody waited for was rejected'));
  try {
    await (read.config.mode === 'telegram' ? runOnTelegram(read.config, logger) : runSandbox(read.config, logger));
  } catch (err) {
    logger.fatal({ err }, 'Deskroom could not start');
    process.exitCode = 1;
  }
}

async function runOnTelegram(config: TelegramConfig, logger: Logger): Promise<void> {
  const app = await createApp(config, { clock: systemClock, logger, onFatal: (reason) => void end(reason) });
  const end = endOf(app, logger);
  await app.start();
}

/** Without a token: a Telegram of our own, people and a desk to try everything with. Begins empty. */
async function runSandbox(config: Config, logger: Logger): Promise<void> {
  const { createSandbox, createSandboxClient, createDemo, demoIds, openDemoDesk } = await import('./sandbox/index.ts');
  const sandbox = await createSandbox({ host: config.http.host });
  const client = createSandboxClient(sandbox.url);
  const demo = await createDemo(client);
  const dataDir = path.join(config.database.dataDir, 'sandbox');
  if (!config.database.url) await rm(dataDir, { recursive: true, force: true });
  const app = await createApp(
    {
      ...config,
      mode: 'telegram',
      token: sandbox.token,
      apiRoot: sandbox.apiRoot,
      adminIds: [demoIds.igor],
      database: { ...config.database, dataDir },
    },
    { clock: systemClock, logger, onFatal: (reason) => void end(reason) },
  );
  const end = endOf(app, logger, sandbox.close);
  await app.start();
  await openDemoDesk(client, demo);
  process.stdout.write(`\nDeskroom sandbox is ready: ${sandbox.url}\n\n`);
}

/** Ends the program once, on a signal or because it cannot go on (`reason`). */
function endOf(app: App, logger: Logger, then: () => Promise<void> = async () => {}): (reason?: string) => Promise<void> {
  let ending = false;
  const end = async (reason?: string): Promise<void> => {
    if (ending) return;
    ending = true;
    if (reason) process.exitCode = 1;
    logger.info({ reason }, 'stopping');
    const late = new AbortController();
    void systemClock.sleep(PATIENCE_MS, late.signal).then(() => late.signal.aborted || process.exit());
    await app.stop().catch((err: unknown) => logger.error({ err }, 'stopping failed'));
    await then();
    late.abort();
    logger.info('stopped');
    process.exit();
  };
  process.on('SIGTERM', () => void end());
  process.on('SIGINT', () => void end());
  return end;
}

await main();
