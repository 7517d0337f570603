// How much a second, when there is always more: kept, with a card edit sent that shows it. And the
// same by the naive loop, for the ratio.

import { withBot } from '../bench-run.ts';
import type { Figure } from '../figures.ts';
import { runNaive } from '../naive.ts';
import { PEOPLE, type Plan } from '../plan.ts';
import type { Observations } from '../stand-in/protocol.ts';
import type { StandIn } from '../stand-in.ts';
import type { Store } from '../stores.ts';

const AIM = { postgres: 2_500, embedded: 1_300 } as const;
const RATIO = 8;
const PATIENCE_MS = 180_000;

export async function askSaturated(seeded: Store, plan: Plan): Promise<Figure[]> {
  const { observed, hold, memory, processorSeconds } = await saturate(seeded, plan);
  const calls = observed.calls;
  const rate = observed.covered / secondsUntil(observed, observed.coveredAt);
  const naive = await askNaive(seeded, plan);
  return [
    {
      name: 'updates kept, their card edited',
      value: rate,
      unit: '/s',
      aim: { atLeast: AIM[seeded.kind] },
      better: 'more',
    },
    {
      name: '… copied into their threads as well',
      value: observed.copied / secondsUntil(observed, observed.copiedAt),
      unit: '/s',
      better: 'more',
    },
    { name: '… edits sent', value: calls.editMessageText ?? 0, unit: '' },
    { name: '… texts sent', value: calls.sendMessage ?? 0, unit: '' },
    {
      name: '… processor time of the bot an update',
      value: (processorSeconds * 1e6) / observed.covered,
      unit: 'µs',
      better: 'less',
    },
    { name: 'naive loop', value: naive, unit: '/s' },
    { name: 'ratio to the naive loop', value: rate / naive, unit: '×', aim: { atLeast: RATIO } },
    { name: 'event loop held, saturated', value: hold, unit: 'ms', aim: { atMost: 100 } },
    { name: 'memory of the bot process after that', value: memory, unit: 'MB' },
  ];
}

async function saturate(seeded: Store, { saturatedUpdates: updates }: Plan) {
  return withBot(seeded, { limits: 'lifted', end: 'stop' }, async ({ standIn, bot }) => {
    await warmUp(standIn);
    await bot.longestHold();
    const before = await bot.processorSeconds();
    await standIn.feed({ first: 1, people: PEOPLE, updates, perSecond: null });
    await standIn.until(
      'copied',
      ({ copied, covered }) => copied === updates && covered === updates,
      PATIENCE_MS,
    );
    return {
      observed: await standIn.observations(),
      hold: await bot.longestHold(),
      memory: await bot.memory(),
      processorSeconds: (await bot.processorSeconds()) - before,
    };
  });
}

async function askNaive(seeded: Store, { naiveUpdates: updates }: Plan): Promise<number> {
  return runNaive(seeded, async (standIn) => {
    await warmUp(standIn);
    await standIn.feed({ first: 1, people: PEOPLE, updates, perSecond: null });
    await standIn.until('covered', ({ covered }) => covered === updates, PATIENCE_MS);
    const observed = await standIn.observations();
    return updates / secondsUntil(observed, observed.coveredAt);
  });
}

async function warmUp(standIn: StandIn): Promise<void> {
  const updates = PEOPLE;
  await standIn.feed({ first: 1, people: PEOPLE, updates, perSecond: null });
  await standIn.until('warm', ({ covered }) => covered === updates, PATIENCE_MS);
  await standIn.forget();
}

/** From the first update on offer to the last of these moments. */
function secondsUntil({ offeredAt }: Observations, moments: readonly (number | null)[]): number {
  const last = moments.reduce<number>((latest, at) => Math.max(latest, at ?? 0), 0);
  return (last - (offeredAt[0] as number)) / 1_000;
}
