// The embedded database's own process: PGlite behind a Unix socket, for one connection. It holds the
// lock on its folder for as long as it lives, and it ends soon after the program that started it, even
// one killed outright (the channel to the parent closes). A program of its own, so it acts at import.
import { rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { systemClock } from '../clock.ts';
import { otherVersionMessage, prepareFolder } from './embedded-folder.ts';
import type { ChildOrder, ChildReport } from './embedded-protocol.ts';
import { acquireFolderLock } from './folder-lock.ts';

/** A query that does not end must not keep the folder from the next start. */
const LONGEST_GOODBYE_MS = 3000;

/** In which the answer that tells of a PANIC still reaches the caller. */
const LAST_WORDS_MS = 100;

/** Two segments of the journal, in bytes: what a start may need. */
const NEEDED_ROOM = 2 * 16 * 1024 * 1024;

const ERROR_RESPONSE = 'E'.charCodeAt(0);

/** A message begins with its letter and its length, in which the letter is not counted. */
const HEADER_BYTES = 5;

/** The first message of a connection has no letter: it begins with its length. */
const STARTUP = 0;

/** Parse, Bind, Describe, Execute and Close are answered when Sync or Flush follows. */
const ANSWERED_LATER = new Set([...'PBDEC'].map((letter) => letter.charCodeAt(0)));

type Closable = () => Promise<unknown>;

/** Called in reverse order when the process ends. */
const toClose: Closable[] = [];
let leaving = false;

const [order, target] = process.argv.slice(2);
if (order === 'init' && target) {
  await (await PGlite.create(target)).close();
} else {
  await serve(JSON.parse(order ?? '') as ChildOrder);
}

async function serve(work: ChildOrder): Promise<void> {
  // Ctrl-C reaches the whole terminal group; the parent still needs its database to stop in order.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => undefined);
  process.on('disconnect', () => void leave(0));
  new Worker(new URL('./embedded-watchdog.js', import.meta.url), {
    workerData: { parent: process.ppid },
  }).unref();
  toClose.push(() => rm(work.socketDir, { recursive: true, force: true }));
  try {
    await open(work);
  } catch (error) {
    const message = `${String(error)}${await roomNote(work.dataDir)}`;
    await refuse({ status: 'failed', reason: 'broken', message });
  }
}

/** PGlite does not say why it cannot open a folder; a full disk is the one reason that is easily seen. */
async function roomNote(dataDir: string): Promise<string> {
  const { bavail, bsize } = await statfs(dataDir);
  return bavail * bsize < NEEDED_ROOM ? ` (the disk that holds ${dataDir} is full)` : '';
}

async function open({ dataDir, socketDir, lockWaitMs }: ChildOrder): Promise<void> {
  const outcome = await acquireFolderLock(
    path.join(dataDir, 'postgres.lock'),
    lockWaitMs,
    (holder) => void tell({ status: 'waiting', holder }),
  );
  if (outcome.status === 'in-use') {
    const message = `Another Deskroom (process ${outcome.holder}) is using ${dataDir}.`;
    return refuse({ status: 'failed', reason: 'in-use', message });
  }
  toClose.push(outcome.lock.release);

  const prepared = await prepareFolder(dataDir, fileURLToPath(import.meta.url));
  if (prepared.status === 'other-version') {
    const message = otherVersionMessage(prepared.folder, prepared.found);
    return refuse({ status: 'failed', reason: 'other-version', message });
  }
  const database = await PGlite.create(prepared.folder);
  toClose.push(() => database.close());
  // PGlite has one session, whatever connects to it, and does not read a connection's own options.
  await database.exec("SET TimeZone TO 'UTC'");
  takeWholeQueries(database);
  dieWhenBroken(database);

  const socket = path.join(socketDir, '.s.PGSQL.5432');
  await rm(socket, { force: true });
  const server = new PGLiteSocketServer({ db: database, path: socket, maxConnections: 1 });
  await server.start();
  toClose.push(() => server.stop());
  await tell({ status: 'ready' });
}

/**
 * The driver sends a query in five messages (parse, bind, describe, execute, sync), and each step into
 * the engine costs as much as a small query. They are kept until the one that asks for the answer.
 */
function takeWholeQueries(database: PGlite): void {
  const execute = database.execProtocolRawStream.bind(database);
  let begun: Uint8Array[] = [];
  database.execProtocolRawStream = async (message, options) => {
    const type = message[0] as number;
    if (type === STARTUP) begun = [];
    begun.push(message);
    if (ANSWERED_LATER.has(type)) return;
    const whole = begun.length > 1 ? Buffer.concat(begun) : message;
    begun = [];
    await execute(whole, options);
  };
}

/**
 * An error of SQL travels over the wire. What is thrown here, or told as a PANIC (no room for the
 * journal, say), means that the engine itself is done for: its next query would never end. The process
 * ends instead, and the parent starts a new one.
 */
function dieWhenBroken(database: PGlite): void {
  const execute = database.execProtocolRawStream.bind(database);
  database.execProtocolRawStream = async (message, options) => {
    let panic = false;
    const onRawData = (data: Uint8Array) => {
      panic ||= isPanic(data);
      options?.onRawData(data);
    };
    try {
      await execute(message, { ...options, onRawData });
    } catch (error) {
      process.stderr.write(`${String(error)}\n`);
      panic = true;
    }
    if (panic) {
      await systemClock.sleep(LAST_WORDS_MS);
      process.exit(1);
    }
  };
}

/** Whether an ErrorResponse of the wire protocol with that severity is among these messages. */
function isPanic(data: Uint8Array): boolean {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  for (let at = 0; at + HEADER_BYTES <= bytes.length; ) {
    const end = at + 1 + bytes.readUInt32BE(at + 1);
    if (bytes[at] === ERROR_RESPONSE) return bytes.subarray(at, end).includes('VPANIC\0');
    at = end;
  }
  return false;
}

async function refuse(report: ChildReport): Promise<void> {
  await tell(report);
  await leave(1);
}

function tell(report: ChildReport): Promise<void> {
  return new Promise((resolve) => {
    if (!process.send || !process.connected) resolve();
    else process.send(report, () => resolve());
  });
}

async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  void systemClock.sleep(LONGEST_GOODBYE_MS).then(() => process.exit(1));
  for (const close of toClose.splice(0).reverse()) await close().catch(() => undefined);
  process.exit(code);
}
