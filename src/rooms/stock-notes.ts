// What happens to groups of the stock: in the log of events, and told to whoever can mend it.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database/index.ts';
import { recordEvents } from '../platform/events.ts';
import type { Outbox } from '../platform/outbox/index.ts';
import { wordsToPerson } from '../platform/outbox/words.ts';
import type { Staff } from '../staff/staff.ts';
import type { ByDay } from './by-day.ts';
import type { Group } from './group-repository.ts';
import type { Lack } from './stock.ts';

export interface StockNotesDeps {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly listStaff: (tx?: Tx) => Promise<readonly Staff[]>;
  readonly byDay: ByDay;
}

export type StockNotes = ReturnType<typeof createStockNotes>;

/** Both take part in the caller's transaction. */
export function createStockNotes({ outbox, clock, listStaff, byDay }: StockNotesDeps) {
  async function write(
    tx: Tx,
    type: string,
    groupId: number,
    data: { readonly [name: string]: number | string | readonly string[] },
    cause: Cause,
  ): Promise<void> {
    const event = { type, subject: 'room-group', subjectId: groupId, data } as const;
    await recordEvents(tx, [{ ...event, actor: 'system', actorId: null }], cause, clock.now());
  }

  /** Whoever brought a group hears why it lies ready no more; the chiefs, where they work here no longer. */
  async function tellOfLack(
    tx: Tx,
    { id: groupId, addedById, title }: Group,
    missing: readonly Lack[],
    cause: Cause,
  ): Promise<void> {
    const everybody = await listStaff(tx);
    const adder = everybody.find(({ id }) => id === addedById);
    const chiefs = everybody.filter(({ role }) => role === 'supervisor' || role === 'admin');
    const facts = { groupId, title, missing };
    const messages = (adder ? [adder] : chiefs).map(({ userId, locale }) => ({
      ...wordsToPerson({ userId, locale }, 'stock-lacking', facts),
      ...byDay(),
    }));
    await outbox.enqueue(tx, messages, cause);
  }

  return { write, tellOfLack };
}
