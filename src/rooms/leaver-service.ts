// Whoever works here no more reads no more: their job alone had brought them into rooms.

import type { PeopleService } from '../people/index.ts';
import type { Cause } from '../platform/cause.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Staff } from '../staff/staff.ts';
import type { EntryRepository } from './entry-repository.ts';
import type { EntryService } from './entry-service.ts';
import type { MemberService } from './member-service.ts';
import type { RoomRepository } from './repository.ts';
import { BY_JOB } from './room.ts';
import type { StockPeople } from './stock-people.ts';

export interface LeaverServiceDeps {
  readonly people: PeopleService;
  readonly rooms: RoomRepository;
  readonly entries: EntryService;
  readonly entryRows: EntryRepository;
  readonly members: Pick<MemberService, 'part'>;
  readonly stockPeople: Pick<StockPeople, 'disown'>;
}

export type LeaverService = ReturnType<typeof createLeaverService>;

/** Takes part in the caller's transaction, in which they are no employee any more. */
export function createLeaverService(deps: LeaverServiceDeps) {
  const { people, rooms, entries, entryRows, members, stockPeople } = deps;

  /**
   * Takes a former employee out of every room in which they were by their job, and of the stock. As an
   * exporter's or an importer's person they stay.
   */
  async function staffRemoved(
    tx: Tx,
    { person: { userId }, by }: { readonly person: Staff; readonly by: Staff },
    cause: Cause,
  ): Promise<void> {
    // First the stock, whose groups no room has: a group that is handed out meanwhile is a room by then.
    await stockPeople.disown(tx, userId, cause);
    const [person] = await people.findByUser(tx, [userId]);
    if (!person) return;
    const roomIds = await rooms.listWithMember(tx, person.id, BY_JOB);
    await rooms.lock(tx, roomIds);
    const ways = await entryRows.listOpenOf(tx, person.id, BY_JOB);
    for (const entryId of ways) await entries.withdraw(tx, entryId, cause);
    const actor = { kind: 'staff', id: by.id } as const;
    for (const roomId of roomIds) {
      await members.part(tx, { roomId, personId: person.id, by: actor }, cause);
    }
  }

  return { staffRemoved };
}
