// A dialog's thread that is gone, or whose topic somebody has closed: what happens to the dialog then.
// Runs in the transaction in which the sender tells of it.

import { TOPICS_LOST } from '../desks/desk.ts';
import type { Desks } from '../desks/index.ts';
import { systemCause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database/index.ts';
import type { ThreadFacts } from './card-facts.ts';
import type { ThreadLogRepository } from './thread-log-repository.ts';
import type { ThreadRepository } from './thread-repository.ts';
import type { Threads } from './threads.ts';

export interface ThreadTroublesDeps {
  readonly threads: Pick<ThreadRepository, 'setTopicClosed'>;
  readonly threadKeeping: Pick<Threads, 'lost'>;
  readonly threadLog: ThreadLogRepository;
  readonly desks: Pick<Desks['service'], 'noteTrouble'>;
  readonly clock: Clock;
}

/** Threads that are lost so often in so many milliseconds are not being deleted by anybody. */
const MOST_LOSSES = 3;
const LOSSES_WITHIN_MS = 10 * 60_000;

const CAUSE = systemCause('delivery');

/** What both answer is for the sender; see `troubled` of its ports. */
export function createThreadTroubles(deps: ThreadTroublesDeps) {
  const { threads, threadKeeping, threadLog, desks, clock } = deps;

  /**
   * The thread is made anew, and its card leads back to the old one. A desk whose new topics are lost as
   * well is in trouble: without that, they would be made for ever.
   */
  async function lost(tx: Tx, { dialogId, deskId }: ThreadFacts): Promise<'renewed' | 'hold'> {
    const since = new Date(clock.now().getTime() - LOSSES_WITHIN_MS);
    const losses = await threadLog.countLosses(tx, dialogId, since);
    if (deskId !== null && losses >= MOST_LOSSES) {
      await desks.noteTrouble(tx, deskId, { state: 'gone', what: TOPICS_LOST }, CAUSE);
      return 'hold';
    }
    await threadKeeping.lost(tx, dialogId);
    return 'renewed';
  }

  /** It is opened again before anything is said in it; `fail`: that did not help. */
  async function closed(
    tx: Tx,
    { dialogId, topicClosed }: ThreadFacts,
  ): Promise<'renewed' | 'fail'> {
    if (topicClosed) return 'fail';
    await threads.setTopicClosed(tx, dialogId, true);
    return 'renewed';
  }

  return { lost, closed };
}
