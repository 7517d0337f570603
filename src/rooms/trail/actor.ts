// Who acts in a room: the person, what they are there, and whether they work here.

import type { Person, SeenPerson } from '../../people/person.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { NewEvent } from '../../platform/events.ts';
import type { RoomRole } from '../room.ts';
import type { TrailBase } from './deps.ts';

/** Whoever gives a command or presses a button, as the handler sees them. */
export interface Acting {
  readonly seen: SeenPerson;
  /** The staff table's word: they work here. */
  readonly isStaff: boolean;
}

export interface Actor {
  readonly person: Person;
  /** What they are in the room; null: nothing. */
  readonly role: RoomRole | null;
  readonly isStaff: boolean;
}

/** Whether somebody has any say in a room: its people, and whoever works here. */
export function belongs({ role, isStaff }: Actor): boolean {
  return role !== null || isStaff;
}

/** The person behind a press or a command, as they stand in a room. */
export function createActors({ rooms, people }: Pick<TrailBase, 'rooms' | 'people'>) {
  return async (tx: Tx, roomId: number, { seen, isStaff }: Acting): Promise<Actor> => {
    const person = await people.meet(tx, seen);
    const member = await rooms.roleOf(tx, roomId, seen.userId);
    return { person, role: roleNow(member?.role ?? null, isStaff), isStaff };
  };
}

/** The rights of employees come from the staff table, not from what a room remembers. */
function roleNow(role: RoomRole | null, isStaff: boolean): RoomRole | null {
  return !isStaff && (role === 'manager' || role === 'support') ? 'guest' : role;
}

export type Actors = ReturnType<typeof createActors>;

/** Something that somebody did in a room, for the log. */
export function roomEvent(
  type: string,
  roomId: number,
  byId: number | null,
  data: NonNullable<NewEvent['data']>,
): NewEvent {
  const by =
    byId === null
      ? ({ actor: 'system', actorId: null } as const)
      : ({ actor: 'person', actorId: byId } as const);
  return { type, subject: 'room', subjectId: roomId, ...by, data };
}
