// After a long stop: how soon everything that Telegram kept is kept here. Handling and sending go on
// meanwhile, as they would.

import { withBot } from '../bench-run.ts';
import type { Figure } from '../figures.ts';
import { PEOPLE, type Plan } from '../plan.ts';
import type { Store } from '../stores.ts';

const AIM_PER_50_000 = { postgres: 10, embedded: 15 } as const;
const PATIENCE_MS = 120_000;

export async function askBacklog(
  seeded: Store,
  { backlogUpdates: updates }: Plan,
): Promise<Figure[]> {
  return withBot(seeded, { limits: 'lifted', end: 'kill' }, async ({ standIn, bot }) => {
    await bot.longestHold();
    await standIn.feed({ first: 1, people: PEOPLE, updates, perSecond: null });
    await standIn.until('stored', ({ stored }) => stored === updates, PATIENCE_MS);
    const { offeredAt, storedAt, covered } = await standIn.observations();
    const seconds = ((storedAt.at(-1) as number) - (offeredAt[0] as number)) / 1_000;
    const atMost = (AIM_PER_50_000[seeded.kind] * updates) / 50_000;
    return [
      {
        name: `backlog of ${updates.toLocaleString('en-US')} until stored`,
        value: seconds,
        unit: 's',
        aim: { atMost },
        better: 'less',
      },
      { name: '… on cards by then', value: covered, unit: '' },
      {
        name: 'event loop held, backlog',
        value: await bot.longestHold(),
        unit: 'ms',
        aim: { atMost: 100 },
      },
    ];
  });
}
