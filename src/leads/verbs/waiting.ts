// Leads that wait for an exporter who is not here: whoever answers for the exporter hears of them in working
// hours, at most once an hour for one exporter, with all that wait.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import { wordsToPerson } from '../../platform/outbox/words.ts';
import { nextRing } from '../lead.ts';
import type { RingRepository } from '../ring-repository.ts';
import type { Seller } from '../seller-repository.ts';
import { responsible, type VerbDeps } from './deps.ts';

export interface WaitingDeps
  extends Pick<
    VerbDeps,
    'database' | 'leads' | 'sellers' | 'outbox' | 'clock' | 'listStaff' | 'officeHours'
  > {
  readonly rings: RingRepository;
}

export type Waiting = ReturnType<typeof createWaiting>;

const AT_ONCE = 100;

export function createWaiting(deps: WaitingDeps) {
  const { database, leads, sellers, rings, outbox, clock, officeHours } = deps;

  /** One more waits: told now, or with the others later. Within the caller's transaction. */
  async function waits(tx: Tx, seller: Seller, cause: Cause): Promise<void> {
    const ring = await rings.lock(tx, seller.id);
    const dueAt = ring.dueAt ?? nextRing(ring.toldAt, clock.now(), officeHours);
    if (dueAt <= clock.now()) return await tell(tx, seller, cause);
    await rings.update(tx, seller.id, { ...ring, dueAt });
  }

  /** The sweep. */
  async function ringDue(cause: Cause): Promise<void> {
    for (const companyId of await rings.listDue(database.prisma, clock.now(), AT_ONCE)) {
      await database.inTransaction(async (tx) => {
        const ring = await rings.lock(tx, companyId);
        if (!ring.dueAt || ring.dueAt > clock.now()) return;
        const dueAt = await laterToday(tx, companyId, ring.toldAt);
        if (dueAt !== 'now') return await rings.update(tx, companyId, { ...ring, dueAt });
        const [seller] = await sellers.find(tx, [companyId]);
        if (seller) await tell(tx, seller, cause);
      });
    }
  }

  /** Null: nobody waits any more. A look that comes late, after a stop say, rings nobody out of bed. */
  async function laterToday(
    tx: Tx,
    companyId: number,
    toldAt: Date | null,
  ): Promise<Date | null | 'now'> {
    if ((await leads.waitingFor(tx, companyId)).length === 0) return null;
    const dueAt = nextRing(toldAt, clock.now(), officeHours);
    return dueAt > clock.now() ? dueAt : 'now';
  }

  async function tell(tx: Tx, { id: companyId, managerId }: Seller, cause: Cause): Promise<void> {
    await rings.update(tx, companyId, { dueAt: null, toldAt: clock.now() });
    const staff = await responsible(deps, tx, managerId);
    const messages = staff.map((one) => wordsToPerson(one, 'lead-waits', { companyId }));
    await outbox.enqueue(tx, messages, cause);
  }

  return { waits, ringDue };
}
