// Ways in, each for one person alone: made, led to, opened at Telegram's door, used up. Who asks to be
// let in without one is turned away, whichever link they came by.

import type { PeopleService } from '../people/index.ts';
import type { Person, SeenPerson } from '../people/person.ts';
import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import {
  type Destination,
  destination,
  type JsonObject,
  type Outbox,
} from '../platform/outbox/index.ts';
import { wordsFor } from '../platform/outbox/words.ts';
import { token } from '../platform/random.ts';
import type { Staff } from '../staff/staff.ts';
import type { EntryRepository } from './entry-repository.ts';
import type { Group, GroupRepository } from './group-repository.ts';
import type { RoomNotes } from './notes.ts';
import type { RoomRepository } from './repository.ts';
import { type Entry, isOpen, type RoomRole } from './room.ts';

export interface EntryServiceDeps {
  readonly database: Database;
  readonly entries: EntryRepository;
  readonly rooms: RoomRepository;
  readonly groups: Pick<GroupRepository, 'findByChat'>;
  readonly people: PeopleService;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly notes: RoomNotes;
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

export type ClaimOutcome =
  /** The way is theirs now; the link into the group follows by `entry:<id>`. */
  | { readonly status: 'claimed'; readonly entry: Entry; readonly person: Person }
  | { readonly status: 'already-in'; readonly roomId: number }
  /** Somebody else came first, or it was withdrawn, has expired, or never was. */
  | { readonly status: 'taken' | 'over' | 'unknown' | 'repeated' };

/** Bytes of a code: 128 bits, which nobody guesses. */
const CODE_BYTES = 16;

export type EntryService = ReturnType<typeof createEntryService>;

/** Methods with `tx` take part in the caller's transaction. */
export function createEntryService(deps: EntryServiceDeps) {
  const { database, entries, rooms, groups, people, outbox, clock, notes } = deps;

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
    await closeIfExpired(tx, roomId, personId);
    const id = await entries.insertFor(tx, personId, toEntry(invitation), clock.now());
    if (id === null) {
      const open = await entries.findOpen(tx, roomId, personId);
      if (!open) throw new Error('a way in was neither made nor found');
      return { status: 'already-invited', entryId: open.id };
    }
    await notes.write(tx, 'invited', roomId, { personId, role }, cause);
    return { status: 'invited', entryId: id };
  }

  /** A way in for whoever opens the bot by this code first. */
  async function inviteByCode(tx: Tx, invitation: Invitation, cause: Cause): Promise<string> {
    const code = token(CODE_BYTES);
    await entries.insertByCode(tx, code, toEntry(invitation), clock.now());
    await notes.write(tx, 'code-made', invitation.roomId, { role: invitation.role }, cause);
    return code;
  }

  function toEntry({ roomId, role, tag = null, invitedById, expiresAt = null }: Invitation) {
    return { roomId, role, tag, invitedById, expiresAt };
  }

  /** Somebody opens the bot by a code. */
  async function claim(command: {
    readonly code: string;
    readonly seen: SeenPerson;
    readonly cause: Cause;
  }): Promise<ClaimOutcome> {
    const { code, seen, cause } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const person = await people.started(tx, seen);
      const outcome = await take(tx, code, person, cause);
      if (outcome.status === 'claimed') await lead(tx, outcome.entry.id, person, cause);
      else await tellPerson(tx, person, 'room-code', { status: outcome.status }, cause);
      return outcome;
    });
  }

  async function take(tx: Tx, code: string, person: Person, cause: Cause): Promise<ClaimOutcome> {
    const entry = await entries.lockByCode(tx, code);
    if (!entry) return { status: 'unknown' };
    const { roomId, personId } = entry;
    if (await isIn(tx, roomId, person.id)) return { status: 'already-in', roomId };
    if (personId === person.id && isOpen(entry, clock.now())) {
      return { status: 'claimed', entry, person };
    }
    if (personId !== null) return { status: 'taken' };
    const { invitedById } = entry;
    const isVouched = invitedById === null || (await vouches(tx, roomId, invitedById));
    if (!isOpen(entry, clock.now()) || !isVouched) return { status: 'over' };
    const own = await entries.findOpen(tx, roomId, person.id);
    if (own) return { status: 'claimed', entry: own, person };
    await entries.update(tx, entry.id, { personId: person.id });
    await notes.write(tx, 'code-claimed', roomId, { personId: person.id }, cause);
    return { status: 'claimed', entry: { ...entry, personId: person.id }, person };
  }

  /** Whoever has invited somebody lets nobody in any more once they have left the room, or work here no more. */
  async function vouches(tx: Tx, roomId: number, inviterId: number): Promise<boolean> {
    if (await isIn(tx, roomId, inviterId)) return true;
    const own = await entries.findOpen(tx, roomId, inviterId);
    if (own && isOpen(own, clock.now())) return true;
    const [inviter] = await people.find(tx, [inviterId]);
    return inviter !== undefined && (await worksHere(tx, inviter));
  }

  async function worksHere(tx: Tx, { userId }: Person): Promise<boolean> {
    return (await deps.listStaff(tx)).some((staff) => staff.userId === userId);
  }

  /** Tells somebody where their way in leads; said once there is a link. */
  async function lead(tx: Tx, entryId: number, { locale }: Person, cause: Cause): Promise<void> {
    const reader = { destination: destination('entry', entryId), locale };
    await outbox.enqueue(tx, [wordsFor(reader, 'room-entry', { entryId })], cause);
  }

  /** False: it was used or ended before. Whoever holds the link is turned away from now on. */
  async function withdraw(tx: Tx, entryId: number, cause: Cause): Promise<boolean> {
    const [entry] = await entries.find(tx, [entryId]);
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
    if (!(await entries.end(tx, entry.id, state, clock.now()))) return false;
    if (entry.link) await tellGroup(tx, entry.roomId, 'room-revoke', { link: entry.link }, cause);
    return true;
  }

  /** Somebody asks at the door of a group that a room has, or had. */
  async function judge(command: {
    readonly roomId: number | null;
    readonly chatId: number;
    readonly seen: SeenPerson;
    readonly cause: Cause;
  }): Promise<'approved' | 'declined' | 'no-room' | 'repeated'> {
    const { roomId, chatId, seen, cause } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return 'repeated';
      if (roomId === null) return 'no-room';
      const person = await people.meet(tx, seen);
      const entry = await entries.findOpen(tx, roomId, person.id);
      const isTheirs = entry && isOpen(entry, clock.now()) && (await mayComeAs(tx, entry, person));
      const group = await groups.findByChat(tx, chatId);
      if (group?.state === 'lost') {
        await sendOn(tx, group, person, isTheirs ? entry : null, cause);
        return 'declined';
      }
      if (isTheirs) {
        await entries.update(tx, entry.id, { askedAt: clock.now() });
        await tellGroup(tx, roomId, 'room-approve', { userId: seen.userId }, cause);
        return 'approved';
      }
      await tellGroup(tx, roomId, 'room-decline', { userId: seen.userId }, cause);
      await notes.write(tx, 'turned-away', roomId, { personId: person.id }, cause);
      await tellPerson(tx, person, 'room-not-yours', {}, cause);
      return 'declined';
    });
  }

  /**
   * At the door of a group that the room has given up: nobody is let in there, and whoever has a way into
   * the room is shown it. Said before they are turned away, for then the bot may write to them no more.
   */
  async function sendOn(
    tx: Tx,
    group: Group,
    person: Person,
    entry: Entry | null,
    cause: Cause,
  ): Promise<void> {
    const { userId, locale } = person;
    if (entry) {
      const reader = { destination: destination('entry', entry.id), locale };
      await outbox.enqueue(tx, [wordsFor(reader, 'room-moved', { entryId: entry.id })], cause);
    } else {
      await tellPerson(tx, person, 'room-door-closed', {}, cause);
    }
    // What is done in that group may not trouble the one that the room has now.
    const args = { userId, groupId: group.id };
    const decline = {
      destination: destination('person', userId),
      name: 'room-decline-there',
      args,
    };
    await outbox.enqueue(tx, [decline], cause);
    await notes.write(tx, 'turned-away', group.roomId ?? 0, { personId: person.id }, cause);
  }

  /** An employee’s way in ends with their work. */
  async function mayComeAs(tx: Tx, { role }: Entry, person: Person): Promise<boolean> {
    return (role !== 'manager' && role !== 'support') || (await worksHere(tx, person));
  }

  /** The way in by which somebody has just come; it lets nobody in any more. Null: they had none. */
  async function useUp(tx: Tx, roomId: number, personId: number, cause: Cause) {
    const entry = await entries.findOpen(tx, roomId, personId);
    if (!entry || !(await end(tx, entry, 'used', cause))) return null;
    return entry;
  }

  async function closeIfExpired(tx: Tx, roomId: number, personId: number): Promise<void> {
    const entry = await entries.findOpen(tx, roomId, personId);
    if (entry && !isOpen(entry, clock.now()))
      await entries.end(tx, entry.id, 'closed', clock.now());
  }

  /** After a group was repaired: who has asked meanwhile is let in. */
  async function letInWhoAsked(tx: Tx, roomId: number, cause: Cause): Promise<void> {
    const asked = (await entries.listOpen(tx, roomId)).filter((entry) => entry.asked);
    const owners = await people.find(
      tx,
      asked.flatMap(({ personId }) => personId ?? []),
    );
    for (const { userId } of owners) await tellGroup(tx, roomId, 'room-approve', { userId }, cause);
  }

  /** Where those hear of it who have a way into the room and are not in it yet. */
  async function waysInto(tx: Tx, roomId: number): Promise<readonly Destination[]> {
    const open = await entries.listOpen(tx, roomId);
    return open.map(({ id }) => destination('entry', id));
  }

  /** The room has, or gets, another group: whoever has a way in is told where it leads now. */
  async function leadElsewhere(tx: Tx, roomId: number, cause: Cause): Promise<void> {
    const open = await entries.listOpen(tx, roomId);
    const owners = await people.find(
      tx,
      open.flatMap(({ personId }) => personId ?? []),
    );
    const localeOf = new Map(owners.map(({ id, locale }) => [id, locale]));
    const messages = open.flatMap(({ id, personId }) => {
      const locale = localeOf.get(personId ?? 0);
      if (!locale) return [];
      const reader = { destination: destination('entry', id), locale };
      return [wordsFor(reader, 'room-moved', { entryId: id })];
    });
    await outbox.enqueue(tx, messages, cause);
  }

  async function tellPerson(
    tx: Tx,
    { userId, locale }: Person,
    name: string,
    facts: JsonObject,
    cause: Cause,
  ): Promise<void> {
    const reader = { destination: destination('person', userId), locale };
    await outbox.enqueue(tx, [wordsFor(reader, name, facts)], cause);
  }

  async function tellGroup(
    tx: Tx,
    roomId: number,
    name: string,
    args: { readonly userId: number } | { readonly link: string },
    cause: Cause,
  ): Promise<void> {
    await outbox.enqueue(tx, [{ destination: destination('room', roomId), name, args }], cause);
  }

  async function isIn(tx: Tx, roomId: number, personId: number): Promise<boolean> {
    return (await rooms.members(tx, [roomId])).some(({ person }) => person.id === personId);
  }

  return {
    invite,
    inviteByCode,
    claim,
    lead,
    vouches,
    withdraw,
    judge,
    useUp,
    letInWhoAsked,
    leadElsewhere,
    waysInto,
  };
}
