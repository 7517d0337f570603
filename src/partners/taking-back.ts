// An accepted invitation is taken back while the partner has not come in: their way in ends with it.

import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Actor, InvitationKeeping } from './invitation-keeping.ts';
import type { InvitationNotes } from './invitation-notes.ts';
import type { InvitationRepository, ToldInvitation } from './invitation-repository.ts';
import type { RoomsDoor } from './rooms-door.ts';

export interface TakingBackDeps {
  readonly invitations: InvitationRepository;
  readonly rooms: RoomsDoor;
  readonly keeping: InvitationKeeping;
  readonly notes: InvitationNotes;
  readonly clock: Clock;
}

export function createTakeBack({ invitations, rooms, keeping, notes, clock }: TakingBackDeps) {
  /** With its question locked. False: they are in the room, or it was taken back before. */
  return async function takeBack(
    tx: Tx,
    one: ToldInvitation,
    by: Actor,
    cause: Cause,
  ): Promise<boolean> {
    const { role } = await keeping.whoIs(tx, one.roomId, one.person.userId);
    if (role !== null || !(await invitations.takeBack(tx, one.id, clock.now()))) return false;
    const wayId = await invitations.findWayIn(tx, one);
    if (wayId !== null) await rooms.withdraw(tx, wayId, cause);
    await notes.ended(tx, one, 'withdrawn', cause, keeping.byOf(one.offer, by));
    return true;
  };
}
