// Whoever answers for a room is told of what only people can mend.

import type { Cause } from '../platform/cause.ts';
import type { Tx } from '../platform/database/index.ts';
import type { JsonObject, Outbox } from '../platform/outbox/index.ts';
import { wordsToPerson } from '../platform/outbox/words.ts';
import type { Staff } from '../staff/staff.ts';
import type { ByDay } from './by-day.ts';
import type { Room } from './room.ts';

export interface TellManagerDeps {
  readonly outbox: Outbox;
  readonly listStaff: (tx?: Tx) => Promise<readonly Staff[]>;
  readonly byDay: ByDay;
}

export type TellManager = ReturnType<typeof createTellManager>;

/** In private, by day; supervisors and administrators where nobody answers for the room. */
export function createTellManager({ outbox, listStaff, byDay }: TellManagerDeps) {
  return async function tellManager(
    tx: Tx,
    room: Room,
    name: string,
    facts: JsonObject,
    cause: Cause,
  ): Promise<void> {
    const everybody = await listStaff(tx);
    const manager = everybody.find(({ id }) => id === room.managerId);
    const chiefs = everybody.filter(({ role }) => role === 'supervisor' || role === 'admin');
    const messages = (manager ? [manager] : chiefs).map(({ userId, locale }) => ({
      ...wordsToPerson({ userId, locale }, name, facts),
      ...byDay(),
    }));
    await outbox.enqueue(tx, messages, cause);
  };
}
