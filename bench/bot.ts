// The program under test: compiled, in a process of its own, set up by its environment as any other.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { TOKEN } from './world.ts';

const PROGRAM = 'dist/main.js';
const GOODBYE_MS = 20_000;

export interface BotSettings {
  readonly apiRoot: string;
  /** DATABASE_URL or DATA_DIR, and what else is to be set. */
  readonly database: Readonly<Record<string, string>>;
  /** Whether Telegram's limits are kept; lifted, the program sends as fast as it can. */
  readonly limits: 'kept' | 'lifted';
}

const LIFTED = {
  OUTBOX_OVERALL_PER_SECOND: '0',
  OUTBOX_CHAT_PER_SECOND: '0',
  OUTBOX_GROUP_PER_MINUTE: '0',
};

export type Bot = Awaited<ReturnType<typeof startBot>>;

/** Starts the program; it is at work as soon as it polls. */
export async function startBot({ apiRoot, database, limits }: BotSettings) {
  const port = await freePort();
  const child = spawn(process.execPath, [...execArgv(), PROGRAM], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: apiRoot,
      HTTP_PORT: String(port),
      LOG_LEVEL: 'warn',
      ADMIN_IDS: '1',
      // Alike at every hour of the day.
      WORK_HOURS: '00:00-24:00',
      ...database,
      ...(limits === 'lifted' ? LIFTED : {}),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const words = lastWords(child);

  /** Gauges and counters by name, summed over their labels. Reading begins a new watch of the event loop. */
  async function metrics(): Promise<ReadonlyMap<string, number>> {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const values = new Map<string, number>();
    for (const [, name, value] of text.matchAll(/^(\w+)(?:\{[^}]*\})? (\S+)$/gm)) {
      if (name) values.set(name, (values.get(name) ?? 0) + Number(value));
    }
    return values;
  }

  return {
    address: `http://127.0.0.1:${port}`,
    words,
    /** Rejects when the program ends. */
    ended: once(child, 'exit').then(([code]) => {
      throw new Error(`the program ended with code ${code}`);
    }),
    /** In MB. */
    memory: async () => ((await metrics()).get('process_resident_memory_bytes') ?? 0) / 1e6,
    /** Seconds of a processor that the process has used. */
    processorSeconds: async () => (await metrics()).get('process_cpu_seconds_total') ?? 0,
    /** The longest the event loop was held since this was last asked, in milliseconds. */
    longestHold: async () => ((await metrics()).get('nodejs_eventloop_lag_max_seconds') ?? 0) * 1e3,
    stop: () => stop(child, 'SIGTERM'),
    kill: () => stop(child, 'SIGKILL'),
  };
}

/** As `npm start` does; and `BENCH_NODE_ARGS=--cpu-prof npm run bench` looks into the program. */
function execArgv(): string[] {
  return [
    '--max-semi-space-size=32',
    ...(process.env.BENCH_NODE_ARGS?.split(' ').filter(Boolean) ?? []),
  ];
}

/** The end of what the program said, for when it goes wrong. */
function lastWords(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (part: Buffer) => {
    text = `${text}${String(part)}`.slice(-4_000);
  });
  return () => text;
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  const patience = new AbortController();
  const late = sleep(GOODBYE_MS, undefined, { signal: patience.signal }).then(
    () => child.kill('SIGKILL'),
    () => undefined,
  );
  await ended;
  patience.abort();
  await late;
}
