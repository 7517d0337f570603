// Ten thousand messages in one minute, and Telegram's limits: when is the last card true, when has all
// been said, how many calls does it take, and is anything lost? On a clock that is walked.

import { storm } from '../../test/support/storm.ts';
import type { Figure } from '../figures.ts';
import { PEOPLE, type Plan } from '../plan.ts';
import type { Store } from '../stores.ts';
import { withWalkedCompany } from '../walked-company.ts';

const SECONDS = 60;
const STEP_MS = 3_000;

export async function askStorm(seeded: Store, { stormMessages }: Plan): Promise<Figure[]> {
  const weather = { clients: PEOPLE, messages: stormMessages, seconds: SECONDS, stepMs: STEP_MS };
  const aftermath = await withWalkedCompany(seeded, (stage) => storm(stage, weather));
  const { calls, lost, outOfOrder, untrueCards, refused } = aftermath;
  const name = `storm of ${stormMessages.toLocaleString('en-US')} in a minute`;
  const minutes = (seconds: number) => seconds / 60;
  const all = Object.values(calls).reduce((sum, count) => sum + count, 0);
  const kinds = ['createForumTopic', 'sendMessage', 'editMessageText', 'pinChatMessage'];
  return [
    {
      name: `${name}: last card true after`,
      value: minutes(aftermath.cardsTrueAfter),
      unit: 'min',
    },
    { name: '… all said after', value: minutes(aftermath.allSaidAfter), unit: 'min' },
    { name: '… messages lost', value: lost.length, unit: '', aim: { atMost: 0 } },
    { name: '… threads out of order', value: outOfOrder, unit: '', aim: { atMost: 0 } },
    { name: '… cards untrue in the end', value: untrueCards, unit: '', aim: { atMost: 0 } },
    { name: '… calls refused for the limits', value: refused, unit: '', aim: { atMost: 0 } },
    { name: '… calls made', value: all, unit: '' },
    ...kinds.map((kind) => ({ name: `… of them ${kind}`, value: calls[kind] ?? 0, unit: '' })),
  ];
}
