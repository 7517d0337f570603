// The embedded database as the program sees it: started, kept alive, stopped. PGlite runs in a child
// process, so that a long query never stops the bot and its memory is not the bot's.
import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PoolConfig } from 'pg';
import { systemClock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { EmbeddedDatabaseError } from './database-errors.ts';
import type { ChildOrder, ChildReport } from './embedded-protocol.ts';
import { told } from './pool.ts';

export type EmbeddedOptions = {
  readonly dataDir: string;
  readonly logger?: Logger | undefined;
  /** How long to wait for another holder of the folder to go, in milliseconds. */
  readonly lockWaitMs?: number | undefined;
};

export type EmbeddedServer = {
  /** For exactly one connection at a time: with several, pglite-socket mixes up their answers. */
  readonly connection: PoolConfig;
  /** Every connection must be closed before. */
  close(): Promise<void>;
};

const LOCK_WAIT_MS = 10_000;
const RESTART_PAUSE_MS = { first: 50, longest: 5000 };
const GOODBYE_MS = 5000;

/**
 * Starts the child on `<dataDir>/postgres` and resolves when it answers (half a second; four the first
 * time). A child that dies is started anew until `close`.
 * @throws EmbeddedDatabaseError when another process keeps the folder, or it cannot be read
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = path.resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  // mkdtemp makes it readable by this user only; short, since a socket's path must be.
  const socketDir = await mkdtemp(path.join(tmpdir(), 'dr-'));
  const order = { dataDir, socketDir, lockWaitMs: options.lockWaitMs ?? LOCK_WAIT_MS };
  const closing = new AbortController();
  let child = await startChild(order, options.logger);
  const kept = keepAlive();

  async function keepAlive(): Promise<void> {
    for (;;) {
      await ended(child);
      if (closing.signal.aborted) return;
      options.logger?.error({ code: child.exitCode }, 'embedded database ended, starting it again');
      const next = await restart();
      if (!next) return;
      child = next;
      options.logger?.info('embedded database is back');
    }
  }

  async function restart(): Promise<ChildProcess | undefined> {
    let pause = RESTART_PAUSE_MS.first;
    while (!closing.signal.aborted) {
      try {
        await mkdir(socketDir, { recursive: true, mode: 0o700 });
        return await startChild(order, options.logger);
      } catch (err) {
        options.logger?.error({ err }, 'embedded database did not start, trying again');
      }
      await systemClock.sleep(pause, closing.signal);
      pause = Math.min(pause * 2, RESTART_PAUSE_MS.longest);
    }
    return undefined;
  }

  async function close(): Promise<void> {
    closing.abort();
    await stop(child);
    await kept;
    await stop(child);
    await rm(socketDir, { recursive: true, force: true });
  }

  return { connection: connectionTo(socketDir), close };
}

function connectionTo(socketDir: string): PoolConfig {
  return {
    host: socketDir,
    user: 'postgres',
    database: 'postgres',
    max: 1,
    // A connection that is closed and opened anew gains nothing here, and callers wait their turn.
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 0,
    // The session outlives its connections, and with it the names that a new connection gives again.
    // The pool does not hear of a connection that breaks meanwhile.
    verify: (client, done) => {
      client.on('error', told);
      void client
        .query('DEALLOCATE ALL')
        .then(() => done(), done)
        .finally(() => client.off('error', told));
    },
  };
}

async function startChild(order: ChildOrder, logger?: Logger): Promise<ChildProcess> {
  const program = createRequire(import.meta.url).resolve(
    // Compiled also when this file is not (under vitest): Node 20 runs no TypeScript.
    '#dist/platform/database/embedded-child.js',
  );
  const child = fork(program, [JSON.stringify(order)], {
    // Nothing of the program's environment: the child needs no token and no debugger port.
    env: {},
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.on('message', (report: ChildReport) => {
    if (report.status !== 'waiting') return;
    logger?.info({ holder: report.holder }, 'another process uses the data folder, waiting for it');
  });
  const report = await Promise.race([outcome(child), ended(child).then(() => undefined)]);
  if (report?.status === 'ready') return child;
  await stop(child);
  throw new EmbeddedDatabaseError(
    report?.reason ?? 'broken',
    report?.message ?? `The embedded database did not start (exit code ${child.exitCode}).`,
  );
}

type Outcome = Exclude<ChildReport, { readonly status: 'waiting' }>;

function outcome(child: ChildProcess): Promise<Outcome> {
  return new Promise((resolve) => {
    child.on('message', (report: ChildReport) => {
      if (report.status !== 'waiting') resolve(report);
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}

/** Asks the child to end by closing the channel to it; ends it by force when it does not. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.connected) child.disconnect();
  const patience = new AbortController();
  const late = systemClock.sleep(GOODBYE_MS, patience.signal).then(() => {
    if (!patience.signal.aborted) child.kill('SIGKILL');
  });
  await ended(child);
  patience.abort();
  await late;
}
