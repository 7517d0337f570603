// Tells the other system what it is to be told: the changes of one ticket in their order, those of several side by
// side, beside the sweeps, so that a slow system keeps nothing else from its hour. A try whose end nobody has
// told (the process ended) is repeated after a minute; the other side knows repetitions by their key.

import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { PostAnswer, SignedPost } from '../../platform/http/signed-post.ts';
import type { Logger } from '../../platform/logger.ts';
import { jitter } from '../../platform/random.ts';
import type { DeliveryRepository, TriedDelivery } from './delivery-repository.ts';
import { judge } from './webhook.ts';

export interface CourierDeps {
  readonly database: Database;
  readonly deliveries: DeliveryRepository;
  readonly post: SignedPost;
  readonly clock: Clock;
  readonly logger: Logger;
}

const DELIVERY_HEADER = 'x-deskroom-delivery';

const SIDE_BY_SIDE = 4;
/** Longer than a try takes, the note of its end included. */
const UNTOLD_MS = 60_000;

export type Courier = ReturnType<typeof createCourier>;

export function createCourier({ database, deliveries, post, clock, logger }: CourierDeps) {
  const walks = new Set<Promise<void>>();

  /** Resolves when nothing is due any more, or what is due is in other hands. */
  async function look(): Promise<void> {
    setOut();
    while (walks.size > 0) await Promise.all(walks);
  }

  function setOut(): void {
    if (walks.size >= SIDE_BY_SIDE) return;
    const walk = deliver()
      .catch((err: unknown) => logger.warn({ err }, 'webhooks could not be sent, they wait'))
      .finally(() => walks.delete(walk));
    walks.add(walk);
  }

  async function deliver(): Promise<void> {
    for (;;) {
      const now = clock.now();
      const delivery = await deliveries.claim(now, new Date(now.getTime() + UNTOLD_MS));
      if (!delivery) return;
      // Where there was one there may be more.
      setOut();
      await note(delivery, await post(delivery.body, { [DELIVERY_HEADER]: delivery.key }));
    }
  }

  async function note(delivery: TriedDelivery, answer: PostAnswer): Promise<void> {
    const { id, ticketId, attempts, triedAt } = delivery;
    const now = clock.now();
    const failure = { code: answer.code, words: answer.words };
    const verdict = judge(answer, { attempts, triedAt, now, spread: jitter });
    if (verdict.do === 'repeat') {
      const dueAt = new Date(now.getTime() + verdict.ms);
      return void (await deliveries.putOff(database.prisma, id, dueAt, failure));
    }
    const isDead = verdict.do === 'give-up';
    if (isDead)
      logger.warn({ delivery: id, ticketId, code: answer.code }, 'a webhook was given up');
    await database.inTransaction(async (tx) => {
      await deliveries.lockTickets(tx, [ticketId]);
      const end = isDead
        ? ({ to: 'dead', failure } as const)
        : ({ to: 'delivered', failure: null } as const);
      const ended = await deliveries.end(tx, id, { ...end, now });
      if (ended && !isDead) await deliveries.callNext(tx, ticketId, now);
    });
  }

  return { look };
}
