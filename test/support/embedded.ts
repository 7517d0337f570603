// Looking at, and harming, the process of an embedded database.
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** The process that holds the folder; the socket it locks with is named after it. */
export async function embeddedPid(dataDir: string): Promise<number> {
  const [socket = ''] = await readdir(path.join(dataDir, 'postgres.lock'));
  return Number(socket.split('.')[0]);
}

/** Ends the process as the kernel does when memory runs out: without a word. */
export async function killEmbedded(dataDir: string): Promise<void> {
  process.kill(await embeddedPid(dataDir), 'SIGKILL');
}
