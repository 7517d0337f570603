// One question asked of one database: a copy of it, a stand-in, the program, and all of it taken away
// again whatever happens.

import { type Bot, startBot } from './bot.ts';
import { type StandIn, startStandIn } from './stand-in.ts';
import type { Store } from './stores.ts';

export interface Running {
  readonly standIn: StandIn;
  readonly bot: Bot;
  readonly store: Store;
  /** From the start of the process to its first poll, in milliseconds. */
  readonly startedInMs: number;
}

export interface RunOptions {
  readonly limits: 'kept' | 'lifted';
  /** How the program ends: in order, or at once where what it still does is of no interest. */
  readonly end: 'stop' | 'kill';
  /** Settings besides. */
  readonly env?: Readonly<Record<string, string>>;
}

export async function withBot<Answer>(
  seeded: Store,
  { limits, end, env = {} }: RunOptions,
  ask: (running: Running) => Promise<Answer>,
): Promise<Answer> {
  const store = await seeded.copy();
  const standIn = await startStandIn();
  const begin = performance.now();
  const polled = standIn.nextPoll();
  const bot = await startBot({
    apiRoot: standIn.apiRoot,
    database: { ...store.settings, ...env },
    limits,
  });
  try {
    await Promise.race([polled, bot.ended]);
    const startedInMs = performance.now() - begin;
    return await ask({ standIn, bot, store, startedInMs });
  } catch (error) {
    process.stderr.write(`The program's last words:\n${bot.words()}\n`);
    throw error;
  } finally {
    await (end === 'stop' ? bot.stop() : bot.kill());
    standIn.close();
    await store.remove();
  }
}
