// Ways in, each for one person alone: made, led to, used up, ended. What links to the bot lead to them is
// in claim-service.ts, who is let in by them at Telegram's door in door-service.ts.

import type { PeopleService } from '../people/index.ts';
import type { Person } from '../people/person.ts';
import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database/index.ts';
import { type Destination, destination } from '../platform/outbox/index.ts';
import { token } from '../platform/random.ts';
import type { Staff } from '../staff/staff.ts';
import type { EntryRepository } from './entry-repository.ts';
import type { EntryWords } from './entry-words.ts';
import type { RoomNotes } from './notes.ts';
import type { RoomRepository } from './repository.ts';
import { type Entry, isOpen, type Room, type RoomRole } from './room.ts';

export interface EntryServiceDeps {
  readonly entryRows: EntryRepository;
  readonly rooms: RoomRepository;
  readonly people: PeopleService;
  readonly clock: Clock;
  readonly notes: RoomNotes;
  readonly entryWords: EntryWords;
  readonly listStaff: (tx?: Tx) => Promise<readonly Staff[]>;
}

export interface Invitation {
  readonly roomId: number;
  readonly role: RoomRole;
  /** Beside their name in the group, at most 16 signs. */
  readonly tag?: string | null;
  /** The person who invites; null: the room is made for them. */
  readonly invitedById: number | null;
  readonly expiresAt?: Date | null;
}

export type InviteOutcome =
  | { readonly status: 'invited' | 'already-invited'; readonly entryId: number }
  | { readonly status: 'already-in' | 'room-closed' };

/** Bytes of a code: 128 bits, which nobody guesses. */
const CODE_BYTES = 16;

export type EntryService = ReturnType<typeof createEntryService>;

/** Methods with `tx` take part in the caller's transaction. */
export function createEntryService(deps: EntryServiceDeps) {
  const { entryRows, rooms, people, clock, notes, entryWords } = deps;
  const { doThere, tellOwner } = entryWords;

  /** Makes a way in for a person; what tells them of it goes to `entry:<id>`. */
  async function invite(
    tx: Tx,
    invitation: Invitation & { readonly personId: number },
    cause: Cause,
  ): Promise<InviteOutcome> {
    const { roomId, personId, role } = invitation;
    const [room] = await rooms.lock(tx, [roomId]);
    if (!room || room.state === 'closed') return { status: 'room-closed' };
    if (await isIn(tx, roomId, personId)) return { status: 'already-in' };
    await entryRows.closeExpired(tx, [roomId], personId, clock.now());
    const id = await entryRows.insertFor(tx, personId, toEntry(invitation), clock.now());
    if (id === null) {
      const open = await entryRows.findOpen(tx, roomId, personId);
      if (!open) throw new Error('a way in was neither made nor found');
      return { status: 'already-invited', entryId: open.id };
    }
    await notes.write(tx, 'invited', roomId, { personId, role }, cause);
    // Out of a group that is new to the room nobody was ever thrown.
    const [person] = room.state === 'waiting' ? [] : await people.find(tx, [personId]);
    if (person) await letBack(tx, roomId, person, cause);
    return { status: 'invited', entryId: id };
  }

  /** Ways into all of these rooms that are open and in which the person is not; those made now. */
  async function inviteAll(
    tx: Tx,
    invitation: Pick<Invitation, 'role' | 'invitedById'> & {
      readonly roomIds: readonly number[];
      readonly personId: number;
    },
    cause: Cause,
  ): Promise<readonly number[]> {
    const { roomIds, personId, role } = invitation;
    const open = (await rooms.lock(tx, roomIds)).filter(({ state }) => state !== 'closed');
    const members = await rooms.members(tx, roomIds);
    const inside = new Set(
      members.filter(({ person }) => person.id === personId).map(({ roomId }) => roomId),
    );
    const wanted = open.map(({ id }) => id).filter((id) => !inside.has(id));
    await entryRows.closeExpired(tx, wanted, personId, clock.now());
    const made = await entryRows.insertMany(tx, wanted, personId, invitation, clock.now());
    const into = made.map(({ roomId }) => roomId);
    await notes.writeAll(tx, 'invited', into, { personId, role }, cause);
    return made.map(({ id }) => id);
  }

  /** Whoever was removed from the group by hand is banned there, and could use no link. */
  async function letBack(tx: Tx, roomId: number, { userId }: Person, cause: Cause): Promise<void> {
    await doThere(tx, roomId, 'room-let-back', { userId }, cause);
  }

  /**
   * A way in for whoever opens the bot by `code` first; whoever invites may fetch that link from the bot
   * by `fetchCode`, and nobody else.
   */
  async function inviteByCode(
    tx: Tx,
    invitation: Invitation,
    cause: Cause,
  ): Promise<{ readonly code: string; readonly fetchCode: string }> {
    const codes = { code: token(CODE_BYTES), fetchCode: token(CODE_BYTES) };
    await entryRows.insertByCode(tx, codes, toEntry(invitation), clock.now());
    await notes.write(tx, 'code-made', invitation.roomId, { role: invitation.role }, cause);
    return codes;
  }

  function toEntry({ roomId, role, tag = null, invitedById, expiresAt = null }: Invitation) {
    return { roomId, role, tag, invitedById, expiresAt };
  }

  /** Whoever has invited somebody lets nobody in any more once they have left the room, or work here no more. */
  async function vouches(tx: Tx, roomId: number, inviterId: number): Promise<boolean> {
    if (await isIn(tx, roomId, inviterId)) return true;
    const own = await entryRows.findOpen(tx, roomId, inviterId);
    if (own && isOpen(own, clock.now())) return true;
    const [inviter] = await people.find(tx, [inviterId]);
    return inviter !== undefined && (await worksHere(tx, inviter));
  }

  /** Whether this way in still has somebody behind it. */
  async function isVouchedFor(tx: Tx, { roomId, invitedById }: Entry): Promise<boolean> {
    return invitedById === null || (await vouches(tx, roomId, invitedById));
  }

  /** Whoever has left vouches for nobody: their guests who are still to come read so. */
  async function withdrawOf(tx: Tx, room: Room, inviter: Person, cause: Cause): Promise<void> {
    if (await vouches(tx, room.id, inviter.id)) return;
    const open = await entryRows.listOpen(tx, room.id);
    for (const { id, personId } of open.filter((one) => one.invitedById === inviter.id)) {
      const [person] = await people.find(tx, [personId ?? 0]);
      if (!(await withdraw(tx, id, cause)) || !person) continue;
      await entryWords.tellPerson(tx, person, 'room-way-gone', { title: room.title }, cause);
    }
  }

  /** A way in as a mere guest becomes one as more. False: there is none. */
  async function raise(
    tx: Tx,
    as: Pick<Invitation, 'roomId' | 'role' | 'tag' | 'invitedById'> & { readonly personId: number },
  ): Promise<boolean> {
    const { roomId, personId, role, tag = null, invitedById } = as;
    const open = await entryRows.findOpen(tx, roomId, personId);
    if (open?.role !== 'guest') return false;
    await entryRows.update(tx, open.id, { role, tag, invitedById, expiresAt: null });
    return true;
  }

  async function worksHere(tx: Tx, { userId }: Person): Promise<boolean> {
    return (await deps.listStaff(tx)).some((staff) => staff.userId === userId);
  }

  /** Tells somebody where their way in leads; said once there is a link. */
  async function lead(tx: Tx, entryId: number, person: Person, cause: Cause): Promise<void> {
    await tellOwner(tx, entryId, person, 'room-entry', cause);
  }

  /** False: it was used or ended before. Whoever holds the link is turned away from now on. */
  async function withdraw(tx: Tx, entryId: number, cause: Cause): Promise<boolean> {
    const [entry] = await entryRows.find(tx, [entryId]);
    if (!entry || !(await end(tx, entry, 'closed', cause))) return false;
    await notes.write(tx, 'entry-closed', entry.roomId, { personId: entry.personId }, cause);
    return true;
  }

  async function end(
    tx: Tx,
    entry: Entry,
    state: 'used' | 'closed',
    cause: Cause,
  ): Promise<boolean> {
    if (!(await entryRows.end(tx, entry.id, state, clock.now()))) return false;
    if (entry.link) await doThere(tx, entry.roomId, 'room-revoke', { link: entry.link }, cause);
    return true;
  }

  /** Nobody comes in any more: every way in ends, and its link with it. */
  async function closeAll(tx: Tx, roomId: number, cause: Cause): Promise<void> {
    const links = await entryRows.endAll(tx, roomId, clock.now());
    for (const link of links) await doThere(tx, roomId, 'room-revoke', { link }, cause);
  }

  /** The way in by which somebody has just come; it lets nobody in any more. Null: they had none. */
  async function useUp(tx: Tx, roomId: number, personId: number, cause: Cause) {
    const entry = await entryRows.findOpen(tx, roomId, personId);
    if (!entry || !(await end(tx, entry, 'used', cause))) return null;
    return entry;
  }

  /** After a group was repaired: who has asked meanwhile is let in. */
  async function letInWhoAsked(tx: Tx, roomId: number, cause: Cause): Promise<void> {
    const asked = (await entryRows.listOpen(tx, roomId)).filter((entry) => entry.asked);
    const owners = await people.find(
      tx,
      asked.flatMap(({ personId }) => personId ?? []),
    );
    for (const { userId } of owners) await doThere(tx, roomId, 'room-approve', { userId }, cause);
  }

  /** Where those hear of it who have a way into the room and are not in it yet. */
  async function waysInto(tx: Tx, roomId: number): Promise<readonly Destination[]> {
    const open = await entryRows.listOpen(tx, roomId);
    return open.map(({ id }) => destination('entry', id));
  }

  /** The room has, or gets, another group: whoever has a way in is told where it leads now. */
  async function leadElsewhere(tx: Tx, roomId: number, cause: Cause): Promise<void> {
    const open = await entryRows.listOpen(tx, roomId);
    const owners = await people.find(
      tx,
      open.flatMap(({ personId }) => personId ?? []),
    );
    const ownerOf = new Map(owners.map((owner) => [owner.id, owner]));
    for (const { id, personId } of open) {
      const owner = ownerOf.get(personId ?? 0);
      if (owner) await tellOwner(tx, id, owner, 'room-moved', cause);
    }
  }

  async function isIn(tx: Tx, roomId: number, personId: number): Promise<boolean> {
    return (await rooms.members(tx, [roomId])).some(({ person }) => person.id === personId);
  }

  return {
    invite,
    inviteAll,
    inviteByCode,
    letBack,
    lead,
    ...{ vouches, isVouchedFor, withdrawOf, raise },
    worksHere,
    withdraw,
    closeAll,
    useUp,
    letInWhoAsked,
    leadElsewhere,
    waysInto,
    isIn,
  };
}
