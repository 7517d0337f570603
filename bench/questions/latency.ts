// From a client's message to its card: from the moment the update is there to be fetched until the
// request arrives that edits the card so that it shows it.

import { withBot } from '../bench-run.ts';
import { type Figure, percentile } from '../figures.ts';
import { API_LATENCY_MS, PEOPLE, type Plan } from '../plan.ts';
import type { Observations } from '../stand-in/protocol.ts';
import type { StandIn } from '../stand-in.ts';
import type { Store } from '../stores.ts';

const PACES = [
  { perSecond: 30, aim: 100 },
  { perSecond: 300, aim: 250 },
];

/** The compiler of JavaScript has seen the way of an update before its speed is judged. */
const WARM_UP = { updates: 400, perSecond: 200 };
const PATIENCE_MS = 60_000;

export async function askLatency(seeded: Store, { steadySeconds }: Plan): Promise<Figure[]> {
  return withBot(seeded, { limits: 'lifted', end: 'stop' }, async ({ standIn, bot }) => {
    await standIn.setLatency(API_LATENCY_MS);
    await play(standIn, WARM_UP.updates, WARM_UP.perSecond);
    const figures: Figure[] = [];
    for (const { perSecond, aim } of PACES) {
      await standIn.forget();
      await bot.longestHold();
      await play(standIn, perSecond * steadySeconds, perSecond);
      const delays = delaysOf(await standIn.observations());
      const name = `from message to card at ${perSecond}/s`;
      figures.push(
        { name: `${name}, p50`, value: percentile(delays, 0.5), unit: 'ms', better: 'less' },
        {
          name: `${name}, p99`,
          value: percentile(delays, 0.99),
          unit: 'ms',
          aim: { atMost: aim },
          better: 'less',
        },
        {
          name: `event loop held at ${perSecond}/s`,
          value: await bot.longestHold(),
          unit: 'ms',
          aim: { atMost: 100 },
        },
      );
    }
    return figures;
  });
}

async function play(standIn: StandIn, updates: number, perSecond: number): Promise<void> {
  await standIn.feed({ first: 1, people: PEOPLE, updates, perSecond });
  const patience = PATIENCE_MS + (updates / perSecond) * 1_000;
  await standIn.until(
    'copied',
    ({ offered, covered, copied }) => {
      return offered === updates && covered === updates && copied === updates;
    },
    patience,
  );
}

function delaysOf({ offeredAt, coveredAt }: Observations): number[] {
  return offeredAt.map((at, index) => (coveredAt[index] as number) - at);
}
