// One staff group under Telegram's limits, in real time: how long a card is untrue while one client
// writes five times a second, and how soon the cards of many dialogs are true.

import { setTimeout as sleep } from 'node:timers/promises';
import { withBot } from '../bench-run.ts';
import { type Figure, percentile } from '../figures.ts';
import type { Plan } from '../plan.ts';
import { API_LATENCY_MS } from '../plan.ts';
import type { Observations } from '../stand-in/protocol.ts';
import type { Store } from '../stores.ts';

const PER_SECOND = 5;
const FRESH_MS = 6_000;
const MINUTE_MS = 60_000;
const PATIENCE_MS = 300_000;

/** Five messages a second in one dialog. */
export async function askOneDialog(seeded: Store, { group }: Plan): Promise<Figure[]> {
  return withBot(seeded, { limits: 'kept', end: 'kill' }, async ({ standIn }) => {
    await standIn.setLatency(API_LATENCY_MS);
    const seconds = group.oneDialogSeconds;
    await standIn.feed({
      first: 1,
      people: 1,
      updates: seconds * PER_SECOND,
      perSecond: PER_SECOND,
    });
    await sleep(seconds * 1_000);
    const observed = await standIn.observations();
    return [
      {
        name: 'one dialog, 5/s: its card true within 6 s',
        value: shareFresh(observed) * 100,
        unit: '%',
        aim: { atLeast: 95 },
        better: 'more',
      },
      {
        name: '… oldest message not in the thread at the end',
        value: oldestNotCopied(observed) / 1_000,
        unit: 's',
      },
      {
        name: '… calls in its fullest minute',
        value: fullestMinute(observed),
        unit: '',
        aim: { atMost: 20 },
      },
    ];
  });
}

/** One message in each of many dialogs. */
export async function askManyDialogs(seeded: Store, { group }: Plan): Promise<Figure[]> {
  return withBot(seeded, { limits: 'kept', end: 'kill' }, async ({ standIn }) => {
    await standIn.setLatency(API_LATENCY_MS);
    const { dialogs } = group;
    await standIn.feed({ first: 1, people: dialogs, updates: dialogs, perSecond: PER_SECOND });
    await standIn.until('true', ({ covered }) => covered === dialogs, PATIENCE_MS);
    const observed = await standIn.observations();
    const shown = observed.coveredAt as readonly number[];
    const seconds = (Math.max(...shown) - (observed.offeredAt[0] as number)) / 1_000;
    return [
      {
        name: `${dialogs} dialogs: all cards true after`,
        value: seconds,
        unit: 's',
        better: 'less',
      },
      {
        name: '… cards shown before an older one',
        value: overtakers(shown),
        unit: '',
        aim: { atMost: 0 },
      },
      {
        name: '… calls in the group’s fullest minute',
        value: fullestMinute(observed),
        unit: '',
        aim: { atMost: 20 },
      },
    ];
  });
}

/** The share of the time in which no message older than six seconds is missing on the card. */
function shareFresh({ offeredAt, coveredAt }: Observations): number {
  const begin = offeredAt[0] as number;
  const end = offeredAt.at(-1) as number;
  let untrue = 0;
  let counted = begin;
  offeredAt.forEach((at, index) => {
    // From here to the edit the card lacks this message, which is too old to be missing.
    const from = Math.max(counted, at + FRESH_MS);
    const to = Math.min(end, coveredAt[index] ?? end);
    if (to > from) untrue += to - from;
    counted = Math.max(counted, to);
  });
  return 1 - untrue / (end - begin);
}

function oldestNotCopied({ offeredAt, copiedAt }: Observations): number {
  const missing = offeredAt.filter((_, index) => copiedAt[index] === null);
  return missing[0] === undefined ? 0 : (offeredAt.at(-1) as number) - missing[0];
}

function fullestMinute({ groupCallsAt }: Observations): number {
  const counts = groupCallsAt.map(
    (from) => groupCallsAt.filter((at) => at >= from && at < from + MINUTE_MS).length,
  );
  return percentile(counts, 1);
}

function overtakers(shown: readonly number[]): number {
  return shown.filter((at, index) => shown.slice(0, index).some((older) => older > at)).length;
}
