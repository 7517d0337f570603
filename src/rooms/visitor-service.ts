// Who speaks in a room, and what they bring about with its people.

import type { PeopleService } from '../people/index.ts';
import type { Cause } from '../platform/cause.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';
import { settleCause } from '../platform/inbox/index.ts';
import type { Staff } from '../staff/staff.ts';
import { LOOKS, type RoomDrawing } from './drawing.ts';
import type { EntryService } from './entry-service.ts';
import type { EntryWords } from './entry-words.ts';
import type { MemberService } from './member-service.ts';
import type { Actor, RoomNotes } from './notes.ts';
import type { RoomRepository } from './repository.ts';
import { mayName, mayPart, rolesToGive, shownAs, type Visitor } from './rights.ts';
import type { PlacedRoom, RoomMember, RoomRole, ShownRole } from './room.ts';
import type { RoomService } from './service.ts';

export interface VisitorServiceDeps {
  readonly database: Database;
  readonly rooms: RoomRepository;
  readonly service: Pick<RoomService, 'ofChat'>;
  readonly entries: EntryService;
  readonly members: MemberService;
  readonly people: PeopleService;
  readonly entryWords: EntryWords;
  readonly notes: RoomNotes;
  readonly drawing: RoomDrawing;
  readonly listStaff: () => Promise<readonly Staff[]>;
  readonly clock: Clock;
}

/** A personal way in lets its owner come for so long. */
const INVITATION_DAYS = 7;
const DAY_MS = 86_400_000;

type Command = { readonly visitor: Visitor; readonly cause: Cause };

/** Somebody in a room, and as what they are shown. */
export interface ListedMember extends RoomMember {
  readonly shown: ShownRole;
}

export type VisitorService = ReturnType<typeof createVisitorService>;

/** Every verb looks at the visitor's rights again, as they are at that moment. */
export function createVisitorService(deps: VisitorServiceDeps) {
  const { database, rooms, service, entries, members, people, entryWords, notes, drawing } = deps;
  const { clock } = deps;

  async function visitorOf<R extends PlacedRoom>(room: R, userId: number, staff: Staff | null) {
    const member = await members.roleOf(database.prisma, room.id, userId);
    return { room, userId, member, staff };
  }

  async function list(roomId: number): Promise<readonly ListedMember[]> {
    const team = new Map((await deps.listStaff()).map((one) => [one.userId, one]));
    const all = await rooms.members(database.prisma, [roomId]);
    return all.map((one) => ({ ...one, shown: shownAs(one.role, team.get(one.person.userId)) }));
  }

  /**
   * A way in for one person, whoever opens it first. The link is told to the visitor alone; whoever has no
   * chat with the bot fetches it there.
   */
  async function invite({
    visitor,
    role,
    cause,
  }: Command & { readonly role: RoomRole }): Promise<
    | { readonly status: 'invited'; readonly fetchCode: string; readonly told: boolean }
    | { readonly status: 'repeated' | 'no-right' | 'closed' }
  > {
    return onRoom(visitor, cause, async (tx, now) => {
      if (!rolesToGive(now).includes(role)) return { status: 'no-right' };
      const [room] = await rooms.lock(tx, [now.room.id]);
      if (!room || room.state === 'closed') return { status: 'closed' };
      const expiresAt = new Date(clock.now().getTime() + INVITATION_DAYS * DAY_MS);
      // Somebody who works here may be known as nobody's person yet.
      const inviter =
        (await personOf(tx, now)) ?? (now.staff && (await people.meet(tx, now.staff)));
      const invitedById = inviter?.id ?? null;
      const invitation = { roomId: room.id, role, invitedById, expiresAt };
      const { code, fetchCode } = await entries.inviteByCode(tx, invitation, cause);
      const told = inviter?.hasStarted === true;
      const facts = { title: room.title, role, code };
      if (told) await entryWords.tellPerson(tx, inviter, 'room-link', facts, cause);
      return { status: 'invited', fetchCode, told };
    });
  }

  /** Takes somebody out of the room. */
  async function part({
    visitor,
    personId,
    cause,
  }: Command & { readonly personId: number }): Promise<{
    readonly status: 'parted' | 'repeated' | 'no-right' | 'gone';
  }> {
    return onRoom(visitor, cause, async (tx, now) => {
      const member = await memberOf(tx, now, personId);
      if (!member) return { status: 'gone' };
      if (!mayPart(now, member)) return { status: 'no-right' };
      const by = actorOf(now);
      const parted = await members.part(tx, { roomId: now.room.id, personId, by }, cause);
      return { status: parted ? 'parted' : 'gone' };
    });
  }

  /** Says what somebody in the room is. */
  async function name({
    visitor,
    personId,
    role,
    cause,
  }: Command & { readonly personId: number; readonly role: RoomRole }): Promise<{
    readonly status: 'named' | 'same' | 'repeated' | 'no-right' | 'gone';
  }> {
    return onRoom(visitor, cause, async (tx, now) => {
      if (!rolesToGive(now).includes(role)) return { status: 'no-right' };
      const member = await memberOf(tx, now, personId);
      if (!member) return { status: 'gone' };
      if (!mayName(now, member)) return { status: 'no-right' };
      const change = { roomId: now.room.id, personId, role, by: actorOf(now) };
      return { status: (await members.setRole(tx, change, cause)) ? 'named' : 'same' };
    });
  }

  /** Of the room's cards; employees alone. */
  async function setLanguages({
    visitor,
    locales,
    cause,
  }: Command & { readonly locales: readonly Locale[] }): Promise<{
    readonly status: 'set' | 'repeated' | 'no-right';
  }> {
    return onRoom(visitor, cause, async (tx, now) => {
      if (!now.staff || locales.length === 0) return { status: 'no-right' };
      const { id } = now.room;
      await rooms.update(tx, id, { locales });
      await notes.write(tx, 'languages-set', id, { locales }, cause, actorOf(now));
      await drawing.redraw(tx, [id], LOOKS);
      return { status: 'set' };
    });
  }

  /** In which the bot speaks with this person from now on, everywhere. */
  async function chooseLanguage({
    visitor,
    locale,
    cause,
  }: Command & { readonly locale: Locale }): Promise<{ readonly status: 'set' | 'repeated' }> {
    return onRoom(visitor, cause, async (tx, now) => {
      const person = await personOf(tx, now);
      if (person) await people.chooseLocale(tx, person.id, locale);
      return { status: 'set' };
    });
  }

  /** The visitor as they are inside the transaction: whoever has left meanwhile has no rights there. */
  async function onRoom<Outcome>(
    visitor: Visitor,
    cause: Cause,
    act: (tx: Tx, now: Visitor) => Promise<Outcome>,
  ): Promise<Outcome | { readonly status: 'repeated' }> {
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const member = await members.roleOf(tx, visitor.room.id, visitor.userId);
      return act(tx, { ...visitor, member });
    });
  }

  async function personOf(tx: Tx, { member, userId }: Visitor) {
    return member?.person ?? (await people.findByUser(tx, [userId]))[0];
  }

  async function memberOf(tx: Tx, { room }: Visitor, personId: number) {
    const all = await rooms.members(tx, [room.id]);
    return all.find(({ person }) => person.id === personId);
  }

  const roomOf = (chatId: number) => service.ofChat(chatId);
  return { roomOf, visitorOf, list, invite, part, name, setLanguages, chooseLanguage };
}

function actorOf({ staff, member }: Visitor): Actor {
  if (staff) return { kind: 'staff', id: staff.id };
  return { kind: 'person', id: member?.person.id ?? null };
}
