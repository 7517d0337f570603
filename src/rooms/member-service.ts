// The people of rooms as they come and go, and what they are there.

import type { PeopleService } from '../people/index.ts';
import type { Person, SeenPerson } from '../people/person.ts';
import { type Cause, systemCause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import { settleCause } from '../platform/inbox/index.ts';
import { destination, type Outbox, type ProjectionKey } from '../platform/outbox/index.ts';
import type { Staff } from '../staff/staff.ts';
import type { RoomDrawing } from './drawing.ts';
import type { EntryService, Invitation } from './entry-service.ts';
import type { Actor, RoomNotes } from './notes.ts';
import type { RoomRepository } from './repository.ts';
import { roleOfStaff } from './rights.ts';
import type { Room, RoomMember, RoomRole } from './room.ts';
import type { TellManager } from './tell-manager.ts';

export interface Joined {
  readonly room: Room;
  readonly person: Person;
  readonly role: RoomRole;
  /** The person who invited them; null: the room was made for them, or they were added by hand. */
  readonly invitedById: number | null;
  /** Somebody added them without a way in of their own. */
  readonly byHand: boolean;
}

export type Left = Pick<Joined, 'room' | 'person' | 'role' | 'invitedById'>;

/** What other features do when something happens in a room, in the same transaction. */
export interface RoomHooks {
  readonly onJoined: (tx: Tx, joined: Joined, cause: Cause) => Promise<void>;
  readonly onLeft: (tx: Tx, left: Left, cause: Cause) => Promise<void>;
  readonly onRoomReady: (tx: Tx, room: Room, cause: Cause) => Promise<void>;
  /**
   * The room has another chat: what is still open of all that it showed before (`shown`) is to be shown in
   * it, what is over is not.
   */
  readonly onMoved: (tx: Tx, room: Room, shown: readonly ProjectionKey[]) => Promise<void>;
}

export interface MemberServiceDeps extends Pick<RoomHooks, 'onJoined' | 'onLeft'> {
  readonly database: Database;
  readonly rooms: RoomRepository;
  readonly entries: EntryService;
  readonly people: PeopleService;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly notes: RoomNotes;
  readonly drawing: RoomDrawing;
  readonly tellManager: TellManager;
  readonly findByUser: (tx: Tx, userId: number) => Promise<Staff | null>;
}

const SPEAKING = systemCause('speaking');

export type MemberService = ReturnType<typeof createMemberService>;

/** Methods with `tx` take part in the caller's transaction. */
export function createMemberService(deps: MemberServiceDeps) {
  const { database, rooms, entries, people, outbox, clock, notes, onJoined, onLeft } = deps;
  const { tellManager, drawing, findByUser } = deps;
  const { redraw } = drawing;

  /** Somebody is in a room's group now. */
  async function join(command: {
    readonly room: Room;
    readonly seen: SeenPerson;
    readonly staff: Staff | null;
    readonly cause: Cause;
  }): Promise<void> {
    const { room, seen, staff, cause } = command;
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      const person = await people.meet(tx, seen);
      const entry = await entries.useUp(tx, room.id, person.id, cause);
      const byHand = entry === null && staff === null;
      const as = entry ?? {
        role: roleOfNewcomer(room, staff),
        tag: null,
        invitedById: null,
      };
      const isNew = await admit(tx, room, person, as, cause);
      if (isNew) await onJoined(tx, { room, person, ...as, byHand }, cause);
    });
  }

  /**
   * In the caller's transaction: somebody speaks who is not known to be in this room. In a group that was there
   * before its room Telegram tells of nobody: they are noted when they first say something. Null: they stay unknown.
   */
  async function noteSpeaker(tx: Tx, roomId: number, person: Person): Promise<RoomRole | null> {
    const [room] = await rooms.find(tx, [roomId]);
    if (room?.kind !== 'support' || room.state === 'closed') return null;
    const role = roleOfNewcomer(room, await findByUser(tx, person.userId));
    const entry = await entries.useUp(tx, room.id, person.id, SPEAKING);
    const as = entry ?? { role, tag: null, invitedById: null };
    if (await admit(tx, room, person, as, SPEAKING)) {
      await onJoined(tx, { room, person, ...as, byHand: false }, SPEAKING);
    }
    return as.role;
  }

  async function admit(
    tx: Tx,
    room: Room,
    person: Person,
    as: Pick<RoomMember, 'role' | 'tag' | 'invitedById'>,
    cause: Cause,
  ): Promise<boolean> {
    const { role, tag, invitedById } = as;
    const member = { roomId: room.id, personId: person.id, role, tag, invitedById };
    if ((await rooms.addMember(tx, member, clock.now())) === null) return false;
    await notes.write(tx, 'joined', room.id, { personId: person.id, role }, cause, actorOf(person));
    await showTag(tx, room.id, person.userId, { role, tag }, cause);
    await redraw(tx, [room.id]);
    return true;
  }

  /** The tag beside their name, and the commands they are offered. What Telegram refuses is passed over. */
  async function showTag(
    tx: Tx,
    roomId: number,
    userId: number,
    { role, tag }: Pick<RoomMember, 'role' | 'tag'>,
    cause: Cause,
  ): Promise<void> {
    const args = { userId, role, tag };
    const here = { destination: destination('room', roomId), rank: 'adornment' } as const;
    await outbox.enqueue(
      tx,
      [
        { ...here, name: 'room-tag', args },
        { ...here, name: 'room-commands', args: { userId } },
      ],
      cause,
    );
  }

  /** Somebody is in a room's group no more. */
  async function leave(command: {
    readonly room: Room;
    readonly seen: SeenPerson;
    /** The group was theirs: nobody but Telegram can say whose it will be. */
    readonly wasOwner: boolean;
    /** Who has taken them out; null: they have left by themselves. */
    readonly removedBy: Actor | null;
    readonly cause: Cause;
  }): Promise<void> {
    const { room, seen, wasOwner, removedBy, cause } = command;
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      const person = await people.meet(tx, seen);
      const member = await memberOf(tx, room.id, person.id);
      await dismiss(tx, room, person.id, cause, removedBy ?? undefined);
      const facts = { title: room.title, name: person.name };
      if (member && isSide(room, member))
        await tellManager(tx, room, 'room-side-left', { ...facts, role: member.role }, cause);
      if (wasOwner && room.state !== 'closed')
        await tellManager(tx, room, 'room-owner-left', facts, cause);
    });
  }

  /** Takes somebody out of a room and of its group; they may be invited again. False: they were not in it. */
  async function part(
    tx: Tx,
    {
      roomId,
      personId,
      by,
    }: { readonly roomId: number; readonly personId: number; readonly by: Actor },
    cause: Cause,
  ): Promise<boolean> {
    const [room] = await rooms.lock(tx, [roomId]);
    const [person] = await people.find(tx, [personId]);
    if (!room || !person || !(await dismiss(tx, room, personId, cause, by))) return false;
    const args = { userId: person.userId };
    await outbox.enqueue(
      tx,
      [{ destination: destination('room', roomId), name: 'room-part', args }],
      cause,
    );
    return true;
  }

  async function dismiss(tx: Tx, room: Room, personId: number, cause: Cause, by?: Actor) {
    const member = await memberOf(tx, room.id, personId);
    if (!member) return false;
    const { person, role, invitedById } = member;
    const leaving = { leftAt: clock.now(), removed: by !== undefined };
    await rooms.updateMember(tx, { roomId: room.id, personId }, leaving);
    const facts = { personId, role };
    await notes.write(tx, by ? 'parted' : 'left', room.id, facts, cause, by ?? actorOf(person));
    await redraw(tx, [room.id]);
    await entries.withdrawOf(tx, room, person, cause);
    await onLeft(tx, { room, person, role, invitedById }, cause);
    return true;
  }

  /** Gives somebody who is in a room another role there. False: they are not in it, or have it already. */
  async function setRole(
    tx: Tx,
    change: {
      readonly roomId: number;
      readonly personId: number;
      readonly role: RoomRole;
      readonly by: Actor;
    },
    cause: Cause,
  ): Promise<boolean> {
    const { roomId, personId, role, by } = change;
    const member = await memberOf(tx, roomId, personId);
    if (!member || member.role === role) return false;
    await rooms.updateMember(tx, { roomId, personId }, { role, tag: null });
    await notes.write(tx, 'role-set', roomId, { personId, role }, cause, by);
    await showTag(tx, roomId, member.person.userId, { role, tag: null }, cause);
    await redraw(tx, [roomId]);
    return true;
  }

  /** Whoever is a mere guest of a room, or has a way in as one, becomes more. False: they are none. */
  async function raise(
    tx: Tx,
    as: Pick<Invitation, 'roomId' | 'role' | 'tag' | 'invitedById'> & { readonly personId: number },
    cause: Cause,
  ): Promise<boolean> {
    const { roomId, personId, role, tag = null, invitedById } = as;
    const member = await memberOf(tx, roomId, personId);
    if (!member) return await entries.raise(tx, as);
    if (member.role !== 'guest') return false;
    await rooms.updateMember(tx, { roomId, personId }, { role, tag, invitedById });
    await notes.write(tx, 'role-set', roomId, { personId, role }, cause, actorOf(member.person));
    await showTag(tx, roomId, member.person.userId, { role, tag }, cause);
    await redraw(tx, [roomId]);
    return true;
  }

  async function memberOf(tx: Tx, roomId: number, personId: number): Promise<RoomMember | null> {
    const members = await rooms.members(tx, [roomId]);
    return members.find(({ person }) => person.id === personId) ?? null;
  }

  /** What a Telegram user is in a room; null: they are not in it. */
  async function roleOf(tx: Tx, roomId: number, userId: number): Promise<RoomMember | null> {
    const members = await rooms.members(tx, [roomId]);
    return members.find(({ person }) => person.userId === userId) ?? null;
  }

  return { join, noteSpeaker, admit, leave, part, setRole, raise, roleOf };
}

/** What somebody is whom nobody has invited: in a client's group the client's, for it is their group. */
function roleOfNewcomer({ kind }: Room, staff: Staff | null): RoomRole {
  if (staff) return roleOfStaff(staff);
  return kind === 'support' ? 'client' : 'guest';
}

/** Without them there is nobody to trade with there. */
function isSide({ kind, state }: Room, { role }: RoomMember): boolean {
  const trades = role === 'exporter' || role === 'importer';
  return kind === 'product' && state !== 'closed' && trades;
}

function actorOf({ id }: Person): Actor {
  return { kind: 'person', id };
}
