// Rooms as they are opened, get their group, lose it and get another.

import type { PeopleService } from '../people/index.ts';
import { createBatcher } from '../platform/batcher.ts';
import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import { settleCause } from '../platform/inbox/index.ts';
import { destination, type Outbox } from '../platform/outbox/index.ts';
import type { BusinessCalendar } from '../sla/business-calendar.ts';
import { closureAt } from '../sla/calendar.ts';
import type { Staff } from '../staff/staff.ts';
import { LOOKS, type RoomDrawing } from './drawing.ts';
import type { EntryService } from './entry-service.ts';
import type { Group, GroupRepository } from './group-repository.ts';
import type { MemberService, RoomHooks } from './member-service.ts';
import type { RoomNotes } from './notes.ts';
import type { RoomRepository } from './repository.ts';
import { roleOfStaff } from './rights.ts';
import type { PlacedRoom, Room, RoomKind, RoomMember, RoomRole } from './room.ts';
import type { ShowAnew } from './shown-anew.ts';
import type { Lack } from './stock.ts';
import type { TellManager } from './tell-manager.ts';

export interface RoomServiceDeps extends Pick<RoomHooks, 'onRoomReady'> {
  readonly database: Database;
  readonly rooms: RoomRepository;
  readonly groups: Pick<GroupRepository, 'wasInTrouble' | 'giveUp'>;
  readonly entries: EntryService;
  readonly people: PeopleService;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly notes: RoomNotes;
  readonly drawing: RoomDrawing;
  readonly showAnew: ShowAnew;
  readonly tellManager: TellManager;
  readonly officeHours: BusinessCalendar;
  readonly admit: MemberService['admit'];
  readonly listStaff: (tx?: Tx) => Promise<readonly Staff[]>;
  readonly handOut: (tx: Tx, cause: Cause) => Promise<void>;
}

export interface NewRoomCommand {
  readonly kind: RoomKind;
  /** At most 128 signs. */
  readonly title: string;
  readonly companyId: number | null;
  readonly managerId: number | null;
  /** Of its cards: one or two. */
  readonly locales: readonly Locale[];
  /** For whom it is made: each gets a way in. */
  readonly people: readonly {
    readonly personId: number;
    readonly role: RoomRole;
    readonly tag?: string;
  }[];
}

export interface OpenedRoom {
  /** `waiting` when the stock is empty: the ways in lead somewhere as soon as there is a group. */
  readonly room: Room;
  readonly entries: readonly { readonly personId: number; readonly entryId: number }[];
}

export type RoomService = ReturnType<typeof createRoomService>;

/** Methods with `tx` take part in the caller's transaction. */
export function createRoomService(deps: RoomServiceDeps) {
  const { database, rooms, entries, people, outbox, clock, notes, listStaff, handOut } = deps;
  const { onRoomReady, showAnew, drawing, admit, tellManager, groups, officeHours } = deps;

  /** The room whose group this chat is; null: it is none. */
  const ofChat = createBatcher<number, PlacedRoom | null>({
    most: 500,
    sideBySide: 2,
    run: async (chatIds) => {
      const found = await rooms.findByChat(database.prisma, chatIds);
      const byChat = new Map(found.map((room) => [room.chatId, room]));
      return chatIds.map((chatId) => byChat.get(chatId) ?? null);
    },
  });

  /** Makes a room and a way in for each of its people. Who calls sees to it that it happens once. */
  async function open(tx: Tx, command: NewRoomCommand, cause: Cause): Promise<OpenedRoom> {
    const { people: invited, ...facts } = command;
    const { id: roomId } = await rooms.insert(tx, facts, clock.now());
    await notes.write(tx, 'room-opened', roomId, { kind: command.kind }, cause);
    const made: { personId: number; entryId: number }[] = [];
    for (const { personId, role, tag = null } of invited) {
      const outcome = await entries.invite(
        tx,
        { roomId, personId, role, tag, invitedById: null },
        cause,
      );
      if ('entryId' in outcome) made.push({ personId, entryId: outcome.entryId });
    }
    await handOut(tx, cause);
    const [room] = await rooms.find(tx, [roomId]);
    if (!room) throw new Error('a room that was just made is not there');
    return { room, entries: made };
  }

  /** A room has its group: it is named, its card goes up, and employees who are in it are in the room. */
  async function settleIn(tx: Tx, room: Room, group: Group, cause: Cause): Promise<void> {
    const insiders = (await listStaff(tx)).filter(({ userId }) => group.insiders.includes(userId));
    for (const staff of insiders) {
      const person = await people.meet(tx, staff);
      await entries.useUp(tx, room.id, person.id, cause);
      await admit(
        tx,
        room,
        person,
        { role: roleOfStaff(staff), tag: null, invitedById: null },
        cause,
      );
    }
    await findAgain(tx, room.id);
    await showAnew(tx, room);
    await onRoomReady(tx, room, cause);
  }

  /** What was to be said to a room and to whoever is still to come waits no longer. */
  async function findAgain(tx: Tx, roomId: number): Promise<void> {
    outbox.relocate(tx, [destination('room', roomId), ...(await entries.waysInto(tx, roomId))]);
  }

  /** What Telegram lets no bot undo is told to whoever can; what came back is made whole. */
  async function noteFooting(
    tx: Tx,
    room: Room,
    missing: readonly Lack[],
    cause: Cause,
  ): Promise<void> {
    const { id: roomId, title } = room;
    await findAgain(tx, roomId);
    if (missing.length === 0) {
      await drawing.redraw(tx, [roomId], LOOKS);
      await entries.letInWhoAsked(tx, roomId, cause);
    }
    if (missing.length === 0 && (await passedBySleep(tx, roomId))) return;
    const name = missing.length > 0 ? 'room-trouble' : 'room-restored';
    await tellManager(tx, room, name, { roomId, title }, cause);
  }

  /** What came and went in one night is told to nobody. */
  async function passedBySleep(tx: Tx, roomId: number): Promise<boolean> {
    const night = closureAt(officeHours, clock.now());
    return night !== null && !(await groups.wasInTrouble(tx, roomId, night.since));
  }

  /** The group of a lost room is given up: the room waits for another, and everybody gets a new way in. */
  async function giveAnother(command: {
    readonly roomId: number;
    readonly by: Staff;
    readonly cause: Cause;
  }): Promise<{ status: 'given' | 'waiting' | 'not-lost' | 'repeated' }> {
    const { roomId, by, cause } = command;
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const [room] = await rooms.lock(tx, [roomId]);
      if (room?.state !== 'lost') return { status: 'not-lost' };
      await notes.write(tx, 'group-given-up', roomId, {}, cause, { kind: 'staff', id: by.id });
      await groups.giveUp(tx, roomId, clock.now());
      await rooms.update(tx, roomId, { state: 'waiting', keepsLook: false });
      await inviteAgain(tx, await rooms.members(tx, [roomId]), cause);
      await entries.leadElsewhere(tx, roomId, cause);
      await findAgain(tx, roomId);
      await handOut(tx, cause);
      const [after] = await rooms.find(tx, [roomId]);
      return { status: after?.state === 'ready' ? 'given' : 'waiting' };
    });
  }

  async function inviteAgain(tx: Tx, members: readonly RoomMember[], cause: Cause): Promise<void> {
    const ours = new Set((await listStaff(tx)).map(({ userId }) => userId));
    // Whoever called them may be gone by now; they themselves were in all the same.
    const here = new Set(members.map(({ person }) => person.id));
    for (const { roomId, person, role, tag, ...member } of members) {
      await rooms.updateMember(tx, { roomId, personId: person.id }, { leftAt: clock.now() });
      // Whoever worked here once stays behind.
      if ((role === 'manager' || role === 'support') && !ours.has(person.userId)) continue;
      const invitedById = here.has(member.invitedById ?? 0) ? member.invitedById : null;
      await entries.invite(tx, { roomId, personId: person.id, role, tag, invitedById }, cause);
    }
  }

  /** From now on another employee (null: nobody) answers for these rooms; the group hears of it from its card. */
  async function setManager(
    tx: Tx,
    roomIds: readonly number[],
    managerId: number | null,
    cause: Cause,
  ) {
    for (const room of await rooms.lock(tx, roomIds)) {
      if (room.managerId === managerId) continue;
      await rooms.update(tx, room.id, { managerId });
      await notes.write(tx, 'manager-set', room.id, { managerId }, cause);
    }
    await drawing.redraw(tx, roomIds);
  }

  /** Its group is called so from now on, too. `title`: at most 128 signs. */
  async function rename(tx: Tx, roomId: number, title: string, cause: Cause): Promise<void> {
    await rooms.update(tx, roomId, { title });
    await notes.write(tx, 'room-renamed', roomId, { title }, cause);
    await drawing.redraw(tx, [roomId], LOOKS);
  }

  /** Its cards and notices are in these languages from now on: one or two. */
  async function setLanguages(tx: Tx, roomId: number, locales: readonly Locale[], cause: Cause) {
    await rooms.update(tx, roomId, { locales });
    await notes.write(tx, 'languages-set', roomId, { locales }, cause);
    await drawing.redraw(tx, [roomId], LOOKS);
  }

  const { find, findPlaced: placed, members, lock } = rooms;
  return {
    ofChat,
    open,
    settleIn,
    noteFooting,
    giveAnother,
    setManager,
    rename,
    setLanguages,
    say: drawing.say,
    redraw: drawing.redraw,
    find,
    placed,
    lock,
    members,
  };
}
