// What administrators do about changes that the other system has not taken: hear of them, see them, have them
// told once more, and let them go.

import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { recordEvents } from '../../platform/events.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { destination, type Outbox } from '../../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../../platform/outbox/words.ts';
import type { Staff } from '../../staff/staff.ts';
import type { DeliveryOverview, DeliveryRepository } from './delivery-repository.ts';

export interface DeliveryServiceDeps {
  readonly database: Database;
  readonly deliveries: DeliveryRepository;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly listStaff: (tx?: Tx) => Promise<readonly Staff[]>;
}

export type DecidedOutcome =
  | { readonly status: 'done'; readonly count: number }
  /** Somebody has decided about it, or it was taken meanwhile. */
  | { readonly status: 'decided' }
  | { readonly status: 'repeated' };

/** How many a list names. */
const LISTED = 5;
const HOUR_MS = 3_600_000;
const GATHERED_MS = 60_000;
const KEPT_MS = 7 * 24 * HOUR_MS;

export type DeliveryService = ReturnType<typeof createDeliveryService>;

export function createDeliveryService(deps: DeliveryServiceDeps) {
  const { database, deliveries, outbox, clock, listStaff } = deps;

  const overview = (): Promise<DeliveryOverview> => deliveries.overview(LISTED);

  /** Tells how it stands, as it is when it is read. */
  async function tell(reader: Reader, cause: Cause): Promise<void> {
    await once(cause, async (tx) => {
      await outbox.enqueue(tx, [wordsFor(reader, 'webhook-list')], cause);
      return { status: 'done', count: 0 };
    });
  }

  /**
   * Those who can mend it hear of it, once an hour at most: of what was refused together at once, and once of a
   * system that has taken nothing for an hour.
   */
  async function tellTroubles(cause: Cause): Promise<void> {
    await database.inTransaction(async (tx) => {
      const now = clock.now();
      const ago = (ms: number) => new Date(now.getTime() - ms);
      const hour = { since: ago(HOUR_MS), failing: ago(HOUR_MS) };
      const news = { ...hour, gathered: ago(GATHERED_MS), now };
      if (!(await deliveries.noteTold(tx, news))) return;
      const admins = (await listStaff(tx)).filter(({ role }) => role === 'admin');
      const told = admins.map(({ userId, locale }) =>
        wordsFor({ destination: destination('person', userId), locale }, 'webhook-list'),
      );
      await outbox.enqueue(tx, told, cause);
    });
  }

  /** One, or all that the presser has seen: tried for another day. */
  async function retry(
    which: { readonly id: number } | { readonly upTo: number },
    cause: Cause,
  ): Promise<DecidedOutcome> {
    return once(cause, async (tx) => {
      const dead = await deliveries.findDead(tx, which);
      await deliveries.lockTickets(
        tx,
        dead.map(({ ticketId }) => ticketId),
      );
      const ids = dead.map(({ id }) => id);
      const count = await deliveries.revive(tx, ids, clock.now());
      return count > 0 ? { status: 'done', count } : { status: 'decided' };
    });
  }

  /** The other system never hears of it; the log keeps who decided so, and later changes go on. */
  async function skip(id: number, by: Staff, cause: Cause): Promise<DecidedOutcome> {
    return once(cause, async (tx) => {
      const [dead] = await deliveries.findDead(tx, { id });
      if (!dead) return { status: 'decided' };
      const { ticketId } = dead;
      await deliveries.lockTickets(tx, [ticketId]);
      const now = clock.now();
      if (!(await deliveries.skip(tx, id, now))) return { status: 'decided' };
      await deliveries.callNext(tx, ticketId, now);
      const about = { subject: 'ticket', subjectId: ticketId } as const;
      const event = { ...about, type: 'webhook-skipped', actor: 'staff', actorId: by.id } as const;
      await recordEvents(tx, [{ ...event, data: { delivery: id } }], cause, now);
      return { status: 'done', count: 1 };
    });
  }

  function once(cause: Cause, work: (tx: Tx) => Promise<DecidedOutcome>): Promise<DecidedOutcome> {
    return database.inTransaction<DecidedOutcome>(async (tx) =>
      (await settleCause(tx, cause, clock.now())) ? work(tx) : { status: 'repeated' },
    );
  }

  const forget = (): Promise<void> => deliveries.forget(new Date(clock.now().getTime() - KEPT_MS));

  return { overview, tell, tellTroubles, retry, skip, forget };
}
