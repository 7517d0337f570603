// What somebody may do with the people of a room. Employees by the staff table alone; everybody else by
// what they are in that room, and by whom they have brought there.

import type { Staff } from '../staff/staff.ts';
import type { Room, RoomMember, RoomRole, ShownRole } from './room.ts';

/** Somebody who speaks in a room, or presses there. */
export interface Visitor {
  readonly room: Room;
  readonly userId: number;
  /** Null: they are not known to be in it. */
  readonly member: RoomMember | null;
  /** Null: they do not work here, whatever they are called in the room. */
  readonly staff: Staff | null;
}

/** What an employee is in a room. */
export function roleOfStaff({ role }: Pick<Staff, 'role'>): 'support' | 'manager' {
  return role === 'support' ? 'support' : 'manager';
}

/** What a visitor is there; somebody of whom nobody has said anything is a guest. */
export function roleOfVisitor({ member, staff }: Visitor): RoomRole {
  if (staff) return roleOfStaff(staff);
  // The rights of employees come from the staff table, not from what a room remembers.
  const role = member?.role ?? 'guest';
  return role === 'manager' || role === 'support' ? 'guest' : role;
}

/** As what somebody in a room is shown there; `staff`: what they are here, if they work here. */
export function shownAs(role: RoomRole, staff: Pick<Staff, 'role'> | null | undefined): ShownRole {
  const isChief = staff?.role === 'supervisor' || staff?.role === 'admin';
  return role === 'manager' && isChief ? staff.role : role;
}

/** What somebody may be in the group of a company whose support we are. */
export const NAMED_IN_SUPPORT = ['client', 'partner', 'guest'] as const;

/** As what a visitor may bring others in, or name those who are there already. None: they may not. */
export function rolesToGive(visitor: Visitor): readonly RoomRole[] {
  const isSupport = visitor.room.kind === 'support';
  if (visitor.staff) {
    return isSupport ? NAMED_IN_SUPPORT : ['exporter', 'importer', 'partner', 'guest'];
  }
  if (!visitor.member) return [];
  switch (roleOfVisitor(visitor)) {
    case 'exporter':
      return ['exporter', 'partner', 'guest'];
    case 'importer':
      return ['importer', 'guest'];
    case 'client':
      return ['client', 'guest'];
    default:
      return [];
  }
}

/** Whether this visitor may take that member out of the room. Employees leave by the staff table. */
export function mayPart(visitor: Visitor, member: RoomMember): boolean {
  if (member.person.userId === visitor.userId || isStaffRole(member.role)) return false;
  if (visitor.staff) return true;
  return visitor.member !== null && member.invitedById === visitor.member.person.id;
}

/** Whether this visitor may say what that member is: of those whom nobody has named, or whom they brought. */
export function mayName(visitor: Visitor, member: RoomMember): boolean {
  if (member.person.userId === visitor.userId || isStaffRole(member.role)) return false;
  if (visitor.staff) return true;
  if (rolesToGive(visitor).length === 0) return false;
  return member.role === 'guest' || member.invitedById === visitor.member?.person.id;
}

/**
 * Whether this visitor may close the room, or open it again. An exporter's own group is never closed, and that of
 * a company whose support we are with its contract.
 */
export function mayClose({ room, staff }: Pick<Visitor, 'room' | 'staff'>): boolean {
  return room.kind === 'product' && staff !== null && staff.role !== 'support';
}

function isStaffRole(role: RoomRole): boolean {
  return role === 'manager' || role === 'support';
}
