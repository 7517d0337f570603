// The stand-in as the bench holds it: started, told what to do, asked what it saw.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Answered,
  Feed,
  Listening,
  Observations,
  Order,
  Progress,
} from './stand-in/protocol.ts';

const LOOK_MS = 20;

export type StandIn = Awaited<ReturnType<typeof startStandIn>>;

export async function startStandIn() {
  const child = fork(new URL('./stand-in/main.js', import.meta.url));
  const [{ apiRoot }] = (await once(child, 'message')) as [Listening];
  const asked = new Map<number, (answer: unknown) => void>();
  let last = 0;
  child.on('message', ({ id, answer }: Answered) => {
    asked.get(id)?.(answer);
    asked.delete(id);
  });

  function ask(order: Order): Promise<unknown> {
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      asked.set(id, resolve);
      child.send({ id, order });
    });
  }

  const progress = () => ask({ name: 'progress' }) as Promise<Progress>;

  /** Waits until this is so; throws when it is not so in time. */
  async function until(
    what: string,
    isSo: (progress: Progress) => boolean,
    patienceMs: number,
  ): Promise<void> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      const now = await progress();
      if (isSo(now)) return;
      if (performance.now() > deadline) {
        throw new Error(`not ${what} in ${patienceMs / 1_000} s: ${JSON.stringify(now)}`);
      }
      await sleep(LOOK_MS);
    }
  }

  return {
    apiRoot,
    until,
    feed: (feed: Feed) => ask({ name: 'feed', feed }),
    setLatency: (ms: number) => ask({ name: 'latency', ms }),
    nextPoll: () => ask({ name: 'next-poll' }),
    forget: () => ask({ name: 'forget' }),
    observations: () => ask({ name: 'observations' }) as Promise<Observations>,
    close: () => {
      child.disconnect();
    },
  };
}
