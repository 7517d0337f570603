// One process per folder, also after kill -9. Node has no flock, so the lock is a listening Unix socket
// inside the folder: the kernel closes it with its process, however that one ended, and whoever
// connects learns at once whether somebody lives behind the file.
//
// Each contender first listens on a socket of its own and only then looks for others. Of two who come
// at once at least one therefore sees the other and steps back, so that no two ever both hold the
// folder; dead files are removed by the holder alone. It works between containers that share a volume,
// and not over a network file system.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { systemClock } from '../clock.ts';
import { jitter, token } from '../random.ts';

export type FolderLock = { release(): Promise<void> };

export type FolderLockOutcome =
  | { readonly status: 'held'; readonly lock: FolderLock }
  | { readonly status: 'in-use'; readonly holder: string };

type Listener = { readonly file: string; close(): Promise<void> };
type Rival = { readonly file: string; readonly gone: Promise<void> };

const STEP_BACK_MS = 50;

/**
 * Takes the lock kept in `folder`, waiting at most `waitMs` for another holder to go. `holder` is that
 * one's process id (in its own container, where there are several); `onWait` hears of it before each wait. Moves the process into `folder`:
 * the path of a Unix socket is limited to about a hundred bytes, so sockets are named relatively.
 */
export async function acquireFolderLock(
  folder: string,
  waitMs: number,
  onWait: (holder: string) => void,
): Promise<FolderLockOutcome> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  process.chdir(folder);
  const deadline = systemClock.now().getTime() + waitMs;
  for (;;) {
    const own = await listen(`${process.pid}.${token(6)}`);
    const rival = await findRival(own.file);
    // A holder that has died since may have taken our file for a dead one and removed it.
    if (!rival && existsSync(own.file)) {
      await removeDead(own.file);
      return { status: 'held', lock: { release: own.close } };
    }
    await own.close();
    const left = deadline - systemClock.now().getTime();
    const holder = rival?.file.split('.')[0] ?? '';
    if (rival && left <= 0) return { status: 'in-use', holder };
    onWait(holder);
    const pause = systemClock.sleep(Math.max(0, left));
    await Promise.race([rival?.gone, pause]);
    await systemClock.sleep(jitter(STEP_BACK_MS));
  }
}

function listen(file: string): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const waiting = new Set<Socket>();
    const server: Server = createServer((socket) => {
      // Left open: its end tells the one who waits that the lock is free.
      waiting.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => waiting.delete(socket));
    });
    server.once('error', reject);
    server.listen(file, () => resolve({ file, close }));
    function close(): Promise<void> {
      return new Promise((done) => {
        server.close(() => done());
        for (const socket of waiting) socket.destroy();
      });
    }
  });
}

async function findRival(ownFile: string): Promise<Rival | undefined> {
  for (const file of await readdir('.')) {
    if (file === ownFile) continue;
    const rival = await knock(file);
    if (rival) return rival;
  }
  return undefined;
}

/** Only a refused connection proves that nobody listens; any other trouble is taken for life. */
function knock(file: string): Promise<Rival | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection(file);
    const gone = new Promise<void>((left) => socket.once('close', () => left()));
    socket.once('connect', () => resolve({ file, gone }));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const dead = error.code === 'ECONNREFUSED' || error.code === 'ENOENT';
      resolve(dead ? undefined : { file, gone });
    });
    socket.resume().unref();
  });
}

async function removeDead(ownFile: string): Promise<void> {
  const others = (await readdir('.')).filter((file) => file !== ownFile);
  await Promise.all(others.map((file) => rm(file, { force: true })));
}
