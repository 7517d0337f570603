// A Postgres server for the bench alone: as it comes, durability on, on loopback, gone afterwards. As
// root it runs as `nobody`, for Postgres refuses root.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.ts';

const DEBIAN = '/usr/lib/postgresql';
const START_MS = 20_000;

export interface Server {
  /** Of its maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The named server, else one of our own; null where there are no programs to start one. */
export async function startServer(url: string | undefined): Promise<Server | null> {
  if (url) return { url, stop: async () => undefined };
  const programs = findPrograms();
  return programs === null ? null : await startOwn(programs);
}

function findPrograms(): string | null {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((v) => `${DEBIAN}/${v}/bin`) : [];
  const folders = [...debian.sort().reverse(), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null;
}

async function startOwn(programs: string): Promise<Server> {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskroom-bench-pg-'));
  const user = unprivileged();
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const options = { ...user, cwd: folder, stdio: 'ignore' } as const;
  const data = path.join(folder, 'data');
  const kind = ['-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'];
  execFileSync(path.join(programs, 'initdb'), ['-D', data, ...kind], options);
  const port = await freePort();
  const where = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
  const server = spawn(path.join(programs, 'postgres'), where, options);
  const url = `postgresql://bench@127.0.0.1:${port}/postgres`;
  await answering(url);
  return {
    url,
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (what: string) => Number(execFileSync('id', [what, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function answering(url: string): Promise<void> {
  const deadline = performance.now() + START_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
    await sleep(50);
  }
}
