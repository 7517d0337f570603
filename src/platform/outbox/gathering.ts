// Albums come as single messages without an end mark. One whose further parts are still being read, or
// may be, is not sent yet: it would be torn in two.

import type { Clock } from '../clock.ts';
import type { Job } from './job.ts';
import { isBegun, MOST_PARTS, messagesOf, retryOf } from './lanes.ts';
import type { OutboxPorts } from './ports.ts';

/** However long handling is behind: an album in two is better than one that nobody gets to see. */
const AT_MOST_MS = 5 * 60_000;

export interface GatheringDeps {
  readonly ports: Pick<OutboxPorts, 'stillComing'>;
  /** Whether what had waited at Telegram at the start is stored: the rest of an album may be among it. */
  readonly hasCaughtUp: () => boolean;
  readonly clock: Clock;
}

/** Made when sending starts. The function it returns says which of these albums are not complete yet. */
export function createGathering({ ports, hasCaughtUp, clock }: GatheringDeps) {
  const started = clock.now().getTime();

  /** @throws when the database does not answer */
  return async function incomplete(jobs: readonly Job[]): Promise<ReadonlySet<Job>> {
    const now = clock.now().getTime();
    const albums = jobs.flatMap((job) => {
      const key = mayGrow(job, now, started);
      return key === null ? [] : [{ job, key }];
    });
    if (albums.length === 0) return new Set();
    if (!hasCaughtUp()) return new Set(albums.map(({ job }) => job));
    const coming = await ports.stillComing(albums.map(({ key }) => key));
    return new Set(albums.flatMap(({ job, key }) => (coming.has(key) ? [job] : [])));
  };
}

/** The key of its album, if this work is one that further parts may join; null: it is to go as it is. */
function mayGrow({ lane, work }: Job, now: number, started: number): string | null {
  const messages = messagesOf(work);
  const [head] = messages;
  if (!head || head.groupKey === null || messages.length >= MOST_PARTS) return null;
  const retry = retryOf(lane, work);
  if (lane.alone.has(head.id) || (retry && isBegun(retry.progress))) return null;
  // What an earlier process has left waits anew: its rest could not be read meanwhile.
  const age = now - Math.max(head.createdAt.getTime(), started);
  return age >= 0 && age < AT_MOST_MS ? head.groupKey : null;
}
