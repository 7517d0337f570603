// What all that is done with invitations stands on: once for its cause, with the question locked, by
// whoever may.

import type { PeopleService } from '../people/index.ts';
import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import type { RoomRole } from '../rooms/room.ts';
import type { By } from './invitation-notes.ts';
import type { InvitationRepository, Offer, ToldInvitation } from './invitation-repository.ts';
import { mayInvite, type RoomsDoor } from './rooms-door.ts';

export interface InvitationKeepingDeps {
  readonly database: Database;
  readonly invitations: InvitationRepository;
  readonly people: Pick<PeopleService, 'find' | 'findByUser'>;
  readonly rooms: RoomsDoor;
  readonly clock: Clock;
}

/** Whoever acts: a person by Telegram's id; an employee by their number, null for everybody else. */
export interface Actor {
  readonly userId: number;
  readonly staffId: number | null;
}

export interface Standpoint {
  /** What they are in the room; null: they are not in it. */
  readonly role: RoomRole | null;
  /** Null: nobody has met them. */
  readonly personId: number | null;
}

export type InvitationKeeping = ReturnType<typeof createInvitationKeeping>;

export function createInvitationKeeping(deps: InvitationKeepingDeps) {
  const { database, invitations, people, rooms, clock } = deps;

  async function once<T>(cause: Cause, act: (tx: Tx) => Promise<T>) {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' } as const;
      return await act(tx);
    });
  }

  async function whoIs(db: Tx, roomId: number, userId: number): Promise<Standpoint> {
    const members = await rooms.members(db, [roomId]);
    const member = members.find(({ person }) => person.userId === userId);
    if (member) return { role: member.role, personId: member.person.id };
    const [person] = await people.findByUser(db, [userId]);
    return { role: null, personId: person?.id ?? null };
  }

  /** The number of the person, if they may invite partners to this room; else null. */
  async function inviterIn(db: Tx, roomId: number, by: Actor): Promise<number | null> {
    const { role, personId } = await whoIs(db, roomId, by.userId);
    return mayInvite(role, by.staffId !== null) ? personId : null;
  }

  /** The invitation as it is once its question is locked; null: there is none. */
  async function lock(tx: Tx, invitationId: number): Promise<ToldInvitation | null> {
    const [found] = await invitations.find(tx, [invitationId]);
    if (!found) return null;
    await invitations.lockOffer(tx, found.offerId);
    const [locked] = await invitations.find(tx, [invitationId]);
    return locked ?? null;
  }

  /** Whoever asked, and staff. */
  function mayManage({ inviter }: Offer, by: Actor): boolean {
    return by.staffId !== null || inviter.userId === by.userId;
  }

  /** Whoever acts, as the log names them. */
  function byOf({ inviter }: Offer, by: Actor): By {
    if (inviter.userId === by.userId) return { kind: 'person', id: inviter.id };
    return { kind: by.staffId === null ? 'system' : 'staff', id: by.staffId };
  }

  return { once, whoIs, inviterIn, lock, mayManage, byOf };
}
