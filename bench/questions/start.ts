// How fast the program is at work, and how much memory it takes when there is nothing to do.

import { setTimeout as sleep } from 'node:timers/promises';
import { withBot } from '../bench-run.ts';
import type { Figure } from '../figures.ts';
import type { Plan } from '../plan.ts';
import type { Store } from '../stores.ts';

export async function askStart(seeded: Store, { idleSeconds }: Plan): Promise<Figure[]> {
  return withBot(seeded, { limits: 'lifted', end: 'stop' }, async ({ bot, startedInMs }) => {
    await sleep(idleSeconds * 1_000);
    const memory = await bot.memory();
    return [
      {
        name: 'start-up, until the first poll',
        value: startedInMs / 1_000,
        unit: 's',
        better: 'less',
      },
      {
        name: 'memory of the bot process, idle',
        value: memory,
        unit: 'MB',
        aim: { atMost: 200 },
        better: 'less',
      },
    ];
  });
}

/** On a database without tables. */
export async function askFirstStart(empty: Store): Promise<Figure[]> {
  return withBot(empty, { limits: 'lifted', end: 'stop' }, async ({ startedInMs }) => [
    { name: 'first start-up, with migrations', value: startedInMs / 1_000, unit: 's' },
  ]);
}
