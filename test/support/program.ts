// The compiled program as a process of its own, for tests that kill it, stop it and read its log.
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import type { Env } from './desk.ts';
import { requireFreshBuild } from './fresh-build.ts';
import type { LogLine } from './logger.ts';

export type Ending = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type Program = ReturnType<typeof startProgram>;

/** Real time, and only ever spent on failure. */
const PATIENCE_MS = 60_000;

const MAIN = createRequire(import.meta.url).resolve('#dist/main.js');

/** Starts `file` (the program, unless told otherwise) with these settings and nothing else of ours. */
export function startProgram(env: Env, file = MAIN) {
  requireFreshBuild(['']);
  const child: ChildProcess = spawn(process.execPath, [file], {
    // Somewhere without an .env of the developer's.
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  const ended = new Promise<Ending>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  void ended.then(tellAll);
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      written[stream] += text;
      tellAll();
    });
  }

  function tellAll(): void {
    for (const tell of [...watchers]) tell();
  }

  /** Its log so far; what is no JSON line is left out. */
  function lines(): readonly LogLine[] {
    const whole = written.stderr.split('\n').filter((line) => line.startsWith('{'));
    return whole.flatMap((line) => (line.endsWith('}') ? [JSON.parse(line) as LogLine] : []));
  }

  /** Waits until `look` finds something in what the program writes; it is asked after each write. */
  function until<T>(what: string, look: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle('it did not come'), PATIENCE_MS);
      const check = () => {
        const found = look();
        if (found !== undefined) settle(null, found);
        else if (child.exitCode !== null || child.signalCode !== null) settle('it has ended');
      };
      watchers.add(check);
      check();
      function settle(failure: string | null, found?: T): void {
        clearTimeout(timer);
        watchers.delete(check);
        if (failure === null) resolve(found as T);
        else reject(new Error(`waiting for ${what}: ${failure}\n${written.stderr.slice(-4_000)}`));
      }
    });
  }

  /** The first line whose message contains this, waited for. */
  function says(part: string): Promise<LogLine> {
    return until(`the line «${part}»`, () => lines().find(({ msg }) => msg.includes(part)));
  }

  /** A page of its HTTP door. */
  async function door(page: '/health' | '/ready' | '/metrics') {
    const { address } = await says('the door for operators is open');
    const response = await fetch(`${String(address)}${page}`);
    return { status: response.status, body: await response.text() };
  }

  return {
    pid: child.pid ?? 0,
    ended,
    lines,
    says,
    until,
    door,
    /** How many lines have this in their message. */
    count: (part: string) => lines().filter(({ msg }) => msg.includes(part)).length,
    output: () => written.stdout,
    log: () => written.stderr,
    async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<Ending> {
      child.kill(signal);
      return ended;
    },
  };
}
