// The naive loop in a process of its own, as the program is.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type StandIn, startStandIn } from './stand-in.ts';
import type { Store } from './stores.ts';

export async function runNaive<Answer>(
  seeded: Store,
  ask: (standIn: StandIn) => Promise<Answer>,
): Promise<Answer> {
  const store = await seeded.copy();
  const standIn = await startStandIn();
  const polled = standIn.nextPoll();
  const child = fork(new URL('./naive/main.js', import.meta.url), [standIn.apiRoot], {
    env: { ...store.settings, PATH: process.env.PATH },
  });
  const ended = once(child, 'exit');
  try {
    await Promise.race([
      polled,
      ended.then(() => Promise.reject(new Error('the naive loop ended'))),
    ]);
    return await ask(standIn);
  } finally {
    child.disconnect();
    await ended;
    standIn.close();
    await store.remove();
  }
}
