// Who may act for which side: a room's members for theirs, and for the manager's whoever answers for the
// room, or a supervisor; where nobody does, supervisors alone, for money is not everybody's to let go. Membership of the chat alone, or a button that was passed on, gives nobody a right.

import type { Room, RoomMember } from '../rooms/room.ts';
import { mayManageStaff, type Staff } from '../staff/staff.ts';
import type { Role } from './escrow.ts';

/** Whoever pressed or wrote. */
export interface Presser {
  /** Telegram's id. */
  readonly userId: number;
  /** Null: they do not work here. */
  readonly staff: Staff | null;
}

/** Somebody who acts for a side. */
export interface Party {
  readonly role: Role;
  readonly actor: 'person' | 'staff';
  readonly id: number;
  /** As the room knows them; null: an employee who is not in it. */
  readonly personId: number | null;
  readonly name: string;
}

/**
 * For which side somebody acts in this room; null: for none. An employee who is there for a company acts
 * for that company, and cannot confirm their own side's money.
 */
export function partyOf(
  room: Pick<Room, 'managerId'>,
  member: Pick<RoomMember, 'role' | 'person'> | null,
  staff: Staff | null,
): Party | null {
  if (member?.role === 'exporter' || member?.role === 'importer') {
    const { id, name } = member.person;
    return { role: member.role, actor: 'person', id, personId: id, name };
  }
  if (!staff || !answersFor(room, staff)) return null;
  const personId = member?.person.id ?? null;
  return { role: 'manager', actor: 'staff', id: staff.id, personId, name: staff.name };
}

function answersFor({ managerId }: Pick<Room, 'managerId'>, { id, role }: Staff): boolean {
  return managerId === id || mayManageStaff(role);
}
